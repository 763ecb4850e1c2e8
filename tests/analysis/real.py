"""The bodies of the five real posts, oldest meeting first, where they are."""

from __future__ import annotations

from pathlib import Path

from reader.readout.read import read_post
from tests.conftest import across


def real_bodies(seeds: Path) -> dict[str, tuple[str, ...]]:
    """The bodies by the first three characters of their file, oldest meeting first."""
    order = across(seeds)["order_by_meeting_date"]
    return {name[:3]: tuple(read_post((seeds / name).read_bytes(), suffix=".txt").body) for name in order}
