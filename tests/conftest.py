"""Where the posts are that tests read: the samples always, five real posts where they lie beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
SAMPLES = PROJECT / "samples"
SEEDS = PROJECT.parent / "shared" / "seeds"


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test has a home of its own: nothing of the person who runs the tests is touched."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("CACHE", "STATE", "CONFIG", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))


@pytest.fixture
def samples() -> Path:
    return SAMPLES


@pytest.fixture
def seeds() -> Path:
    """The five real posts; tests that need them are skipped elsewhere, and the samples carry the same checks."""
    if not SEEDS.is_dir():
        pytest.skip("the real posts are not here")
    return SEEDS


def write_post(folder: Path, name: str, title: str, body: str, date: str = "Tue, 15 Mar 2022 10:56:54 GMT") -> Path:
    """A post in the crawler's form with this body (HTML)."""
    path = folder / name
    path.write_text(
        f"\n---\ntitle: '{title}'\ncategories: \n - 金融\nauthor: 样例\ndate: {date}\n---\n\n{body}\n", encoding="utf-8"
    )
    return path
