"""Copying: by the program that has the clipboard, else by the terminal; each way is named, a failure is told."""

from __future__ import annotations

import os
import shutil
import subprocess
from base64 import b64decode
from pathlib import Path

import pytest

from reader.tui import clipboard
from reader.tui.clipboard import MOST_SENT, Clipboard, Copied, sequence, ways
from tests.command_line import Run
from tests.terminal import COMMAND, Terminal
from tests.tui.reading import opened, screen, status, until

TEXT = "海关“总署”；$(touch x) 'a' \\ -n\n二"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs, with a display that they could have; the system's own are found as well."""
    (folder := tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.defpath}")
    monkeypatch.setenv("DISPLAY", ":9")
    return folder


def write(folder: Path, name: str, script: str) -> None:
    """A program that is a shell script."""
    (file := folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)


def taken(written: str) -> str:
    """What a terminal is asked to copy."""
    assert written.startswith("\x1b]52;c;")
    assert written.endswith("\a")
    return b64decode(written[7:-1]).decode()


@pytest.mark.parametrize(
    ("environ", "names"),
    [
        ({}, []),
        ({"TMUX": "/tmp/t,1,0"}, ["tmux", "tmux"]),
        ({"TMUX": "/tmp/t,1,0", "DISPLAY": ":0"}, ["tmux", "tmux", "xclip", "xsel"]),
        ({"STY": "1.pts", "DISPLAY": ":0"}, []),
        ({"DISPLAY": ":0"}, ["xclip", "xsel"]),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ["wl-copy", "xclip", "xsel"]),
        ({"WSL_DISTRO_NAME": "Debian"}, ["clip.exe"]),
    ],
)
def test_a_program_is_tried_where_its_screen_is(programs: Path, environ: dict[str, str], names: list[str]) -> None:
    """tmux goes first inside of it, then what belongs to the display that there is; what is not installed never."""
    for name in ("tmux", "xclip", "xsel", "wl-copy", "clip.exe", "pbcopy"):
        write(programs, name, "")
    assert [way.name for way in ways({"PATH": str(programs), **environ}) if way.name != "pbcopy"] == names
    assert not ways({"PATH": str(programs / "none"), **environ})


def test_a_mac_has_its_own(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a Mac pbcopy is asked, but not from afar, where it would fill the clipboard of another desk."""
    write(programs, "pbcopy", "")
    monkeypatch.setattr("sys.platform", "darwin")
    assert [way.name for way in ways({"PATH": str(programs)})] == ["pbcopy"]
    assert not ways({"PATH": str(programs), "SSH_CONNECTION": "1 2 3 4"})


def test_screen_passes_on_what_it_is_sent() -> None:
    """In GNU screen the request is sent in envelopes that it hands to its terminal, none longer than it takes."""
    written = sequence("海" * 1000, {"STY": "1.pts"})
    pieces = written.split("\x1bP")[1:]
    assert all(piece.endswith("\x1b\\") and len(piece) < 256 for piece in pieces)
    assert taken("".join(piece.removesuffix("\x1b\\") for piece in pieces)) == "海" * 1000


async def test_a_program_gets_the_text_as_its_input(programs: Path, tmp_path: Path) -> None:
    """The text arrives whole, not as an argument; the program has no terminal, and what it leaves behind lives on."""
    out = tmp_path / "out"
    write(programs, "xclip", f'cat >{out}; echo "$@" >{out}.words; echo >/dev/tty && touch {out}.tty; sleep 2 & exit 0')
    sent: list[str] = []
    assert await Clipboard(sent.append).copy(TEXT) == Copied("xclip")
    assert out.read_text("utf-8") == TEXT
    assert (tmp_path / "out.words").read_text("utf-8") == "-selection clipboard\n"
    assert not (tmp_path / "out.tty").exists()
    assert not sent


async def test_what_fails_gives_way_to_the_next(
    programs: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A program that fails, or hangs, is passed over; at last the terminal is asked, and the failure told."""
    monkeypatch.setattr(clipboard, "_PATIENCE", 0.05)
    sent: list[str] = []
    write(programs, "xclip", "exit 1")
    write(programs, "xsel", "cat >/dev/null")
    assert await Clipboard(sent.append).copy(TEXT) == Copied("xsel")
    write(programs, "xsel", "sleep 60")
    copying = Clipboard(sent.append)
    assert await copying.copy(TEXT) == Copied("", "xclip")
    assert copying.program is not None
    assert copying.program.wait() < 0
    assert [taken(one) for one in sent] == [TEXT]
    (programs / "xclip").write_bytes(b"\x7fELF")
    assert (await Clipboard(sent.append).copy(TEXT)).failed == "xclip"


async def test_the_last_text_stays(programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that still has the former text is ended when the next is copied: it could not overtake it."""
    write(programs, "xclip", f'text=$(cat); [ "$text" = 一 ] && sleep 60; echo "$text" >{tmp_path}/out')
    copying = Clipboard(lambda data: None)
    copying.copy("一").close()
    former = copying.program
    assert former is not None
    assert await copying.copy("二") == Copied("xclip")
    assert former.wait() < 0
    assert (tmp_path / "out").read_text("utf-8") == "二\n"


def test_who_leaves_at_once_has_copied(programs: Path, tmp_path: Path) -> None:
    """A program has the text although nobody waits for its answer: q may be typed right after y."""
    write(programs, "xclip", f"cat >{tmp_path}/out")
    copying = Clipboard(lambda data: None)
    copying.copy(TEXT).close()
    assert copying.program is not None
    assert copying.program.wait() == 0
    assert (tmp_path / "out").read_text("utf-8") == TEXT


async def test_the_foot_names_the_way(programs: Path, tmp_path: Path) -> None:
    """y says that xclip has the paragraph, and once it fails, that the terminal was asked instead."""
    write(programs, "xclip", f"cat >{tmp_path}/out")
    async with opened() as pilot:
        await pilot.press("g", "2", "y")
        await until(pilot, lambda: status(pilot).endswith("已复制（xclip）"))
        assert (tmp_path / "out").read_text("utf-8") == pilot.app.clipboard
        write(programs, "xclip", "exit 1")
        await pilot.press("y")
        await until(pilot, lambda: status(pilot).endswith("已送往终端剪贴板（xclip 失败）"))
        pilot.app.copy_to_clipboard("一")  # as a line of input does
        assert pilot.app.clipboard == "一"


async def test_a_text_that_terminals_refuse_is_told() -> None:
    """Of a text longer than terminals take the foot says so, and how to have it as a file."""
    async with opened() as pilot:
        screen(pilot).part("taking").send("海" * (MOST_SENT // 3), "{way}")
        assert status(pilot) == "已送往终端剪贴板"
        screen(pilot).part("taking").send("海" * (MOST_SENT // 3 + 1), "{way}")
        assert "按 x 导出" in status(pilot)


def test_doctor_names_the_ways(run: Run, programs: Path) -> None:
    """doctor tells which programs would be tried, and that the terminal comes last."""
    write(programs, "xclip", "")
    run("doctor")
    assert any(line.split() == ["Clipboard", "xclip,", "OSC", "52"] for line in run.out.splitlines())


@pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not here")
def test_in_tmux_the_text_arrives(samples: Path, tmp_path: Path) -> None:
    """In tmux as it comes, y puts the paragraph into its buffer and sends it on to the terminal around it."""
    tmux = ["tmux", "-L", f"customs-reader-{os.getpid()}", "-f", "/dev/null"]
    own = {name: os.environ[name] for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    home = {"HOME": str(tmp_path), "TMUX_TMPDIR": "/tmp", **own}
    try:
        with Terminal([*tmux, "new-session", COMMAND, str(samples), "--lang", "en"], environment=home) as terminal:
            terminal.wait("5 meetings")
            terminal.type("ly")
            terminal.wait("copied (tmux)")
            asked = [*tmux, "show-buffer"]
            done = subprocess.run(asked, env={**os.environ, **home}, capture_output=True, text=True, check=True)
            assert done.stdout.startswith("4月28日，海关总署党委书记俞建华主持召开")
            terminal.wait_for_bytes(b"\x1b]52;")
            terminal.type("q")
            terminal.wait_for_end()
    finally:
        subprocess.run([*tmux, "kill-server"], env={**os.environ, **home}, capture_output=True, check=False)
