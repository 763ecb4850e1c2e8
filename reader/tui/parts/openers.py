"""How each view across meetings is made of what is on the desk: a table of functions, by the name of the command.

May import `views`, `query` and this room. A function is given what shows the screen that it makes; where it can make
none, it says why.
"""
# ruff: noqa: PLC0415  # a view is imported by the key that opens it

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reader.locale.views import view_words
from reader.tui.desk import Desk
from reader.tui.shown_meeting import meeting_shown, partner
from reader.tui.views.working import when_done

if TYPE_CHECKING:
    from reader.analysis.attendance import Person
    from reader.analysis.figures import Same
    from reader.analysis.steps import Steps
    from reader.query.model import Query
    from reader.readout.model import Readout
    from reader.tui.views.person import PersonScreen
    from reader.tui.views.view import Target, ViewScreen
    from reader.views.attending import Mentioned, Named
    from reader.views.comparing import Compared
    from reader.views.context import Concordance
    from reader.views.figuring import FigureLine, FoundFigure
    from reader.views.phrasing import Found
    from reader.views.recurring import Recurring

Show = Callable[["ViewScreen[Any]"], None]


def compare(desk: Desk, show: Show) -> None:
    """The meeting beside the remembered one, else beside the one before it of the same series."""
    from reader.tui.views.comparing import CompareScreen
    from reader.views.comparing import Reason, comparing_meetings

    words, meetings = view_words(desk.words.lang).compare, desk.library.across.meetings()
    if desk.nothing_there:
        desk.tell(desk.nothing_there)
        return
    here = meeting_shown(desk, meetings)
    other = partner(desk, meetings, here) if here else None
    if here is None or other is None:
        desk.tell(words.no_former if here else words.no_meeting)
        return
    before, after = sorted((other.meeting, here), key=meetings.index)
    told = {Reason.BEFORE: words.other_series, Reason.CHOSEN: words.with_chosen}.get(other.reason, "")

    def done(compared: Compared) -> None:
        view = CompareScreen(compared, words)
        view.told = told
        show(view)

    try:
        when_done(desk.screen, comparing_meetings(desk.library, before, after), (words.comparing, words), done)
    except KeyError:
        desk.tell(words.gone)


def context(desk: Desk, show: Show) -> None:
    """The selected words in their contexts, else the filter's words, else those that are asked for."""
    from reader.query.parse import parted
    from reader.tui.dialogs.asking import AskScreen
    from reader.tui.views.context import ContextScreen, looked_for
    from reader.views.context import Concordance, of_word

    query, own = desk.session.query, view_words(desk.words.lang).context
    selected = of_word(_selected_words(desk))
    words, fields = parted(query.text) if query is not None else (selected, None)

    def found(concordance: Concordance, narrowed: Query | None) -> None:
        show(ContextScreen(desk.library, concordance, narrowed, (own, desk.words)))

    def asked(text: str | None) -> None:
        answer = looked_for(desk.library, text, query, own, desk.words) if text else None
        if isinstance(answer, str):
            desk.tell(answer)
        elif answer is not None:
            found(answer, query)

    if any(selected.words()):
        found(Concordance(desk.library, selected, [query] if query is not None else []), query)
    elif any(words.words()):
        found(Concordance(desk.library, words, [fields] if fields is not None else []), fields)
    else:
        desk.ask(AskScreen(own.hint, "", keys=own.ask_keys, about=own.title), asked)


def _selected_words(desk: Desk) -> str:
    """What is selected of one paragraph of the body, the first of several; nothing for nothing."""
    spans, readout = desk.text.selected.spans(), desk.post.readout
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

    when_done(desk.screen, finding(desk.library, narrowed, watch.items), (words.looking, words), done)


def matrix(desk: Desk, show: Show) -> None:
    """The people who are named at the meetings that match, in the printed order."""
    from reader.locale import words as words_of
    from reader.tui.views.matrix import MatrixScreen
    from reader.tui.views.person import PersonScreen
    from reader.tui.views.view import Target
    from reader.views.attending import Terms, finding_people, finding_posts_with, mentions_in, named_at

    library, query, lang = desk.library, desk.session.query, desk.words.lang
    terms = Terms(view_words(lang).matrix, desk.words.labels, words_of(lang).offices)

    def where_named(key: int, name: str) -> Target | None:
        """The passage that names a person at a meeting; None where its post has gone."""
        readout = desk.session.readout(key)
        return Target(key, named_at(readout, name)) if readout is not None else None

    def done(named: Named) -> None:
        def person_page(person: Person) -> PersonScreen:
            def mentions() -> Steps[tuple[int, Iterator[list[Mentioned]]]]:
                posts = yield from finding_posts_with(library, named, person, query)
                return len(posts), mentions_in(library, posts, person.name)

            return PersonScreen(named, person, terms, where_named, mentions)

        show(MatrixScreen(named, terms, where_named, person_page))

    when_done(desk.screen, finding_people(library, query), (terms.words.searching, terms.words), done)


def series(desk: Desk, show: Show) -> None:
    """The series of the meetings that match, and what is missing here."""
    from reader.tui.views.series import SeriesScreen
    from reader.views.recurring import finding_recurring

    words = view_words(desk.words.lang).series

    def done(found: Recurring) -> None:
        show(SeriesScreen(found, words))

    when_done(desk.screen, finding_recurring(desk.library, desk.session.query), (words.searching, words), done)


def figures(desk: Desk, show: Show) -> None:
    """The figures of the post, and the line of one of them through the meetings that the filter leaves."""
    from reader.tui.views.figures import FiguresScreen
    from reader.tui.views.rows import MOST
    from reader.views.figuring import finding_figures_of_post, going_through
    from reader.views.filter import filter_told

    library, key, words = desk.library, desk.post.key, view_words(desk.words.lang).figures
    if key is None:
        desk.tell(desk.words.screen.nothing_shown)
        return

    def done(found: Sequence[FoundFigure]) -> None:
        if not found:
            desk.tell(words.none)
            return
        query = desk.session.query
        narrowed = filter_told(query)

        def through(wanted: Same, most: int) -> Steps[FigureLine]:
            return going_through(library, wanted, query, most)

        show(FiguresScreen(found, words, through, words.filtered.format(query=narrowed) if narrowed else ""))

    try:
        when_done(desk.screen, finding_figures_of_post(library, key, MOST + 1), (words.looking, words), done)
    except KeyError:
        desk.tell(words.gone)


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
    for span in desk.text.selected.spans():
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
