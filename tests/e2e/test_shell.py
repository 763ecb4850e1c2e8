"""The reader where a shell has led its streams elsewhere, or a locale is not UTF-8."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.terminal import COMMAND, ENTER, Terminal


def opened(samples: Path, line: str, **environment: str) -> Terminal:
    """The reader, started by a line of a shell in which `$0` is its command."""
    own = {name: os.environ[name] for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    return Terminal(["sh", "-c", f"exec {line}", COMMAND, str(samples)], environment={**own, **environment})


@pytest.mark.parametrize("where", ["2>&-", "2>/dev/null"])
def test_the_screen_is_painted_without_a_stderr(samples: Path, where: str) -> None:
    """With stderr closed, or led into a file, the reader is seen and obeys."""
    with opened(samples, f'"$0" "$1" --lang en {where}') as terminal:
        terminal.wait("5 meetings")
        terminal.type("q")
        assert terminal.wait_for_end() == 0


def test_the_screen_speaks_the_encoding_of_the_locale(samples: Path) -> None:
    """In a terminal of GBK the text is GBK, and so is what is typed; what it has no sign for is a ?, one cell wide."""
    with opened(samples, '"$0" "$1" --lang zh', PYTHONIOENCODING="gbk") as terminal:
        terminal.wait_for_bytes("5场会议".encode("gbk"))
        terminal.send(b"/" + "俞建华".encode("gbk") + ENTER.encode())
        terminal.wait_for_bytes("1场会议".encode("gbk"))
        assert b"\\u203a" not in terminal.raw
        terminal.type("q")
        assert terminal.wait_for_end() == 0
