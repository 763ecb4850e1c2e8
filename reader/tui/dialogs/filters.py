"""Filters with names: a list to choose from; what is typed may also be the name of the present filter.

May import Textual, `i18n` and this room.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual.binding import Binding

from reader.i18n import _
from reader.text.safety import one_line
from reader.tui.dialogs.choosing import ChoosingScreen, Column
from reader.tui.key_gate import bound

NAME_CELLS = 20


class Saved(NamedTuple):
    """A filter with its name; `is_new` where it is still to be kept."""

    name: str
    query: str
    is_new: bool = False


class FiltersScreen(ChoosingScreen[Saved]):
    """Dismissed with the filter chosen, or with the present one and the name that it is to get."""

    BINDINGS: ClassVar[list[Binding]] = [bound("forget", "delete")]

    def __init__(self, saved: Sequence[tuple[str, str]], present: str, forget: Callable[[str, str], None]) -> None:
        """`saved` are pairs of name and filter, `present` the filter that may be kept; `forget` takes the name of a
        filter back.
        """
        self._present = present
        self._forget = forget
        super().__init__(
            [Saved(*pair) for pair in saved],
            _("choose a filter, or type a name for the present one"),
            keys=_("↑↓ Move|Enter Apply or keep|Del Forget|Esc Back"),
        )

    def text(self, item: Saved) -> str:
        """Name and filter."""
        return f"{item.name} {item.query}"

    def columns(self, item: Saved) -> Sequence[Column]:
        """Name and filter; of one to be kept, that it will be."""
        name = one_line(item.name)
        if item.is_new:
            name = _("keep as “{name}”").format(name=name)
        return Column(name, "mark" if item.is_new else "name", NAME_CELLS, 2), Column(one_line(item.query))

    def matching(self, typed: str) -> Sequence[Saved]:
        """The filters that hold what was typed, and the present one under that name."""
        name, found = typed.strip(), super().matching(typed)
        is_new = bool(name and self._present) and all(item.name != name for item in self.items)
        return [*found, Saved(name, self._present, is_new=True)] if is_new else found

    def action_forget(self) -> None:
        """Takes the name under the cursor back."""
        here = self._list.here
        if here is not None and not here.is_new:
            self._forget(here.name, here.query)
            self.items.remove(here)
            self._list.show(self.matching(self._input.value))
