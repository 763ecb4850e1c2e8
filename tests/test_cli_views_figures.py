"""`figures`: what the command prints, in its three forms, and how it ends."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.cli import main
from tests.conftest import write_post
from tests.views.yearly import write_years

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    return write_years(tmp_path / "posts")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `figures` in English and returns exit code, stdout and stderr."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")

    def figures(*arguments: str | Path) -> tuple[int, str, str]:
        code = main(["figures", *map(str, arguments)])
        out, err = capsys.readouterr()
        return code, out, err

    return figures


def test_the_figures_of_a_post(run: Run, posts: Path) -> None:
    """A line that names the post, then a line a figure: value, level or derived, what it counts, its place."""
    code, out, _ = run("2020", "--path", posts)
    head, *lines = out.splitlines()
    assert (code, head) == (0, "2021-01-20  2020  2021年全国海关工作会议")
    assert [line.split()[:3] for line in lines] == [
        ["32.2万亿元", "level", "外贸总值"],
        ["1.9%", "derived", "同比下降"],
        ["4061起", "level", "走私案件"],
    ]
    assert "【1.9%】；查获" in lines[1]


def test_a_file_may_be_named_by_itself(run: Run, posts: Path) -> None:
    """No --path is needed for a file."""
    code, out, _ = run(posts / "2018.md")
    assert code == 0 and out.count("\n") == 4


def test_the_line_of_a_figure(run: Run, posts: Path) -> None:
    """--counts shows what counts the same under each other, oldest first, with bars."""
    code, out, _ = run("--counts", "走私", "--path", posts)
    head, *lines = out.splitlines()
    assert (code, head) == (0, "走私案件  起  level  in 6 of 6 meetings")
    assert [line.split()[0] for line in lines] == [f"{year}-01-20" for year in range(2018, 2024)]
    assert [line.count("=") for line in lines] == [11, 12, 0, 11, 12, 12]


def test_the_line_follows_the_query(run: Run, posts: Path) -> None:
    """--query leaves three meetings of three."""
    code, out, _ = run("--counts", "走私", "--query", "since:2021", "--path", posts)
    assert code == 0 and out.splitlines()[0].endswith("in 3 of 3 meetings")


def test_json_tells_everything(run: Run, posts: Path) -> None:
    """Path, date, place, value as printed, number, measure, base, whether derived, and the whole sentence."""
    code, out, _ = run("2020.md", "--path", posts, "--format", "json")
    level, growth, _ = json.loads(out)
    sentence = "会议指出，2020年外贸总值32.2万亿元，同比下降1.9%；查获走私案件4061起。"
    assert code == 0
    assert growth == {
        **{"path": "2020.md", "date": "2021-01-20", "paragraph": 1, "start": 26, "end": 30},
        **{"value": "1.9", "unit": "%", "number": 1.9, "counts": "外贸总值"},
        **{"measure": "growth", "against": "同比", "change": "下降", "derived": True, "sentence": sentence},
    }
    assert (level["value"], level["number"], level["derived"]) == ("32.2万亿", 32200000000000, False)


def test_without_a_file_json_has_the_figures_of_all_meetings(run: Run, posts: Path) -> None:
    """Eighteen figures, oldest meeting first; what nobody can tell exactly has a null number."""
    found = json.loads(run("--path", posts, "--format", "json")[1])
    assert [one["path"] for one in found[::3]] == [f"{year}.md" for year in range(2017, 2023)]
    assert [one["value"] for one in found if one["number"] is None] == ["3800余"]


def test_csv_opens_in_a_spreadsheet(run: Run, posts: Path) -> None:
    """A byte order mark on request, a row of names, paragraphs counted from 1."""
    _, out, _ = run("2020", "--path", posts, "--format", "csv", "--bom")
    assert out.startswith("\ufeffpath,date,paragraph,")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"))))
    assert [(row["paragraph"], row["value"], row["derived"], row["number"]) for row in rows] == [
        ("2", "32.2万亿", "false", "32200000000000"),
        ("2", "1.9", "true", "1.9"),
        ("2", "4061", "false", "4061"),
    ]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["weather.txt"], "This text holds no figures"),
        (["--counts", "大熊猫"], "No figure here counts 大熊猫."),
        (["--query", "weather in:title"], "No meeting here holds figures."),
        (["2020", "--query", "since:2023"], "Nothing matches since:2023"),
    ],
)
def test_nothing_is_said_in_one_sentence(run: Run, posts: Path, arguments: list[str], sentence: str) -> None:
    """Where there is nothing to list, one sentence says so and the exit code is 1."""
    code, out, err = run(*arguments, "--path", posts)
    assert (code, out, err) == (1, "", sentence + "\n")


def test_json_of_nothing_is_an_empty_list(run: Run, posts: Path) -> None:
    """A program reads a list whatever there is."""
    assert run("weather.txt", "--path", posts, "--format", "json")[:2] == (1, "[]\n")


@pytest.mark.parametrize("arguments", [["nobody.md"], ["--query", "on:never"], ["--format", "md"]])
def test_wrong_usage(run: Run, posts: Path, arguments: list[str]) -> None:
    """A file that is not there, a bad query, a form that there is not."""
    code, out, err = run(*arguments, "--path", posts)
    assert (code, out) == (2, "") and err


def test_hostile_words_reach_no_terminal(run: Run, tmp_path: Path) -> None:
    """Control characters in what is asked for are cleaned before they are told."""
    write_post(tmp_path, "a.md", "海关总署召开座谈会", "<p>　　1月20日，海关总署召开座谈会，参加的有3家企业。</p>")
    code, out, err = run("--counts", "\x1b[31m红\u202e", "--path", tmp_path)
    assert code == 1 and not any(sign in out + err for sign in "\x1b\u202e")
