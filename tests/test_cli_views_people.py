"""`officials` as a table and a person's page, and `series`: what is printed, in each form."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line import Run
from tests.conftest import SAMPLES, across
from tests.views.gathered import write_gathered


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    return write_gathered(tmp_path / "posts")


def test_the_table_as_text(run: Run, posts: Path) -> None:
    """A row a person, a column a meeting, positions with signs; then the inversions; the signs are told on stderr."""
    assert run("officials", posts, "--matrix") == 0
    lines = run.out.splitlines()
    assert lines[0].split() == ["name", "pinyin", "meetings", "first", "last", "2022-01-10", "2022-02-10", "2022-05-10"]
    assert lines[1].split() == ["41", "42", "45"]
    assert lines[2].split()[-3:] == ["1C", "1C", "1C"]
    assert lines[3].split()[-2:] == ["4", "2^"]
    assert lines[-1] == "2022-05-10  邹志武  ^ here before 王令浚; on 2022-02-10 after"
    assert "C chaired" in run.err


def test_the_table_as_csv(run: Run, posts: Path) -> None:
    """Positions alone in the cells, empty where not named; with --bom the file begins with a mark."""
    assert run("officials", posts, "--format", "csv", "--bom") == 0
    assert run.out.startswith("\ufeff")
    rows = run.cells()
    assert rows[0][5:] == ["2022-01-10 41", "2022-02-10 42", "2022-05-10 45"]
    assert [(row[0], row[2], *row[5:]) for row in rows[1:]] == [
        ("倪岳峰", "3", "1", "1", "1"),
        ("张际文", "2", "4", "", "2"),
        ("邹志武", "3", "3", "3", "3"),
        ("王令浚", "3", "2", "2", "4"),
    ]


def test_officials_as_json(run: Run, posts: Path) -> None:
    """The list as it was, with first and last day and the inversions of each."""
    assert run("officials", posts, "--format", "json") == 0
    found = {one["name"]: one for one in run.json()}
    assert list(found) == ["倪岳峰", "王令浚", "邹志武", "张际文"]
    one = found["张际文"]
    assert (one["pinyin"], one["first"], one["last"]) == ("zhang jiwen", "2022-01-10", "2022-05-10")
    assert [(meeting["path"], meeting["position"], meeting["acts"]) for meeting in one["meetings"]] == [
        ("41.md", 4, ["attended"]),
        ("45.md", 2, ["attended"]),
    ]
    assert one["inversions"][1] == {
        "path": "45.md",
        "date": "2022-05-10",
        "before": "张际文",
        "after": "王令浚",
        "former_path": "41.md",
        "former_date": "2022-01-10",
    }
    assert found["倪岳峰"]["inversions"] == []


def test_a_person_as_text(run: Run, posts: Path) -> None:
    """Roles, every meeting from the first to the last, also the one that does not name them, and the mention."""
    assert run("officials", posts, "--person", "zjw") == 0
    assert run.out.splitlines()[0] == (
        "张际文  zhang jiwen  first in this collection 2022-01-10, last 2022-05-10  2 of 3 meetings"
    )
    assert "2022-02-10  42       not named" in run.out
    assert "the list names: 在京署领导 (GACC leader) x2" in run.out
    assert "2022-03-02  vis  mentioned  海关总署副署长 (Vice Minister)  海关总署副署长张际文指出" in run.out
    assert "absent" not in run.out


def test_a_person_as_json_and_csv(run: Run, posts: Path) -> None:
    """The same for a program; those who are meant equally well are all there."""
    assert run("officials", posts, "--person", "张际文", "--format", "json") == 0
    (one,) = run.json()
    assert (one["named"], one["of"], one["roles"][0]["meetings"]) == (2, 3, 2)
    assert one["not_named"] == [
        {
            "path": "42.md",
            "date": "2022-02-10",
            "claims": [{"role": "海关总署署长", "names": 1}, {"role": "在京署领导", "names": 2}],
        }
    ]
    assert [(found["path"], found["text"]) for found in one["mentions"]] == [("visit.md", "海关总署副署长张际文指出")]
    assert run("officials", posts, "--person", "z", "--format", "json") == 0
    assert {one["name"] for one in run.json()} == {"张际文", "邹志武"}
    assert run("officials", posts, "--person", "张际文", "--format", "csv") == 0
    assert [row[3] for row in run.cells()] == ["position", "4", "", "2"]


def test_nobody_of_that_name(run: Run, posts: Path) -> None:
    """Who is not named ends with 1 and one sentence."""
    assert run("officials", posts, "--person", "胡伟") == 1
    assert (run.out, run.err) == ("", "Nobody who is named here is called 胡伟.\n")
    assert run("officials", posts, "--matrix", "--query", "since:2030") == 1
    assert run.err.endswith("Nothing matches since:2030\n")


def test_positions_and_missing_of_the_real_posts(run: Run, seeds: Path) -> None:
    """What the commands print is what was worked out by hand."""
    truth = across(seeds)
    assert run("officials", seeds, "--format", "csv") == 0
    rows = run.cells()[1:]
    assert {row[0]: [int(cell) if cell else None for cell in row[5:]] for row in rows} == truth["positions"]
    assert run("series", seeds, "--format", "json") == 0
    found = run.json()
    assert {one["series"]: one["missing"] for one in found if one["missing"]} == truth["series_missing"]


def test_series_as_text(run: Run, posts: Path) -> None:
    """The series in a line, its meetings below, what is missing where it would stand."""
    assert run("series", posts) == 0
    assert run.out.splitlines()[0] == "形势分析及工作督查例会  海关总署  3 meetings  nos. 41-45  missing 43, 44"
    assert [line.split()[:2] for line in run.out.splitlines()[1:]] == [
        ["2022-01-10", "41"],
        ["2022-02-10", "42"],
        ["no.", "43-44"],
        ["2022-05-10", "45"],
    ]


def test_series_as_json(run: Run, posts: Path) -> None:
    """Each meeting with number and days since the former; the missing ones as numbers."""
    assert run("series", posts, "--format", "json") == 0
    (one,) = run.json()
    assert (one["series"], one["convener"], one["missing"]) == ("形势分析及工作督查例会", "海关总署", [43, 44])
    assert one["meetings"][2] == {"path": "45.md", "date": "2022-05-10", "number": 45, "days_since": 89}


def test_meetings_of_no_series_are_not_lost(run: Run) -> None:
    """The one sample that is of no series is counted: in the text and the table, and on stderr beside JSON."""
    assert run("series", SAMPLES) == 0
    assert run.out.splitlines()[-2] == "Of no series  1 meeting"
    assert run("series", SAMPLES, "--format", "csv") == 0
    assert len(run.cells()) == 6
    assert run("series", SAMPLES, "--format", "json") == 0
    assert run.err == "Of no series 1 meeting\n"


def test_months(run: Run, posts: Path) -> None:
    """Every month with its number, also those without any."""
    assert run("series", posts, "--months", "--format", "json") == 0
    assert run.json()[1:3] == [{"month": "2022-02", "meetings": 1}, {"month": "2022-03", "meetings": 0}]
    assert run("series", posts, "--months") == 0
    assert run.out.splitlines()[2] == "2022-03    0"
    assert run("series", posts, "--months", "--format", "csv") == 0
    assert run.out.splitlines()[:2] == ["month,meetings", "2022-01,1"]


def test_no_meetings_of_a_query(run: Run, posts: Path) -> None:
    """Nothing matched ends with 1 and says so."""
    assert run("series", posts, "--query", "since:2030") == 1
    assert run.err.endswith("Nothing matches since:2030\n")
