"""The part of the target `work` that compares: random and adversarial pairs of posts, and what each holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from reader.analysis import attendance, comparison, novelty, phrases, rewording
from reader.analysis.steps import finished
from reader.analysis.subsequence import common_spans
from reader.library.model import ListedMeeting
from reader.readout.people import Attendance
from reader.readout.read import read_post
from reader.tui.outline import highlights_of, parts_of
from reader.views.found_figures import figures_in
from tests.fuzz.steps import Part, Work, steps_of

Pair = tuple[list[str], list[str]]

_PIECES = (
    *(
        "海",
        "关",
        "国门",
        "海关海关",
        "人物同防",
        "的",
        "1",
        "1.5万",
        "增长3%",
        "同比",
        "“人、物同防”",
        "会议指出",
        "一是",
    ),
    *("，", "。", "；", "、", "：", " ", "“", "”", "（", "百分之三", "万亿", "与去年同期相比", "分别"),
)
_TEMPLATES = (
    "第{0}项工作要继续推进落实，",
    "进口{0}万吨、{0}吨，",
    "“{0}工程”",
    "会议指出，第{0}件事。",
    "{0}，",
    "海关" * 5 + "{0}，",
    "海",
    "增长{0}%，",
)
HELD = ListedMeeting(1, "a", "a.md", date(2022, 3, 15), "署务会议", None, None, None)


def bodies() -> st.SearchStrategy[list[str]]:
    """Pieces at random; one template again and again; one paragraph without a mark."""
    pieces = st.lists(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=40).map("".join), max_size=8)
    flood = st.tuples(
        st.sampled_from(_TEMPLATES), st.integers(1, 600), st.integers(1, 200), st.randoms(use_true_random=False)
    )
    return pieces | flood.map(lambda given: _flood(*given))


def _flood(template: str, count: int, per: int, rng: object) -> list[str]:
    texts = [template.format(number) for number in range(count)]
    rng.shuffle(texts)  # type: ignore[attr-defined]  # hypothesis' own Random
    return ["".join(texts[at : at + per]) for at in range(0, count, per)]


@contextmanager
def parts(home: Path) -> Iterator[Sequence[Part]]:
    """Two posts are compared in every way; one is looked through."""
    pairs = st.tuples(bodies(), bodies()) | bodies().map(lambda body: (body, body[::-1]))
    names = st.lists(st.integers(0, 400), max_size=300, unique=True)
    yield (
        Part("compare", pairs, _comparing),
        Part("said before", pairs, _saying),
        Part("alignment", st.tuples(*2 * [st.text("海关人物，", max_size=400)]), _aligning),
        Part("figures", bodies(), _figuring),
        Part(
            "phrases",
            st.lists(st.tuples(st.integers(0, 50), st.text("海关", max_size=3), st.integers(1, 9))),
            _phrasing,
        ),
        Part("outline", bodies(), _outlining),
        Part("people", st.tuples(names, names), _naming),
    )


def _size(*bodies_given: Sequence[str]) -> int:
    return sum(map(len, map("".join, bodies_given)))


def _comparing(pair: Pair) -> Work:
    """Every clause once, and every pair of clauses that may be alike as far as the bound of pairs goes."""
    clauses = [finished(comparison.distinct_clauses(body)) for body in pair]
    counts = list(map(len, clauses))
    closely = min(counts[0] * counts[1], rewording.PAIRS)
    longest = max((len(text) for found in clauses for text in found), default=0)

    def task() -> None:
        finished(comparison.setting_side_by_side(*pair, finished(comparison.comparing(*pair))))

    return Work(steps_of(task), 20_000 + 100 * _size(*pair) + closely * (20 + 4 * min(longest, rewording.LONGEST)))


def _saying(pair: Pair) -> Work:
    return Work(steps_of(lambda: novelty.said_before(pair[0], [pair[1]])), 2_000 + 40 * _size(*pair))


def _aligning(pair: tuple[str, str]) -> Work:
    return Work(steps_of(lambda: common_spans(*pair)), 1_000 + 40 * sum(map(len, pair)))


def _figuring(body: list[str]) -> Work:
    return Work(steps_of(lambda: figures_in(HELD, body)), 30_000 + 400 * _size(body))


def _phrasing(counted: list[tuple[int, str, int]]) -> Work:
    def task() -> None:
        found = phrases.gather(counted)
        for order in phrases.Order:
            phrases.ordered(found, order, 51)

    return Work(steps_of(task), 2_000 + 200 * len(counted))


def _outlining(body: list[str]) -> Work:
    text = "\n\n".join(["3月15日，海关总署召开署务会议。", *body])
    readout = read_post(f"---\ntitle: 海关总署召开署务会议\ndate: 2022-03-16\n---\n{text}".encode(), suffix=".md")

    def task() -> None:
        parts_of(readout)
        highlights_of(readout)

    return Work(steps_of(task), 2_000 + 60 * len(readout.paragraphs))


def _naming(lists: tuple[list[int], list[int]]) -> Work:
    """Changes take linear work; inversions every pair of the first people."""
    former, latter = ([Attendance(f"人{name}", None, (), at) for at, name in enumerate(one, 1)] for one in lists)

    def task() -> None:
        attendance.changes(former, latter)
        attendance.inversions([former, latter])

    people = len(former) + len(latter)
    pairs = sum(min(len(one), attendance.ORDERED) ** 2 for one in (former, latter))
    return Work(steps_of(task), 2_000 + 200 * people + 10 * pairs)
