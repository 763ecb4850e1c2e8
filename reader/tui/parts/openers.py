"""How each view across meetings is made of what is on the desk: a table of functions, by the name of the command.

May import `views`, `query` and this room. A function is given what shows the screen that it makes; where it can make
none, it says why.
"""
# ruff: noqa: PLC0415  # a view is imported by the key that opens it

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from reader.locale.views import view_words
from reader.tui.desk import Desk
from reader.tui.shown_meeting import meeting_shown
from reader.tui.views.working import when_done

if TYPE_CHECKING:
    from reader.readout.model import Readout
    from reader.tui.report import ReportScreen
    from reader.tui.views.view import ViewScreen
    from reader.views.phrasing import Found

Show = Callable[["ViewScreen[Any] | ReportScreen"], None]


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
    asked = Asked(desk.session.query, selected=_selected_words(desk), post=desk.post.key, other=desk.list.remembered)
    ask_view(stage, name, desk.library, asked)


def _selected_words(desk: Desk) -> str:
    """What is selected of one paragraph of the body, the first of several; nothing for nothing."""
    spans, readout = desk.text.selected_spans(), desk.post.readout
    if not spans or readout is None:
        return ""
    paragraph, start, end = spans[0]
    return readout.body[paragraph][start:end]


def phrases(desk: Desk, show: Show) -> None:
    """The phrases of the meetings that match the filter."""
    from reader.library.places import watch_file
    from reader.library.watch_list import load
    from reader.tui.views.phrasing import PhrasesScreen, Shown
    from reader.views.phrasing import finding

    query, watch = desk.session.query, load(watch_file())
    narrowed = None if query is None or query.is_empty else query
    words = view_words(desk.words.lang).phrases

    def done(found: Found) -> None:
        meeting = meeting_shown(desk, found.meetings)
        here = found.meetings.index(meeting) if meeting is not None else None
        show(PhrasesScreen(desk.library, found, Shown(narrowed, watch, here), (words, desk.words)))

    when_done(desk.screen, finding(desk.library, narrowed, watch.items), words.looking, done)


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
    from reader.tui.views.sources import SourcesScreen
    from reader.views.wording import earlier_holding, repeated, sources

    words, library, post = view_words(desk.words.lang).wording, desk.library, desk.post
    if desk.nothing_there or post.key is None or post.readout is None:
        desk.tell(desk.nothing_there)
        return
    here, before = meeting_shown(desk, library.across.meetings()), library.across.said_before(post.key)
    if here is None or before is None:
        desk.tell(words.not_yet if here else words.no_meeting)
        return
    body = post.readout.body
    found = list(sources(body, repeated(before.passages, *_meant(desk, post.readout)), earlier_holding(library, here)))
    if found:
        show(SourcesScreen(body, found, words))
    else:
        desk.tell(words.not_said)


def _meant(desk: Desk, readout: Readout) -> tuple[int, int, int]:
    """The words that are selected, else the paragraph that the keys mean: the first while only the list is seen."""
    for span in desk.text.selected_spans():
        return span
    paragraph = desk.text.paragraph or 0
    return paragraph, 0, len(readout.body[paragraph]) if readout.body else 0


OPENERS: Mapping[str, Callable[[Desk, Show], None]] = {
    "compare": compare,
    "context": context,
    "figures": figures,
    "matrix": matrix,
    "phrases": phrases,
    "said": said,
    "series": series,
}
