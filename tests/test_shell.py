"""What a shell hands to the program: closed streams, no home, another encoding, words that begin with a dash."""

from __future__ import annotations

import csv
import io
import json
import os
import pwd
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import pytest

from reader.cli import main
from reader.cli.output import prepare_streams
from reader.export.data import csv_rows
from reader.library.places import default_paths, directories, settings_file, watch_file
from reader.own_files import read_small
from reader.settings import Settings, load
from reader.text.cells import set_wide_marks
from reader.text.encoding import holding_chinese
from tests.command_line import Run
from tests.conftest import SAMPLES, write_post
from tests.terminal import COMMAND

POST = SAMPLES / "2022-national-work-conference.txt"


def shell(line: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a shell; `$0` is its name."""
    return subprocess.run(["sh", "-c", line, COMMAND], capture_output=True, check=False, timeout=60)


def test_a_closed_stdout_is_told() -> None:
    """Where stdout is closed or full, one sentence says that nothing could be written, and the exit code is 1."""
    for line in ("doctor --lang en >&-", "--version >/dev/full"):
        done = shell(f'"$0" {line}')
        assert done.returncode == 1
        assert len(done.stderr.splitlines()) == 1


def test_other_closed_streams_do_no_harm() -> None:
    """Without a stdin, a stderr or room in it a command answers as ever; without any stream nothing is left running."""
    assert shell('"$0" --version <&- 2>&-').stdout.startswith(b"customs-reader")
    assert shell('"$0" --wrong 2>/dev/full').returncode == 2
    assert shell('"$0" doctor <&- >&- 2>&-').returncode == 1


@pytest.fixture
def homeless(monkeypatch: pytest.MonkeyPatch) -> None:
    """No home in the environment, and none in the list of users."""

    def unknown(uid: int) -> NoReturn:
        raise KeyError(uid)

    for name in ("HOME", *(f"XDG_{kind}_HOME" for kind in ("CACHE", "STATE", "CONFIG", "DATA"))):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", unknown)


@pytest.mark.parametrize("line", [("--help",), ("list", SAMPLES), ("show", POST), ("config",), ("directories",)])
def test_without_a_home_everything_is_answered(homeless: None, run: Run, line: tuple[str | Path, ...]) -> None:
    """Whoever has no home gets an answer all the same; what cannot be kept is told."""
    assert run(*line) == 0
    assert "no-home" in run.err if line[0] == "list" else not run.err


def test_doctor_says_what_a_home_is_for(homeless: None, run: Run) -> None:
    """Of each folder that there is not, doctor tells what it is wanted for and how to name another."""
    assert run("doctor") == 1
    assert all(f"XDG_{kind}_HOME" in run.out for kind in ("CONFIG", "STATE", "CACHE"))


def test_a_user_that_is_not_known_is_no_path(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """~nosuchuser/x is not there, as any other path, wherever it is named."""
    for line in (("list", "~nosuchuser/x"), ("list", "--path", "~nosuchuser/x"), ("show", "~nosuchuser/x")):
        assert run(*line) == 2
        assert "~nosuchuser/x" in run.err
    monkeypatch.setenv("CUSTOMS_READER_PATH", "~nosuchuser/x")
    assert run("list") == 2
    assert "~nosuchuser/x" in run.err
    assert run("list", "x" * 5000) == 2


def test_a_relative_folder_of_ones_own_is_not_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """XDG_CACHE_HOME=foo is passed over, as its specification asks: no file of ours lies where one is."""
    monkeypatch.chdir(tmp_path)
    for kind in ("CACHE", "STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", "foo")
    assert all(folder.is_absolute() and tmp_path not in folder.parents for folder in directories().values())
    monkeypatch.setenv("HOME", "bar")
    assert all(folder.is_absolute() and tmp_path not in folder.parents for folder in directories().values())


def lay(file: Path, kind: str) -> None:
    """Something in the place of a file that is none."""
    file.parent.mkdir(parents=True, exist_ok=True)
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "folder":
        file.mkdir()
    elif kind == "huge":
        file.touch()
        os.truncate(file, 10**9)
    else:
        file.symlink_to(kind)


@pytest.mark.parametrize("kind", ["pipe", "folder", "huge", "/dev/zero", "/nonexistent"])
def test_what_is_no_file_is_told_and_not_waited_for(run: Run, kind: str) -> None:
    """Settings and watch list that are a pipe, a device, a folder, a link to nothing or a gigabyte are told of once."""
    for file in (settings_file(), watch_file()):
        lay(file, kind)
    assert run("phrases", SAMPLES) == 0
    told = run.err.splitlines()
    assert ["settings.toml" in told[0], "watch.txt" in told[1], len(told)] == [True, True, 2]
    assert run("config") == 0
    assert len(run.err.splitlines()) == 1


def test_what_was_opened_last_may_be_a_pipe() -> None:
    """A pipe in the place of the list of folders opened last is passed over."""
    lay(directories()["state"] / "last-opened", "pipe")
    assert default_paths({}) == [SAMPLES]


def test_a_file_that_is_replaced_while_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has become a pipe between the look and the opening is not waited for either."""
    (file := tmp_path / "a").touch()
    before = file.stat()
    file.unlink()
    os.mkfifo(file)
    monkeypatch.setattr(Path, "stat", lambda path, **_: before)
    with pytest.raises(OSError, match=r"\[Errno 29\]"):
        read_small(file, 10)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("measure = 0x" + "f" * 6000, "value"),
        ("measure = " + "9" * 6000, "broken"),
        ("theme = [0b" + "1" * 60000 + "]", "value"),
        ("theme." + "a." * 5000 + "b = 1", "broken"),
        ("theme." + "a." * 90 + "b = 1", "value"),
        ("keys = 0x" + "f" * 6000, "value"),
        ("keys.star = [0x" + "f" * 6000 + "]", "value"),
        ("x" * 60000 + " = 1", "unknown"),
    ],
    ids=lambda given: given[:20],
)
def test_a_monstrous_value_is_told_in_one_line(run: Run, text: str, told: str) -> None:
    """A number of 6,000 digits, a name of 60,000 letters, a table in 5,000 others: each is told briefly."""
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text(text + "\n", encoding="utf-8")
    assert [item.code for item in load(settings_file())[1]] == [told]
    assert run("config") == 0
    assert len(run.err) < 300


def test_settings_may_begin_with_a_byte_order_mark() -> None:
    """What an editor of Windows saves is read."""
    settings_file().parent.mkdir(parents=True)
    settings_file().write_bytes("\ufeffmeasure = 60\n".encode())
    assert load(settings_file()) == (Settings(measure=60), [])


def test_commands_speak_one_language(run: Run) -> None:
    """Where the settings say Chinese, every sentence of a command is Chinese."""
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('language = "zh"\n', encoding="utf-8")
    assert run("list", SAMPLES, "-q", "nobody:x") == 2
    assert "没有这个字段" in run.err


def test_show_counts_marks_as_the_settings_say(run: Run, tmp_path: Path) -> None:
    """With marks = "wide" a line of `show` is counted with marks of two cells, and breaks earlier."""
    post = write_post(tmp_path, "a.txt", "题", f"<p>{'“海”' * 40}</p>")
    assert run("show", post, "--width", "40") == 0
    narrow = run.out.splitlines()[1]
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('marks = "wide"\n', encoding="utf-8")
    try:
        assert run("show", post, "--width", "40") == 0
    finally:
        set_wide_marks(False)
    assert len(run.out.splitlines()[1]) < len(narrow)


@pytest.mark.parametrize("words", ["-aeo", "-official:nyf", "-视频", "-q"])
def test_the_value_of_an_option_may_begin_with_a_dash(run: Run, words: str) -> None:
    """-q -aeo is a query that excludes a word, as -q=-aeo is; where the value is an option's name, none was given."""
    if words == "-q":
        assert run("list", SAMPLES, "-q", words) == 2
        assert "-q/--query" in run.err
        return
    assert run("list", SAMPLES, "-q", words) == 0
    apart = run.out
    assert run("list", SAMPLES, f"--query={words}") == 0
    assert run.out == apart
    assert 0 < len(apart.splitlines()) < 5


def test_what_follows_two_dashes_is_no_option(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """-- -x.txt names a file, for every command and without one, in Latin letters or in Chinese."""
    monkeypatch.chdir(tmp_path)
    for name in ("-x.txt", "-视频.txt", "--lang.txt"):
        Path(name).write_bytes(POST.read_bytes())
        for line in (("list",), ("show",), ("figures",), ()):
            assert run(*line, "--", name) == 0, run.err
        assert run("list", "--path", name) == 0
    assert run("search", "--path", SAMPLES, "--", "-aeo") == 0
    assert run("list", "-x.txt") == 2
    assert "\0" not in run.err


def test_a_file_that_is_named_is_read_whatever_its_suffix(run: Run, tmp_path: Path) -> None:
    """`show`, `figures` and `list` read the one file that they are given, be it notes.log or have it no suffix."""
    for name in ("notes.log", "notes", "a.MD.bak"):
        (file := tmp_path / name).write_bytes(POST.read_bytes())
        for command in ("show", "list", "figures"):
            assert run(command, file) == 0
            assert "海关" in run.out or "会议" in run.out


@contextmanager
def stdout_in(encoding: str) -> Iterator[io.BytesIO]:
    """A stdout of another encoding, and what is written to it."""
    kept, written = sys.stdout, io.BytesIO()
    sys.stdout = io.TextIOWrapper(written, encoding)
    try:
        yield written
        sys.stdout.flush()
    finally:
        sys.stdout.detach()
        sys.stdout = kept


@pytest.mark.parametrize(
    ("encoding", "written"), [("gbk", "gbk"), ("big5", "big5"), ("gb18030", "gb18030"), ("latin-1", "utf-8")]
)
def test_text_is_in_the_encoding_of_the_locale(encoding: str, written: str) -> None:
    """People get the characters of their locale, ? for what it has not; one without Chinese gives way to UTF-8."""
    assert holding_chinese(encoding) == written
    with stdout_in(encoding) as out:
        prepare_streams()
        sys.stdout.write("海\udcbb。")
    assert out.getvalue().decode(written) == "海?。"


def test_data_for_programs_is_utf_8_in_every_locale(english: None) -> None:
    """JSON, CSV and the settings that `config` prints are UTF-8 where text is GBK."""

    def answer(*line: str | Path) -> bytes:
        with stdout_in("gbk") as out:
            assert main([*map(str, line), "--lang", "zh"]) == 0
        return out.getvalue()

    assert "例会" in answer("list", SAMPLES).decode("gbk")
    assert "例会" in json.loads(answer("list", SAMPLES, "--format", "json").decode("utf-8"))[1]["name"]
    assert "例会" in answer("export", SAMPLES, "--format", "csv").decode("utf-8")
    assert "深色" in answer("config").decode("utf-8")


LIVE = ["=1", "+1", "-1", "@A", "＝1", "＋1", "－1", "＠A", "﹦1", "﹢1", "﹣1", "﹫A"]


@pytest.mark.parametrize("before", ["", " ", "\t", "\n", "\r", "　", "\u200b", "\ufeff", "\x00", "\xa0 "])
def test_no_cell_begins_like_a_formula(before: str) -> None:
    """What a spreadsheet might calculate stands behind an apostrophe, blanks before it or not, headings too."""
    (line,) = csv.reader(["".join(csv_rows([[before + text for text in LIVE]]))])
    assert line == [f"'{text}" for text in LIVE]
    assert "".join(csv_rows([[-29, -1.5, "六稳", " 1", None, True]])) == "-29,-1.5,六稳,1,,true\r\n"


def test_no_command_writes_a_live_formula(run: Run, tmp_path: Path) -> None:
    """A post whose text, title, file name, phrases and people begin like formulas gives no cell that is calculated."""
    formula = '=HYPERLINK("http:x")'
    lede = "<p>3月15日，海关总署召开第四十九次形势分析及工作督查例会。海关总署署长倪岳峰主持会议。</p>"
    body = f"{lede}<p> {formula} 六稳“＝六稳”“@六稳”，-3%。\t+六稳</p>"
    for number in range(2):
        write_post(tmp_path, f"={number}.txt", f"  {formula}", body, f"Tue, 1{number} Mar 2022 10:00:00 GMT")
    lines: list[tuple[Any, ...]] = [("kwic", "六稳"), ("kwic", "HYPERLINK"), ("phrases",), ("figures",), ("series",)]
    lines += [("new",), ("officials",), ("officials", "--matrix"), ("officials", "--person", "倪岳峰")]
    for line in [*lines, ("export",), ("compare", tmp_path / "=0.txt", tmp_path / "=1.txt")]:
        assert run(*line, "--path", tmp_path, "--format", "csv") in (0, 1)
        for cell in (cell for row in run.cells() for cell in row):
            assert cell.strip()[:1] not in "=@＝＋＠" or not cell, (line, cell)
            assert cell.strip()[:1] not in ("-", "+") or float(cell), (line, cell)


def test_a_folder_that_is_gone_is_no_fault_of_the_output(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a folder that has been removed, posts are found by their ids, and what is not found is told as ever."""
    (gone := tmp_path / "gone").mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert run("show", "49t", "--path", SAMPLES) == 0
    assert run("show", "x.txt", "--path", SAMPLES) == 2
    assert "x.txt" in run.err
    assert run("list", ".") == 2
    assert "No such file or folder: ." in run.err
