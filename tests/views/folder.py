"""Small folders of meetings for the tests of the views, and the library over a folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.library.index import Library, open_library
from reader.library.model import ListedMeeting
from tests.conftest import write_post


def hold(folder: Path, day: int, name: str, *texts: str, convener: str = "海关总署") -> None:
    """A meeting of this name on a day of March 2022; its report has these paragraphs after the first."""
    body = "".join(f"<p>　　{text}</p>" for text in (f"3月{day}日，{convener}召开{name}。", *texts))
    write_post(folder, f"{day:02}-{name}.md", f"{convener}召开{name}", body, "Thu, 31 Mar 2022 01:00:00 GMT")


@contextmanager
def opened(folder: Path) -> Iterator[Library]:
    """The library over a folder, with everything read."""
    library = open_library([folder])
    try:
        library.update(lambda progress: None)
        yield library
    finally:
        library.close()


@contextmanager
def worked_out(folder: Path) -> Iterator[Library]:
    """The same, with what was said before worked out."""
    with opened(folder) as library:
        library.compare()
        yield library


def on(library: Library, day: int) -> ListedMeeting:
    """The meeting of a day of March 2022."""
    (held,) = (held for held in library.across.meetings() if held.day.day == day)
    return held
