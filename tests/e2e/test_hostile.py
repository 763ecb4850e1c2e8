"""Posts, names of files and queries full of what a terminal obeys: nothing of it gets to a real pseudo-terminal."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from glob import escape as glob_escape
from pathlib import Path

import pytest

from reader.cli import main
from tests.command_line import OVER_A_FOLDER
from tests.conftest import write_post
from tests.e2e.hostile import (
    NAMES,
    STRINGS,
    TWICE,
    Frame,
    assert_written,
    await_foot,
    unclean,
    write_names,
    write_posts,
)
from tests.every_view import VIEWS
from tests.terminal import COMMAND, CTRL_Q, CTRL_U, ENTER, ESCAPE, PAGE_DOWN, Terminal

INNOCENT = "无邪的样文"
BODY = "<p>5月1日，海关总署署长倪岳峰主持召开专题会议。</p><p>会议指出，口岸要平稳，进出口总值12.3万亿元。</p>"
MEGABYTE = 1_000_000
ALL = re.sub(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]", "", "".join(STRINGS.values()))
"""Every string in one line: of a paste, a line of input takes the first."""
LINES = [STRINGS[name] for name in ("control", "C1", "separators", "surrogates", "white", "other screen")]
RAW = len(STRINGS) + len(TWICE)
"""Posts in which the strings stand as they are, or escaped twice."""
SIZES = [(110, 32), (40, 20)]
Open = Callable[..., Terminal]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two folders of posts that hold every string in every field, with an innocent post before them; and the index."""
    home = tmp_path_factory.mktemp("hostile")
    for folder, ways in (("raw", ("as it is", "escaped twice")), ("escaped", ("as escapes",))):
        (home / folder).mkdir()
        write_posts(home / folder, *ways)
        write_post(home / folder, "innocent.txt", INNOCENT, BODY, "2022-05-02")
    write_post(home / "escaped", "other.txt", f"{STRINGS['markup']}别稿", BODY + "<p>另有一段。</p>", "2022-05-02")
    return home


@pytest.fixture
def opened(tmp_path: Path, home: Path) -> Open:
    """Opens the reader with marks of its own."""

    def start(*arguments: str | Path, columns: int = 110, rows: int = 32) -> Terminal:
        folders = {"CACHE": home / "cache", "STATE": tmp_path / "state", "CONFIG": tmp_path / "config"}
        variables = {f"XDG_{name}_HOME": str(folder) for name, folder in folders.items()} | {"BROWSER": "true"}
        return Terminal([COMMAND, *map(str, arguments)], columns=columns, rows=rows, environment=variables)

    return start


def _day(terminal: Terminal) -> str:
    """The day of the post under the cursor of the list."""
    found = re.search(r"›(\d\d-\d\d)", terminal.text)
    return found[1] if found else ""


def _number(terminal: Terminal) -> str:
    """The number in the title above a text; empty while the list is shown."""
    found = re.match(r"\s*样文(\d+)", terminal.text)
    return found[1] if found else ""


def _open(terminal: Terminal, keys: str, seen: str) -> None:
    """Types keys and waits until a text stands above the foot, which names many a view before it is open."""
    assert not _stands(terminal, seen)
    terminal.type(keys)
    terminal.wait(lambda _: _stands(terminal, seen))


def _stands(terminal: Terminal, text: str) -> bool:
    return any(text in line for line in terminal.lines[:-1])


def _paste(terminal: Terminal, text: str) -> None:
    """Pastes a text in parts that arrive whole: Textual ends a paste where an Esc in it is followed by a pause."""
    for start in range(0, len(text), 200):
        terminal.paste(text[start : start + 200])


def _leave(terminal: Terminal) -> list[str]:
    """Ends the reader, asserts that everything it wrote was its own, and returns what was copied."""
    terminal.take_in(0.2)  # an Esc that is still on its way would make it Alt+q
    terminal.type(CTRL_Q)
    assert terminal.wait_for_end() == 0
    return assert_written(terminal)


@pytest.mark.parametrize(("folder", "columns", "count"), [("raw", 110, RAW), ("escaped", 130, len(STRINGS))])
def test_posts_are_walked(opened: Open, home: Path, folder: str, columns: int, count: int) -> None:
    """Going down through every hostile post, also beside the outline and with its facts lit, list and text stay."""
    with opened("--lang", "zh", home / folder, columns=columns) as terminal:
        terminal.wait("场会议")
        terminal.type("a")
        terminal.wait(f"{count + 1}篇")
        if folder == "escaped":
            terminal.type("e")
            terminal.wait("出处")
        frame = Frame(terminal)
        seen = {"", _day(terminal)}
        for _ in range(count):
            terminal.type("j")
            terminal.wait(lambda _: _day(terminal) not in seen)
            seen.add(_day(terminal))
            terminal.type(" ")
            terminal.take_in()
            frame.await_in(terminal)
        _leave(terminal)


def test_posts_are_walked_on_a_small_terminal(opened: Open, home: Path) -> None:
    """At 40x20 every hostile post stands in its list, and in its text from the first line to the last."""
    with opened("--lang", "zh", home / "escaped", columns=40, rows=20) as terminal:
        terminal.wait("场会议")
        terminal.type("a")
        terminal.wait(f"{len(STRINGS) + 1}篇")
        frame = Frame(terminal)
        seen = {""}
        for _ in STRINGS:
            terminal.type(f"j{ENTER}")
            terminal.wait(lambda _: _number(terminal) not in seen)
            seen.add(_number(terminal))
            terminal.type("G")
            terminal.wait("100%")
            await_foot(terminal)
            terminal.type("h")
            frame.await_in(terminal)
        _leave(terminal)


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_what_opens_over_the_text(opened: Open, home: Path, columns: int, rows: int) -> None:
    """Officials, palette, outline, help, evidence and versions of hostile posts; then list and text stand as before."""
    with opened("--lang", "zh", home / "escaped", columns=columns, rows=rows) as terminal:
        terminal.wait("场会议")
        terminal.type("a")
        terminal.wait(f"{len(STRINGS) + 1}篇")
        frame = Frame(terminal)
        for key, seen in (("o", "姓名"), (":", "命令、官员"), ("x", "本篇"), ("?", "边输入边筛选")):
            terminal.type(key)
            terminal.wait(seen)
            terminal.type(PAGE_DOWN)
            terminal.take_in()
            assert not terminal.screen.beyond
            terminal.type(ESCAPE)
            frame.await_in(terminal)
        terminal.type("v")
        terminal.wait("版本2/2")
        terminal.type("hjli")
        terminal.wait("提纲中的词")
        terminal.type(ESCAPE)
        terminal.wait(lambda text: "提纲中的词" not in text)
        terminal.type("en")
        terminal.wait("出处 2/")
        await_foot(terminal)
        terminal.type("ehh")
        frame.await_in(terminal)
        _leave(terminal)


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_the_views_of_hostile_posts(opened: Open, home: Path, columns: int, rows: int) -> None:
    """Comparing, new wording and every other view over hostile posts: nothing is written that is not ours, and list and
    text stand as before.
    """
    with opened("--lang", "zh", home / "escaped", columns=columns, rows=rows) as terminal:
        terminal.wait("场会议")
        terminal.type("a")
        terminal.wait(f"{len(STRINGS) + 1}篇")
        frame = Frame(terminal)
        for keys, seen in [*((view.keys, view.own_word) for view in VIEWS), ("Sm", "按月")]:
            _open(terminal, keys, seen)
            terminal.type(PAGE_DOWN)
            terminal.take_in()
            assert not terminal.screen.beyond
            terminal.type(ESCAPE)
            frame.await_in(terminal)
        terminal.type("lD")
        terminal.wait(lambda text: bool(re.search(r"新提法 [\d.]+%", text)))
        _open(terminal, "nW", "此前说过")
        assert not terminal.screen.beyond
        terminal.type(ESCAPE)
        terminal.wait(lambda text: "此前说过" not in text)
        terminal.take_in(0.2)
        _leave(terminal)


def test_what_is_copied(opened: Open, home: Path) -> None:
    """A copied paragraph, quotation and link of every hostile post is clean text, and nothing else is copied."""
    with opened("--lang", "zh", home / "raw") as terminal:
        terminal.wait("场会议")
        terminal.type("a")
        terminal.wait(f"{RAW + 1}篇")
        for _ in range(RAW):
            terminal.type("jyYcVyV")
            terminal.take_in()
        copied = _leave(terminal)
    assert len(copied) == 4 * RAW
    assert not any("cHduZWQ" in text or "pwned" in text for text in copied if "&" not in text)


def test_links_that_no_browser_may_be_given(opened: Open, tmp_path: Path) -> None:
    """A link that runs a script, or is no address at all, is neither copied nor opened; the foot says so."""
    links = (
        "javascript:alert(1)",
        "http://[",
        "http://a\u2100b/",
        "java\x1b[0mscript:x",
        "file:///etc/passwd",
        "--help",
    )
    for number, link in enumerate(links):
        body = BODY.replace("5月1日", f"5月{number + 1}日")
        text = f"---\ntitle: 样文{number}\ndate: 2022-05-20\nlink: '{link}'\n---\n{body}\n"
        (tmp_path / f"{number}.txt").write_text(text, "utf-8")
    with opened("--lang", "zh", tmp_path) as terminal:
        terminal.wait(f"{len(links)}场会议")
        for key, move in (("c", "j"), ("w", "k")):
            for _ in links:
                terminal.type(key)
                terminal.wait("这篇没有可打开的链接")
                await_foot(terminal)
                terminal.type(move)
                terminal.wait(lambda text: "这篇没有可打开的链接" not in text)
        assert not _leave(terminal)


@pytest.mark.parametrize(("columns", "rows", "texts"), [(110, 32, [*LINES, ALL]), (40, 20, [ALL])])
def test_queries_are_pasted(opened: Open, home: Path, columns: int, rows: int, texts: list[str]) -> None:
    """Whatever is pasted into the filter, the line to find, the note and the officials, list, text and foot stay."""
    with opened("--lang", "zh", home / "raw", columns=columns, rows=rows) as terminal:
        terminal.wait("场会议")
        terminal.take_in(0.1)
        frame = Frame(terminal)
        for text in texts:
            terminal.type("/")
            _paste(terminal, text)
            terminal.type(" since:")
            _paste(terminal, text)
            terminal.type("完")
            terminal.wait("完")
            await_foot(terminal)
            terminal.type(f"{CTRL_U}{ENTER}")
            frame.await_in(terminal)
        for key, end in (("f", ENTER), ("m", ENTER), ("o", ESCAPE)):
            terminal.type(key)
            _paste(terminal, ALL)
            terminal.type("完")
            terminal.wait(lambda text: "完" in terminal.lines[-2] or "没有这样的官员" in text)
            await_foot(terminal)
            terminal.take_in(0.2)
            terminal.type(end)
            terminal.wait(lambda text: "没有这样的官员" not in text)
            frame.await_in(terminal)
        _leave(terminal)


def test_queries_are_typed_without_brackets(opened: Open, home: Path) -> None:
    """Marks, bidi controls and bytes that are no UTF-8, typed as keys, and an endless line tear nothing."""
    with opened("--lang", "zh", home / "raw") as terminal:
        terminal.wait("场会议")
        terminal.type("/a")
        for name in ("zalgo", "bidi", "Thai", "no width", "invisible", "emoji", "private", "unassigned", "markup"):
            terminal.type(STRINGS[name])
        terminal.send(b"\x9b31m\xff\xc2\xc2\x9b[\xed\xa0\x80")
        terminal.type("完")
        terminal.wait("完")
        await_foot(terminal)
        terminal.type(CTRL_U)
        terminal.paste("长" * 100_000 + "\n尾")
        terminal.wait("长长")
        await_foot(terminal)
        terminal.type(f"{CTRL_U}{ENTER}")
        terminal.wait("场会议")
        _leave(terminal)


@pytest.mark.parametrize("name", ["clipboard", "C1", "bidi", "zalgo"])
def test_a_query_of_the_command_line(opened: Open, home: Path, name: str) -> None:
    """A hostile --query that cannot be read is quoted in clean text at the foot, and so it stands in the filter."""
    text = STRINGS[name].replace("\0", "")
    with opened("--lang", "zh", "--query", f"口岸 since:九{text}九", home / "raw") as terminal:
        terminal.wait("九")
        await_foot(terminal)
        terminal.type("/")
        terminal.wait(lambda _: "九" in terminal.lines[-2])
        await_foot(terminal)
        terminal.type(ENTER)
        terminal.wait("口岸")
        _leave(terminal)


@pytest.fixture(scope="module")
def megabytes(home: Path) -> Path:
    """Posts of a megabyte: one paragraph, one word, one character with marks, nothing to be seen, emoji, one title."""
    folder = home / "megabytes"
    folder.mkdir()
    for number, unit in enumerate(("海关", "customs", "\u0301\u20dd", "\u200b", "👩\u200d")):
        long = unit * (MEGABYTE // len(unit.encode()))
        write_post(folder, f"{number}.html", f"样文{number}", f"<p>样文{long}</p>", f"2022-03-{20 - number}")
    long = "题" * (MEGABYTE // 3)
    (folder / "5.html").write_text(f"<html><head><title>样文5{long}</title></head><body><p>样文。</p></body>", "utf-8")
    return folder


def test_a_megabyte_without_a_break(opened: Open, megabytes: Path) -> None:
    """Each megabyte without a break is read to its end and found in, and list, text and foot stay, at 40x20 too."""
    with opened("--lang", "zh", megabytes) as terminal:
        terminal.type("a")
        terminal.wait(lambda text: "6篇" in text and "正在读" not in text, 40)
        frame = Frame(terminal)
        for _ in range(6):
            terminal.type("lG")
            terminal.wait("100%")
            frame.await_in(terminal)
            terminal.type("hj")
            frame.await_in(terminal)
        terminal.type(f"/海关{ENTER}")
        terminal.wait("海关 · 1篇 · 166666处")
        frame.await_in(terminal)
        terminal.type(ESCAPE)
        terminal.wait(lambda text: "6篇" in text and "处" not in text)
        terminal.resize(40, 20)
        frame = Frame(terminal)
        for key in "jjk":
            terminal.type(f"{key}lG")
            terminal.wait("100%")
            await_foot(terminal)
            terminal.type("h")
            frame.await_in(terminal)
        _leave(terminal)


def test_names_of_files(opened: Open, tmp_path: Path) -> None:
    """Posts under names of any bytes are listed and read; those without a title are called by their text."""
    count = write_names(tmp_path)
    with opened("--lang", "zh", tmp_path) as terminal:
        terminal.type("a")
        terminal.wait(f"{count - len(range(2, count, 3))}篇")
        frame = Frame(terminal)
        for _ in NAMES:
            terminal.type("j")
            frame.await_in(terminal)
        _leave(terminal)


@pytest.fixture(scope="module")
def folders(home: Path) -> Path:
    """Hostile posts, and posts under hostile names."""
    (home / "escaped" / "names").mkdir()
    write_names(home / "escaped" / "names")
    return home / "escaped"


@pytest.mark.parametrize("command", OVER_A_FOLDER, ids=" ".join)
def test_commands_in_a_pipe(
    home: Path,
    folders: Path,
    command: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    """Every command over hostile posts and names writes clean text and nothing else, and JSON that can be read."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    assert main([*command, "--path", str(folders)]) == 0
    out, err = capfd.readouterr()
    assert not set(unclean(out.replace("\r\n", "\n"))), command
    assert not set(unclean(err))
    if command[-1] == "json":
        assert json.loads(out) or command[0] == "series"  # no hostile post is of one


@pytest.mark.parametrize("command", [["list", "--all"], ["check"], ["export"]], ids=" ".join)
def test_commands_on_a_terminal(opened: Open, folders: Path, command: list[str]) -> None:
    """On a terminal too, a command writes clean text, and beside it only what wipes the line of its progress."""
    with opened(*command, "--path", folders) as terminal:
        assert terminal.wait_for_end() == 0
        text = re.sub(r"\r\x1b\[K|\r(?=\n)", "", bytes(terminal.raw).decode())
    assert not set(unclean(text))


@pytest.mark.parametrize("name", STRINGS)
def test_what_is_typed_in_the_shell(
    folders: Path, name: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    """A hostile query, path, name of a post or option is answered in clean text."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    text = STRINGS[name].replace("\0", "")
    for command in (
        ["search", "--path", str(folders), f"since:{text}九"],
        ["list", f"/nowhere/{text}"],
        ["list", f"--{text}"],
        ["list", "--format", text],
        ["list", "--lang", text],
        ["show", f"{text}九", "--path", str(folders)],
        ["show", next((folders / "names").glob(f"{glob_escape(name)}*"), Path(name)).name, "--path", str(folders)],
    ):
        main(command)
    out, err = capfd.readouterr()
    assert err
    assert not set(unclean(out + err))
