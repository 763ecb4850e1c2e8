"""The bodies of the five real posts, oldest meeting first, where they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reader.readout.read import read_post


def real_bodies(seeds: Path) -> dict[str, tuple[str, ...]]:
    """The bodies by the first three characters of their file, oldest meeting first."""
    order = across(seeds)["order_by_meeting_date"]
    return {name[:3]: tuple(read_post((seeds / name).read_bytes(), suffix=".txt").body) for name in order}


def across(seeds: Path) -> dict[str, Any]:
    """What was worked out by hand across the five."""
    found: dict[str, Any] = json.loads((seeds / "truth.json").read_text(encoding="utf-8"))["across"]
    return found
