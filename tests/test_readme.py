"""What the READMEs tell a newcomer to type does what they say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from reader.cli import COMMANDS
from reader.tui.commands import GROUPS
from tests.conftest import PROJECT, SAMPLES
from tests.terminal import COMMAND

READMES = ("README.md", "README.zh.md")
_BLOCK = re.compile(r"^ {4}(\S.*?)(?:  +#.*)?$", re.MULTILINE)
_INLINE = re.compile(r"`(customs-reader [^`]+)`")
_INSTALLING = ("make ", "pipx ", "uv ", "pip ", "man ")
"""What is tried elsewhere: `make` by whoever runs the tests, installers and the manual page by `make package`."""
_IS_COMMAND = re.compile(r"(customs-reader|python|make|pipx|uv|pip|man)\b")
_SYNTAX = ("COMMAND", "PATH")
"""Stand in lines that show how commands look and are none themselves."""


def commands(name: str) -> list[str]:
    """Every command line in a README, in order, each once."""
    text = (PROJECT / name).read_text("utf-8")
    lines = [line for line in _BLOCK.findall(text) if _IS_COMMAND.match(line)]
    lines += [" ".join(found.split()) for found in _INLINE.findall(text)]
    return list(dict.fromkeys(line for line in lines if not any(word in line for word in _SYNTAX)))


@pytest.mark.parametrize("line", [line for line in commands(READMES[0]) if not line.startswith(_INSTALLING)])
def test_a_command_of_the_readme(line: str, tmp_path: Path) -> None:
    """Typed in a shell in the checkout, with posts in ~/posts, it ends well and answers something."""
    home = Path(os.environ["HOME"])
    shutil.copytree(SAMPLES, home / "posts")
    for folder in re.findall(r"> (\S+)/", line):
        (home / folder.removeprefix("~/")).mkdir(parents=True)
    search = os.pathsep.join([str(Path(COMMAND).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["bash", "-c", line],
        cwd=PROJECT,
        env={**os.environ, "PATH": search, "LANG": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout or ">" in line


def test_both_readmes_have_the_same_commands() -> None:
    """The Chinese README tells the same to type as the English one."""
    assert commands(READMES[1]) == commands(READMES[0])


@pytest.mark.parametrize("name", READMES)
def test_every_command_and_every_view_is_told_of(name: str) -> None:
    """A README names each command of the shell, and in its table of keys every key of a view."""
    text = (PROJECT / name).read_text("utf-8")
    assert [command for command in COMMANDS if f"customs-reader {command}" not in text] == []
    assert [command.shown for command in GROUPS["compare"] if f"`{command.shown}`" not in text] == []


@pytest.mark.parametrize("name", [*READMES, "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_what_is_linked_is_there(name: str) -> None:
    """Every picture and page that a document links is in the checkout."""
    for link in re.findall(r"\]\(([^)#:]+)\)", (PROJECT / name).read_text("utf-8")):
        assert (PROJECT / link).exists(), link
