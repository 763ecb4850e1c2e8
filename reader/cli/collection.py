"""From the paths and the query of a command line to a library that has been read, with progress and clear failures.

May import `library`, `query`, `text`, `i18n`, `views.report` and this room.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reader.cli.arguments import check_paths
from reader.cli.output import CommandError, ExitCode, say, wipe_line
from reader.cli.syntax import Arguments
from reader.i18n import _
from reader.library.index import Library, open_library
from reader.library.model import ListedMeeting, Progress
from reader.library.places import typed_path
from reader.library.posts.ids import find_named, short_ids
from reader.library.posts.scan import PostFile, Seen, find_posts
from reader.query import Query, QueryError, parse
from reader.text.cells import cells
from reader.text.safety import clean
from reader.views.report import meeting_of

AROUND = 30
"""Characters of a query that are shown on either side of where its fault begins."""


@contextmanager
def opened(arguments: Arguments) -> Iterator[Library]:
    """A library that is up to date; says what became of its own files.

    Raises CommandError where there are no posts, or none that could be read; at the end, where the index has failed.
    """
    paths = check_paths(arguments)
    library = open_library(paths)
    try:
        seen = library.update(progress_bar())
        trouble = library.trouble()
        for notice in library.notices():
            if notice != trouble:
                say(notice.sentence)
        _end_in_trouble(library)
        if seen is None or not (seen.posts or seen.unlisted):
            raise CommandError(ExitCode.NOTHING, _no_posts(seen, paths))
        yield library
        _end_in_trouble(library)
    finally:
        library.close()


@contextmanager
def read(arguments: Arguments) -> Iterator[Library]:
    """As `opened`; says how many posts could not be read. Raises CommandError where none could."""
    with opened(arguments) as library:
        unread = library.unread()
        if not any(library.read_as()):
            _end_in_trouble(library)
            sentence = _("None of the posts could be read ({count}). “customs-reader check PATH” says why.")
            raise CommandError(ExitCode.NOTHING, sentence.format(count=unread))
        if unread:
            say(_("Not read: {count}. “customs-reader check PATH” says why.").format(count=unread))
        yield library


def _end_in_trouble(library: Library) -> None:
    """Raises CommandError where the system did not let the index be written or asked: an answer would be false."""
    trouble = library.trouble()
    if trouble:
        raise CommandError(ExitCode.NOTHING, trouble.sentence)


def around_file(arguments: Arguments) -> Arguments:
    """The same command line, but where it names a file and no paths the collection is that file."""
    file = typed_path(arguments.file)
    if arguments.file and not arguments.paths and os.path.isfile(file):  # noqa: PTH113 -- Path.is_file raises for a name that is too long
        return arguments._replace(paths=(file,))
    return arguments


def post_named(library: Library, name: str, arguments: Arguments) -> int | None:
    """The key of the post that a file or an id means, None where it could not be read. Raises CommandError for none."""
    _id, found = file_named(name, arguments)
    return library.key_of(os.path.abspath(found.file))  # noqa: PTH100 -- resolve() would follow links


def file_named(name: str, arguments: Arguments) -> tuple[str, PostFile]:
    """The id and the file of the post that a name or an id means. Raises CommandError for none."""
    files = find_posts(check_paths(arguments)).files
    ids = short_ids([(post.path, post.file) for post in files])
    number = find_named(name, files, ids)
    if number is None:
        sentence = _("No post is named {name}. “customs-reader list --all” prints the ids of the posts.")
        raise CommandError(ExitCode.USAGE, sentence.format(name=name))
    return ids[number], files[number]


def meeting_named(library: Library, name: str, arguments: Arguments) -> ListedMeeting:
    """The meeting that a file or an id means; of a version, the one that is listed. Raises CommandError for none."""
    meeting = meeting_of(library, library.across.meetings(), post_named(library, name, arguments))
    if meeting is None:
        raise CommandError(ExitCode.NOTHING, _("{name} reports no meeting whose day is known.").format(name=name))
    return meeting


def parsed(arguments: Arguments) -> Query:
    """The query of the command line. Raises CommandError, with the bad part underlined and explained."""
    return understood(arguments.query)


def understood(text: str) -> Query:
    """The query that a text of the command line is. Raises CommandError, with the bad part underlined and explained."""
    try:
        return parse(text)
    except QueryError as error:
        shown = underlined(text, error.start, error.end)
        raise CommandError(ExitCode.USAGE, _("The query is not understood:"), *shown, error.sentence) from error


def underlined(text: str, start: int, end: int) -> tuple[str, str]:
    """A text and a line of ^ under its characters from `start` to `end`, at least one, counted in cells.

    Of a long text what stands around the beginning of the fault.
    """
    if len(text) > AROUND * 2:
        first = max(0, start - AROUND)
        last = max(start + AROUND, first + AROUND * 2)
        before, after = "…" * (first > 0), "…" * (last < len(text))
        text = before + text[first:last] + after
        start, end = start - first + len(before), min(end, last) - first + len(before)
    shown = "".join(" " if char.isspace() else clean(char) or "\ufffd" for char in text)
    before = " " * (2 + cells(shown[:start]))
    return f"  {shown}", before + "^" * max(1, cells(shown[start:end]))


def progress_bar() -> Callable[[Progress], None]:
    """What shows the progress on one line of stderr, which is wiped at the end; nothing where that is no terminal."""
    shown = False

    def report(progress: Progress) -> None:
        nonlocal shown
        if not progress.finished or shown:
            shown = True
            line = _("Reading {done} of {total}").format(done=progress.done, total=progress.total)
            wipe_line("" if progress.finished else line)

    return report


def _no_posts(seen: Seen | None, paths: Sequence[Path]) -> str:
    passed_over = seen.passed_over if seen else 0
    template = _("There are no posts in {paths}. Posts are .md, .markdown, .txt, .html and .htm files.")
    if passed_over:
        template = _(
            "There are no posts in {paths}, only files of other kinds: {count}. Posts are .md, "
            ".markdown, .txt, .html and .htm files."
        )
    return template.format(paths=" ".join(map(str, paths)), count=passed_over)
