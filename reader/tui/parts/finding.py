"""Finding words in the post that is shown, which leaves the list alone.

May import `query`, `i18n` and this room.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.i18n import _, keyed
from reader.query import QueryError, parse
from reader.query.match import hits
from reader.text.safety import one_line
from reader.tui.desk import Desk
from reader.tui.dialogs.asking import AskScreen
from reader.tui.part import Light, Part

if TYPE_CHECKING:
    from reader.query.model import Hit, Query
    from reader.readout.model import Readout


class Finding(Part, Light):
    """The words that are found."""

    name = "find"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._query: Query | None = None
        self._typed = ""

    def do_find(self) -> None:
        """Opens the line for the words to be found; they are highlighted as they are typed."""
        desk, before = self.desk, self._typed

        def typed(text: str | None) -> None:
            self._look_for(text or before)

        def found(text: str | None) -> None:
            desk.show_keys()
            typed(text)
            if text:
                desk.text.home.stay()

        desk.status.show_keys(keyed(_("Enter Done|Esc As before")))
        desk.ask(AskScreen(before or _("find in this post"), "", typed), found)

    def _look_for(self, text: str) -> None:
        desk = self.desk
        try:
            query = parse(text)
        except QueryError as error:
            desk.tell(error.sentence)
            return
        self._typed = text
        self._query = query if any(query.words()) else None
        self.uncover()
        if desk.post.readout is not None:
            desk.text.light(desk.light.hits(desk.post.readout))
            desk.text.home.go_back()
            if desk.text.hits:
                desk.text.jump_to_hit(desk.text.first_hit_seen())
        desk.tell()

    @property
    def is_on(self) -> bool:
        """Whether words are looked for."""
        return self._query is not None

    def hits(self, readout: Readout) -> list[Hit]:
        """Where they stand."""
        return hits(self._query, readout) if self._query is not None else []

    def place(self) -> str:
        """What is looked for, and which of its places is stood on."""
        text = self.desk.text
        number = 0 if text.current is None else text.current + 1
        return _("found {text} {index}/{count}").format(text=one_line(self._typed), index=number, count=len(text.hits))

    def end(self) -> bool:
        """Ends the finding."""
        if self._query is None:
            return False
        self.desk.text.home.stay()
        self._look_for("")
        return True
