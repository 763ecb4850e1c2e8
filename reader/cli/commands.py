"""The commands that need no screen. Each takes a `Session`, writes its data to stdout and answers with an exit code.

May import `export`, `library`, `text`, `i18n` and this room. A list is one line an item, its columns aligned by
cells; JSON keeps everything. Nothing is cut: a terminal wraps, a program reads on.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping

from reader.cli.collection import around_file, opened, parsed, read
from reader.cli.completions import completions
from reader.cli.doctor import doctor
from reader.cli.lines import (
    context,
    day_or_dashes,
    found_object,
    list_line,
    row_object,
    set_body,
)
from reader.cli.output import CommandError, ExitCode, put, put_lines, say
from reader.cli.paths import check_paths
from reader.cli.report import put_view
from reader.cli.session import Session
from reader.export.forms import Post, dumps, export, export_object
from reader.export.tables import BOM
from reader.i18n import N_, _
from reader.library.model import Answer
from reader.library.places import directories as own_directories
from reader.library.places import settings_file
from reader.library.posts.ids import find_named, short_ids
from reader.library.posts.scan import find_posts
from reader.query.match import hits
from reader.readout.faults import Fault
from reader.settings import COMMENTS
from reader.text.cells import aligned
from reader.text.safety import one_line
from reader.views import VIEWS

_PLACES: Mapping[str, str] = {
    "config": N_("Settings"),
    "state": N_("State"),
    "cache": N_("Cache"),
    "samples": N_("Samples"),
}
"""What the folders of the program are called."""
DEFAULT_WIDTH = 80
"""The widest that `show` sets a text without `--width`, in cells."""


def list_posts(session: Session) -> ExitCode:
    """`list`: the meetings, or all posts, newest first."""
    query = parsed(session)
    with read(session) as library:
        answer = library.search(query, all_posts=session.arguments.all_posts)
        if session.arguments.format == "json":
            put(dumps([row_object(row) for row in answer.rows]) + "\n")
        else:
            put_lines(aligned(map(list_line, answer.rows)))
    return ExitCode.DONE if answer.rows else _nothing(session, answer)


def show(session: Session) -> ExitCode:
    """`show`: the text of one post as the pane sets it, or all that is known of it."""
    post = _named_post(session)
    if session.arguments.format == "json":
        put(dumps(export_object(post)) + "\n")
        return ExitCode.DONE
    columns = min(shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns, DEFAULT_WIDTH)
    width = session.arguments.width or columns
    put_lines(set_body(post.readout, width))
    return ExitCode.DONE


def search(session: Session) -> ExitCode:
    """`search`: every post that matches, with every hit in its context."""
    query = parsed(session)
    with read(session) as library:
        answer = library.search(query, all_posts=True)
        if session.arguments.format == "json":
            put(dumps([found_object(row, hits(query, library.readout(row.key))) for row in answer.rows]) + "\n")
        else:
            for row in answer.rows:
                put(f"{day_or_dashes(row.day)}  {row.id}  {one_line(row.name)}  {one_line(row.path)}\n")
                readout = library.readout(row.key)
                put_lines(f"    {context(readout, hit)}" for hit in hits(query, readout))
    return ExitCode.DONE if answer.rows else _nothing(session, answer)


def export_posts(session: Session) -> ExitCode:
    """`export`: every post that matches, in one of the export's forms."""
    query = parsed(session)
    with read(session) as library:
        answer = library.search(query, all_posts=True)
        posts = (Post(row.id, row.path, library.readout(row.key)) for row in answer.rows)
        if session.arguments.bom and session.arguments.format == "csv":
            put(BOM)
        for piece in export(posts, session.arguments.format):
            put(piece)
    return ExitCode.DONE if answer.rows else _nothing(session, answer)


def check(session: Session) -> ExitCode:
    """`check`: how many posts were read as what, and a line for each that was not read or only in part."""
    with opened(session) as library:
        problems = library.problems()
        read_as = library.read_as()
    counts = {
        **read_as._asdict(),
        "in_part": len({problem.path for problem in problems if problem.read}),
        "unread": sum(not problem.read for problem in problems),
    }
    told = [(problem, problem.fault.sentence) for problem in problems]
    if session.arguments.format == "json":
        listed = [
            {"path": problem.path, "read": problem.read, "fault": str(problem.fault.code), "sentence": sentence}
            for problem, sentence in told
        ]
        put(dumps({**counts, "problems": listed}) + "\n")
    else:
        put(
            _(
                "Meetings: {meetings}   More versions: {versions}   Other posts: {articles}   Read in part: "
                "{in_part}   Not read: {unread}"
            ).format(**counts)
            + "\n"
        )
        for problem, sentence in told:
            line = _("in part    {path}: {sentence}") if problem.read else _("not read   {path}: {sentence}")
            put(line.format(path=one_line(problem.path), sentence=one_line(sentence)) + "\n")
    return ExitCode.DONE if any(read_as) else ExitCode.NOTHING


def directories(session: Session) -> ExitCode:
    """`directories`: where the program's own files and the samples are."""
    places = {name: str(path) for name, path in own_directories().items()}
    if session.arguments.format == "json":
        put(dumps(places) + "\n")
    else:
        put_lines(aligned((_(_PLACES[name]), one_line(path)) for name, path in places.items()))
    return ExitCode.DONE


def config(session: Session) -> ExitCode:
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


def _named_post(session: Session) -> Post:
    """The one post that was named, which alone is read. Raises CommandError where there is none."""
    from reader.library.posts.reading import read_one  # noqa: PLC0415 -- the parsers

    session = around_file(session)
    found = find_posts(check_paths(session.arguments))
    ids = short_ids([(post.path, post.file) for post in found.files])
    number = find_named(session.arguments.file, found.files, ids)
    if number is None:
        raise CommandError(
            ExitCode.USAGE,
            _("No post is named {name}. “customs-reader list --all” prints the ids of the posts.").format(
                name=session.arguments.file
            ),
        )
    named = found.files[number]
    outcome = read_one(named)
    if isinstance(outcome, Fault):
        sentence = outcome.sentence
        raise CommandError(
            ExitCode.NOTHING, _("not read   {path}: {sentence}").format(path=named.path, sentence=sentence)
        )
    return Post(ids[number], named.path, outcome)


def _nothing(session: Session, answer: Answer) -> ExitCode:
    """Says why a list is empty, and what would not be."""
    query = session.arguments.query
    if answer.others:
        template = (
            _("No meeting matches; posts that report no meeting: {count}. “list --all” shows them.")
            if query
            else _("None of the posts reports a meeting: {count}. “list --all” shows them.")
        )
        say(template.format(count=answer.others))
    else:
        say(_("Nothing matches {query}").format(query=query))
    return ExitCode.NOTHING


RUN: Mapping[str, Callable[[Session], ExitCode]] = {
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
