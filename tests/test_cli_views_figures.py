"""`figures`: what the command prints, in its three forms, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.command_line import Run
from tests.conftest import write_post
from tests.views.yearly import write_years


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    return write_years(tmp_path / "posts")


def test_the_figures_of_a_post(run: Run, posts: Path) -> None:
    """A line that names the post, then a line a figure: value, level or derived, what it counts, its place."""
    assert run("figures", "2020", "--path", posts) == 0
    head, *lines = run.out.splitlines()
    assert head == "2021-01-20  2020  2021年全国海关工作会议"
    assert [line.split()[:3] for line in lines] == [
        ["32.2万亿元", "level", "外贸总值"],
        ["1.9%", "derived", "同比下降"],
        ["4061起", "level", "走私案件"],
    ]
    assert "【1.9%】；查获" in lines[1]


def test_a_file_may_be_named_by_itself(run: Run, posts: Path) -> None:
    """No --path is needed for a file."""
    assert run("figures", posts / "2018.md") == 0
    assert run.out.count("\n") == 4


def test_the_line_of_a_figure(run: Run, posts: Path) -> None:
    """--counts shows what counts the same under each other, oldest first, with bars."""
    assert run("figures", "--counts", "走私", "--path", posts) == 0
    head, *lines = run.out.splitlines()
    assert head == "走私案件  起  level  in 6 of 6 meetings"
    assert [line.split()[0] for line in lines] == [f"{year}-01-20" for year in range(2018, 2024)]
    assert [line.count("=") for line in lines] == [11, 12, 0, 11, 12, 12]


def test_of_one_post_the_figures_that_count_this_are_listed(run: Run, posts: Path) -> None:
    """With a file --counts chooses among its figures; nothing is said of meetings in which nobody looked."""
    assert run("figures", "2020", "--counts", "走私", "--path", posts) == 0
    head, line = run.out.splitlines()
    assert head == "2021-01-20  2020  2021年全国海关工作会议"
    assert line.split()[:3] == ["4061起", "level", "走私案件"]


def test_the_line_follows_the_query(run: Run, posts: Path) -> None:
    """--query leaves three meetings of three."""
    assert run("figures", "--counts", "走私", "--query", "since:2021", "--path", posts) == 0
    assert run.out.splitlines()[0].endswith("in 3 of 3 meetings")


def test_json_tells_everything(run: Run, posts: Path) -> None:
    """Path, date, place, value as printed, number, measure, base, whether derived, and the whole sentence."""
    assert run("figures", "2020.md", "--path", posts, "--format", "json") == 0
    level, growth, _ = run.json()
    sentence = "会议指出，2020年外贸总值32.2万亿元，同比下降1.9%；查获走私案件4061起。"
    assert growth == {
        **{"path": "2020.md", "date": "2021-01-20", "paragraph": 1, "start": 26, "end": 30},
        **{"value": "1.9", "unit": "%", "number": 1.9, "counts": "外贸总值"},
        **{"measure": "growth", "against": "同比", "change": "下降", "derived": True, "sentence": sentence},
    }
    assert (level["value"], level["number"], level["derived"]) == ("32.2万亿", 32200000000000, False)


def test_without_a_file_json_has_the_figures_of_all_meetings(run: Run, posts: Path) -> None:
    """Eighteen figures, oldest meeting first; what nobody can tell exactly has a null number."""
    assert run("figures", "--path", posts, "--format", "json") == 0
    found = run.json()
    assert [one["path"] for one in found[::3]] == [f"{year}.md" for year in range(2017, 2023)]
    assert [one["value"] for one in found if one["number"] is None] == ["3800余"]


def test_csv_opens_in_a_spreadsheet(run: Run, posts: Path) -> None:
    """A byte order mark on request, a row of names, paragraphs counted from 1."""
    assert run("figures", "2020", "--path", posts, "--format", "csv", "--bom") == 0
    assert run.out.startswith("\ufeffpath,date,paragraph,")
    assert [(row["paragraph"], row["value"], row["derived"], row["number"]) for row in run.rows()] == [
        ("2", "32.2万亿", "false", "32200000000000"),
        ("2", "1.9", "true", "1.9"),
        ("2", "4061", "false", "4061"),
    ]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["weather.txt"], "This text holds no figures"),
        (["--counts", "大熊猫"], "No figure here counts 大熊猫."),
        (["--query", "weather in:title"], "Nothing matches weather in:title"),
        (["2020", "--query", "since:2023"], "Nothing matches since:2023"),
    ],
)
def test_nothing_is_said_in_one_sentence(run: Run, posts: Path, arguments: list[str], sentence: str) -> None:
    """Where there is nothing to list, one sentence says so and the exit code is 1."""
    assert run("figures", *arguments, "--path", posts) == 1
    assert (run.out, run.err) == ("", sentence + "\n")


def test_json_of_nothing_is_an_empty_list(run: Run, posts: Path) -> None:
    """A program reads a list whatever there is."""
    assert run("figures", "weather.txt", "--path", posts, "--format", "json") == 1
    assert run.out == "[]\n"


@pytest.mark.parametrize("arguments", [["nobody.md"], ["--query", "on:never"], ["--format", "md"]])
def test_wrong_usage(run: Run, posts: Path, arguments: list[str]) -> None:
    """A file that is not there, a bad query, a form that there is not."""
    assert run("figures", *arguments, "--path", posts) == 2
    assert run.out == "" and run.err


def test_hostile_words_reach_no_terminal(run: Run, tmp_path: Path) -> None:
    """Control characters in what is asked for are cleaned before they are told."""
    write_post(tmp_path, "a.md", "海关总署召开座谈会", "<p>　　1月20日，海关总署召开座谈会，参加的有3家企业。</p>")
    assert run("figures", "--counts", "\x1b[31m红\u202e", "--path", tmp_path) == 1
    assert not any(sign in run.out + run.err for sign in "\x1b\u202e")
