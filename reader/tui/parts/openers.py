"""How each view across meetings is made of what is on the desk: a table of functions, by the name of the command.

May import `views`, `query` and this room. A function is given what shows the screen that it makes; where it can make
none, it says why.
"""
# ruff: noqa: PLC0415  # a view is imported by the key that opens it

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reader.tui.desk import Desk

if TYPE_CHECKING:
    from reader.tui.report import ReportScreen

Show = Callable[["ReportScreen"], None]


def compare(desk: Desk, show: Show) -> None:
    """The meeting beside the remembered one, else beside the one before it of the same series."""
    if desk.nothing_there:
        desk.tell(desk.nothing_there)
    else:
        _report(desk, show, "compare")


def context(desk: Desk, show: Show) -> None:
    """The selected words in their contexts, else the filter's words, else those that are asked for."""
    _report(desk, show, "kwic")


def _report(desk: Desk, show: Show, name: str) -> None:
    """What a view of the table answers to what is on the desk."""
    from reader.tui.report import Stage, ask_view, screen_of
    from reader.views.report import Asked

    desk.tell()  # what was told before has nothing to do with what is asked
    stage = Stage(desk.screen, lambda report: show(screen_of(report)), desk.tell)
    asked = Asked(desk.session.query, post=desk.post.key, other=desk.list.remembered)
    if desk.post.readout is not None:
        asked = asked._replace(**_meant(desk, desk.post.readout.body))
    ask_view(stage, name, desk.library, asked)


def _meant(desk: Desk, body: Sequence[str]) -> Mapping[str, Any]:
    """What is selected of one paragraph, the first of several; else the paragraph that the keys mean: the first while
    only the list is seen.
    """
    from reader.analysis.where import Where

    for span in desk.text.selected.spans():
        where = Where(*span)
        return {"selected": where.words(body), "meant": where}
    paragraph = desk.text.paragraph or 0
    return {"meant": Where(paragraph, 0, len(body[paragraph]) if body else 0)}


def phrases(desk: Desk, show: Show) -> None:
    """The phrases of the meetings that match the filter."""
    _report(desk, show, "phrases")


def matrix(desk: Desk, show: Show) -> None:
    """The people who are named at the meetings that match, in the printed order."""
    _report(desk, show, "officials")


def series(desk: Desk, show: Show) -> None:
    """The series of the meetings that match, and what is missing here."""
    _report(desk, show, "series")


def figures(desk: Desk, show: Show) -> None:
    """The figures of the post, and the line of one of them through the meetings that the filter leaves."""
    _report(desk, show, "figures")


def said(desk: Desk, show: Show) -> None:
    """The places where the words of the paragraph, or the selected ones, were said before."""
    if desk.nothing_there:
        desk.tell(desk.nothing_there)
    else:
        _report(desk, show, "new")


OPENERS: Mapping[str, Callable[[Desk, Show], None]] = {
    "compare": compare,
    "context": context,
    "figures": figures,
    "matrix": matrix,
    "phrases": phrases,
    "said": said,
    "series": series,
}
