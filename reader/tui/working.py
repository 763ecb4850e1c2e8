"""Work that a view waits for: the beginning of it at once, the rest in slices under a line that tells how far it is.

May import Textual, `analysis.steps`, `i18n` and this room. While it is done every key that leaves a view leaves off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from time import monotonic
from typing import Any, ClassVar, Generic, TypeVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from reader.analysis.steps import Steps
from reader.i18n import _, keyed
from reader.tui.key_gate import bound, gate_of
from reader.tui.slices import in_slices
from reader.tui.widgets.report_rows import Head
from reader.tui.widgets.status_bar import StatusBar

T = TypeVar("T")

AT_ONCE = 12
"""Steps that are done before anything is painted: what is no longer shows no line of its own."""
SHOWN_EVERY = 0.1
"""Seconds between two looks at how far it is."""


class Job(Generic[T]):
    """A work and, as soon as it is done, its result in `result`; what is iterated over is how far it is."""

    def __init__(self, steps: Steps[T]) -> None:
        self.result: list[T] = []
        self.share = 0.0
        self.steps = self._done(steps)

    def _done(self, steps: Steps[T]) -> Iterator[None]:
        try:
            while True:
                self.share = max(self.share, next(steps))
                yield
        except StopIteration as end:
            self.result.append(end.value)


class WorkingScreen(Screen[bool]):
    """Does the rest of a work; dismissed with whether it was done."""

    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # narrower than Textual's union
        bound("leave", "escape", "q", "h", "left", "ctrl+c", "ctrl+q"),
    ]

    def __init__(self, job: Job[Any], what: str) -> None:
        super().__init__()
        self.job = job
        self._what = what
        self._head = Head()
        self._leaving = False

    def compose(self) -> ComposeResult:
        """The widgets, in order."""
        yield self._head
        yield StatusBar(keyed(_("Esc stop")))

    def on_mount(self) -> None:
        """Goes on with the work."""
        self._show()
        self._go_on()

    def _show(self) -> None:
        template = _("{what} … {percent}% done") if self.job.share else _("{what} …")
        text = template.format(what=self._what, percent=int(100 * self.job.share))
        self._head.show([[(text, "mark")]])

    @work(exclusive=True)
    async def _go_on(self) -> None:
        shown = monotonic()
        async for _done in in_slices(self.job.steps):
            if self._leaving:
                return
            if monotonic() - shown > SHOWN_EVERY:
                shown = monotonic()
                self._show()
        self._leave(done=True)

    def action_leave(self) -> None:
        """Leaves off."""
        self._leave(done=False)

    def _leave(self, *, done: bool) -> None:
        if not self._leaving:
            self._leaving = True
            gate_of(self.app).hold()
            self.dismiss(done)


def when_done(screen: Screen[Any], steps: Steps[T], what: str, then: Callable[[T], None]) -> None:
    """Does a work over a screen, then what is to be done with its result; nothing where the reader leaves off.

    `what` it is called while it goes on. Raises what the beginning of the work raises.
    """
    job = Job(steps)
    for _step in islice(job.steps, AT_ONCE):
        pass
    if job.result:
        then(job.result[0])
        return

    def left(done: bool | None) -> None:
        if done:
            then(job.result[0])
        gate_of(screen.app).release()

    screen.app.push_screen(WorkingScreen(job, what), left)
