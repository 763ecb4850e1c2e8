"""Where the words of a paragraph were said before: the words, and the last earlier meeting that says them.

May import Textual, `views.wording`, `locale`, `text` and this room.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style

from reader.analysis.where import Body
from reader.locale.screen import numbered
from reader.locale.views import WordingWords
from reader.text.cells import cells
from reader.tui.views.rows import RowsView
from reader.tui.views.view import ViewScreen
from reader.tui.widgets.lines import Pen
from reader.views.report import Target
from reader.views.wording import Source


class SourcesView(RowsView[Source]):
    """Two lines a passage: its words; the meeting."""

    def __init__(self, body: Body, words: WordingWords) -> None:
        super().__init__()
        self._body = body
        self._words = words

    def height_of(self, row: Source) -> int:
        """Two."""
        return 2

    def write(self, pen: Pen, row: Source, part: int, base: Style) -> None:
        """The words; how many meetings say them, and which was the last."""
        if not part:
            pen.write(row.here.words(self._body), self.ink_on("text", base), reserve=1)
            return
        detail = self.ink_on("detail", base)
        paragraph = self._words.paragraph.format(number=row.there.paragraph + 1)
        lead = numbered(self._words.source, row.meetings)
        pen.write(f"{lead}{row.meeting.day} ", detail)
        pen.write(row.meeting.name, detail, reserve=cells(paragraph) + 2)
        pen.space(1, base).write(paragraph, detail)


class SourcesScreen(ViewScreen[Source]):
    """Where passages were said before; a row opens the earlier meeting there."""

    def __init__(self, body: Body, sources: Sequence[Source], words: WordingWords) -> None:
        super().__init__(SourcesView(body, words), words.sources_keys)
        self._body = body
        self._sources = sources
        self._words = words

    def copy(self) -> SourcesScreen:
        """The same list."""
        return SourcesScreen(self._body, self._sources, self._words)

    def fill(self, cursor: int) -> None:
        """Which paragraph it is, then the passages."""
        paragraph = self._sources[0].here.paragraph
        self._head.show([[(self._words.sources.format(number=paragraph + 1), "mark")]])
        self._rows.show(self._sources, cursor)

    def target(self, row: Source) -> Target:
        """The passage in the earlier meeting."""
        return Target(row.meeting.key, row.there)
