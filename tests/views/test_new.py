"""What is new in a report, against which meetings, and where the rest was said before."""

from __future__ import annotations

from pathlib import Path

from reader.analysis.novelty import RUN
from reader.analysis.steps import finished
from reader.analysis.where import Where
from reader.library.index import Library
from reader.library.model import ListedMeeting
from reader.views import answer
from reader.views.new import Baseline, Source, Sources, earlier_holding, sources, wording
from reader.views.report import Asked
from tests.conftest import across
from tests.views.folder import hold, on, worked_out

GATE = "要把口岸的防线一天一天守牢靠"
DESK = "手续能网上办的不让人多跑一趟"
DOOR = "企业的难处要当面听也要当面答"


def new_words(library: Library, day: int, baseline: Baseline = Baseline.ALL, other: int | None = None) -> str:
    """The new words of a meeting's second paragraph, parted by |; empty where it is not known what is new."""
    key = on(library, day).key
    found = wording(library, key, baseline, on(library, other).key if other else None)
    body = dict(library.across.bodies([key]))[key]
    return "|".join(where.words(body) for where in found.new if where.paragraph == 1) if found else ""


def _sources(library: Library, held: ListedMeeting) -> list[Source]:
    """Where the words of a meeting were said before."""
    said = library.across.said_before(held.key)
    assert said is not None
    return list(
        sources(dict(library.across.bodies([held.key]))[held.key], said.passages, earlier_holding(library, held))
    )


def test_the_baseline_says_what_counts_as_said(tmp_path: Path) -> None:
    """Against all earlier meetings, those of the series, or one, other words are new."""
    hold(tmp_path, 1, "安全生产座谈会", f"会上说，{GATE}。")
    hold(tmp_path, 2, "第一次风险研判例会", f"会上说，{DESK}。")
    hold(tmp_path, 3, "第二次风险研判例会", f"{GATE}；{DESK}；{DOOR}。")
    with worked_out(tmp_path) as library:
        assert new_words(library, 3) == f"；{DOOR}。"
        assert new_words(library, 3, Baseline.SERIES) == f"{GATE}；|；{DOOR}。"
        assert new_words(library, 3, Baseline.ONE, 1) == f"；{DESK}；{DOOR}。"
        assert new_words(library, 1, Baseline.SERIES) == ""


def test_a_mark_between_known_phrases_is_nothing_to_stop_at(tmp_path: Path) -> None:
    """New passages without a word are counted in the share but not walked to."""
    hold(tmp_path, 1, "安全生产座谈会", f"{GATE}。{DESK}。")
    hold(tmp_path, 2, "风险研判座谈会", f"{GATE}，{DESK}。")
    with worked_out(tmp_path) as library:
        found = wording(library, on(library, 2).key)
        assert found is not None
        assert not [where for where in found.new if where.paragraph == 1]
        assert found.share


def test_a_passage_is_told_with_the_last_meeting_that_says_most_of_it(tmp_path: Path) -> None:
    """Words put together from several meetings are told in pieces, each with its meeting and how many say it."""
    hold(tmp_path, 1, "安全生产座谈会", f"{GATE}。")
    hold(tmp_path, 2, "风险研判座谈会", f"{GATE}，{DESK}。")
    hold(tmp_path, 3, "内部审计座谈会", f"{DESK}，{DOOR}。")
    hold(tmp_path, 4, "外贸形势座谈会", f"{GATE}，{DESK}，{DOOR}。")
    with worked_out(tmp_path) as library:
        told = [one for one in _sources(library, on(library, 4)) if one.here.paragraph == 1]
        assert [(one.meeting.day.day, one.meetings) for one in told] == [(2, 1), (3, 1)]
        body = dict(library.across.bodies([on(library, 4).key]))[on(library, 4).key]
        assert told[0].here.words(body) == f"{GATE}，{DESK}"
        assert told[1].here.words(body) == f"{DESK[-7:]}，{DOOR}。"
        for one in told:
            there = dict(library.across.bodies([one.meeting.key]))[one.meeting.key]
            assert one.there.words(there).rstrip("，。") == one.here.words(body).rstrip("，。")


def test_the_screen_is_given_the_places_one_by_one(tmp_path: Path) -> None:
    """Each place comes as it is found; of a paragraph that was not said before a sentence does."""
    hold(tmp_path, 1, "安全生产座谈会", f"{GATE}。")
    hold(tmp_path, 2, "风险研判座谈会", f"{DESK}。")
    hold(tmp_path, 3, "外贸形势座谈会", f"{GATE}，{DESK}。", f"{DOOR}。")
    with worked_out(tmp_path) as library:
        asked = Asked(post=on(library, 3).key, meant=Where(1, 0, 100))
        report = finished(answer("new", library, asked))
        assert isinstance(report, Sources)
        assert not report.rows()
        assert [len(report.rows()) for _step in report.work()] == [1, 2]
        assert [row.meeting.day.day for row in report.rows()] == [1, 2]
        nothing = finished(answer("new", library, asked._replace(meant=Where(2, 0, 100))))
        assert nothing == "Nothing of this paragraph was said before"


def test_every_piece_is_a_run_and_together_they_are_what_was_said(samples: Path) -> None:
    """For every sample: no piece is shorter than a run, each stands in its meeting, and nothing is left out."""
    with worked_out(samples) as library:
        for held in library.across.meetings():
            said = library.across.said_before(held.key)
            assert said is not None
            body = dict(library.across.bodies([held.key]))[held.key]
            covered = set()
            for one in _sources(library, held):
                there = dict(library.across.bodies([one.meeting.key]))[one.meeting.key]
                assert one.meeting.day <= held.day
                assert one.here.words(body) == one.there.words(there)
                assert one.here.end - one.here.start >= RUN
                covered |= {(one.here.paragraph, at) for at in range(one.here.start, one.here.end)}
            assert covered == {(where.paragraph, at) for where in said.passages for at in range(where.start, where.end)}


def test_the_real_shares_are_those_counted_by_hand(seeds: Path) -> None:
    """Of every real meeting but the first, the new share against all earlier ones."""
    truth = across(seeds)["new_share_percent"]
    with worked_out(seeds) as library:
        found = {held.id: wording(library, held.key) for held in library.across.meetings()}
    assert {name: round(one.share or 0, 1) for name, one in found.items() if one and name in truth} == truth
