"""Notes: on a post, on a passage of it, and the list of all.

May import Textual, `library` and this room. A note of several lines is written in the reader's own editor.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.library.mark import Identity, PassageNote
from reader.library.places import drafts_folder
from reader.tui.passages import Noted, locate
from reader.tui.screens.taking import TakingScreen

if TYPE_CHECKING:
    from reader.library.drafts import Draft, NoteChange


class NotingScreen(TakingScreen):
    """Taking away, with notes. `do_…` methods are commands of the table.

    A note is kept by the post's identity as it was when the line was opened: the post may go while one writes.
    """

    def do_note(self) -> None:
        """Opens the note on the post; Enter keeps it, Esc leaves it as it was."""
        from reader.library.marks_changes import SetNote  # noqa: PLC0415  # off the start

        post, marks = self._identity(), self._session.library.marks
        if post is None or self._shown is None:
            self._show_state(self._nothing_there)
        else:
            begun = marks.of(self._shown).note
            self._write(SetNote(post, begun, begun), begun)

    def do_note_passage(self) -> None:
        """Opens the note on the words that are selected, else on the paragraph that is being read."""
        passage = self._passage()
        if passage is None or self._identity() is None:
            self._show_state(self._nothing_there or self._words.screen.nothing_to_note)
            return
        former = next((noted for noted in self._noted() if _is_on(noted, passage)), None)
        if former is not None:  # the passage may have moved since
            passage = passage._replace(start=former.start, end=former.end, words=former.passage.words)
        self._write_on(passage, former.passage if former else None)

    def _write_on(self, passage: PassageNote, former: PassageNote | None) -> None:
        from reader.library.marks_changes import SetPassage  # noqa: PLC0415  # off the start

        post = self._identity()
        if post is not None:
            note = former.note if former else ""
            about = self._words.labels.paragraph.format(number=passage.paragraph + 1)
            self._write(SetPassage(post, passage._replace(note=note), former, note), note, about)

    def _identity(self) -> Identity | None:
        """What the marks of the post that is shown are kept by; None where it has gone."""
        try:
            return None if self._shown is None else self._session.library.marks.identity(self._shown)
        except KeyError:
            return None

    def _noted(self) -> list[Noted]:
        """The notes on passages of the post that is shown, which has not gone."""
        if self._shown is None or self._readout is None:
            return []
        return locate(self._session.library.marks.of(self._shown).passages, self._readout.body)

    def _passage(self) -> PassageNote | None:
        """The words that are selected, of the first paragraph only; else the whole paragraph that is being read."""
        spans, paragraph = self._text.selected_spans(), self._text.paragraph
        if self._readout is None or (not spans and (paragraph is None or self._text.selected_text)):
            return None
        if not spans and paragraph is not None:
            spans = [(paragraph, 0, len(self._readout.body[paragraph]))]
        paragraph, start, end = spans[0]
        return PassageNote(paragraph, start, end, self._readout.body[paragraph][start:end], "")

    def _write(self, change: NoteChange, note: str, about: str = "", draft: Draft | None = None) -> None:
        """Asks for a note, and makes the change with it. Of a `draft` nothing is left then; an empty one is dropped."""
        from reader.library.drafts import with_note  # noqa: PLC0415  # hardly ever
        from reader.tui.screens.asking import NoteScreen  # noqa: PLC0415  # off the start: it imports Input

        asked, marks = NoteScreen(change, note, about), self._session.library.marks

        def written(text: str | None) -> None:
            if text is not None:
                if text or draft is None:
                    marks.keep(with_note(change, text))
                if not marks.unkept:
                    asked.end_draft()
                if draft is not None and not marks.unkept:
                    draft.end()
                self._end_selecting()
                self._show_again()
                self._marked()

        self._ask_over(asked, written)

    def _begin(self) -> None:
        super()._begin()
        if any(drafts_folder().glob("*")) and self._drafts():
            self._show_state(self._words.screen.drafts_wait)

    def _drafts(self) -> list[Draft]:
        """What was being written as another sitting ended."""
        from reader.library.drafts import left_behind  # noqa: PLC0415  # hardly ever

        drafts = left_behind()
        for draft in drafts:
            draft.leave()
        return drafts

    def do_notes(self) -> None:
        """Opens the list of all notes; the one chosen is shown where it was written."""
        from reader.tui.screens.notes import NotesScreen, all_notes, drafts_as_notes  # noqa: PLC0415  # off the start: it imports Input

        drafts = self._drafts()
        notes = [*drafts_as_notes(drafts, self._words.screen.draft), *all_notes(self._session.library)]
        if notes:
            self._ask_over(NotesScreen(notes), lambda chosen: self._go_to_note(chosen, drafts))
        else:
            self._show_state(self._words.screen.notes_none)

    def _go_to_note(self, chosen: list[str] | None, drafts: Sequence[Draft]) -> None:
        for one in chosen or ():
            key, _, number = one.partition(" ")
            if int(key) < 0:
                draft = drafts[int(number)]
                self._write(draft.change, draft.text.strip(), self._words.screen.draft, draft)
                return
            self._show_post(int(key))
            if number:
                self._go_to_passage(int(number))

    def _go_to_passage(self, number: int) -> None:
        """Shows a passage with a note; one whose words have gone can only be changed or removed: its note is opened."""
        noted = self._noted()
        if number < len(noted):
            one = noted[number]
            if one.paragraph is None:
                self._write_on(one.passage, one.passage)
            else:
                self._show_paragraph(one.paragraph)


def _is_on(noted: Noted, passage: PassageNote) -> bool:
    """Whether a note is on a passage; on a whole paragraph is any note in it, the first of which is meant."""
    if noted.paragraph != passage.paragraph:
        return False
    return passage.start <= noted.start and noted.end <= passage.end
