"""The commands that compare: what they print as text, JSON and CSV, and what they say when there is nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.analysis import comparison
from tests.command_line import ACROSS, Run
from tests.conftest import across


def test_compare_tells_what_became_of_the_former_meeting(run: Run, samples: Path) -> None:
    """With one name the former meeting of the series is taken: both meetings, counts, people, then the clauses."""
    assert run("compare", "49th", "--path", samples) == 0
    lines = run.out.splitlines()
    assert lines[0].startswith("- 2021-12-13  46t")
    assert lines[1].startswith("+ 2022-03-15  49t")
    assert "  newly named 许大纯" in lines
    assert "  not named 胡伟" in lines
    at = lines.index("~ 责任要落实到人")
    assert lines[at + 1] == "  → 责任要落实到岗到人"
    assert run.err == ""


def test_compare_tells_what_it_left_out(run: Run, samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of posts that are too long it says what was not compared; JSON has it under a key that is not there else."""
    command = ("compare", "46t", "49t", "--path", samples)
    assert run(*command, "--format", "json") == 0
    assert "left_out" not in run.json()
    monkeypatch.setattr(comparison, "MOST", 300)
    assert run(*command) == 0
    assert "  Long posts: the first 300 characters of each were compared" in run.out.splitlines()
    assert run(*command, "--format", "json") == 0
    assert run.json()["left_out"] == {"characters": 300, "first": None, "long": 0}
    assert "the first 300 characters" in run.err


def test_compare_of_a_meeting_without_a_series_says_with_what(run: Run, samples: Path) -> None:
    """The meeting before is taken, and said so on stderr; the first of all cannot be compared."""
    assert run("compare", "2022", "--path", samples) == 0
    assert "No earlier meeting of this series" in run.err
    assert run("compare", "epidemic", "--path", samples) == 1
    assert "earliest" in run.err


def test_compare_as_json_and_csv_agree(run: Run, samples: Path) -> None:
    """Both hold the same clauses; CSV begins with a byte order mark where that is asked for."""
    assert run("compare", "46t", "49t", "--path", samples, "--format", "json") == 0
    found = run.json()
    assert run("compare", "46t", "49t", "--path", samples, "--format", "csv", "--bom") == 0
    assert run.out.startswith("\ufeff")
    rows = run.rows()
    assert {row["former"] for row in rows if row["kind"] in ("dropped", "reworded")} == set(found["dropped"])
    assert {row["latter"] for row in rows if row["kind"] in ("new", "reworded")} == set(found["new"])
    assert [row["latter"] for row in rows if row["kind"] == "kept"] == found["kept"]
    assert {(row["former"], row["latter"]) for row in rows if row["kind"] == "reworded"} == {
        (pair["from"], pair["to"]) for pair in found["reworded"]
    }


def test_compare_takes_meetings_only(run: Run, samples: Path) -> None:
    """A post that reports no meeting cannot be compared; neither can one that is not there."""
    assert run("compare", "about", "--path", samples) == 1
    assert "reports no meeting" in run.err
    assert run("compare", "nothing", "--path", samples) == 2
    assert run("compare", "--path", samples) == 2


def test_new_tells_the_share_of_every_meeting(run: Run, samples: Path) -> None:
    """Oldest first, a line a meeting; of the first no share is told, for nothing is earlier."""
    assert run("new", "--path", samples) == 0
    assert run.out.split()[:2] == ["2021-08-06", "epi"]
    first, *others = run.out.splitlines()
    assert first.endswith("no earlier meeting here")
    assert "%" not in first
    assert all("%" in line and "no earlier" not in line for line in others)
    assert run("new", "epidemic", "--path", samples) == 0
    assert "no earlier meeting here" in run.out
    assert "%" not in run.out.splitlines()[1]
    assert run("new", "epidemic", "--path", samples, "--format", "json") == 0
    assert [(one["new_share_percent"], one["earlier_meetings"]) for one in run.json()] == [(None, 0)]
    assert run("compare", "49th", "epidemic", "--path", samples) == 0
    assert "against all earlier" not in run.out
    assert run("new", "--path", samples, "--query", "number:49") == 0
    assert len(run.out.splitlines()) == 1


def test_new_tells_of_one_meeting_what_is_new_and_where_the_rest_was_said(run: Run, samples: Path) -> None:
    """New passages with +, those said before with = and the meeting and paragraph that say them."""
    assert run("new", "49th", "--path", samples) == 0
    assert "    1  + 许大纯" in run.out
    assert "    2  = 会议要求，各地海关要  (2021-12-13  46t  para 2)" in run.out
    assert run("new", "49th", "--path", samples, "--format", "json") == 0
    (found,) = run.json()
    size = sum(one["end"] - one["start"] for one in found["said"])
    assert found["new_share_percent"] == round(100 * (found["characters"] - size) / found["characters"], 1)
    assert found["sources"][0]["path"].startswith("46th")


def test_new_against_one_meeting_or_the_series(run: Run, samples: Path) -> None:
    """More is new against less; of a meeting without a series nothing is told against one."""
    shares = []
    for against in ("all", "series", "2022"):
        assert run("new", "49th", "--path", samples, "--against", against, "--format", "json") == 0
        shares.append(run.json()[0]["new_share_percent"])
    assert shares[0] < shares[1] < shares[2]
    assert run("new", "epidemic", "--path", samples, "--against", "series") == 1
    assert "of no series" in run.err


def test_the_real_meetings_come_out_of_the_commands_as_counted(run: Run, seeds: Path) -> None:
    """compare and new print the numbers that were counted by hand."""
    truth = across(seeds)
    assert run("new", "--path", seeds, "--format", "json") == 0
    shares = {one["path"][:3]: one["new_share_percent"] for one in run.json()}
    assert {name: shares[name] for name in truth["new_share_percent"]} == truth["new_share_percent"]
    wanted = truth["compare"]
    for names in ((wanted["from"], wanted["to"]), (wanted["to"],)):
        assert run("compare", *names, "--path", seeds, "--format", "json") == 0
        found = run.json()
        assert found["from"].startswith(truth["default_partner"][wanted["to"]])
        assert [len(found[kind]) for kind in ("kept", "dropped", "new", "reworded")] == [
            wanted[kind] for kind in ("kept", "dropped", "new", "reworded_pairs_at_0.50")
        ]
        assert found["new_share_percent"] == wanted["new_share_percent_against_all_earlier"]
        assert found["new_share_of_partner_percent"] == wanted["new_share_percent_against_partner"]


@pytest.mark.parametrize("command", ACROSS, ids=" ".join)
def test_a_query_that_nothing_matches_is_what_is_told(run: Run, samples: Path, command: tuple[str, ...]) -> None:
    """Where the query leaves no meeting, that is said, whatever was asked of them."""
    assert run(*command, "--path", samples, "--query", "绝无此词") == 1
    assert run.err == "Nothing matches 绝无此词\n"
