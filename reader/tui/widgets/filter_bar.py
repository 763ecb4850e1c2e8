"""The line in which the filter is typed. Imported and mounted on the first `/`, to keep it off the start.

May import Textual, `query` and `i18n`. What cannot be read is underlined; the screen says why.
"""

from __future__ import annotations

from collections.abc import Callable

from rich.highlighter import Highlighter
from rich.text import Text

from reader.i18n import _
from reader.query import QueryError, parse
from reader.tui.widgets.line_input import LineInput


class FaultHighlighter(Highlighter):
    """Underlines the part of a query that cannot be read."""

    def highlight(self, text: Text) -> None:
        """Marks the fault in place, if there is one."""
        try:
            parse(text.plain)
        except QueryError as error:
            text.stylize("bold underline", error.start, max(error.end, error.start + 1))


class FilterBar(LineInput):
    """The filter, over the footer. Its keys that are no editing belong to the screen, which has them first."""

    DEFAULT_CSS = "FilterBar { dock: bottom; margin-bottom: 1; }"

    def __init__(self, text: str, last: str, changed: Callable[[str], None]) -> None:
        """`last` is what was looked for the last time; `changed` is called with every new text before it is painted."""
        hint = _('keyword  official:nyf  since:2022  -without  a|b  "exact"')
        self._last = last
        recalled = _("F4: {query} as last time").format(query=last) + "  " if last else ""
        super().__init__(text, recalled + hint, changed, FaultHighlighter())

    def recall(self) -> None:
        """Takes what was looked for the last time."""
        self.replace(self._last, 0, len(self.value))
