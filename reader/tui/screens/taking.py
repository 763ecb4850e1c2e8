"""Taking away what one reads: to the terminal's clipboard, or to a browser.

May import Textual and this room. A terminal does not say whether it took what it was sent (OSC 52): the foot only says
that it was sent, or which program has it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from textual import on

from reader.tui.copying import copying
from reader.tui.messages import Unopened
from reader.tui.screens.outlining import OutliningScreen
from reader.tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from reader.locale.screen import ScreenWords
    from reader.readout.model import Readout
    from reader.tui.clipboard import Copied

_SCHEMES = ("http", "https")


class TakingScreen(OutliningScreen):
    """The outline and the panes, with what copies from them. `do_…` methods are commands of the table."""

    _selecting_from: int | None = None

    def do_copy(self) -> None:
        """Copies what is selected, else the words of the paragraph that is being read."""
        from reader.export.citation import paragraph_text  # noqa: PLC0415  # off the start

        if self._text.selected_text:
            self._copy_selection()
        else:
            self._send_paragraph(paragraph_text, self._words.screen.copied_paragraph)

    @on(TextPane.Selected)
    def _copy_selection(self) -> None:
        self._send(self._text.selected_text, self._words.screen.copied_selection)
        self._selecting_from = None

    def do_select(self) -> None:
        """Selects the paragraph that is being read, and with it those that are gone to, until it is pressed again."""
        paragraph = self._text.paragraph
        if self._selecting_from is not None:
            self._end_selecting()
        elif paragraph is not None:
            self._selecting_from = paragraph
            self._text.select_paragraphs(paragraph, paragraph)

    def _end_selecting(self) -> None:
        self._selecting_from = None
        self._text.select(None)

    def _step_paragraph(self, step: int) -> None:
        super()._step_paragraph(step)
        paragraph = self._text.paragraph
        if self._selecting_from is not None and paragraph is not None:
            self._text.select_paragraphs(self._selecting_from, paragraph)

    def _open(self, key: int | None) -> None:
        self._selecting_from = None
        super()._open(key)

    def do_cite(self) -> None:
        """Copies what is selected, else that paragraph, in quotation marks with its citation."""
        from reader.export.citation import quotation  # noqa: PLC0415  # off the start

        selected = self._text.selected_words()
        if self._readout is not None and selected:
            self._send(quotation(self._readout, selected), self._words.screen.copied_selection_cited)
            self._selecting_from = None
            return
        self._send_paragraph(
            lambda readout, paragraph: quotation(readout, [(readout.body[paragraph], paragraph)]),
            self._words.screen.copied_quotation,
        )

    def _send_paragraph(self, words: Callable[[Readout, int], str], told: str) -> None:
        """Copies what is made of the paragraph that is being read."""
        paragraph = self._text.paragraph
        if self._readout is None or paragraph is None:
            self._show_state(self._words.screen.nothing_to_copy)
        else:
            self._send(words(self._readout, paragraph), told, paragraph + 1)

    def do_copy_link(self) -> None:
        """Copies the address of the post."""
        link = self._link()
        if link:
            self._send(link, self._words.screen.copied_link)

    def do_browse(self) -> None:
        """Opens the address of the post in a browser, because it was asked to."""
        link = self._link()
        if link:
            from reader.tui.browser import open_link  # noqa: PLC0415  # hardly ever

            self._show_state(self._words.screen.browsing.format(link=link))
            try:
                open_link(link, lambda: self._unopened(link))
            except OSError:
                self._unopened(link)

    def _unopened(self, link: str) -> None:
        self.post_message(Unopened(link))

    @on(Unopened)
    def _tell_unopened(self, message: Unopened) -> None:
        """No browser took the link; told whenever that turns out."""
        self._show_state(self._words.screen.no_browser.format(link=message.link))

    def _link(self) -> str:
        """The address of the post; where it has none that a browser may be given, the foot says so."""
        from reader.text.safety import one_line  # noqa: PLC0415  # off the start

        link = one_line((self._readout and self._readout.link) or "")
        if _is_address(link):
            return link
        self._show_state(self._words.screen.no_link)
        return ""

    def _send(self, text: str, told: str, number: int = 0) -> None:
        def copied(how: Copied) -> None:
            way = _told_way(how, self._words.screen)
            self._show_state(told.format(number=number, count=len(text), way=way))

        copying(self.app).copy(text, copied)


def _told_way(how: Copied, words: ScreenWords) -> str:
    """How a text was copied, in words."""
    if how.way:
        return words.copied_by.format(way=how.way)
    sent = words.copied_long if how.is_long else words.copied_sent
    return words.copy_failed.format(sent=sent, failed=how.failed) if how.failed else sent


def _is_address(link: str) -> bool:
    """Whether a browser may be given it: a scheme of the web and a host, not `https:` or `http://[`."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme.lower() in _SCHEMES and bool(parts.hostname)
