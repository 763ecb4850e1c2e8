"""The installed command in a real pseudo-terminal, for all tests here."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal import COMMAND, Terminal


@pytest.fixture
def opened(tmp_path: Path) -> Callable[..., Terminal]:
    """Opens the reader in a home of its own, so that no state of the machine is read or written."""

    def start(*arguments: str | Path, columns: int = 110, rows: int = 32, **environment: str) -> Terminal:
        own = {name: os.environ[name] for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
        home = {"HOME": str(tmp_path / "home"), **own, **environment}
        return Terminal([COMMAND, *map(str, arguments)], columns=columns, rows=rows, environment=home)

    return start
