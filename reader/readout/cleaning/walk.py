"""A tree -> blocks of text and the addresses of images; what each tag does to the text in it.

May import `text`, `blocks` and `tree`. Inline tags are joined with nothing (the crawler cuts words with stock links), a
`<br>` and a block's edge part paragraphs, text outside `<p>` is kept, and a row of a table is one block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reader.readout.cleaning.blocks import Block, BlockKind, Cleaned, split_indents, tidy
from reader.readout.cleaning.tree import Node
from reader.text.safety import one_line

_CELL_LENGTH = 200
"""A table's cell with more text lays out a page, it is no part of a row."""
_CELL_NODES = 100
"""So much of a cell is looked at."""
HEADING_LENGTH = 40
"""A wholly bold paragraph of at most so many characters, without a full stop, is a sub-heading."""
CAPTION_LENGTH = 200
"""A longer text in a caption's element is body that an unclosed tag swallowed."""
_GUARDED = 10
"""How often the text of a piece of furniture is weighed against the page's: more are a page made to stop the reader."""
_ADVERT_IMAGE = "343233024.png"
_FINAL_MARKS = "。；，：！？”"
_WORD = re.compile(r"[^\W_]")


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


def walk(tree: Node, *, page: bool = False) -> Cleaned:
    """The blocks and images of a tree; of a whole `page` without the blocks that consist of links only."""
    return _Walk(tree, page).result()


class _Walk:
    """One pass over a tree, with an explicit stack: posts nest deeper than Python may recurse."""

    def __init__(self, root: Node, page: bool) -> None:
        self._root = root
        self._page = page
        self._blocks: list[Block] = []
        self._images: dict[str, None] = {}
        self._pieces: list[str] = []
        self._row = self._plain = self._written = self._linked = self._unlinked = False
        self._leaves = self._cells = self._bolds = self._captions = self._links = 0
        self._alt = ""
        self._stops: int | None = None
        self._weighed = 0
        self._run(root)
        self._flush()

    def result(self) -> Cleaned:
        return Cleaned(tuple(self._blocks), tuple(self._images))

    def _run(self, root: Node) -> None:
        stack: list[tuple[Role, Iterator[Node | str]]] = [(PLAIN, iter(root.contents))]
        while stack:
            role, children = stack[-1]
            for child in children:
                if isinstance(child, Node):
                    if child.name in DROPPED or (child.name in FURNITURE and self._is_furniture(child)):
                        continue
                    inner = self._enter(child)
                    if inner is None:
                        continue
                    stack.append((inner, iter(child.contents)))
                    break
                self._text(child)
            else:
                stack.pop()
                self._leave(role)

    def _enter(self, tag: Node) -> Role | None:
        """What the tag is, counted in; None where nothing of it is shown."""
        name, attributes = tag.name, tag.attrs
        role = ROLES.get(name, PLAIN)
        if attributes:
            if "class" in attributes and JUNK_CLASS.search(attributes["class"]):
                return None
            role = styled(role, attributes)
        if role is PLAIN:
            if name == "br":
                self._break()
            elif name == "img":
                self._image(tag)
            return role
        if role.cell:
            if lays_out(tag):
                role = CONTAINER
            elif self._written:
                self._pieces.append("\u3000")
                self._row = True
        if role.block:
            self._break()
        if role.caption:
            self._flush()
        if role is not CONTAINER:
            self._count(role, 1)
        return role

    def _leave(self, role: Role) -> None:
        if role is PLAIN:
            return
        if role.block:
            self._break()
        if role.caption:
            self._flush()
        if role is not CONTAINER:
            self._count(role, -1)

    def _count(self, role: Role, step: int) -> None:
        self._cells += role.cell * step
        self._leaves += role.leaf * step
        self._captions += role.caption * step
        self._bolds += role.bold * step
        self._links += role.link * step

    def _is_furniture(self, tag: Node) -> bool:
        """Whether a tag is a site's navigation, header or form; one with most of the sentences is the article."""
        if self._weighed > _GUARDED:
            return False
        if self._stops is None:
            self._stops = self._root.get_text().count("。")
        self._weighed += 1
        stops = tag.get_text().count("。")
        return stops * 2 < self._stops if self._stops else self._page or tag.name == "nav"

    def _break(self) -> None:
        """The edge of a block: a new paragraph, but only a space inside a table's cell."""
        if self._cells:
            self._pieces.append(" ")
        elif self._pieces:
            self._flush()

    def _text(self, text: str) -> None:
        if self._leaves or self._cells or "\n" not in text:
            self._piece(text)
            return
        first, *rest = text.split("\n")
        self._piece(first)
        for line in rest:
            self._flush()
            self._piece(line)

    def _piece(self, text: str) -> None:
        if not text:
            return
        self._pieces.append(text)
        if not text.isspace():
            self._written = True
            self._plain = self._plain or not self._bolds
            if self._links:
                self._linked = True
            elif not self._unlinked:
                self._unlinked = bool(_WORD.search(text))

    def _image(self, tag: Node) -> None:
        address = one_line(tag.get("src") or tag.get("data-src"))
        if address and not address.startswith("data:") and not address.endswith(_ADVERT_IMAGE):
            self._images.setdefault(address)
        self._alt = tidy(tag.get("alt"))

    def _flush(self) -> None:
        if not self._pieces:
            return
        raw = "".join(self._pieces)
        if not raw.isspace():
            for paragraph in [raw] if self._row else split_indents(raw):
                self._add(tidy(paragraph))
        self._pieces.clear()
        self._row = self._plain = self._written = self._linked = self._unlinked = False

    def _add(self, text: str) -> None:
        if not text or (self._page and self._linked and not self._unlinked and text[-1] not in _FINAL_MARKS):
            return
        self._blocks.append(Block(text, self._kind(text)))
        self._alt = ""

    def _kind(self, text: str) -> BlockKind:
        if (self._captions or text == self._alt) and len(text) <= CAPTION_LENGTH:
            return BlockKind.CAPTION
        if not self._plain and len(text) <= HEADING_LENGTH and text[-1] not in _FINAL_MARKS:
            return BlockKind.HEADING
        return BlockKind.TEXT
