"""Joins the steps of this room: the bytes of a file in, a `Readout` out.

May import every module of this room.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.readout.cleaning import Block, BlockKind, clean_post
from reader.readout.credits import sort_blocks
from reader.readout.dates import meeting_day, parse_published
from reader.readout.figures import figures
from reader.readout.meeting import GACC, find_meeting, read_form, read_name
from reader.readout.model import Fault, FaultCode, Kind, Meeting, Paragraph, ParagraphKind, PostError, Readout
from reader.readout.officials import attendees
from reader.readout.page import Page, read_page
from reader.readout.post import parse_post
from reader.readout.structure import outline, part_highlights, quotes
from reader.text.safety import one_line

_HAN = re.compile(r"[\u3400-\u9fff]")
_CUSTOMS = re.compile(r"海关|海關")
_DATE_LENGTH = 60
_LEDES = 2
"""A meeting is reported in one of the first paragraphs or not at all."""


def read_post(data: bytes, *, suffix: str = ".txt") -> Readout:
    """Reads one post from the bytes of its file; `suffix` is the file's, with the dot.

    Raises PostError where there is nothing to read: an empty file, or no Chinese text and no title.
    """
    if not data.strip():
        raise PostError(Fault(FaultCode.EMPTY))
    post = parse_post(data)
    page = read_page(post.text) if suffix.lower() in (".html", ".htm") else Page(None, None, None)
    cleaned = clean_post(post.text)
    parts = sort_blocks(cleaned.blocks)
    title = one_line(post.field("title") or page.title or "")
    if not title and not any(_HAN.search(block.text) for block in parts.body):
        raise PostError(post.faults[0] if post.faults else Fault(FaultCode.NO_TEXT))
    printed = one_line(post.field("date") or page.date or "")[:_DATE_LENGTH]
    published = parse_published(printed) if printed else None
    highlights, count = part_highlights([block.text for block in parts.body])
    paragraphs = tuple(map(_paragraph, parts.body[count:]))
    body = [paragraph.text for paragraph in paragraphs]
    faults = [*post.faults]
    if printed and not published:
        faults.append(Fault(FaultCode.DATE, printed))
    if not body:
        faults.append(Fault(FaultCode.NO_TEXT))
    draft = Readout(
        title=title,
        published=published,
        kind=Kind.ARTICLE,
        customs=False,
        paragraphs=paragraphs,
        original_title=parts.original_title,
        author=_line(post.field("author") or page.author),
        categories=tuple(map(one_line, post.items("categories"))),
        link=_line(post.field("link") or post.field("url")),
        highlights=highlights,
        quotes=quotes(body),
        figures=figures(body),
        credits=parts.credits,
        images=cleaned.images,
        captions=parts.captions,
        faults=tuple(faults),
    )
    return _with_meeting(draft, body)


def _with_meeting(draft: Readout, body: Sequence[str]) -> Readout:
    """The readout with its meeting, if it reports one, and the outline, which knows the people of the meeting."""
    titles = [title for title in (draft.title, draft.original_title) if title]
    named = find_meeting(body[:_LEDES], titles)
    if not named:
        return replace(draft, outline=outline(body, ()), customs=_about_customs(titles, body))
    found = attendees(body, named.name)
    parts = read_name(named.name)
    day = meeting_day(named.upto, " ".join(titles), draft.published_day, parts.year)
    meeting = Meeting(
        name=named.name,
        date=day.day if day else None,
        date_basis=day.basis if day else None,
        date_end=day.end if day else None,
        convener=named.convener,
        series=parts.series,
        number=parts.number,
        year=parts.year,
        place=named.place,
        form=read_form(named.name, body),
        people=found.people,
        collective=found.collective,
    )
    customs = named.convener == GACC or "海关" in named.name or _about_customs(titles, body)
    names = {person.name for person in found.people}
    return replace(draft, kind=Kind.MEETING, customs=customs, meeting=meeting, outline=outline(body, names))


def _about_customs(titles: Sequence[str], body: Sequence[str]) -> bool:
    """Whether a title, or the first paragraph, speaks of customs."""
    return any(_CUSTOMS.search(text) for text in (*titles, *body[:1]))


def _paragraph(block: Block) -> Paragraph:
    heading = block.kind is BlockKind.HEADING
    return Paragraph(block.text, ParagraphKind.HEADING if heading else ParagraphKind.TEXT)


def _line(text: str | None) -> str | None:
    return one_line(text) or None if text else None
