"""Each view across meetings, as the tests of all views open it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reader.views import VIEWS as TABLE
from reader.views import View


class Opened(NamedTuple):
    """How a view is opened, by the name of its command, and what is seen above its footer.

    `keys` are what a terminal sends; `seen` stands there over the work conference of the samples in any language,
    `own_word` over any meeting, in Chinese.
    """

    command: str
    keys: str
    seen: str
    own_word: str

    @property
    def pressed(self) -> list[str]:
        """The keys, one by one, as Textual calls them."""
        return ["enter" if key == "\r" else key for key in self.keys]


_SEEN: Mapping[str, tuple[str, str]] = {
    "compare": ("+ 2022-01-24", "保留"),
    "context": ("人、物同防", "语境"),
    "phrases": ("四个意识", "提法"),
    "matrix": ("yu jianhua", "列名表"),
    "figures": ("394.8万个", "数据"),
    "series": ("47", "系列"),
}
"""What is seen of the views that are looked at more closely; of others, that a view is there."""
_IN_NO_POST = ("said",)
"""What there is nothing to be seen of in every post."""


def _opened(view: View) -> Opened:
    typed = "人物同防\r" if view.takes == "term" else ""
    return Opened(view.command, view.keys[0] + typed, *_SEEN.get(view.command, ("Esc", "返回")))


VIEWS = tuple(_opened(view) for view in TABLE.values() if view.command not in _IN_NO_POST)
