"""A tree -> blocks of text and the addresses of images.

May import `text`, `blocks`, `tags` and `tree`. Inline tags are joined with nothing (the crawler cuts words with stock
links), a `<br>` and a block's edge part paragraphs, text outside `<p>` is kept, and a row of a table is one block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.readout.cleaning.blocks import Block, BlockKind, Cleaned, split_indents, tidy
from reader.readout.cleaning.tags import (
    CONTAINER,
    DROPPED,
    FURNITURE,
    JUNK_CLASS,
    PLAIN,
    ROLES,
    Role,
    lays_out,
    styled,
)
from reader.readout.cleaning.tree import Node
from reader.text.safety import one_line

HEADING_LENGTH = 40
"""A wholly bold paragraph of at most so many characters, without a full stop, is a sub-heading."""
CAPTION_LENGTH = 200
"""A longer text in a caption's element is body that an unclosed tag swallowed."""
_GUARDED = 10
"""How often the text of a piece of furniture is weighed against the page's: more are a page made to stop the reader."""
_ADVERT_IMAGE = "343233024.png"
_FINAL_MARKS = "。；，：！？”"
_WORD = re.compile(r"[^\W_]")


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
