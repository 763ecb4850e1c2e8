"""What all tests here use."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.terminal import Terminal


@pytest.fixture
def opened(in_terminal: Callable[..., Terminal]) -> Callable[..., Terminal]:
    """Opens the installed command in a pseudo-terminal."""
    return in_terminal
