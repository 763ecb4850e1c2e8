"""What is built can be installed and used without the checkout. `make package` does it with all that pip fetches."""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
from importlib.metadata import packages_distributions
from pathlib import Path
from zipfile import ZipFile

import pytest

from reader.cli import COMMANDS
from tests.conftest import PROJECT
from tests.manual import manual
from tests.package import LINES, attempts


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with wheel and sdist."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(build, cwd=PROJECT, check=True, capture_output=True)
    return folder


def test_the_installed_wheel_does_everything(built: Path, tmp_path: Path) -> None:
    """In an environment of its own, in an empty home, every command answers over the samples and the screen opens."""
    place = tmp_path / "installed"
    venv.create(place)
    (wheel,) = built.glob("*.whl")
    pip = [sys.executable, "-m", "pip", "--python", str(place), "install", "--quiet", "--no-deps", str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    packages = next(place.glob("lib/python*/site-packages"))
    (packages / "needed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    home = tmp_path / "own home"
    home.mkdir()
    assert {what: fault for what, fault in attempts(place / "bin", home) if fault} == {}


def test_what_is_imported_is_declared() -> None:
    """Every package that the program imports is one that pip brings with it, not one that another happens to bring."""
    sources = "".join(file.read_text("utf-8") for file in (PROJECT / "reader").rglob("*.py"))
    names = set(re.findall(r"^ *(?:from|import) (\w+)", sources, re.MULTILINE))
    bringing = packages_distributions()
    needed = {bringing[name][0].lower() for name in names & bringing.keys() - {"reader"}}
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.split("[<>=]", line)[0].lower() for line in project["dependencies"]}
    assert {"lxml", "pyyaml"} <= needed <= declared


def test_every_command_is_tried() -> None:
    """The lines that are tried name every command there is."""
    assert {line.split()[0] for line in LINES} == set(COMMANDS)


def test_the_sdist_holds_what_the_wheel_is_made_of(built: Path) -> None:
    """Every file of the program and the samples is in both; what `make test` needs is in the sdist."""
    (wheel,), (sdist,) = built.glob("*.whl"), built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    with ZipFile(wheel) as archive:
        installed = {name for name in archive.namelist() if name.startswith("reader/")}
    assert {"Makefile", ".ci/run", "requirements-dev.txt", "tests/conftest.py", "docs/customs-reader.1"} <= held
    samples = {f"reader/samples/{file.name}" for file in (PROJECT / "samples").iterdir()}
    assert samples <= installed
    assert installed - samples <= held


def test_the_manual_page_is_that_of_the_parser() -> None:
    """The page that is installed says what the command line takes today (`make manual` writes it)."""
    assert (PROJECT / "docs" / "customs-reader.1").read_text("utf-8") == manual(), "run `make manual`"
