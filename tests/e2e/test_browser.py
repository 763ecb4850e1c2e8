"""A browser that was asked for gets the link, and nothing of the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.robustness.ending import processes
from tests.terminal import Terminal

LINK = "https://example.org/a"
BROWSER = f"""#!{sys.executable}
import os, sys, time
print("NOISE on stdout", flush=True)
print("NOISE on stderr", file=sys.stderr)
try:
    os.open("/dev/tty", os.O_RDWR)
    seen = "the terminal"
except OSError:
    seen = "no terminal"
place = os.path.dirname(__file__)
with open(place + "/draft", "w") as file:
    file.write(f"{{sys.argv[1]}} {{seen}} {{sys.stdin.read()}}")
os.rename(place + "/draft", place + "/seen")
while not os.path.exists(place + "/end"):
    time.sleep(0.02)
"""


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    """A folder with a post that has an address."""
    folder = tmp_path / "posts"
    folder.mkdir()
    (folder / "a.txt").write_text(
        f"---\ntitle: 署长会见来宾\ndate: 2022-03-15\nlink: {LINK}\n---\n<p>海关总署召开例会。</p>", "utf-8"
    )
    return folder


def program(folder: Path, name: str, text: str) -> str:
    """A program in a folder of its own."""
    folder.mkdir()
    file = folder / name
    file.write_text(text, encoding="utf-8")
    file.chmod(0o700)
    return str(file)


def test_a_browser_gets_neither_the_screen_nor_the_keys(
    in_terminal: Callable[..., Terminal], posts: Path, tmp_path: Path
) -> None:
    """What it prints is not seen, the keys after w are the reader's, and it stays when the reader is left."""
    browser = program(tmp_path / "browser", "loud", BROWSER)
    with in_terminal("--lang", "en", posts, BROWSER=browser) as terminal:
        terminal.wait("1 ")
        terminal.type("aw")
        terminal.wait(f"Opening {LINK} in a browser.")
        terminal.type("?")
        terminal.wait(lambda text: "/ Search" in text)
        seen = tmp_path / "browser" / "seen"
        terminal.wait(lambda _: seen.exists())
        assert seen.read_text(encoding="utf-8") == f"{LINK} no terminal "
        terminal.type("q")
        terminal.wait(lambda text: "/ Search" not in text)
        terminal.type("q")
        assert terminal.wait_for_end() == 0
        assert b"NOISE" not in terminal.raw
        own = tmp_path / "home"
        assert any(browser.encode() in Path(f"/proc/{one}/cmdline").read_bytes() for one in processes(own))
        (tmp_path / "browser" / "end").touch()


@pytest.mark.parametrize("choice", ["/nowhere/browser %s", "w3m"])
def test_a_browser_that_cannot_be_run_or_would_need_the_terminal_is_told(
    in_terminal: Callable[..., Terminal], posts: Path, tmp_path: Path, choice: str
) -> None:
    """One sentence says that there is none, with the address; the screen stands."""
    called = tmp_path / "called"
    program(tmp_path / "bin", "w3m", f"#!/bin/sh\ntouch {called}\n")
    path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
    with in_terminal("--lang", "en", posts, BROWSER=choice, PATH=path, DISPLAY="", WAYLAND_DISPLAY="") as terminal:
        terminal.wait("1 ")
        terminal.type("aw")
        terminal.wait(lambda text: "No browser with a window" in text and "署长会见来宾" in text)
        assert not called.exists()
