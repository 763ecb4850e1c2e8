"""The one screen that shows any view across meetings: a head, rows, the footer, over the reading screen.

May import Textual, `views.report`, `i18n` and this room. Its keys move, open what a row stands on, and go back; a
report may have keys of its own. It is dismissed with the passage to be shown, or None; the report keeps what is to be
seen: a new screen over it shows the same row to a reader who has looked at a passage.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import cache
from time import monotonic
from typing import Any, ClassVar, NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from reader.i18n import _, keyed
from reader.library.index import Library
from reader.query import QueryError
from reader.tui.key_gate import bound, gate_of
from reader.tui.slices import in_slices
from reader.tui.widgets.report_rows import Head, ReportRows
from reader.tui.widgets.status_bar import StatusBar
from reader.tui.working import when_done
from reader.views import VIEWS, answer
from reader.views.report import Ask, Asked, Outcome, Report, Target

AT_ONCE = 0.012
"""Seconds of a report's work that are done before anything is painted."""
SHOWN_EVERY = 0.1
"""Seconds between two looks at how far it is."""


class ReportScreen(Screen[Target | None]):
    """Shows a report; `screen_of` makes one with the report's own keys."""

    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # narrower than Textual's union
        bound("leave", "escape", "q", "h", "left", "ctrl+c", "ctrl+q"),
        bound("open", "enter", "l", "right"),
        bound("move(1)", "j", "down"),
        bound("move(-1)", "k", "up"),
        bound("page(1)", " ", "pagedown", "ctrl+f"),
        bound("page(-1)", "b", "pageup", "ctrl+b"),
        bound("first", "g", "home"),
        bound("last", "G", "end"),
        bound("app.show_help", "?", "f1"),
    ]
    AUTO_FOCUS = "ReportRows"

    def __init__(self, report: Report[Any]) -> None:
        super().__init__()
        self.report = report
        self.head, self.below = Head(), Head()
        self.pane = ReportRows(report)
        self._keys = keyed(_footer(report))
        self.bar = StatusBar(self._keys)
        self._is_leaving = False

    def compose(self) -> ComposeResult:
        """The widgets, in order."""
        yield self.head
        yield self.pane
        if self.report.has_below:
            yield self.below
        yield self.bar

    def on_mount(self) -> None:
        """Shows everything, with the cursor where it was, and what lies over it."""
        self.report.fit(self.app.size.height)
        self._begin()
        self.bar.warning = self.report.notice or self.bar.warning
        self.report.notice = ""
        if self.report.over is not None:
            self._open_over(self.report.over)

    def on_resize(self) -> None:
        """The head may need more lines, or fewer."""
        self.report.fit(self.app.size.height)
        self._show_head()

    def tell(self, sentence: str) -> None:
        """Says something in the footer until the cursor is moved."""
        self.bar.warning = sentence

    def _begin(self) -> None:
        """Does as much of the work as can be done at once, shows the report, and goes on with the rest between keys."""
        report, until = self.report, monotonic() + AT_ONCE
        wanted = max(report.cursor, self.app.size.height)
        is_done = True
        for _step in report.work():
            if len(report.rows()) > wanted or monotonic() > until:
                is_done = False
                break
        self._show()
        if not is_done:
            self._go_on()

    @work(exclusive=True)
    async def _go_on(self) -> None:
        """Does the rest of the work; shows now and then, and for each row that there is room for, what has come."""
        shown = monotonic()
        async for _done in in_slices(self.report.work()):
            if monotonic() - shown > SHOWN_EVERY or len(self.pane.rows) < self.pane.pane_height:
                shown = monotonic()
                self._show()
        self._show()

    def _show(self) -> None:
        """Shows the report as it is now."""
        keys = keyed(_footer(self.report))
        if keys != self._keys:
            self._keys = keys
            self.bar.show_keys(keys)
        self._show_head()
        self.pane.show(self.report)

    def _show_head(self) -> None:
        width = self.app.size.width
        self.head.show(self.report.head(width))
        if self.report.has_below:
            self.below.show(self.report.below(width))

    def action_move(self, step: int) -> None:
        """Moves the cursor."""
        self.pane.move_to(self.pane.cursor + step)
        self._moved()

    def action_page(self, step: int) -> None:
        """Moves it by a screenful."""
        self.pane.page(step)
        self._moved()

    def action_first(self) -> None:
        """Moves it to the first row."""
        self.pane.move_to(0)
        self._moved()

    def action_last(self) -> None:
        """Moves it to the last."""
        self.pane.move_to(len(self.pane.rows))
        self._moved()

    @on(ReportRows.Moved)
    def _moved(self) -> None:
        """What was said has been read; the head may be about the row."""
        self.bar.warning = ""
        self.report.moved()
        if self.report.head_follows_cursor:
            self._show_head()

    @on(ReportRows.Clicked)
    def action_open(self) -> None:
        """Leaves for what the row under the cursor stands on, or whatever Enter means there."""
        self._take(self.report.open())

    def action_own(self, name: str) -> None:
        """Obeys a key of the report's own."""
        self.bar.warning = ""
        method, *arguments = name.split()
        self._take(getattr(self.report, f"do_{method}")(*arguments))

    def action_leave(self) -> None:
        """Leaves without opening anything."""
        self.report.close()
        self._leave(None)

    def _take(self, outcome: Outcome) -> None:
        """Does what has come of a key."""
        if isinstance(outcome, Target):
            self._leave(outcome)
            return
        if outcome is None or isinstance(outcome, str):
            self._show()
        opens = self._stand_in if isinstance(outcome, Ask) else self._open_over
        take(Stage(self, opens, self.tell), outcome, VIEWS[self.report.view].looking)

    def _stand_in(self, report: Report[Any]) -> None:
        """Shows the report of another answer in place of this one."""
        self.report.close()
        self.report = report
        self._begin()

    def _open_over(self, report: Report[Any]) -> None:
        """Opens a report over this one; where that one is left for a passage, so is this one."""
        self.report.over = report

        def left(target: Target | None) -> None:
            if target is None:
                self.report.over = None
                gate_of(self.app).release()
            else:
                self._leave(target)

        self.app.push_screen(screen_of(report), left)

    def _leave(self, target: Target | None) -> None:
        """Leaves once, however often the key was pressed. What opened the view lets keys in again."""
        if not self._is_leaving:
            self._is_leaving = True
            gate_of(self.app).hold()
            self.dismiss(target)


def _footer(report: Report[Any]) -> str:
    return _(report.footer or VIEWS[report.view].footer)


def screen_of(report: Report[Any]) -> ReportScreen:
    """A screen for a report, with the keys of its own."""
    return _kind(type(report).__name__, tuple(report.actions.items()))(report)


@cache
def _kind(name: str, actions: tuple[tuple[str, tuple[str, ...]], ...]) -> type[ReportScreen]:
    """In Textual keys belong to a class."""
    keys = [bound(f"own('{action}')", *typed) for action, typed in actions]
    return type(f"{name}Screen", (ReportScreen,), {"BINDINGS": keys})


class Stage(NamedTuple):
    """A screen from which a view is asked, what opens a report there, and what tells why there is none."""

    screen: Screen[Any]
    opens: Callable[[Report[Any]], None]
    tells: Callable[[str], None]


def ask_view(stage: Stage, name: str, library: Library, asked: Asked) -> None:
    """Asks a view something, and opens its report."""
    take(stage, answer(name, library, asked), VIEWS[name].looking)


def take(stage: Stage, outcome: Outcome, looking: str) -> None:
    """Goes on from an outcome until there is a report or a sentence; `looking` is said while work takes long."""

    def go_on(result: Outcome) -> None:
        take(stage, result, looking)

    if isinstance(outcome, Report):
        stage.opens(outcome)
    elif isinstance(outcome, str):
        stage.tells(outcome)
    elif isinstance(outcome, Ask):
        _ask(stage, outcome, go_on)
    elif isinstance(outcome, Generator):
        when_done(stage.screen, outcome, _(looking), go_on)


def _ask(stage: Stage, ask: Ask, go_on: Callable[[Outcome], None]) -> None:
    """Asks for a line over a screen; keys typed after its Enter wait until the answer has been taken."""
    from reader.tui.dialogs.asking import AskScreen  # noqa: PLC0415  # it imports Input

    def answered(text: str | None) -> None:
        try:
            go_on(ask.then(text) if text else None)
        except QueryError as error:
            stage.tells(error.sentence)
        gate_of(stage.screen.app).release()

    stage.screen.app.push_screen(AskScreen(ask.hint, "", keys=keyed(ask.keys), about=ask.about), answered)
