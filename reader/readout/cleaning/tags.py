"""What a tag does to the text in it: parts paragraphs, makes it bold, a caption, or drops it.

May import `tree`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from reader.readout.cleaning.tree import Node

_CELL_LENGTH = 200
"""A table's cell with more text lays out a page, it is no part of a row."""
_CELL_NODES = 100
"""So much of a cell is looked at."""


def _words(names: str) -> frozenset[str]:
    return frozenset(names.split())


_LEAVES = _words("p h1 h2 h3 h4 h5 h6 li dt dd figcaption caption")
_CONTAINERS = _words(
    "html body div section article main header footer aside nav center blockquote ul ol dl table thead tbody tfoot"
    " tr form fieldset figure address hr details summary pre"
)
_CELLS = frozenset({"td", "th"})
DROPPED = _words(
    "script style iframe video audio object embed noscript template svg canvas button select textarea head rt rp"
)
FURNITURE = _words("nav header footer aside form")
_BOLD = frozenset({"strong", "b", "h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD_STYLE = re.compile(r"font-weight:\s*(?:bold|[6-9]00)|strong-bold", re.IGNORECASE)
JUNK_CLASS = re.compile(r"appendQr|app-kaihu|article_adlist|qr[_-]?code", re.IGNORECASE)
_CAPTION_CLASS = re.compile(r"img_descr|figcaption")


class Role(NamedTuple):
    """What a tag does to the text in it."""

    block: bool = False
    cell: bool = False
    leaf: bool = False
    caption: bool = False
    bold: bool = False
    link: bool = False


PLAIN = Role()
CONTAINER = Role(block=True)
ROLES = {
    **dict.fromkeys(_CONTAINERS, CONTAINER),
    **dict.fromkeys(_CELLS, Role(cell=True)),
    **{
        name: Role(block=name in _LEAVES, leaf=name in _LEAVES, caption=name == "figcaption", bold=name in _BOLD)
        for name in _LEAVES | _BOLD
    },
    "a": Role(link=True),
}
"""What tags do by their names alone; every other does nothing."""


def styled(role: Role, attributes: Mapping[str, str]) -> Role:
    """The role of a tag whose attributes may make it a caption, or bold."""
    if "class" in attributes and _CAPTION_CLASS.search(attributes["class"]):
        role = role._replace(caption=True)
    return role._replace(bold=True) if _is_bold(attributes) else role


def _is_bold(attributes: Mapping[str, str]) -> bool:
    """Whether a tag's style, the crawler's own too, makes its text bold."""
    style = attributes.get("style") or attributes.get("cms-style")
    return bool(style and _BOLD_STYLE.search(style))


def lays_out(cell: Node) -> bool:
    """Whether a table's cell holds paragraphs, long text or another table: it places a page, it is no datum of a row.

    Looks at the first _CELL_NODES nodes only, so that tables nested thousands deep cost no more than flat ones.
    """
    paragraphs = length = 0
    nodes = [*cell.contents[:_CELL_NODES]]
    for node in nodes:
        if isinstance(node, Node):
            paragraphs += node.name == "p"
            if node.name == "table" or paragraphs > 1:
                return True
            nodes += node.contents[: max(_CELL_NODES - len(nodes), 0)]
        else:
            length += len(node.strip())
    return length > _CELL_LENGTH
