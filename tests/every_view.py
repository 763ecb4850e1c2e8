"""Each view across meetings, as the tests of all views open it; `tests/tui/test_views.py` asks that none is missing."""

from __future__ import annotations

from typing import NamedTuple


class Opened(NamedTuple):
    """How a view is opened, by the name of its command, and what is seen above its foot.

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


VIEWS = (
    Opened("compare", "C", "+ 2022-01-24", "保留"),
    Opened("context", "K人物同防\r", "人、物同防", "语境"),
    Opened("phrases", "P", "四个意识", "提法"),
    Opened("matrix", "O", "yu jianhua", "列名表"),
    Opened("figures", "#", "394.8万个", "数据"),
    Opened("series", "S", "47", "系列"),
)
