"""All notes of the collection as a list: the post's day and name, the words noted, the note.

May import Textual, `library`, `i18n` and this room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from reader.i18n import _
from reader.library.index import Library
from reader.library.model import Row
from reader.query import parse
from reader.text.cells import crop
from reader.text.safety import one_line
from reader.tui.dialogs.choosing import ChoosingScreen, Column
from reader.tui.passages import locate

if TYPE_CHECKING:
    from reader.library.marks.drafts import Draft

ABOUT_CELLS = 30
"""The column of what the note is on."""
ROOMY = 70
"""From so many cells on there is room for it."""


class Note(NamedTuple):
    """A note on a post, or on a passage: then `number` counts those of the post from 0, and `words` are the passage."""

    row: Row
    text: str
    number: int | None = None
    words: str = ""


def all_notes(library: Library) -> list[Note]:
    """Every note on a listed post, the newest post first, in the order of the text."""
    found: list[Note] = []
    for row in library.listed(parse("has:note"), all_posts=True).rows:
        with suppress(KeyError):  # it has gone meanwhile
            found += _notes_on(library, row)
    return found


def drafts_as_notes(drafts: Sequence[Draft], label: str) -> list[Note]:
    """What was being written when another session ended, by its number; it is on no row."""
    nowhere = Row(-1, "", "", None, 0, False, label, "")
    return [Note(nowhere, one_line(draft.text), number) for number, draft in enumerate(drafts)]


def _notes_on(library: Library, row: Row) -> Iterator[Note]:
    mark = library.marks.of(row.key)
    if mark.note:
        yield Note(row, one_line(mark.note))
    if mark.passages:
        for number, noted in enumerate(locate(mark.passages, library.readout(row.key).body)):
            yield Note(row, one_line(noted.passage.note), number, one_line(noted.passage.words))


class NotesScreen(ChoosingScreen[Note]):
    """Dismissed with the note chosen."""

    def __init__(self, notes: Sequence[Note]) -> None:
        super().__init__(notes, _("words of a note"))

    def text(self, item: Note) -> str:
        """The note, its words and the post's name."""
        return f"{item.text} {item.words} {item.row.name}"

    def columns(self, item: Note) -> Sequence[Column]:
        """Day, the noted words or the meeting's name where there is room for them, the note."""
        day = Column(f"{item.row.day:%Y-%m-%d}" if item.row.day else "", width=11)
        about = Column(crop(item.words or item.row.name or item.row.path, ABOUT_CELLS), width=ABOUT_CELLS + 2)
        note = Column(item.text, "name")
        return (day, about, note) if self.pane_width >= ROOMY else (day, note)
