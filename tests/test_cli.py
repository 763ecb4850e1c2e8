"""The command line: what each command prints, what is said when something is amiss, and the exit codes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader import __version__
from reader.cli import COMMANDS
from reader.cli.collection import underlined
from reader.text.cells import cells
from tests.command_line import Run
from tests.conftest import write_post

ESCAPES = "\x1b]0;x\x07\x1b[31m[bold]红[/bold]\x9b2J\u202e"
BODY = (
    "<p>　　{day}，海关总署召开第{number}次形势分析及工作督查例会。"
    "海关总署署长{chair}主持会议，副署长胡伟出席会议。</p>"
    "<p>　　会议指出，要坚持精准施策，“人、物”同防。</p><p>　　会议还研究了其他事项。</p>"
)


@pytest.fixture(autouse=True)
def surroundings(english: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An English reader with a home of their own and nothing opened before."""
    for name in ("STATE", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """Two meetings and an article."""
    folder = tmp_path / "posts"
    folder.mkdir()
    older = BODY.format(day="12月13日", number="四十六", chair="倪岳峰")
    newer = BODY.format(day="3月15日", number="四十九", chair="俞建华")
    write_post(folder, "46th.md", "海关总署召开例会", older, "Tue, 14 Dec 2021 06:08:26 GMT")
    write_post(folder, "49th.md", "海关总署召开例会", newer)
    write_post(folder, "weather.txt", "天气", "<p>　　这是一段精准的天气预报，没有别的内容。</p>")
    return folder


def test_list_shows_the_meetings_newest_first(run: Run, posts: Path) -> None:
    """A line a meeting with day, id, name and chair, in columns; the article is left out."""
    assert run("list", posts) == 0
    assert run.out.splitlines() == [
        "2022-03-15  49t  第四十九次形势分析及工作督查例会  俞建华",
        "2021-12-13  46t  第四十六次形势分析及工作督查例会  倪岳峰",
    ]
    assert run.err == ""


def test_without_a_terminal_the_reader_lists(run: Run, posts: Path) -> None:
    """In a pipe, opening the reader is listing; a query narrows it."""
    assert run(posts, "--query", "chair:倪岳峰") == 0
    assert [line.split()[1] for line in run.out.splitlines()] == ["46t"]


def test_list_all_and_json(run: Run, posts: Path) -> None:
    """With --all the article is there; a program gets day, kind, delay and hits."""
    assert run("list", "--all", "--format", "json", "--path", posts, "-q", "精准") == 0
    found = run.json()
    assert [(item["path"], item["kind"], item["date"], item["delay"], item["hits"]) for item in found] == [
        ("49th.md", "meeting", "2022-03-15", 0, 1),
        ("weather.txt", "article", "2022-03-15", 0, 1),
        ("46th.md", "meeting", "2021-12-13", 1, 1),
    ]


def test_options_may_stand_between_paths(run: Run, posts: Path) -> None:
    """Paths and options come in any order, and several paths are one collection."""
    assert run("list", posts / "46th.md", "--format", "json", posts / "49th.md") == 0
    assert [item["path"] for item in run.json()] == ["49th.md", "46th.md"]


@pytest.mark.parametrize("name", ["49t", "49th.md", "49th"])
def test_show_sets_the_text_for_a_width(run: Run, posts: Path, name: str) -> None:
    """A post named by id or file is printed in lines that fit, with an indent and a blank line between paragraphs."""
    assert run("show", name, "--path", posts, "--width", "40") == 0
    lines = run.out.splitlines()
    assert lines[0].startswith("　　3月15日")
    assert max(map(cells, lines)) <= 40
    assert "".join(lines).count("　　") == 3
    assert lines.count("") == 2


def test_show_takes_a_file_from_anywhere(run: Run, posts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file needs no --path; as JSON it is all that is known of it."""
    monkeypatch.chdir(posts)
    assert run("show", "46th.md", "--format", "json") == 0
    found = run.json()
    assert (found["path"], found["meeting"]["number"]) == ("46th.md", 46)


def test_show_names_what_it_does_not_find(run: Run, posts: Path) -> None:
    """A name that is no post is said to be none; a post that cannot be read is said to be so, and why."""
    assert run("show", "nothing", "--path", posts) == 2
    assert "No post is named nothing" in run.err
    (posts / "void.md").touch()
    assert run("show", "void.md", "--path", posts) == 1
    assert "void.md: The file is empty." in run.err


def test_search_shows_each_place_in_its_context(run: Run, posts: Path) -> None:
    """A forgiving search prints the post and, for each place, the words around it."""
    assert run("search", "人物同防", "--path", posts) == 0
    lines = run.out.splitlines()
    assert lines[0] == "2022-03-15  49t  第四十九次形势分析及工作督查例会  49th.md"
    assert lines[1] == "    会议指出，要坚持精准施策，“【人、物”同防】。"
    assert len(lines) == 4


def test_search_as_json(run: Run, posts: Path) -> None:
    """A program gets path, day and the places of the hits; several words must all be there."""
    assert run("search", "精准", "天气", "--path", posts, "--format", "json") == 0
    (found,) = run.json()
    assert (found["path"], found["date"]) == ("weather.txt", "2022-03-15")
    assert {"paragraph": 0, "start": 4, "end": 6} in found["hits"]
    assert {"paragraph": None, "start": 0, "end": 2} in found["hits"]


def test_a_word_to_leave_out_is_no_option(run: Run, posts: Path) -> None:
    """-天气 in a query leaves a word out, though it begins like an option."""
    assert run("search", "精准", "-天气", "--path", posts, "--format", "json") == 0
    assert [item["path"] for item in run.json()] == ["49th.md", "46th.md"]
    assert run("list", "--all", "--query", "-天气", "--format", "json", posts) == 0
    assert len(run.json()) == 2


def test_officials_with_their_meetings(run: Run, posts: Path) -> None:
    """Who is named most stands first, with pinyin, days and the role in Chinese beside its English."""
    assert run("officials", posts) == 0
    assert re.split(" {2,}", run.out.splitlines()[0]) == [
        "胡伟",
        "hu wei",
        "2 mtgs",
        "2021-12-13 – 2022-03-15",
        "副署长 (Vice Minister)",
    ]
    assert run("officials", posts, "--format", "json", "--query", "number:46") == 0
    chair = next(item for item in run.json() if item["name"] == "倪岳峰")
    assert chair["pinyin"] == "ni yuefeng"
    assert chair["meetings"] == [
        {"path": "46th.md", "date": "2021-12-13", "role": "海关总署署长", "acts": ["chaired"], "position": 1}
    ]


def test_export_takes_every_post(run: Run, posts: Path) -> None:
    """An export holds articles too; a query narrows it; CSV has a row a post."""
    assert run("export", posts, "--format", "json") == 0
    assert [item["path"] for item in run.json()] == ["49th.md", "weather.txt", "46th.md"]
    assert run("export", posts, "--format", "csv", "--query", "is:article") == 0
    assert [row["path"] for row in run.rows()] == ["weather.txt"]


def test_check_counts_and_names_what_was_not_read(run: Run, posts: Path) -> None:
    """Each bad post has a line with its fault and the way out; good ones among them make it a success."""
    (posts / "void.md").touch()
    (posts / "gbk.md").write_bytes("---\ntitle: '旧'\n---\n<p>用国标码写成的一段话。</p>".encode("gb18030"))
    (posts / "again.md").write_bytes((posts / "46th.md").read_bytes())
    (posts / "yaml.md").write_text("---\ntitle: 'a\nb: [\n---\n<p>正文还在这里，可以阅读。</p>", encoding="utf-8")
    assert run("check", posts) == 0
    lines = run.out.splitlines()
    assert lines[0] == "Meetings: 2   More versions: 1   Other posts: 3   Read in part: 1   Not read: 1"
    assert lines[1].startswith("not read   void.md: The file is empty.")
    assert lines[2].startswith("in part    yaml.md: The front matter is not valid YAML")
    assert run("check", posts, "--format", "json", "--lang", "zh") == 0
    found = run.json()
    assert (found["meetings"], found["versions"], found["unread"]) == (2, 1, 1)
    assert found["problems"][0]["sentence"] == "文件是空的。"


def test_a_collection_without_anything_readable_ends_with_one(run: Run, tmp_path: Path) -> None:
    """Nothing but bad posts: one sentence, and check says why."""
    (tmp_path / "void.md").touch()
    assert run("list", tmp_path / "void.md") == 1
    assert run.err.startswith("None of the posts could be read (1).")
    assert run("check", tmp_path / "void.md") == 1
    assert "void.md: The file is empty." in run.out


def test_a_missing_path_is_named(run: Run, posts: Path) -> None:
    """A path that is not there ends the run before anything is read; a slip in a command's name is noticed."""
    assert run("list", posts, posts / "gone") == 2
    assert run.err == f"No such file or folder: {posts / 'gone'}\n"
    assert (run("serach"), run.err.splitlines()[1]) == (2, "Did you mean the command “search”?")
    assert (run("foo"), run.err.splitlines()[1]) == (2, "“customs-reader --help” shows how it is used.")


def test_an_empty_folder_and_one_of_pictures(run: Run, tmp_path: Path) -> None:
    """A folder without posts is said to be so, with the number of other files and what a post is."""
    empty = tmp_path / "empty"
    empty.mkdir()
    assert run("list", empty) == 1
    assert run.err == f"There are no posts in {empty}. Posts are .md, .markdown, .txt, .html and .htm files.\n"
    (empty / "a.png").touch()
    assert run("list", empty) == 1
    assert "only files of other kinds: 1." in run.err


def test_a_folder_without_meetings_says_how_to_see_the_rest(run: Run, posts: Path) -> None:
    """No meeting, or none that matches: the posts that are there are counted, and the way to them named."""
    assert run("list", posts / "weather.txt") == 1
    assert run.err == "None of the posts reports a meeting: 1. “list --all” shows them.\n"
    assert run("list", posts, "--query", "天气") == 1
    assert "posts that report no meeting: 1" in run.err
    assert run("list", posts, "--query", "没有的词") == 1
    assert run.err == "Nothing matches 没有的词\n"


def test_a_bad_query_is_underlined_and_explained(run: Run, posts: Path) -> None:
    """The part of a query that cannot be understood has a line of ^ under it, counted in cells, and a sentence."""
    assert run("list", posts, "--query", "精准 since:2022-13") == 2
    lines = run.err.splitlines()
    assert lines[1] == "  精准 since:2022-13"
    assert lines[2].strip(" ^") == ""
    start = lines[2].index("^")
    assert cells("  精准 ") <= start < cells(lines[1])
    assert cells(lines[2]) <= cells(lines[1])
    assert lines[3].endswith(".")


def test_underlining_counts_cells_and_keeps_places() -> None:
    """Wide characters take two signs, what cannot be shown one, and an empty place is still marked."""
    assert underlined("精准x", 1, 3) == ("  精准x", "    ^^^")
    assert underlined("a\x1bb", 2, 3) == ("  a\ufffdb", "    ^")
    assert underlined("ab", 2, 2) == ("  ab", "    ^")


@pytest.mark.parametrize(
    "args",
    [("list", "--query"), ("officials", "--query"), ("export", "--query"), ("series", "-q"), ("kwic",), ("search",)],
    ids=lambda args: args[0],
)
def test_a_query_that_holds_too_much_is_refused_in_a_few_lines(run: Run, posts: Path, args: tuple[str, ...]) -> None:
    """A query of a hundred thousand characters ends with 2 and a sentence, and is shown only around its bound."""
    command, *option = args
    assert run(command, *option, "海" * 100_000, "--path", posts) == 2
    assert run.out == ""
    assert max(map(len, run.err.splitlines())) < 200
    assert "at most 2,000 characters" in run.err


def test_a_long_query_is_underlined_where_it_is_wrong() -> None:
    """Of a long text what stands around the fault is shown, cut with … where more follows."""
    shown, marks = underlined("a" * 500 + "bc" + "d" * 500, 500, 502)
    assert shown == f"  …{'a' * 30}bc{'d' * 28}…"
    assert marks == " " * 33 + "^^"
    shown, marks = underlined("a" * 500, 3, 490)
    assert shown == f"  {'a' * 60}…"
    assert marks == " " * 5 + "^" * 57
    assert underlined("a" * 500, 500, 500) == (f"  …{'a' * 30}", " " * 33 + "^")


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["list", "--nonsense"], "customs-reader list: --nonsense is not understood"),
        (["list", "--format", "xml"], "--format cannot be 'xml'"),
        (["list", "--query"], "needs a value"),
        (["show"], "customs-reader show: FILE is missing"),
        (["search"], "customs-reader search: QUERY is missing"),
        (["show", "x", "--width", "none"], "--width: a whole number from 2 to 1000 is needed"),
        (["show", "x", "--width", "1"], "a whole number from 2 to 1000 is needed"),
        (["--lang", "xx"], "--lang is zh or en, not “xx”"),
    ],
)
def test_wrong_usage_is_one_sentence(run: Run, args: Sequence[str], sentence: str) -> None:
    """Wrong usage ends with 2, says what is wrong and, for a command, where its help is."""
    assert run(*args) == 2
    assert sentence in run.err
    assert run.out == ""


def test_wrong_usage_in_chinese(run: Run) -> None:
    """A Chinese reader is told in Chinese."""
    assert run("list", "--lang", "zh", "--nonsense") == 2
    assert run.err == "customs-reader list: 看不懂 --nonsense\n用法见“customs-reader list --help”。\n"


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_each_command_has_help_with_an_example(run: Run, command: str, lang: str) -> None:
    """The help of a command fits a narrow terminal, has an example and no word of the other language's frame."""
    assert run(command, "--help", "--lang", lang) == 0
    assert f"customs-reader {command}" in run.out
    assert ("例：" if lang == "zh" else "Example:") in run.out
    assert ("usage:" in run.out.lower()) == (lang == "en")
    assert max(map(cells, run.out.splitlines())) <= 100


def test_help_and_version(run: Run) -> None:
    """The program's help and version go to stdout, in the reader's language."""
    assert (run("--version"), run.out) == (0, f"customs-reader {__version__}\n")
    assert run("--help") == 0
    assert run.out.startswith("Usage:")
    assert run("-h", "--lang=zh") == 0
    assert run.out.startswith("用法：")


def test_directories_are_printed(run: Run, samples: Path) -> None:
    """Where settings, state, cache and samples are can be read and piped."""
    assert run("directories", "--format", "json") == 0
    found = run.json()
    assert sorted(found) == ["cache", "config", "samples", "state"]
    assert found["samples"] == str(samples)


def test_no_paths_means_the_samples(run: Run, monkeypatch: pytest.MonkeyPatch, posts: Path) -> None:
    """Without a path the samples are listed; with $CUSTOMS_READER_PATH what it names."""
    assert run("list") == 0
    assert len(run.out.splitlines()) == 5
    monkeypatch.setenv("CUSTOMS_READER_PATH", str(posts))
    assert run("list") == 0
    assert len(run.out.splitlines()) == 2


@pytest.mark.parametrize(
    "args",
    [
        ["list", "--all"],
        ["list", "--all", "--format", "json"],
        ["search", "红"],
        ["officials"],
        ["check"],
        ["export"],
        ["export", "--format", "md"],
        ["export", "--format", "csv"],
        ["export", "--format", "jsonl"],
        ["search", f"不在{ESCAPES}"],
        ["list", "--query", f"since:{ESCAPES}"],
        ["show", f"x{ESCAPES}"],
    ],
)
def test_nothing_of_a_post_a_path_or_a_query_controls_the_terminal(run: Run, tmp_path: Path, args: list[str]) -> None:
    """Escape sequences in titles, bodies, file names and queries are never written."""
    folder = tmp_path / f"f{ESCAPES.replace('/', '')}"
    folder.mkdir()
    body = BODY.format(day="3月15日", number="四十九", chair="俞建华") + f"<p>{ESCAPES}正文里有控制字符。</p>"
    write_post(folder, f"a{ESCAPES.replace('/', '')}.md", f"海关总署{ESCAPES}召开例会", body)
    (folder / f"void{ESCAPES.replace('/', '')}.md").touch()
    run(*args, "--path", folder)
    assert not set("\x1b\x07\x9b\u202e") & set(run.out + run.err)


def process(*args: str | Path, **options: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "reader", *map(str, args)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload, no-any-return]  # options as Popen has them


def test_a_pipe_that_is_closed_ends_quietly(posts: Path) -> None:
    """`customs-reader export … | head -1` ends without a traceback."""
    for number in range(300):
        write_post(posts, f"{number:03}.txt", "很长", f"<p>{'这里是一段很长的文字。' * 100}</p>")
    running = process("export", posts)
    assert running.stdout
    assert running.stderr
    running.stdout.readline()
    running.stdout.close()
    assert (running.wait(timeout=60), running.stderr.read()) == (0, b"")


def test_an_interrupted_run_says_so(run: Run, posts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while it reads ends with 130 and one word."""

    def interrupt(*args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.library.index.Library.update", interrupt)
    assert run("list", posts) == 130
    assert run.err == "Interrupted.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_is_said(posts: Path) -> None:
    """Output that cannot be written is an error with a reason, not a traceback."""
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "reader", "list", str(posts)]
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert run.returncode == 1
    assert run.stderr.startswith(b"The output could not be written: ")
    assert b"Traceback" not in run.stderr


def test_chinese_comes_out_whatever_the_encoding(posts: Path) -> None:
    """A terminal said to be ASCII still gets UTF-8 and no error."""
    environ = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "reader", "list", str(posts)]
    run = subprocess.run(command, env=environ, capture_output=True, check=True)
    assert "形势分析" in run.stdout.decode("utf-8")
