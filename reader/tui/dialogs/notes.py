"""All notes of the collection as a list: the post's day and name, the words noted, the note.

May import Textual, `library` and this room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style

from reader.i18n import _, keyed
from reader.library.index import Library
from reader.library.model import Row
from reader.query import parse
from reader.text.cells import cells, crop
from reader.text.folding import fold
from reader.text.safety import one_line
from reader.tui.dialogs.choosing import ChoiceList, ChoosingScreen
from reader.tui.passages import locate
from reader.tui.widgets.inks import on_paper
from reader.tui.widgets.lines import Pen

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
    """What was being written as another sitting ended, by its number; it is on no row."""
    nowhere = Row(-1, "", "", None, 0, False, label, "")
    return [Note(nowhere, one_line(draft.text), number) for number, draft in enumerate(drafts)]


def _notes_on(library: Library, row: Row) -> Iterator[Note]:
    mark = library.marks.of(row.key)
    if mark.note:
        yield Note(row, one_line(mark.note))
    if mark.passages:
        for number, noted in enumerate(locate(mark.passages, library.readout(row.key).body)):
            yield Note(row, one_line(noted.passage.note), number, one_line(noted.passage.words))


class NoteList(ChoiceList[Note]):
    """One line a note."""

    def key(self, item: Note) -> str:
        """The post, and the number of the passage."""
        return str(item.row.key) if item.number is None else f"{item.row.key} {item.number}"

    def write(self, pen: Pen, item: Note, base: Style) -> None:
        """Day, the noted words or the meeting's name, the note."""
        detail = on_paper(self.ink("detail"), base)
        pen.write(f"{item.row.day:%Y-%m-%d}" if item.row.day else " " * 10, detail).space(1, base)
        if self.pane_width >= ROOMY:
            about = crop(item.words or item.row.name or item.row.path, ABOUT_CELLS)
            pen.write(about, detail).space(ABOUT_CELLS - cells(about) + 2, base)
        pen.write(item.text, on_paper(self.ink("name"), base), reserve=1)


class NotesScreen(ChoosingScreen[Note]):
    """Dismissed with the key of the note chosen."""

    def __init__(self, notes: Sequence[Note]) -> None:
        self._notes = notes
        super().__init__(
            NoteList(_("Nothing matches.")), _("words of a note"), keyed(_("↑↓ Move|Enter Do it|Esc Back"))
        )

    def matching(self, typed: str) -> Sequence[Note]:
        """The notes that hold what was typed, in themselves, in their words or in the post's name."""
        wanted = fold(typed.strip())
        return [note for note in self._notes if wanted in fold(f"{note.text} {note.words} {note.row.name}")]
