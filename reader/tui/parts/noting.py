"""Notes: on a post, on a passage of it, and the list of all.

May import `library`, `i18n` and this room. A note of several lines is written in the reader's own editor.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.i18n import _
from reader.library.marks.changes import SetNote, SetPassage
from reader.library.marks.drafts import Draft, NoteChange, left_behind, with_note
from reader.library.marks.mark import Identity, PassageNote
from reader.tui.dialogs.asking import NoteScreen
from reader.tui.dialogs.notes import Note, NotesScreen, all_notes, drafts_as_notes
from reader.tui.part import Part
from reader.tui.passages import Noted, locate


class Noting(Part):
    """Notes are kept by the post's identity as it was when the line was opened: the post may go while one writes."""

    def do_note(self) -> None:
        """Opens the note on the post; Enter keeps it, Esc leaves it as it was."""
        post, key = self._identity(), self.desk.post.key
        if post is None or key is None:
            self.desk.tell(self.desk.nothing_there)
        else:
            begun = self.desk.marks.of(key).note
            self._write(SetNote(post, begun, begun), begun)

    def do_note_passage(self) -> None:
        """Opens the note on the words that are selected, else on the paragraph that is being read."""
        passage = self._passage()
        if passage is None or self._identity() is None:
            self.desk.tell(self.desk.nothing_there or _("There is no paragraph to note."))
            return
        before = next((noted for noted in self._noted() if _is_on(noted, passage)), None)
        if before is not None:  # the passage may have moved since
            passage = passage._replace(start=before.start, end=before.end, words=before.passage.words)
        self._write_on(passage, before.passage if before else None)

    def _write_on(self, passage: PassageNote, before: PassageNote | None) -> None:
        post = self._identity()
        if post is not None:
            note = before.note if before else ""
            about = _("paragraph {number}").format(number=passage.paragraph + 1)
            self._write(SetPassage(post, passage._replace(note=note), before, note), note, about)

    def _identity(self) -> Identity | None:
        """What the marks of the post that is shown are kept by; None where it has gone."""
        key = self.desk.post.key
        try:
            return None if key is None else self.desk.marks.identity(key)
        except KeyError:
            return None

    def _noted(self) -> list[Noted]:
        """The notes on passages of the post that is shown, which has not gone."""
        key, readout = self.desk.post.key, self.desk.post.readout
        if key is None or readout is None:
            return []
        return locate(self.desk.marks.of(key).passages, readout.body)

    def _passage(self) -> PassageNote | None:
        """The words that are selected, of the first paragraph only; else the whole paragraph that is being read."""
        text, readout = self.desk.text, self.desk.post.readout
        spans, paragraph = text.selected.spans(), text.paragraph
        if readout is None or (not spans and (paragraph is None or text.selected.text)):
            return None
        if not spans and paragraph is not None:
            spans = [(paragraph, 0, len(readout.body[paragraph]))]
        paragraph, start, end = spans[0]
        return PassageNote(paragraph, start, end, readout.body[paragraph][start:end], "")

    def _write(self, change: NoteChange, note: str, about: str = "", draft: Draft | None = None) -> None:
        """Asks for a note, and makes the change with it. Of a `draft` nothing is left then; an empty one is dropped."""
        desk, marks = self.desk, self.desk.marks
        dialog = NoteScreen(change, note, about)

        def written(text: str | None) -> None:
            if text is not None:
                if text or draft is None:
                    marks.keep(with_note(change, text))
                if not marks.unkept:
                    dialog.end_draft()
                if draft is not None and not marks.unkept:
                    draft.end()
                desk.end_selection()
                desk.show_again()
                desk.show_marks()

        desk.ask(dialog, written)

    def tell_of_drafts(self) -> None:
        """Says that something is left of what was being written as another session ended."""
        if self._drafts():
            self.desk.tell(_("A note was left unfinished: M lists it, Enter keeps it."))

    def _drafts(self) -> list[Draft]:
        """What was being written as another session ended."""
        drafts = left_behind()
        for draft in drafts:
            draft.leave()
        return drafts

    def do_notes(self) -> None:
        """Opens the list of all notes; the one chosen is shown where it was written."""
        desk, drafts = self.desk, self._drafts()
        notes = [*drafts_as_notes(drafts, _("Not finished")), *all_notes(desk.library)]
        if notes:
            desk.ask(NotesScreen(notes), lambda chosen: self._go_to_note(chosen, drafts))
        else:
            desk.tell(_("No notes yet: m writes one on the post, p on the paragraph."))

    def _go_to_note(self, chosen: list[Note] | None, drafts: Sequence[Draft]) -> None:
        for one in chosen or ():
            if one.row.key < 0 and one.number is not None:
                draft = drafts[one.number]
                self._write(draft.change, draft.text.strip(), _("Not finished"), draft)
                return
            self.desk.show_post(one.row.key)
            if one.number is not None:
                self._go_to_passage(one.number)

    def _go_to_passage(self, number: int) -> None:
        """Shows a passage with a note; one whose words have gone can only be changed or removed: its note is opened."""
        noted = self._noted()
        if number < len(noted):
            one = noted[number]
            if one.paragraph is None:
                self._write_on(one.passage, one.passage)
            else:
                self.desk.show_paragraph(one.paragraph)


def _is_on(noted: Noted, passage: PassageNote) -> bool:
    """Whether a note is on a passage; on a whole paragraph is any note in it, the first of which is meant."""
    if noted.paragraph != passage.paragraph:
        return False
    return passage.start <= noted.start and noted.end <= passage.end
