"""The views as pictures: few, and looked at whenever they change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.views import compare
from reader.views.figures import Figures, Through
from reader.views.kwic import Kwic
from reader.views.new import Sources
from reader.views.officials import Matrix
from reader.views.person import PersonReport
from reader.views.phrases import Phrases
from reader.views.series import Series
from tests.tui.reading import read_to_the_end, reader, screen, until
from tests.tui.views import opens
from tests.views.yearly import write_years

Compare = Callable[..., bool]
Size = tuple[int, int]


def _view(kind: type, *keys: str, then: str = "") -> Callable[[Pilot[None]], object]:
    """Opens a view by keys, and presses more keys in it, one a character."""

    async def press(pilot: Pilot[None]) -> None:
        await _read(pilot)
        await opens(pilot, kind, *keys)
        await pilot.press(*then)
        await pilot.pause(0.2)

    return press


async def _read(pilot: Pilot[None]) -> None:
    """Waits until everything has been read, and what was said before has been worked out."""
    await read_to_the_end(pilot)
    library = screen(pilot).desk.session.library
    await until(pilot, lambda: all(library.across.said_before(held.key) for held in library.across.meetings()))


def test_two_meetings_side_by_side(snap_compare: Compare) -> None:
    """At 110x32 the former text stands left, the latter right, with what differs marked."""
    view = _view(compare.Compare, "j", "C", then="nn")
    assert snap_compare(reader("zh"), terminal_size=(110, 32), run_before=view)


def test_two_meetings_on_a_narrow_terminal(snap_compare: Compare) -> None:
    """At 40x20 the former stands above the latter."""
    view = _view(compare.Compare, "j", "C", then="nn")
    assert snap_compare(reader("en"), terminal_size=(40, 20), run_before=view)


def test_where_it_was_said_before(snap_compare: Compare) -> None:
    """At 80x24 the passages of a paragraph with the meeting that said each."""
    assert snap_compare(reader("en"), terminal_size=(80, 24), run_before=_view(Sources, "j", "W"))


def test_new_wording(snap_compare: Compare) -> None:
    """At 80x24 new words are bright, the rest is dim, the passage that n went to is lit, the foot tells the share."""

    async def press(pilot: Pilot[None]) -> None:
        await _read(pilot)
        await pilot.press("j", "l", "D", "n", "n", "n")
        await pilot.pause(0.2)

    assert snap_compare(reader("zh"), terminal_size=(80, 24), run_before=press)


@pytest.mark.parametrize(("lang", "size"), [("zh", (110, 20)), ("en", (40, 20))])
def test_in_context(snap_compare: Compare, lang: str, size: Size) -> None:
    """The word of the filter in one column, its contexts beside it; days, and names where there is room."""
    view = _view(Kwic, "slash", *"人物同防", "enter", "K")
    assert snap_compare(reader(lang), terminal_size=size, run_before=view)


@pytest.mark.parametrize(("lang", "size"), [("zh", (80, 24)), ("en", (40, 20))])
def test_phrases(snap_compare: Compare, lang: str, size: Size) -> None:
    """The phrases with n of N, days and bar; what is known of the second above them."""
    assert snap_compare(reader(lang), terminal_size=size, run_before=_view(Phrases, "P", then="j"))


@pytest.mark.parametrize(("lang", "size"), [("zh", (110, 32)), ("en", (80, 24)), ("zh", (40, 20))])
def test_the_table(snap_compare: Compare, lang: str, size: Size) -> None:
    """People x meetings: the newest meeting under the cursor, what is told of it at the foot."""
    assert snap_compare(reader(lang), terminal_size=size, run_before=_view(Matrix, "O"))


def test_a_person(snap_compare: Compare) -> None:
    """A person's page: roles, meetings, no mentions."""
    assert snap_compare(reader("en"), terminal_size=(80, 24), run_before=_view(PersonReport, "O", "j", "p"))


@pytest.mark.parametrize(("lang", "size"), [("zh", (80, 24)), ("en", (40, 20))])
def test_the_series(snap_compare: Compare, lang: str, size: Size) -> None:
    """The series with 47 and 48 missing."""
    assert snap_compare(reader(lang), terminal_size=size, run_before=_view(Series, "S"))


def test_the_months(snap_compare: Compare) -> None:
    """August to April with a bar a month."""
    assert snap_compare(reader("zh"), terminal_size=(80, 24), run_before=_view(Series, "S", then="m"))


def test_the_figures_of_a_meeting(snap_compare: Compare) -> None:
    """At 110x32 each figure stands beside its sentence; derived ones are marked."""
    view = _view(Figures, "j", "j", "number_sign", then="j")
    assert snap_compare(reader(), terminal_size=(110, 32), run_before=view)


def test_the_line_of_a_figure(snap_compare: Compare, tmp_path: Path) -> None:
    """At 80x24 a day, a value, a bar and the meeting, with the sentence below."""
    view = _view(Through, "number_sign", "t")
    assert snap_compare(reader("en", folder=write_years(tmp_path / "posts")), terminal_size=(80, 24), run_before=view)
