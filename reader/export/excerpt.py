"""Excerpts of one post in the export's forms: the words, with what they are cited by.

May import `readout` (for the type checker), `text.safety` and this room. Pure: strings out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reader.export.citation import citation
from reader.export.data import csv_rows, dumps, iso
from reader.export.prose import escape
from reader.text.safety import clean

if TYPE_CHECKING:
    from reader.export.data import Post


class Excerpt(NamedTuple):
    """The characters [start, end) of a body paragraph."""

    paragraph: int
    start: int
    end: int


def export_excerpts(post: Post, excerpts: list[Excerpt], form: str) -> str:
    """Excerpts of a post as text, md (a quotation with its source), json or csv. Raises KeyError for another form."""
    return {"text": _as_text, "md": _as_markdown, "json": _as_json, "csv": _as_csv}[form](post, excerpts)


def _words(post: Post, excerpt: Excerpt) -> str:
    return clean(post.readout.body[excerpt.paragraph][excerpt.start : excerpt.end]).strip()


def _as_text(post: Post, excerpts: list[Excerpt]) -> str:
    words = "\n".join(_words(post, excerpt) for excerpt in excerpts)
    return f"{words}\n\n{_source(post, excerpts)}\n"


def _as_markdown(post: Post, excerpts: list[Excerpt]) -> str:
    words = "\n>\n".join(f"> {escape(_words(post, excerpt))}" for excerpt in excerpts)
    return f"{words}\n\n{escape(_source(post, excerpts))}\n"


def _source(post: Post, excerpts: list[Excerpt]) -> str:
    """The citation, with the number of every paragraph."""
    return citation(post.readout, list(dict.fromkeys(excerpt.paragraph for excerpt in excerpts)))


def _rows(post: Post, excerpts: list[Excerpt]) -> list[dict[str, Any]]:
    meeting = post.readout.meeting
    return [
        {
            "path": post.path,
            "id": post.id,
            "meeting": meeting.name if meeting else None,
            "date": iso(meeting.date) if meeting else None,
            "published": iso(post.readout.published),
            "title": post.readout.title,
            **excerpt._asdict(),
            "text": _words(post, excerpt),
            "link": post.readout.link,
        }
        for excerpt in excerpts
    ]


def _as_json(post: Post, excerpts: list[Excerpt]) -> str:
    return dumps(_rows(post, excerpts)) + "\n"


def _as_csv(post: Post, excerpts: list[Excerpt]) -> str:
    rows = _rows(post, excerpts)
    return "".join(csv_rows([list(rows[0]), *(list(row.values()) for row in rows)]))
