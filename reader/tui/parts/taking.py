"""Taking away what one reads: to the terminal's clipboard, or to a browser.

May import `export`, `text`, `i18n` and this room. A terminal does not say whether it took what it was sent (OSC 52):
the status line only says that it was sent, or which program has it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reader.export.citation import paragraph_text, quotation
from reader.i18n import _
from reader.text.safety import one_line
from reader.tui.browser import open_link
from reader.tui.copying import copying
from reader.tui.part import Part

if TYPE_CHECKING:
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
            self._send_paragraph(paragraph_text, _("Paragraph {number} ({count} characters) {way}."))

    def copy_selection(self) -> None:
        """Copies what is selected."""
        self.send(self.desk.text.selected.text, _("{count} selected characters {way}."))
        self.desk.post.anchor = None

    def do_cite(self) -> None:
        """Copies what is selected, else that paragraph, in quotation marks with its citation."""
        desk = self.desk
        selected, readout = desk.text.selected.words(), desk.post.readout
        if readout is not None and selected:
            self.send(quotation(readout, selected), _("{count} selected characters and their citation {way}."))
            desk.post.anchor = None
            return
        self._send_paragraph(
            lambda readout, paragraph: quotation(readout, [(readout.body[paragraph], paragraph)]),
            _("Paragraph {number} and its citation {way}."),
        )

    def _send_paragraph(self, words: Callable[[Readout, int], str], sentence: str) -> None:
        """Copies what is made of the paragraph that is being read."""
        paragraph, readout = self.desk.text.paragraph, self.desk.post.readout
        if readout is None or paragraph is None:
            self.desk.tell(_("There is no paragraph to copy."))
        else:
            self.send(words(readout, paragraph), sentence, paragraph + 1)

    def do_copy_link(self) -> None:
        """Copies the address of the post."""
        link = self._link()
        if link:
            self.send(link, _("Link {way}."))

    def do_browse(self) -> None:
        """Opens the address of the post in a browser, because it was asked to. That none took it may turn out later."""
        link = self._link()
        if link:
            unopened = partial(
                self.desk.later,
                self.desk.tell,
                _("No browser with a window of its own was found; set $BROWSER to one: {link}").format(link=link),
            )
            self.desk.tell(_("Opening {link} in a browser.").format(link=link))
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
        self.desk.tell(_("This post has no link that can be opened."))
        return ""

    def send(self, text: str, sentence: str, number: int = 0) -> None:
        """Copies a text; the sentence says what it was, with its `number`, its `count` of characters and the `way`."""

        def copied(how: Copied) -> None:
            way = _way(how)
            self.desk.tell(sentence.format(number=number, count=len(text), way=way))

        copying(self.desk.screen.app).copy(text, copied)


def _way(how: Copied) -> str:
    """How a text was copied, in words."""
    if how.way:
        return _("copied ({way})").format(way=how.way)
    sent = (
        _("sent to the terminal's clipboard; so long a text may be refused: x writes it to a file")
        if how.is_long
        else _("sent to the terminal's clipboard")
    )
    return _("{sent} ({failed} failed)").format(sent=sent, failed=how.failed) if how.failed else sent


def _is_address(link: str) -> bool:
    """Whether a browser may be given it: a scheme of the web and a host, not `https:` or `http://[`."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme.lower() in _SCHEMES and bool(parts.hostname)
