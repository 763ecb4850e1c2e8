"""The commands that need no screen. Each takes `Arguments`, writes its data to stdout and answers with an exit code.

May import `views`, `export`, `analysis`, `query`, `library`, `text`, `i18n`, `settings`, the screen's table of
commands, this room and shtab. A list is one line an item, its columns aligned by cells; JSON keeps everything. Nothing
is cut: a terminal wraps, a program reads on.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reader.analysis.steps import finished
from reader.cli.arguments import every_action, whole_parser
from reader.cli.collection import around_file, file_named, meeting_named, opened, parsed, post_named, read, understood
from reader.cli.doctor import doctor
from reader.cli.output import CommandError, ExitCode, put, put_lines, say
from reader.cli.syntax import Arguments
from reader.export.data import BOM, Post, csv_rows, dumps, export_object
from reader.export.prose import HEADING, export
from reader.i18n import N_, _
from reader.library.index import Library
from reader.library.model import Answer, Row
from reader.library.places import directories as own_directories
from reader.library.places import settings_file
from reader.query import Hit
from reader.query.match import hits
from reader.query.parse import parted
from reader.readout.faults import Fault
from reader.settings import COMMENTS
from reader.text.atoms import stretches
from reader.text.cells import aligned
from reader.text.safety import clean, one_line
from reader.text.typeset import typeset, visible
from reader.views import VIEWS, View, answer
from reader.views.kwic import NO_TERM
from reader.views.report import Asked, Report, day_or_dashes

if TYPE_CHECKING:
    from reader.readout.model import Readout

_PLACES: Mapping[str, str] = {
    "config": N_("Settings"),
    "state": N_("State"),
    "cache": N_("Cache"),
    "samples": N_("Samples"),
}
"""What the folders of the program are called."""
DEFAULT_WIDTH = 80
"""The widest that `show` sets a text without `--width`, in cells."""
CONTEXT = 18
"""Characters shown on either side of a hit."""
INDENT = 4
"""The indent of a paragraph, in cells; a full-width space paints two."""
VIEW_WIDTH = 100
"""The cells of a line of a view where no terminal tells its own."""
_FILES = ("PATH", "FILE", "A", "B", "all|series|FILE")
"""How help shows what a file may be given for."""
_USING = "complete -c customs-reader -n _shtab_customs_reader_using"
_FIRST_WORD: Mapping[str, tuple[str, str]] = {
    "zsh": ("': :_shtab_customs_reader_commands'", "': :{_shtab_customs_reader_commands; _files}'"),
    "fish": ("complete -c customs-reader -f\n", f"complete -c customs-reader -f\n{_USING} -F\n"),
}
"""What shtab writes for the first word, and what stands there instead: it may be a path as well as a command.

bash looks for files by itself where there is no such command.
"""


def list_posts(arguments: Arguments) -> ExitCode:
    """`list`: the meetings, or all posts, newest first."""
    query = parsed(arguments)
    with read(arguments) as library:
        found = library.search(query, all_posts=arguments.all_posts)
        if arguments.format == "json":
            put(dumps([_row_object(row) for row in found.rows]) + "\n")
        else:
            put_lines(aligned(map(_list_line, found.rows)))
    return ExitCode.DONE if found.rows else _nothing(arguments, found)


def show(arguments: Arguments) -> ExitCode:
    """`show`: the text of one post as the pane sets it, or all that is known of it."""
    post = _named_post(arguments)
    if arguments.format == "json":
        put(dumps(export_object(post)) + "\n")
        return ExitCode.DONE
    columns = min(shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns, DEFAULT_WIDTH)
    width = arguments.width or columns
    put_lines(_set_body(post.readout, width))
    return ExitCode.DONE


def search(arguments: Arguments) -> ExitCode:
    """`search`: every post that matches, with every hit in its context."""
    query = parsed(arguments)
    with read(arguments) as library:
        found = library.search(query, all_posts=True)
        if arguments.format == "json":
            put(dumps([_found_object(row, hits(query, library.readout(row.key))) for row in found.rows]) + "\n")
        else:
            for row in found.rows:
                put(f"{day_or_dashes(row.day)}  {row.id}  {one_line(row.name)}  {one_line(row.path)}\n")
                readout = library.readout(row.key)
                put_lines(f"    {_context(readout, hit)}" for hit in hits(query, readout))
    return ExitCode.DONE if found.rows else _nothing(arguments, found)


def put_view(arguments: Arguments) -> ExitCode:
    """Prints what a view answers. Raises CommandError where nothing can be asked, or where there is no report."""
    view = VIEWS[arguments.command]
    if view.takes == "term":
        understood(arguments.term)
        if not any(parted(arguments.term)[0].words()):
            raise CommandError(ExitCode.USAGE, _(NO_TERM))
    arguments = arguments if view.of_meetings else around_file(arguments)
    asked = Asked(parsed(arguments), term=arguments.term, is_whole=True, options=arguments._asdict())
    with read(arguments) as library:
        if view.against_earlier:
            library.compare()
        report = finished(answer(view.name, library, _with_posts(asked, view, library, arguments)))
        if not isinstance(report, Report):
            raise CommandError(ExitCode.NOTHING, str(report))
        for _step in report.work():
            pass
    width = shutil.get_terminal_size((VIEW_WIDTH, 24)).columns
    if arguments.format == "json":
        objects = report.objects()
        put(dumps(objects if isinstance(objects, Mapping) else list(objects)) + "\n")
    elif arguments.format == "csv":
        for piece in csv_rows(report.table(), bom=arguments.bom):
            put(piece)
    else:
        put_lines(report.printed(width))
    for sentence in report.remarks(arguments.format):
        say(sentence)
    return ExitCode.NOTHING if report.is_empty else ExitCode.DONE


def _with_posts(asked: Asked, view: View, library: Library, arguments: Arguments) -> Asked:
    """What is asked, with the posts that the command line names. Raises CommandError where one is not there."""

    def meeting(name: str) -> int:
        return meeting_named(library, name, arguments).key

    if arguments.file:
        named = meeting(arguments.file) if view.of_meetings else post_named(library, arguments.file, arguments)
        asked = asked._replace(post=named)
    against = "" if arguments.against in ("all", "series") else arguments.against
    other = arguments.other or arguments.not_in or against
    return asked._replace(other=meeting(other)) if other else asked


def export_posts(arguments: Arguments) -> ExitCode:
    """`export`: every post that matches, in one of the export's forms."""
    query = parsed(arguments)
    with read(arguments) as library:
        found = library.search(query, all_posts=True)
        posts = (Post(row.id, row.path, library.readout(row.key)) for row in found.rows)
        if arguments.bom and arguments.format == "csv":
            put(BOM)
        for piece in export(posts, arguments.format):
            put(piece)
    return ExitCode.DONE if found.rows else _nothing(arguments, found)


def check(arguments: Arguments) -> ExitCode:
    """`check`: how many posts were read as what, and a line for each that was not read or only in part."""
    with opened(arguments) as library:
        problems = library.problems()
        read_as = library.read_as()
    counts = {
        **read_as._asdict(),
        "in_part": len({problem.path for problem in problems if problem.read}),
        "unread": sum(not problem.read for problem in problems),
    }
    if arguments.format == "json":
        listed = [
            {"path": one.path, "read": one.read, "fault": str(one.fault.code), "sentence": one.fault.sentence}
            for one in problems
        ]
        put(dumps({**counts, "problems": listed}) + "\n")
    else:
        summary = _(
            "Meetings: {meetings}   More versions: {versions}   Other posts: {articles}   Read in part: "
            "{in_part}   Not read: {unread}"
        )
        put(summary.format(**counts) + "\n")
        for one in problems:
            line = _("in part    {path}: {sentence}") if one.read else _("not read   {path}: {sentence}")
            put(line.format(path=one_line(one.path), sentence=one_line(one.fault.sentence)) + "\n")
    return ExitCode.DONE if any(read_as) else ExitCode.NOTHING


def completions(arguments: Arguments) -> ExitCode:
    """`completions SHELL`: the script for bash, zsh or fish."""
    import shtab  # noqa: PLC0415 -- only here

    parser = whole_parser()
    for action in every_action(parser):
        if action.metavar in _FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]  # shtab's way of saying so
    shell = arguments.shell
    written, wanted = _FIRST_WORD.get(shell, ("", ""))
    put(shtab.complete(parser, shell).replace(written, wanted, 1))
    return ExitCode.DONE


def directories(arguments: Arguments) -> ExitCode:
    """`directories`: where the program's own files and the samples are."""
    places = {name: str(path) for name, path in own_directories().items()}
    if arguments.format == "json":
        put(dumps(places) + "\n")
    else:
        put_lines(aligned((_(_PLACES[name]), one_line(path)) for name, path in places.items()))
    return ExitCode.DONE


def config(arguments: Arguments) -> ExitCode:
    """`config`: the defaults of the settings with comments; on stderr, what is wrong in the file there is."""
    from reader.settings import Settings, as_toml, load  # noqa: PLC0415 -- only here
    from reader.tui.commands import COMMANDS  # noqa: PLC0415 -- only here
    from reader.tui.keymap import rebound  # noqa: PLC0415 -- only here

    file = settings_file()
    put(f"# {one_line(str(file))}\n\n" + as_toml(Settings()))
    put("".join(f"# {line}\n" for line in _(COMMENTS["keys"]).split("\n")) + "[keys]\n")
    for command in COMMANDS:
        keys = [{" ": "space"}.get(key, key) for key in (*command.keys, *command.typing_keys)]
        put(f"# {_(command.help)}\n# {command.name} = {dumps(keys, None)}\n")
    settings, wrong = load(file)
    for item in wrong + rebound(settings.keys)[1]:
        say(item.sentence)
    return ExitCode.DONE


def _named_post(arguments: Arguments) -> Post:
    """The one post that was named, which alone is read. Raises CommandError where there is none."""
    from reader.library.posts.reading import read_one  # noqa: PLC0415 -- the parsers

    name, found = file_named(arguments.file, around_file(arguments))
    outcome = read_one(found)
    if isinstance(outcome, Fault):
        sentence = _("not read   {path}: {sentence}").format(path=found.path, sentence=outcome.sentence)
        raise CommandError(ExitCode.NOTHING, sentence)
    return Post(name, found.path, outcome)


def _nothing(arguments: Arguments, found: Answer) -> ExitCode:
    """Says why a list is empty, and what would not be."""
    sentence = _("Nothing matches {query}")
    if found.others and arguments.query:
        sentence = _("No meeting matches; posts that report no meeting: {count}. “list --all” shows them.")
    elif found.others:
        sentence = _("None of the posts reports a meeting: {count}. “list --all” shows them.")
    say(sentence.format(query=arguments.query, count=found.others))
    return ExitCode.NOTHING


def _set_body(readout: Readout, width: int) -> Iterator[str]:
    """The lines of a body, none wider than `width` cells, as the screen sets them; a sub-heading has no indent."""
    names = readout.names
    for number, paragraph in enumerate(readout.paragraphs):
        if number:
            yield ""
        text = clean(paragraph.text)
        indent = 0 if paragraph.kind == HEADING else INDENT
        for line in typeset(text, width, indent, stretches(text, names)):
            yield "　" * (line.indent // 2) + " " * (line.indent % 2) + visible(text, line)


def _list_line(row: Row) -> tuple[str, ...]:
    """The columns of a row of the list."""
    return day_or_dashes(row.day), row.id, one_line(row.name), one_line(row.chair)


def _row_object(row: Row) -> dict[str, Any]:
    """A row of the list for JSON."""
    return {
        "id": row.id,
        "path": row.path,
        "date": row.day.isoformat() if row.day else None,
        "delay": row.delay,
        "kind": "meeting" if row.is_meeting else "article",
        "name": row.name,
        "chair": row.chair or None,
        "hits": row.hits,
    }


def _found_object(row: Row, hits: Sequence[Hit]) -> dict[str, Any]:
    """A post that a search found, with its hits, for JSON."""
    return {"path": row.path, "date": row.day.isoformat() if row.day else None, "hits": [_hit(hit) for hit in hits]}


def _hit(hit: Hit) -> dict[str, Any]:
    """A hit in the body names its paragraph; one in a title has none, and says where it is the original title."""
    place = {"paragraph": hit.paragraph, "start": hit.start, "end": hit.end}
    return {**place, "original": True} if hit.original else place


def _context(readout: Readout, hit: Hit) -> str:
    """A hit between 【】 with the text around it; … where the text goes on."""
    if hit.paragraph is None:
        text = (readout.original_title or "") if hit.original else readout.title
    else:
        text = readout.body[hit.paragraph]
    left, right = max(0, hit.start - CONTEXT), hit.end + CONTEXT
    before = ("…" if left else "") + text[left : hit.start]
    after = text[hit.end : right] + ("…" if right < len(text) else "")
    return one_line(f"{before}【{text[hit.start : hit.end]}】{after}")


RUN: Mapping[str, Callable[[Arguments], ExitCode]] = {
    "": list_posts,
    "list": list_posts,
    "show": show,
    "search": search,
    **dict.fromkeys(VIEWS, put_view),
    "export": export_posts,
    "check": check,
    "doctor": doctor,
    "completions": completions,
    "config": config,
    "directories": directories,
}
"""The commands by their names; without one the list stands in for the screen."""
