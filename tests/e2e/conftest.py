"""The installed command in a real pseudo-terminal, for all tests here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.terminal import COMMAND, Terminal


@pytest.fixture
def opened(tmp_path: Path) -> Callable[..., Terminal]:
    """Opens the reader in a home of its own, so that no state of the machine is read or written."""

    def start(*arguments: str | Path, columns: int = 110, rows: int = 32, **environment: str) -> Terminal:
        home = {"HOME": str(tmp_path / "home"), "XDG_STATE_HOME": str(tmp_path / "state"), **environment}
        return Terminal([COMMAND, *map(str, arguments)], columns=columns, rows=rows, environment=home)

    return start
