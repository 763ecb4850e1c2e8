"""The desk: what the parts of the main screen share. The session, the widgets, the post that is shown, its highlights.

May import Textual, `i18n` and this room, but no part: a part is given the desk and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from textual.screen import Screen

from reader.i18n import _
from reader.library.marks.mark import Mark
from reader.library.model import Progress
from reader.tui.commands import in_footer
from reader.tui.key_gate import gate_of
from reader.tui.measure import Measure
from reader.tui.opening import Opening
from reader.tui.part import FilterLight, Light, Part
from reader.tui.post import Post
from reader.tui.prefix import Prefix
from reader.tui.session import Session
from reader.tui.status import notice_blocks, share_text
from reader.tui.widgets.meeting_list import MeetingList
from reader.tui.widgets.status_bar import PARTED, StatusBar
from reader.tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from reader.library.marks.keeper import MarkKeeper
    from reader.readout.model import Readout
    from reader.tui.page import Block
    from reader.tui.widgets.filter_bar import FilterBar

Result = TypeVar("Result")


class Desk:
    """What a part may use. `parts` hear of what happens, `lights` say what is highlighted, both in this order."""

    def __init__(self, opening: Opening, screen: Screen[None]) -> None:
        self.screen = screen
        self.library = opening.library
        self.marks = opening.library.marks
        self.session = Session(opening.library, opening.query)
        self.measure = Measure(opening.settings.measure, self.marks)
        self.text = TextPane(self.measure.cells, opening.settings.line_spacing)
        self.list = MeetingList()
        self.footer_keys = [(one.shown, _(one.label)) for one in in_footer(opening.commands)]
        self.status = StatusBar(self.footer_keys)
        self.bar: FilterBar | None = None
        """The line in which the filter is typed, while it is open."""
        self.post = Post()
        self.progress: Progress | None = None
        self.prefix = Prefix()
        self.number = 0
        """The count that was typed before the command, 0 for none."""
        self.parts: Sequence[Part] = ()
        self.lights: Sequence[Light] = (FilterLight(self),)
        self.warning = opening.warning
        """What is said until the next key."""
        self.is_behind = False
        """Whether the list is ahead of the text."""
        self._paragraph_spacing = opening.settings.paragraph_spacing

    @property
    def key(self) -> int | None:
        """The post whose text is to be shown: the one under the cursor, or another version of it."""
        return self.session.key if self.post.version is None else self.post.version

    @property
    def light(self) -> Light:
        """The light that shows."""
        return next(light for light in self.lights if light.is_on)

    @property
    def is_typing(self) -> bool:
        """Whether keys are letters of the filter."""
        return self.bar is not None and self.screen.focused is self.bar

    @property
    def is_in_text(self) -> bool:
        """Whether the text has the keys."""
        return self.screen.focused is self.text

    @property
    def nothing_there(self) -> str:
        """Why nothing can be asked of the library about the post that is shown; empty where it can."""
        if self.post.has_gone:
            return _("this post is not in the folder any more")
        return "" if self.post.key is not None else _("No post is shown")

    def tell(self, warning: str = "") -> None:
        """Shows the status line; a warning stays until the next key, whatever is read or counted meanwhile."""
        self.show_place()
        self.warning = warning or self.warning
        error = self.session.error
        self.status.warning = warning or (error.sentence if error else self.warning)
        arrived = _("{count} new").format(count=self.session.arrived) if self.session.arrived else ""
        gone = _("this post is not in the folder any more") if self.post.has_gone else ""
        self.status.state = " · ".join(filter(None, (self.light.state(), arrived, gone)))

    def tell_notices(self) -> None:
        """Takes for the next warning what the library has to say of its own files: marks that were not kept, say."""
        notices = [item.sentence for item in self.library.notices()]
        self.warning = " · ".join(notices) or self.warning

    def show_place(self) -> None:
        """Shows the keys that are being typed, and the place in the text."""
        has_text = not self.is_behind and self.post.key is not None
        share = share_text(*self.text.share) if has_text else ""
        self.status.place = PARTED.join(filter(None, (self.light.place(), self.prefix.shown, share)))

    def show_keys(self) -> None:
        """Has the footer name the keys of the first light that has some."""
        self.status.show_keys(next(light.keys for light in self.lights if light.is_on and light.keys))

    def later(self, work: Callable[..., None], *args: object) -> None:
        """Has something done in the screen's own thread, behind what waits for it: other threads may ask for this."""
        self.screen.call_later(work, *args)

    def ask(self, dialog: Screen[Result], then: Callable[[Result | None], None]) -> None:
        """Opens a screen over this one; keys typed after its last one wait until `then` has been done."""

        def answered(result: Result | None) -> None:
            then(result)
            gate_of(self.screen.app).release()

        self.tell()  # what was said before has nothing to do with what is asked
        self.screen.app.push_screen(dialog, answered)

    def refresh(self) -> None:
        """Shows another answer: list and text."""
        self.show_list()
        self.is_behind = True
        self.catch_up()

    def show_list(self) -> None:
        """Shows the answer's rows."""
        self.list.show(self.session.answer.rows, self.session.index)

    def catch_up(self) -> None:
        """Shows the text that the list is ahead of, if it is."""
        if self.is_behind:
            self.is_behind = False
            self.show_text()
            for part in self.parts:
                part.answered()

    def show_text(self) -> None:
        """Shows the text of the post that is chosen, or what is highlighted now in the one that is shown."""
        key, post = self.key, self.post
        if key is not None and key == post.key and post.readout is not None:
            self._highlight(post.readout)
        else:
            for part in self.parts:
                part.leaving()
            self._open(key)
            for part in self.parts:
                part.opened()
        self.tell()

    def _open(self, key: int | None) -> None:
        """Shows the text of a post where it was left, or at its first hit."""
        post = self.post
        post.readout = readout = None if key is None else self.session.readout(key)
        post.key = key if readout else None
        post.anchor = None
        if key is None or readout is None:
            self.text.show(notice_blocks(self.session, self.progress))
            return
        self.session.note_opened(key)
        mark, light = self.marks.of(key), self.light
        self.text.show(self._blocks_of(mark, readout), light.hits(readout), quiet=light.is_quiet)
        if mark.place:
            self.text.home.open(mark.place)
        if self.text.hits and not light.is_quiet:
            self.text.jump_to_hit(0)

    def show_again(self) -> None:
        """Shows the post anew where it is: its text, its notes, or what is dimmed in it has changed."""
        key, readout, light = self.post.key, self.post.readout, self.light
        if key is not None and readout is not None:
            blocks = self._blocks_of(Mark() if self.post.has_gone else self.marks.of(key), readout)
            self.text.show(blocks, light.hits(readout), keep=True, quiet=light.is_quiet)

    def _blocks_of(self, mark: Mark, readout: Readout) -> list[Block]:
        from reader.tui.readout_page import readout_blocks  # noqa: PLC0415  # off the start: the whole model

        blocks = readout_blocks(readout, mark, self._paragraph_spacing)
        for light in self.lights:
            if light.is_on:
                blocks = light.dim(blocks, readout)
        return blocks

    def _highlight(self, readout: Readout) -> None:
        """Highlights the hits of a post whose text is shown already."""
        light = self.light
        hits = light.hits(readout)
        if list(self.text.hits) != hits:
            self.text.light(hits, quiet=light.is_quiet)
            if hits and not light.is_quiet:
                self.text.jump_to_hit(0)
            else:
                self.text.home.go_back()

    def stand_on(self, index: int) -> None:
        """Puts the cursor on a row, and shows its post."""
        self.post.version = None
        self.session.stand_on(index)
        self.list.move(self.session.index)
        self.show_text()

    def show_post(self, key: int) -> None:
        """Shows a post with the cursor on it, or its text alone where the filter has left it out."""
        if self.session.fetch_all():
            self.show_list()
        index = self.library.index_of(key, self.session.answer)
        if index is not None:
            self.stand_on(index)
        else:
            self.post.version = key
            self.show_text()

    def show_paragraph(self, paragraph: int) -> None:
        """Goes to a body paragraph of the post that is shown."""
        if not self.text.display:
            self.to_text()
        self.text.go_to_paragraph(paragraph)

    def to_text(self) -> None:
        """Gives the keys to the text; on a narrow terminal, shows it. The post has been read then."""
        self.screen.add_class("-text")
        self.screen.set_focus(self.text)
        self.mark_read()
        for part in self.parts:
            part.entered()

    def to_list(self) -> None:
        """Gives the keys to the list; on a narrow terminal, shows it."""
        self.screen.remove_class("-text")
        self.screen.set_focus(self.list)

    def end_selection(self) -> bool:
        """Selects nothing any more; False where nothing was selected."""
        was_selected = self.text.selected.selection is not None
        self.post.anchor = None
        self.text.selected.select(None)
        return was_selected

    def mark(self, make: Callable[[MarkKeeper, int, Mark], None]) -> None:
        """Makes a mark on the post that is shown; it may have gone a moment ago."""
        key = self.post.key
        if key is None:
            return
        try:
            make(self.marks, key, self.marks.of(key))
        except KeyError:
            self.tell(_("this post is not in the folder any more"))
        else:
            self.show_marks()

    def mark_read(self) -> None:
        """Marks the post as read, for the reader has gone into its text or paged to its end."""
        if self.post.key is not None:
            with suppress(KeyError):  # it has gone
                if not self.marks.of(self.post.key).read:
                    self.mark(lambda marks, key, _: marks.set_read(key, True))

    def show_marks(self) -> None:
        """Shows a mark that was just made, in a row that stays in the list anyway; says so where it is not kept."""
        self.tell_notices()
        self.session.forget_rows()
        self.list.paint_all()
        self.tell(self.marks.unkept.sentence if self.marks.unkept else "")
