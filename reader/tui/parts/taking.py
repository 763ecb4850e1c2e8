"""Taking away what one reads: to the terminal's clipboard, or to a browser.

May import `export`, `text` and this room. A terminal does not say whether it took what it was sent (OSC 52): the status
line only says that it was sent, or which program has it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.export.citation import paragraph_text, quotation
from reader.text.safety import one_line
from reader.tui.browser import open_link
from reader.tui.copying import copying
from reader.tui.desk import Part

if TYPE_CHECKING:
    from reader.locale.screen import ScreenWords
    from reader.readout.model import Readout
    from reader.tui.clipboard import Copied

_SCHEMES = ("http", "https")


class Taking(Part):
    """Selecting by keys, copying, citing; the post's address."""

    def do_select(self) -> None:
        """Selects the paragraph that is being read, and with it those that are gone to, until it is pressed again."""
        text, post = self.desk.text, self.desk.post
        paragraph = text.paragraph
        if post.anchor is not None:
            self.desk.end_selection()
        elif paragraph is not None:
            post.anchor = paragraph
            text.selected.select_paragraphs(paragraph, paragraph)

    def do_copy(self) -> None:
        """Copies what is selected, else the words of the paragraph that is being read."""
        if self.desk.text.selected.text:
            self.copy_selection()
        else:
            self._send_paragraph(paragraph_text, self.desk.words.screen.copied_paragraph)

    def copy_selection(self) -> None:
        """Copies what is selected."""
        self.send(self.desk.text.selected.text, self.desk.words.screen.copied_selection)
        self.desk.post.anchor = None

    def do_cite(self) -> None:
        """Copies what is selected, else that paragraph, in quotation marks with its citation."""
        desk, screen = self.desk, self.desk.words.screen
        selected, readout = desk.text.selected.words(), desk.post.readout
        if readout is not None and selected:
            self.send(quotation(readout, selected), screen.copied_selection_cited)
            desk.post.anchor = None
            return
        self._send_paragraph(
            lambda readout, paragraph: quotation(readout, [(readout.body[paragraph], paragraph)]),
            screen.copied_quotation,
        )

    def _send_paragraph(self, words: Callable[[Readout, int], str], sentence: str) -> None:
        """Copies what is made of the paragraph that is being read."""
        paragraph, readout = self.desk.text.paragraph, self.desk.post.readout
        if readout is None or paragraph is None:
            self.desk.tell(self.desk.words.screen.nothing_to_copy)
        else:
            self.send(words(readout, paragraph), sentence, paragraph + 1)

    def do_copy_link(self) -> None:
        """Copies the address of the post."""
        link = self._link()
        if link:
            self.send(link, self.desk.words.screen.copied_link)

    def do_browse(self) -> None:
        """Opens the address of the post in a browser, because it was asked to. That none took it may turn out later."""
        link = self._link()
        if link:
            screen = self.desk.words.screen
            unopened = partial(self.desk.later, self.desk.tell, screen.no_browser.format(link=link))
            self.desk.tell(screen.browsing.format(link=link))
            try:
                open_link(link, unopened)
            except OSError:
                unopened()

    def _link(self) -> str:
        """The address of the post; where it has none that a browser may be given, the status line says so."""
        readout = self.desk.post.readout
        link = one_line((readout and readout.link) or "")
        if _is_address(link):
            return link
        self.desk.tell(self.desk.words.screen.no_link)
        return ""

    def send(self, text: str, sentence: str, number: int = 0) -> None:
        """Copies a text; the sentence says what it was, with its `number`, its `count` of characters and the `way`."""

        def copied(how: Copied) -> None:
            way = _way(how, self.desk.words.screen)
            self.desk.tell(sentence.format(number=number, count=len(text), way=way))

        copying(self.desk.screen.app).copy(text, copied)


def _way(how: Copied, words: ScreenWords) -> str:
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
