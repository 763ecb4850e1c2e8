"""A filter that is heavy: the views that ask for its meetings can be left while these are still looked for."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from reader.library import connection
from reader.library.tables.view import View
from reader.tui.working import WorkingScreen
from reader.views.figures import Figures, Through
from reader.views.kwic import Kwic
from reader.views.officials import Matrix
from reader.views.person import PersonReport
from reader.views.phrases import Phrases
from reader.views.series import Series
from tests.tui import views
from tests.tui.reading import opened, until
from tests.views.yearly import write_years

FILTER = "精准"


class Held:
    """Questions that are asked beside the screen wait until `goes_on` is set, or nobody wants the answer any more."""

    def __init__(self) -> None:
        self.goes_on = threading.Event()
        self.asked = 0
        self.left = 0


@contextmanager
def _heavy(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    held, all_places = Held(), View.all

    def slow(view: View, *args: object) -> Sequence[int]:
        if threading.current_thread().name != "beside":
            return all_places(view, *args)  # type: ignore[arg-type]  # what it was called with
        held.asked += 1
        thread = threading.current_thread()
        while not held.goes_on.wait(0.001):
            if thread.is_unwanted():  # type: ignore[attr-defined]  # it is the thread of `beside`
                held.left += 1
                break
        return all_places(view, *args)  # type: ignore[arg-type]  # as above

    with monkeypatch.context() as patch:
        patch.setattr(View, "all", slow)
        patch.setattr(connection, "PATIENCE", -1.0)
        patch.setattr(connection, "UNWANTED", 0.5)
        patch.setattr("reader.library.sqlite._STEPS", 1)
        try:
            yield held
        finally:
            held.goes_on.set()


@pytest.mark.parametrize(("key", "kind"), [("O", Matrix), ("S", Series), ("P", Phrases)])
async def test_a_view_of_a_heavy_filter_is_left(monkeypatch: pytest.MonkeyPatch, key: str, kind: type) -> None:
    """While the meetings are looked for a line says so; q leaves off at once, and who waits sees the view."""
    async with opened(query=FILTER) as pilot:
        with _heavy(monkeypatch) as held:
            await pilot.press(key)
            await until(pilot, lambda: isinstance(pilot.app.screen, WorkingScreen))
            assert held.asked > 0
            await views.leaves(pilot, "q")
            await until(pilot, lambda: held.left > 0)
            await pilot.press(key)
            await until(pilot, lambda: isinstance(pilot.app.screen, WorkingScreen))
            held.goes_on.set()
            await until(pilot, lambda: views.shows(pilot, kind))
        await views.leaves(pilot, "q")


async def test_words_in_context_of_a_heavy_filter_are_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """K is there while the meetings are looked for, and does not say that there are none; q leaves."""
    async with opened(query=FILTER) as pilot:
        with _heavy(monkeypatch) as held:
            await pilot.press("K")
            await until(pilot, lambda: views.shows(pilot, Kwic))
            assert held.asked > 0
            assert views.rows(pilot) == []
            await views.leaves(pilot, "q")
            await until(pilot, lambda: held.left > 0)
            await pilot.press("K")
            await until(pilot, lambda: views.shows(pilot, Kwic))
            held.goes_on.set()
            await until(pilot, lambda: bool(views.rows(pilot)))
            assert FILTER in views.rows(pilot)[0]


async def test_a_figure_through_a_heavy_filter_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """t of a figure can be left while the meetings are looked for."""
    async with opened(folder=write_years(tmp_path / "posts")) as pilot:
        await views.opens(pilot, Figures, "number_sign")
        with _heavy(monkeypatch) as held:
            await pilot.press("t")
            await until(pilot, lambda: isinstance(pilot.app.screen, WorkingScreen))
            await pilot.press("q")
            await until(pilot, lambda: views.shows(pilot, Figures))
            await pilot.press("t")
            held.goes_on.set()
            await until(pilot, lambda: views.shows(pilot, Through))


async def test_a_person_of_a_heavy_filter_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """A person's page is there before it is known which posts name them; q leaves it."""
    async with opened(query=FILTER) as pilot:
        await views.opens(pilot, Matrix, "O")
        with _heavy(monkeypatch) as held:
            await pilot.press("p")
            await until(pilot, lambda: views.shows(pilot, PersonReport))
            await until(pilot, lambda: held.asked > 0)
            await pilot.press("q")
            await until(pilot, lambda: views.shows(pilot, Matrix))
            await until(pilot, lambda: held.left > 0)
