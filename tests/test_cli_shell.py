"""The commands about shell and machine: completions, and what `doctor` sees."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.cli import COMMANDS
from reader.library.places import settings_file
from tests.command_line import Run
from tests.terminal import Terminal

COMPLETE = """
source /dev/stdin
COMP_WORDS=(customs-reader "$@"); COMP_CWORD=$#
_shtab_customs_reader
printf '%s\\n' "${COMPREPLY[@]}"
"""


def complete(script: str, *words: str) -> set[str]:
    """What bash offers for the last of these words."""
    argv = ["bash", "--norc", "-c", COMPLETE, "bash", *words]
    done = subprocess.run(argv, input=script, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_bash_completes_commands_options_and_values(run: Run) -> None:
    """The first word is completed to a command, then its options, their values, its files."""
    assert run("completions", "bash") == 0
    assert complete(run.out, "") == set(COMMANDS)
    assert complete(run.out, "co") == {"compare", "completions", "config"}
    assert complete(run.out, "phrases", "--so") == {"--sort"}
    assert complete(run.out, "phrases", "--sort", "") == {"common", "newest", "dropped", "longest"}
    assert complete(run.out, "list", str(Path(__file__).parent / "comm")) == {
        str(Path(__file__).parent / "command_line.py")
    }


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_reads_its_script(run: Run, shell: str) -> None:
    """The script is for this shell and names every command; the shell, where it is installed, finds nothing amiss."""
    assert run("completions", shell) == 0
    assert all(command in run.out for command in COMMANDS)
    if shutil.which(shell):
        done = subprocess.run([shell, "-n", "/dev/stdin"], input=run.out, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


def test_another_shell_is_refused(run: Run) -> None:
    """A shell that is not known, or none, is explained on stderr."""
    assert run("completions", "tcsh") == 2
    assert "'bash', 'zsh', 'fish'" in run.err
    assert run("completions") == 2


def test_doctor_tells_what_it_sees(run: Run) -> None:
    """Versions, folders and SQLite are told; where nothing is amiss it says so and ends with 0."""
    assert run("doctor") == 0
    assert "textual" in run.out
    assert "FTS5" in run.out
    assert run.out.splitlines()[-1] == "Nothing is amiss."
    assert run("doctor", "--format", "json") == 0
    assert run.json()["advice"] == []


def test_doctor_says_what_to_do(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder that cannot be written and a wrong setting are told with the way out, and the exit code is 1."""
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("measure = 3\n", encoding="utf-8")
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert run("doctor") == 1
    advice = [line for line in run.out.splitlines() if line.startswith("! ")]
    assert len(advice) == 2
    assert "XDG_STATE_HOME" in advice[0]
    assert "measure = 3" in advice[1]
    assert run("doctor", "--format", "json") == 1
    assert [one["about"] for one in run.json()["advice"]] == ["state", "settings"]


def test_doctor_knows_an_encoding_without_chinese(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the locale's encoding cannot hold Chinese, it says so although its own output can."""
    monkeypatch.setattr("locale.getencoding", lambda: "iso8859-1")
    assert run("doctor") == 1
    assert "! iso8859-1 cannot hold Chinese" in run.out


@pytest.mark.parametrize(("answers", "cells"), [(True, "1"), (False, "-")])
def test_doctor_asks_the_terminal(in_terminal: Callable[..., Terminal], answers: bool, cells: str) -> None:
    """It tells how wide “ is; a terminal that does not answer is told of, and left as it was."""
    with in_terminal("doctor", "--lang", "en", columns=120) as terminal:
        terminal.answers = answers
        assert terminal.wait_for_end() == (0 if answers else 1)
        (line,) = (line for line in terminal.lines if line.startswith("Cells of “"))
        assert line.split()[-1] == cells
        assert ("marks = " in terminal.text) != answers
