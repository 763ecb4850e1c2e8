"""The part of the target `work` that types: floods of words, stars, quotation marks and fields over hostile posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from hypothesis import strategies as st

from reader.library.index import Library
from reader.library.marks.mark import MarksSource
from reader.library.tables.order import Section as Kind
from reader.library.tables.store import Store
from reader.library.tables.view import View
from reader.query import Query, QueryError, parse
from reader.query.lookup import person_fit
from reader.query.match import hits
from reader.query.model import LONGEST, Word
from reader.query.parse import parted
from reader.readout.model import Readout
from tests.conftest import write_post
from tests.fuzz.steps import Part, Work, steps_of

POSTS = {
    "one": "海" * 3000,
    "two": "海关" * 1500,
    "clauses": "海，" * 1500 + "关",
    "marks": "海" + "，" * 3000 + "关" + "。" * 3000,
    "runs": ("海" * 9 + "，") * 300,
    "far": ("海" + "空" * 9 + "关") * 250,
    "near": ("海" + "空" * 8 + "关") * 250,
    "quoted": "“海关”，" * 700,
    "points": "1.5%" * 700,
    "short": "署长倪岳峰说，海关总署很好。",
}
"""Texts that repeat themselves, by the name of their post."""
SIZE = sum(map(len, POSTS.values()))
_PIECES = (
    *("海", "关", "关关", "海海海", "空", "署长", "1.5", "5%", "a", "倪岳峰", "nyf"),
    *("*", "＊", "**", "|", "｜", " ", "\u3000", "-", " -", '"', "“", "”", '""', "，", "\x1f", "\n", "İ"),
    *("official:", "chair:", "role:", "series:", "number:", "since:", "on:2022", "is:", "in:", "has:note", "foo:"),
)
_EXTREMES = ("{0}*", "{0}|", " -{0}", ' "{0}"', " {0}*{0}", "official:{0}|", " role:{0}", "-{0}*{0}关*{0} ", "{0}")


class Asked(NamedTuple):
    """How many words a query holds, alternatives and gaps counted."""

    words: int

    @property
    def bound(self) -> int:
        """The steps of an answer: every post once for each word, and some for every place in its text."""
        return 30_000 + self.words * (len(POSTS) * 600 + SIZE * 10)


@contextmanager
def parts(home: Path) -> Iterator[Sequence[Part]]:
    """What is typed is read, answered, lit, and compared with names."""
    folder = home / "posts"
    folder.mkdir()
    for number, (name, text) in enumerate(POSTS.items()):
        body = f"<p>{text}</p><p>海关总署会议，倪岳峰出席。</p>"
        write_post(folder, f"{name}.html", f"{text[:30]}第{number}次会议", body)
    with closing(Library([folder], home / "index.sqlite3", home / "marks.sqlite3")) as library:
        library.update(lambda progress: None)
        readouts = [library.readout(row.key) for row in library.listed(None, all_posts=True).rows]
        connection = Store(home / "index.sqlite3", [str(folder)]).open()
        assert connection is not None
        with closing(connection):
            view = View(connection, lambda: MarksSource(None, 0), _fail)
            yield (
                Part("parse", typed() | st.text(max_size=50), _parsing),
                Part("answer", typed(), lambda text: _answering(text, view)),
                Part("light", typed(), lambda text: _lighting(text, readouts)),
                Part("names", typed(), _naming),
            )


def typed() -> st.SearchStrategy[str]:
    """What is typed and pasted: a few pieces again and again, far beyond what a query may hold."""
    piece = st.sampled_from(_PIECES)
    mixed = st.lists(piece, min_size=1, max_size=30).map("".join)
    again = st.tuples(st.lists(piece, min_size=1, max_size=6).map("".join), st.integers(1, 400)).map(_again)
    extreme = st.tuples(st.sampled_from(_EXTREMES), piece, st.integers(1, 60)).map(
        lambda drawn: _again((drawn[0].format(drawn[1]), drawn[2]))
    )
    gaps = st.lists(st.sampled_from(("海", "海海", "关", "关关", "空")), min_size=2, max_size=34).map("*".join)
    return mixed | again | extreme | gaps | st.tuples(mixed, extreme).map(" ".join)


def _again(drawn: tuple[str, int]) -> str:
    return drawn[0] * drawn[1]


def _read(text: str) -> Query | None:
    try:
        return parse(text)
    except QueryError:
        return None


def _parsing(text: str) -> Work:
    def both() -> None:
        if _read(text) is not None:
            parted(text)

    return Work(steps_of(both), 5_000 + 60 * min(len(text), LONGEST))


def _answering(text: str, view: View) -> Work:
    query = _read(text)
    if query is None:
        return Work(0, 1)

    def answer() -> None:
        for kind in (Kind.MEETING, Kind.ARTICLE):
            view.hits(query, view.all(query, (kind,)))

    return Work(steps_of(answer, view.connection), _asked(query).bound)


def _lighting(text: str, readouts: Sequence[Readout]) -> Work:
    query = _read(text)
    if query is None:
        return Work(0, 1)
    return Work(steps_of(lambda: [hits(query, readout) for readout in readouts]), _asked(query).bound)


def _naming(text: str) -> Work:
    return Work(steps_of(lambda: person_fit(text, "倪岳峰", "ni yuefeng", "nyf")), 500 + 60 * len(text))


def _asked(query: Query) -> Asked:
    terms = [term for condition in query.conditions for term in condition.terms]
    return Asked(sum(1 + (term.text.count("*") if isinstance(term, Word) else 0) for term in terms))


def _fail(error: Exception) -> None:
    raise AssertionError(error)
