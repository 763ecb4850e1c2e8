"""The clipboard: by a program that has it, else by the terminal, which does not say whether it took it.

May import the standard library. A text goes by a file without a name, never by an argument: nobody waits for a program
to read it, and it is read to its end although the reader may have been left meanwhile.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from base64 import b64encode
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from typing import IO, NamedTuple

MOST_SENT = 74_994
"""Most bytes that every terminal takes: xterm has room for 100,000 once they are encoded."""
_PATIENCE, _PAUSE = 2.0, 0.01
"""Seconds that a program may take to accept a text, and between two looks at it."""
_PIECE = 240
"""Most characters that GNU screen passes on to its terminal at once."""


class Way(NamedTuple):
    """A program that puts its input on a clipboard, and the encoding that it expects."""

    name: str
    command: tuple[str, ...]
    encoding: str = "utf-8"


class Copied(NamedTuple):
    """How a text was copied: by a program of this name, or sent to the terminal (empty); which program had failed, and
    whether the text may be more than the terminal takes.
    """

    way: str = ""
    failed: str = ""
    is_long: bool = False


def ways(environ: Mapping[str, str]) -> list[Way]:
    """The programs to be tried, in order: tmux inside of it, else those whose screen is there. For GNU screen, and from
    afar, there is none but the terminal.
    """
    far = bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))
    found = []
    if environ.get("TMUX"):
        found = [Way("tmux", ("tmux", "load-buffer", "-w", "-")), Way("tmux", ("tmux", "load-buffer", "-"))]
    elif environ.get("STY"):
        return []
    if sys.platform == "darwin" and not far:
        found.append(Way("pbcopy", ("pbcopy",)))
    if environ.get("WAYLAND_DISPLAY"):
        found.append(Way("wl-copy", ("wl-copy", "--type", "text/plain")))
    if environ.get("DISPLAY"):
        found.append(Way("xclip", ("xclip", "-selection", "clipboard")))
        found.append(Way("xsel", ("xsel", "--clipboard", "--input")))
    if environ.get("WSL_DISTRO_NAME") or environ.get("WSL_INTEROP"):
        found.append(Way("clip.exe", ("clip.exe",), "utf-16"))
    return [way for way in found if shutil.which(way.command[0], path=environ.get("PATH"))]


def sequence(text: str, environ: Mapping[str, str]) -> str:
    """What asks the terminal to copy (OSC 52); GNU screen passes it on in pieces, each in an envelope of its own."""
    asked = f"\x1b]52;c;{b64encode(text.encode('utf-8', 'replace')).decode()}\a"
    if not environ.get("STY") or environ.get("TMUX"):
        return asked
    return "".join(f"\x1bP{asked[at : at + _PIECE]}\x1b\\" for at in range(0, len(asked), _PIECE))


class Clipboard:
    """Copies one text after the other; `send` writes to the terminal."""

    def __init__(self, send: Callable[[str], None]) -> None:
        self._send = send
        self.program: subprocess.Popen[bytes] | None = None
        """That was given the last text; it may hold the clipboard as long as it runs."""

    def send(self, text: str, failed: str = "") -> Copied:
        """Asks the terminal to copy a text."""
        self._send(sequence(text, os.environ))
        return Copied("", failed, len(text.encode("utf-8", "replace")) > MOST_SENT)

    def copy(self, text: str) -> Coroutine[None, None, Copied]:
        """Copies a text by the first way that works. A program that still has an earlier text loses it.

        The first program has the text at once, whatever becomes of who waits for the answer.
        """
        _end(self.program)
        tried = ways(os.environ)
        self.program = _start(tried[0], text) if tried else None
        return self._follow(text, tried)

    async def _follow(self, text: str, tried: Sequence[Way]) -> Copied:
        for way in tried:
            if way is not tried[0]:
                self.program = _start(way, text)
            if self.program is not None and await _has_taken(self.program):
                return Copied(way.name)
        return self.send(text, tried[0].name if tried else "")


def _start(way: Way, text: str) -> subprocess.Popen[bytes] | None:
    """A program with a text as its input, without a terminal: it can neither write there nor be interrupted from it."""
    try:
        with _nameless() as file:
            file.write(text.encode(way.encoding, "replace"))
            file.seek(0)
            return subprocess.Popen(
                way.command, stdin=file, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
            )
    except (OSError, ValueError):
        return None


def _nameless() -> IO[bytes]:
    """A file that nobody else can open."""
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("copied"), "w+b")
    return tempfile.TemporaryFile()


async def _has_taken(process: subprocess.Popen[bytes]) -> bool:
    """Whether a program ends well; one that holds the clipboard goes on in the background. One that hangs is ended."""
    loop = asyncio.get_running_loop()
    end = loop.time() + _PATIENCE
    while process.poll() is None:
        if loop.time() > end:
            _end(process)
            return False
        await asyncio.sleep(_PAUSE)
    return process.returncode == 0


def _end(process: subprocess.Popen[bytes] | None) -> None:
    """Ends a program that has not ended yet, with what it has started."""
    if process is not None and process.poll() is None:
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
