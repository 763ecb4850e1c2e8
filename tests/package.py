"""`make package`: tries the wheel in `dist` as somebody who installs it: a new environment, an empty home, no checkout.

What is tried is `attempts`; the tests try the same with the packages that are installed already.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Mapping
from pathlib import Path

from reader.views import VIEWS
from tests.terminal import Terminal

_PLAIN = tuple(view.name for view in VIEWS.values() if view.takes in ("paths", "post"))
LINES = (
    *("list --all", "show 49th", "search 口岸", "compare 49th", "kwic 同防", *_PLAIN),
    *("export --format jsonl", "check", "doctor", "completions bash", "config", "directories"),
)
"""Each command in a line that answers over the samples, in an empty home."""


def environment(home: Path) -> Mapping[str, str]:
    """The variables of somebody with an empty home; nothing of this process's own gets in."""
    return {"HOME": str(home), "PATH": os.defpath, "LANG": "C.UTF-8", "TERM": "xterm-256color"}


def attempts(binaries: Path, home: Path) -> Iterator[tuple[str, str]]:
    """Each thing that is tried, and what went wrong with it; empty where nothing did."""
    program = str(binaries / "customs-reader")
    for line in LINES:
        yield line, _run([program, *line.split()], home)
    yield "python -m reader", _run([str(binaries / "python"), "-m", "reader", "--version"], home)
    page = binaries.parent / "share" / "man" / "man1" / "customs-reader.1"
    yield "the manual page", "" if page.is_file() else f"{page} is not there"
    yield "the screen", _screen(program, home)


def _run(argv: list[str], home: Path) -> str:
    done = subprocess.run(
        argv, cwd=home, env=environment(home), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    return "" if done.returncode == 0 and done.stdout else f"exit code {done.returncode}: {done.stderr}"


def _screen(program: str, home: Path) -> str:
    """Opens the reader on the samples and leaves it."""
    with Terminal([program, "--lang", "en"], environment=environment(home)) as terminal:
        try:
            terminal.wait("5 meetings")
            terminal.type("q")
            code = terminal.wait_for_end()
        except AssertionError as error:
            return str(error)
    return "" if code == 0 else f"exit code {code}"


def main() -> int:
    """Installs the wheel of a folder with all it needs, tries it, prints what went wrong; 1 where anything did."""
    (wheel,) = Path(sys.argv[1]).glob("*.whl")
    with tempfile.TemporaryDirectory() as place:
        home = Path(place) / "home"
        home.mkdir()
        venv.create(Path(place) / "installed", with_pip=True)
        binaries = Path(place) / "installed" / "bin"
        subprocess.run([binaries / "python", "-m", "pip", "install", "--quiet", str(wheel)], check=True)
        wrong = [(what, fault) for what, fault in attempts(binaries, home) if fault]
    for what, fault in wrong:
        sys.stdout.write(f"{what}: {fault}\n")
    sys.stdout.write(f"{wheel.name}: {'it works' if not wrong else 'it does not work'}\n")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
