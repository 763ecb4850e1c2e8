"""Notes: on a post, on a passage of it, and the list of all.

May import Textual and this room. A note of several lines is written in the reader's own editor.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from reader.library.marks import Passage
from reader.tui.passages import Noted, place
from reader.tui.screens.taking import TakingScreen


class _Target(NamedTuple):
    """What a note is written on: the note there is, and what keeps another."""

    note: str
    keep: Callable[[str], None]


class NotingScreen(TakingScreen):
    """Taking away, with notes. `do_…` methods are commands of the table."""

    def do_note(self) -> None:
        """Opens the note on the post; Enter keeps it, Esc leaves it as it was."""
        if self._shown is not None:
            key, marks = self._shown, self._session.library.marks
            self._write(_Target(marks.of(key).note, lambda note: marks.set_note(key, note)))

    def do_note_passage(self) -> None:
        """Opens the note on the words that are selected, else on the paragraph that is being read."""
        key, readout, passage = self._shown, self._readout, self._passage()
        if key is None or readout is None or passage is None:
            self._show_state(self._words.screen.nothing_to_note)
            return
        marks = self._session.library.marks
        former = next((noted for noted in self._noted() if _is_on(noted, passage)), None)
        if former is not None and former.paragraph is not None:  # the passage may have moved since
            passage = passage._replace(start=former.start, end=former.end, words=former.passage.words)

        def keep(note: str) -> None:
            if former is not None:
                marks.set_passage(key, former.passage._replace(note=""))
            marks.set_passage(key, passage._replace(note=note))

        self._write(_Target(former.passage.note if former else "", keep))

    def _noted(self) -> list[Noted]:
        if self._shown is None or self._readout is None:
            return []
        return place(self._session.library.marks.of(self._shown).passages, self._readout.body)

    def _passage(self) -> Passage | None:
        """The words that are selected in one paragraph of the body, else the whole paragraph that is being read."""
        span = self._text.selected_span()
        paragraph = self._text.paragraph if span is None else span[0]
        if paragraph is None or self._readout is None:
            return None
        text = self._readout.body[paragraph]
        start, end = (0, len(text)) if span is None else span[1:]
        return Passage(paragraph, start, end, text[start:end], "")

    def _write(self, target: _Target) -> None:
        from reader.tui.screens.asking import NoteScreen  # noqa: PLC0415  # off the start: it imports Input

        def written(note: str | None) -> None:
            if note is not None:
                target.keep(note)
                self._end_selecting()
                self._show_again()
                self._marked()

        self._ask_over(NoteScreen(self._words, target.note, self._show_state), written)

    def do_notes(self) -> None:
        """Opens the list of all notes; the one chosen is shown where it was written."""
        from reader.tui.screens.notes import NotesScreen, all_notes  # noqa: PLC0415  # off the start: it imports Input

        notes = all_notes(self._session.library)
        if notes:
            self._ask_over(NotesScreen(notes, self._words), self._go_to_note)
        else:
            self._show_state(self._words.screen.notes_none)

    def _go_to_note(self, chosen: list[str] | None) -> None:
        for one in chosen or ():
            key, _, paragraph = one.partition(" ")
            self._show_post(int(key))
            if paragraph:
                self._show_paragraph(int(paragraph))


def _is_on(noted: Noted, passage: Passage) -> bool:
    """Whether a note is on a passage; on a whole paragraph is any note in it, the first of which is meant."""
    if noted.paragraph != passage.paragraph:
        return False
    return passage.start <= noted.start and noted.end <= passage.end
