"""A line over the foot in which something is asked for: a note, words to be found in the post.

May import Textual, `library.marks`, `i18n` and this room.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from reader.i18n import _, keyed
from reader.text.safety import one_line
from reader.tui.key_gate import bound, gate_of
from reader.tui.widgets.line_input import LineInput
from reader.tui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from reader.library.marks.drafts import Draft, NoteChange


class AskScreen(ModalScreen[str | None]):
    """Dismissed with what was typed, or with None where all is to stay as it was."""

    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # narrower than Textual's union
        bound("keep", "enter"),
        bound("leave", "escape", "ctrl+c"),
    ]

    DEFAULT_CSS = """
    AskScreen { background: $background 0%; }
    AskScreen > LineInput { dock: bottom; margin-bottom: 1; }
    """

    def __init__(
        self,
        hint: str,
        text: str,
        changed: Callable[[str], None] | None = None,
        keys: Sequence[tuple[str, str]] = (),
        about: str = "",
    ) -> None:
        """`changed` is told of every new text as it is typed; with `keys` there is a foot, which tells what it is
        `about`.
        """
        super().__init__()
        self._line = LineInput(text, hint, changed)
        self._foot = StatusBar(keys) if keys else None
        if self._foot is not None:
            self._foot.state = about

    def compose(self) -> ComposeResult:
        """The line, and the foot below it."""
        yield self._line
        if self._foot is not None:
            yield self._foot

    def warn(self, warning: str) -> None:
        """Tells what cannot be done."""
        if self._foot is not None:
            self._foot.warning = warning

    def action_keep(self) -> None:
        """Closes with what was written."""
        self._close(kept=True)

    def action_leave(self) -> None:
        """Closes without a change."""
        self._close(kept=False)

    def _close(self, *, kept: bool) -> None:
        """Closes behind the letters that are still on their way to the line. What asked lets keys in again."""
        gate_of(self.app).hold()
        self._line.call_later(self._finish, kept)

    def _finish(self, kept: bool) -> None:
        self.dismiss(self._line.value.strip() if kept else None)


class NoteScreen(AskScreen):
    """Asks for a note; F4 goes on in the reader's own editor.

    A line cannot hold several, nor one that is too long: such a note is shown in one line, stays as it is as long as
    nobody changes that, and is whole in the editor.
    """

    BINDINGS: ClassVar[list[Binding]] = [bound("edit", "f4")]

    def __init__(self, change: NoteChange, note: str, about: str) -> None:
        """`change` is what is to be made of the note, `about` what it is on."""
        super().__init__(_("A note"), note, keys=keyed(_("Enter Keep|Esc As it was|F4 Your editor")), about=about)
        self._change = change
        self._draft: Draft | None = None
        self._is_done = False
        self._left = note
        """What of the line is kept elsewhere: in the marks, or in a draft that was let lie."""
        self._note = note
        self._begun_with = self._line.value

    def on_mount(self) -> None:
        """Tells where the line shows less than the note."""
        if self._begun_with != self._note:
            self.warn(_("More than this line: F4 shows all of it; left alone here, it stays as it is"))

    def on_unmount(self) -> None:
        """What is half-typed as the program ends is found again at the next start."""
        if not self._is_done and self._draft is None and self._written != self._left:
            from reader.library.marks.drafts import begin  # noqa: PLC0415  # hardly ever

            with suppress(OSError):  # the reader is ending: nobody can be told
                begin(self._change, self._written).leave()

    def end_draft(self) -> None:
        """Removes the editor's file, which is a note now."""
        if self._draft is not None:
            self._draft.end()

    @property
    def _written(self) -> str:
        """The note as it is now."""
        return self._note if self._line.value == self._begun_with else self._line.value

    def _finish(self, kept: bool) -> None:
        self._is_done = True
        self.dismiss(self._written.strip() if kept else None)

    def action_edit(self) -> None:
        """Opens the editor with what is written so far, behind the letters that are still on their way."""
        gate_of(self.app).hold()
        self._line.call_later(self._edit)

    def _edit(self) -> None:
        """Keeps what comes back; the line stays open where nothing can."""
        from reader.library.marks.drafts import begin  # noqa: PLC0415  # hardly ever
        from reader.tui.editor import EditorError, edited  # noqa: PLC0415  # as above

        if not self.is_active:  # left meanwhile
            return
        try:
            self._draft = begin(self._change, self._written)
            text = edited(self.app, self._draft.file)
        except (EditorError, OSError) as error:
            self._give_up_draft()
            self.warn(
                _("The editor cannot be run: {command} (set $EDITOR to another)").format(command=one_line(str(error)))
            )
            gate_of(self.app).release()
        else:
            self._is_done = True
            self.dismiss(text)

    def _give_up_draft(self) -> None:
        """The editor failed: what it has changed nevertheless is found again, else nothing stays."""
        draft, self._draft = self._draft, None
        if draft is not None and draft.text == self._written:
            draft.end()
        elif draft is not None:
            draft.leave()
            self._left = self._written  # the draft began with it
