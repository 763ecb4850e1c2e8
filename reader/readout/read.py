"""Joins the steps of this room: the bytes of a file in, a `Readout` out.

May import every module of this room.
"""

from __future__ import annotations

import re

from reader.readout.cleaning.blocks import MOST, Block, BlockKind, Cleaned, joined
from reader.readout.cleaning.clean import clean_page, clean_post
from reader.readout.cleaning.credits import Sorted, credits_of, sort_blocks
from reader.readout.cleaning.glosses import is_glossed, without_glosses
from reader.readout.cleaning.page import Page, is_page
from reader.readout.cleaning.post import Post, parse_post
from reader.readout.data import HAN
from reader.readout.faults import Fault, FaultCode, PostError
from reader.readout.grammar.dates import parse_published
from reader.readout.grammar.structure import part_highlights, quotes
from reader.readout.grammar.understanding import understood
from reader.readout.model import Kind, Paragraph, ParagraphKind, Readout
from reader.text.safety import one_line

_HAN = re.compile(f"[{HAN}]")
_DATE_LENGTH = 60
_HEADLINE_LENGTH = 60


def read_post(data: bytes, *, suffix: str = ".txt") -> Readout:
    """Reads one post from the bytes of its file; `suffix` is the file's, with the dot.

    Raises PostError where there is nothing to read: an empty file, or no Chinese text and no title.
    """
    if not data.strip():
        raise PostError(Fault(FaultCode.EMPTY))
    post = parse_post(data)
    cleaned, page = _cleaned(post.text, suffix)
    if len(cleaned.blocks) > MOST:
        post = post._replace(faults=(*post.faults, Fault(FaultCode.MANY_PARAGRAPHS, str(len(cleaned.blocks)))))
        cleaned = cleaned._replace(blocks=joined(cleaned.blocks))
    author = _line(post.field("author") or page.author)
    blocks, headline = _with_headline(cleaned.blocks, post.field("title") or page.title)
    parts = sort_blocks(blocks, author)
    title = _title(headline)
    if not title and not any(_HAN.search(block.text) for block in parts.body):
        raise PostError(post.faults[0] if post.faults else Fault(FaultCode.NO_TEXT))
    printed_date = one_line(post.field("date") or page.date or "")[:_DATE_LENGTH]
    draft = _draft(post, parts, title=title, author=author, printed_date=printed_date, images=cleaned.images)
    return understood(draft)


def _cleaned(text: str, suffix: str) -> tuple[Cleaned, Page]:
    """What is left of a text without its markup, and what its head tells where it is a page."""
    if suffix.lower() in (".html", ".htm") or is_page(text):
        return clean_page(text)
    return clean_post(text), Page()


def _draft(
    post: Post, parts: Sorted, *, title: str, author: str | None, printed_date: str, images: tuple[str, ...]
) -> Readout:
    """The readout as far as it is known before its words are understood."""
    published = parse_published(printed_date) if printed_date else None
    highlights, count = part_highlights([block.text for block in parts.body])
    paragraphs = tuple(map(_paragraph, parts.body[count:]))
    faults = [*post.faults]
    if printed_date and not published:
        faults.append(Fault(FaultCode.DATE, printed_date))
    if not paragraphs:
        faults.append(Fault(FaultCode.NO_TEXT))
    return Readout(
        title=title,
        published=published,
        kind=Kind.ARTICLE,
        customs=False,
        paragraphs=paragraphs,
        original_title=parts.original_title,
        author=author,
        categories=tuple(map(one_line, post.items("categories"))),
        link=_line(post.field("link") or post.field("url")),
        highlights=highlights,
        quotes=quotes([paragraph.text for paragraph in paragraphs]),
        credits=parts.credits,
        images=images,
        captions=parts.captions,
        faults=tuple(faults),
        printed_date=printed_date,
    )


def _paragraph(block: Block) -> Paragraph:
    heading = block.kind is BlockKind.HEADING
    return Paragraph(block.text, ParagraphKind.HEADING if heading else ParagraphKind.TEXT)


def _with_headline(blocks: tuple[Block, ...], title: str | None) -> tuple[tuple[Block, ...], str]:
    """The blocks, and the title; of a post without one, a short first line above longer text is it."""
    if title or len(blocks) < 2:
        return blocks, title or ""
    first, second = blocks[0].text, blocks[1].text
    is_headline = len(first) <= _HEADLINE_LENGTH and first[-1] not in "。；，：" and len(second) > len(first)
    return (blocks[1:], first) if is_headline and _HAN.search(first) and not credits_of(first) else (blocks, "")


def _title(printed: str) -> str:
    """A title in one line, without the pinyin of a copied page."""
    title = one_line(printed)
    return without_glosses(title) if is_glossed([title]) else title


def _line(text: str | None) -> str | None:
    return one_line(text) or None if text else None
