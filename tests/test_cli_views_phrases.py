"""The commands kwic and phrases: what they print in each form, what is said when something is amiss, exit codes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader.text.cells import cells
from tests.command_line import Run
from tests.conftest import SAMPLES, across, write_watch_list
from tests.views.formulas import write_formulas


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """Two meetings and an article."""
    return write_formulas(tmp_path / "posts")


def test_kwic_prints_the_word_in_one_column(run: Run) -> None:
    """Counts and spellings first, then a line a hit, oldest first, none wider than the terminal."""
    assert run("kwic", "六稳", "--path", SAMPLES) == 0
    head, blank, *lines = run.out.splitlines()
    assert (head, blank) == ("4 hits in 4 of 5 meetings", "")
    assert [line[:10] for line in lines] == ["2021-12-13", "2022-01-24", "2022-03-15", "2022-04-28"]
    assert len({cells(line[: line.index(" 六稳 ")]) for line in lines}) == 1
    assert all(cells(line) <= 80 for line in lines)


def test_kwic_tells_the_spellings(run: Run, posts: Path) -> None:
    """n of N for each way in which the word is printed."""
    assert run("--lang", "zh", "kwic", "六稳", "--path", posts) == 0
    assert run.out.splitlines()[:2] == ["3处，见于2场会议中的2场", "写法：六稳 2/3  六、稳 1/3"]


def test_kwic_for_programs(run: Run, posts: Path) -> None:
    """JSON has path, date, paragraph, left, match, right of each hit, and where it is; at most 20 characters aside."""
    assert run("kwic", "六稳", "--path", posts, "--format", "json") == 0
    lines = run.json()
    assert [(line["path"], line["date"], line["match"]) for line in lines] == [
        ("c.txt", "2022-01-24", "六、稳"),
        ("b.txt", "2022-03-15", "六稳"),
        ("b.txt", "2022-03-15", "六稳"),
    ]
    assert (lines[0]["paragraph"], lines[0]["start"], lines[0]["end"]) == (1, 5, 8)
    assert (lines[0]["left"], lines[0]["right"]) == ("会议指出，", "不能松。会议还研究了其他事项。")
    assert lines[2]["left"].endswith("工作，")
    assert max(len(line[side]) for line in lines for side in ("left", "right")) <= 20
    assert lines[0]["name"] == "第四十八次形势分析及工作督查例会"


def test_kwic_is_sorted(run: Run, posts: Path) -> None:
    """--sort right: by what follows the hit; left: by what stands before it, from the hit outwards."""
    rights, lefts = [], []
    for order, found in (("right", rights), ("left", lefts)):
        assert run("kwic", "六稳", "--path", posts, "--sort", order, "--format", "json") == 0
        found += [line["right" if order == "right" else "left"] for line in run.json()]
    assert rights == sorted(rights)
    assert [left[::-1] for left in lefts] == sorted(left[::-1] for left in lefts)
    assert run("kwic", "六稳", "--path", posts, "--sort", "size") == 2


def test_kwic_as_a_table(run: Run, posts: Path) -> None:
    """CSV: a row a hit, paragraphs counted from 1, with a byte order mark where it is asked for."""
    assert run("kwic", "六稳", "--path", posts, "--format", "csv", "--bom", "--query", "since:2022-03") == 0
    assert run.out.startswith("\ufeffpath,")
    assert [(row["date"], row["paragraph"], row["match"]) for row in run.rows()] == [("2022-03-15", "2", "六稳")] * 2


def test_kwic_needs_a_word(run: Run, posts: Path) -> None:
    """No term, fields alone, a bad query: exit code 2 and why; nothing found: 1."""
    assert run("kwic", "--path", posts) == 2
    assert "TERM is missing" in run.err
    assert run("kwic", "since:2022", "--path", posts) == 2
    assert "A word is needed" in run.err
    assert run("kwic", "六稳 since:2022-13", "--path", posts) == 2
    assert "    ^^^^^^^" in run.err
    assert run("kwic", "六稳", "--query", "foo:1", "--path", posts) == 2
    assert run("kwic", "海牙", "--path", posts, "--format", "json") == 1
    assert (run.out, run.err) == ("[]\n", "Nothing matches 海牙\n")


def test_phrases_are_listed_with_their_meetings(run: Run, posts: Path) -> None:
    """A line a phrase: n of N meetings, times, first and last day, a digit a meeting."""
    assert run("phrases", posts) == 0
    head, _, _, *lines = run.out.splitlines()
    assert head == "2 quoted phrases  2 times in 2 meetings"
    assert [line.split() for line in lines] == [
        ["六", "保", "1/2", "1", "2022-03-15", "2022-03-15", "-1"],
        ["六稳", "1/2", "1", "2022-03-15", "2022-03-15", "-1"],
    ]


def test_phrases_for_programs(run: Run) -> None:
    """JSON has text, counts of every meeting oldest first, first and last day, total, and n of N."""
    assert run("phrases", SAMPLES, "--format", "json") == 0
    phrases = {phrase["text"]: phrase for phrase in run.json()}
    assert phrases["六稳"] == {
        **{"text": "六稳", "counts": [0, 1, 1, 1, 1], "first": "2021-12-13", "last": "2022-04-28", "total": 4},
        **{"meetings": 4, "of": 5, "gaps": 0, "watched": False},
        **{"first_path": "46th-regular-meeting.txt", "last_path": "enlarged-party-committee-meeting.txt"},
    }
    assert run("phrases", SAMPLES, "--format", "json", "--query", "until:2021") == 0
    assert all(phrase["of"] == 2 == len(phrase["counts"]) for phrase in run.json())


def test_phrases_as_a_table(run: Run) -> None:
    """CSV: a column a meeting, headed by its day and id."""
    assert run("phrases", SAMPLES, "--format", "csv", "--sort", "dropped") == 0
    rows = run.rows()
    assert [name[:10] for name in rows[0]][10:] == [
        "2021-08-06",
        "2021-12-13",
        "2022-01-24",
        "2022-03-15",
        "2022-04-28",
    ]
    lasts = [row["last"] for row in rows if row["last"] != "2022-04-28"]
    assert lasts == sorted(lasts, reverse=True)
    assert {row["last"] for row in rows[len(lasts) :]} == {"2022-04-28"}


def test_what_is_watched_stands_first(run: Run, posts: Path) -> None:
    """Items of watch.txt are counted wherever they stand, and said to be nowhere where they are."""
    write_watch_list("# mine\n六稳\n海牙\n")
    assert run("phrases", posts) == 0
    lines = run.out.splitlines()
    assert lines[0].endswith("2 watched")
    assert [line.split() for line in lines[3:5]] == [
        ["*", "六稳", "2/2", "3", "2022-01-24", "2022-03-15", "12"],
        ["*", "海牙", "0/2", "0", "----------", "----------"],
    ]
    assert run("phrases", posts, "--format", "json") == 0
    nowhere = run.json()[1]
    assert (nowhere["counts"], nowhere["first"], nowhere["total"], nowhere["watched"]) == ([0, 0], None, 0, True)


def test_a_watch_list_that_is_too_long_is_told(run: Run, posts: Path) -> None:
    """What is not read of the list is said on stderr."""
    write_watch_list("六稳\n" + "保" * 200)
    assert run("phrases", posts) == 0
    assert "its first 1 items are read" in run.err


def test_what_one_meeting_has_not(run: Run, seeds: Path) -> None:
    """--not-in: of the phrases of three quarters of the meetings before, those that it has not, with n of N."""
    assert run("phrases", seeds, "--not-in", "003", "--format", "json") == 0
    found = {(phrase["text"], phrase["had"], phrase["earlier"]) for phrase in run.json()}
    assert {("四个意识", 3, 4), ("四个自信", 3, 4)} <= found
    assert all(4 * had >= 3 * earlier for _, had, earlier in found)
    assert run("phrases", seeds, "--not-in", "003") == 0
    assert "3/4" in run.out


def test_a_meeting_that_is_none_of_these(run: Run, posts: Path) -> None:
    """--not-in: an unknown name 2; an article, a meeting that the query leaves out, and nothing missing 1."""
    assert run("phrases", posts, "--not-in", "zzz") == 2
    assert run("phrases", posts, "--not-in", "article") == 1
    assert run("phrases", posts, "--not-in", "b", "--query", "until:2022-02") == 1
    assert run("phrases", posts, "--not-in", "c") == 1
    assert "None" in run.err
    assert run("phrases", posts, "--query", "海牙") == 1
    assert run.out == ""


def test_the_seeds(run: Run, seeds: Path) -> None:
    """Both commands print what was noted of the real posts."""
    truth = across(seeds)
    assert run("kwic", "六稳", "--path", seeds, "--format", "json") == 0
    lines = [(line["path"][:3], line["left"]) for line in run.json()]
    assert len(lines) == len(truth["kwic"]["六稳"])
    for (name, left), (expected, end) in zip(lines, truth["kwic"]["六稳"], strict=True):
        assert name == expected
        assert left.endswith(end)
    assert run("phrases", seeds, "--format", "json") == 0
    phrases, noted = run.json(), truth["quoted_phrases"]
    assert (len(phrases), sum(phrase["total"] for phrase in phrases)) == (noted["distinct"], noted["total"])
    assert sum(phrase["meetings"] == 1 for phrase in phrases) == noted["in_one_meeting_only"]
    counts = {phrase["text"]: phrase["counts"] for phrase in phrases}
    assert {text: counts[text] for text in noted["by_meeting"]} == noted["by_meeting"]


def test_nothing_is_imported_for_the_screen() -> None:
    """Neither view is imported by the start of the reader."""
    code = "import reader.tui.screen, sys; print([name for name in sys.modules if '.views.' in name])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
