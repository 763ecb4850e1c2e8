"""`doctor`: what the program sees of its terminal, its language, SQLite and its own files, and what to do about it.

May import `library.places`, `settings`, `i18n`, `export`, `text`, this room, and of `tui` `keymap`, `terminal`
and `clipboard`.
"""

from __future__ import annotations

import locale
import os
import platform
import re
import select
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

from reader import __version__
from reader.cli.output import ExitCode, put, put_lines, wipe_line
from reader.cli.syntax import Arguments
from reader.export.data import dumps
from reader.i18n import N_, _, language
from reader.library.places import NAME, directories, settings_file
from reader.settings import Settings, Wrong, load
from reader.text.cells import aligned
from reader.text.encoding import holding_chinese
from reader.text.safety import one_line
from reader.tui.clipboard import ways
from reader.tui.terminal import colours

SMALLEST = (40, 20)
"""Columns and lines below which the screen has no room for what it shows."""
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANGUAGE", "LANG")
_OWN = ("config", "state", "cache")
_POSITION = re.compile(rb"\x1b\[\d+;(\d+)R")
_PATIENCE = 0.5
"""Seconds to wait for an answer; terminals that do not know the question never give one."""

_LOOKED_AT: Mapping[str, str] = {
    "version": N_("customs-reader"),
    "python": N_("Python"),
    "packages": N_("Packages"),
    "import_name": N_("Also named reader"),
    "terminal": N_("Terminal"),
    "size": N_("Size"),
    "colours": N_("Colours"),
    "marks": N_("Cells of “"),
    "clipboard": N_("Clipboard"),
    "locale": N_("Locale"),
    "language": N_("Language"),
    "encoding": N_("Encoding"),
    "sqlite": N_("SQLite"),
    "config": N_("Settings in"),
    "state": N_("Marks in"),
    "cache": N_("Index in"),
    "settings": N_("Settings"),
}
"""What is looked at, by its name."""
_ADVICE: Mapping[str, str] = {
    "import_name": N_(
        "{seen} is imported as “reader” too: one has written over the other. Install customs-reader "
        "in an environment of its own (pipx or uv)."
    ),
    "poor_terminal": N_("TERM is “{seen}”: no screen can be painted. Set it to your terminal's, as xterm-256color."),
    "small": N_("{seen} is small: the screen wants {detail} at least."),
    "marks": N_(
        "The terminal does not tell how wide it paints “. If quotation marks overlap the next "
        'character, put marks = "wide" into the settings.'
    ),
    "encoding": N_("{seen} cannot hold Chinese: the output is UTF-8 all the same. LANG=C.UTF-8 is for all programs."),
    "no_fts5": N_("This SQLite has no full-text search: everything is found, only slower."),
    "config": N_("{seen} cannot be written: settings can only be read. XDG_CONFIG_HOME names another place."),
    "state": N_(
        "{seen} cannot be written: stars and notes last for one sitting only. XDG_STATE_HOME names another place."
    ),
    "cache": N_("{seen} cannot be written: every start reads all posts anew. XDG_CACHE_HOME names another place."),
    "settings": N_("Settings: {detail}"),
}
"""What to do where it is amiss; `{seen}` is what was seen, `{detail}` what is told beside it."""


class Finding(NamedTuple):
    """What was looked at, what was seen, and the name of the advice, with its detail, where something is amiss."""

    about: str
    seen: str
    advice: str = ""
    detail: str = ""


def doctor(arguments: Arguments) -> ExitCode:
    """`doctor`: a line for everything that was looked at, then the advice; NOTHING where there is any."""
    settings, wrong = load(settings_file())
    findings = [*_program(), *_terminal(settings), *_language(), *_sqlite(), *_folders()]
    findings.append(_settings(settings, wrong))
    amiss = [finding for finding in findings if finding.advice]
    told = [_(_ADVICE[one.advice]).format(seen=one.seen, detail=one.detail) for one in amiss]
    if arguments.format == "json":
        seen = {finding.about: finding.seen for finding in findings}
        advice = [{"about": one.about, "sentence": told_one} for one, told_one in zip(amiss, told, strict=True)]
        put(dumps({**seen, "advice": advice}) + "\n")
    else:
        put_lines(aligned((_(_LOOKED_AT[finding.about]), one_line(finding.seen)) for finding in findings))
        put_lines(f"! {one_line(sentence)}" for sentence in told)
        put_lines([] if told else [_("Nothing is amiss.")])
    return ExitCode.NOTHING if amiss else ExitCode.DONE


def _program() -> Iterator[Finding]:
    yield Finding("version", __version__)
    yield Finding("python", f"{platform.python_version()} ({platform.system()} {platform.machine()})")
    yield Finding("packages", ", ".join(_packages()))
    others = sorted(set(metadata.packages_distributions().get("reader", ())) - {NAME})
    if others:
        yield Finding("import_name", ", ".join(others), "import_name")


def _packages() -> Iterator[str]:
    """The versions of what the program stands on."""
    try:
        needed = metadata.requires(NAME) or []
    except metadata.PackageNotFoundError:
        needed = []
    for requirement in needed:
        name = re.match(r"[\w.-]+", requirement)
        if name:
            yield f"{name[0]} {metadata.version(name[0])}"


def _terminal(settings: Settings) -> Iterator[Finding]:
    name = os.environ.get("TERM", "")
    on_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    poor = on_terminal and name in ("", "dumb")
    yield Finding("terminal", name or "-", "poor_terminal" if poor else "")
    size = shutil.get_terminal_size((0, 0))
    small = on_terminal and (size.columns < SMALLEST[0] or size.lines < SMALLEST[1])
    shown = f"{size.columns}x{size.lines}" if size.columns else "-"
    yield Finding("size", shown, "small" if small else "", "x".join(map(str, SMALLEST)))
    said = [f"{name}={os.environ[name]}" for name in ("COLORTERM", "NO_COLOR") if name in os.environ]
    yield Finding("colours", " ".join([colours(os.environ), *said]) if on_terminal or said else "-")
    yield Finding("clipboard", ", ".join([*dict.fromkeys(way.name for way in ways(os.environ)), "OSC 52"]))
    asked = on_terminal and not poor
    marks = _mark_cells() if asked else None
    unknown = asked and marks is None and settings.marks == "auto"
    yield Finding("marks", "-" if marks is None else str(marks), "marks" if unknown else "")


def _mark_cells() -> int | None:
    """How many cells the terminal gives to “: one is written on stderr and the terminal asked where its cursor is.

    None where it does not answer, or there is none.
    """
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None
    import termios  # noqa: PLC0415 -- there is none on other systems
    import tty  # noqa: PLC0415 -- as above

    keyboard = sys.stdin.fileno()
    kept = termios.tcgetattr(keyboard)
    try:
        tty.setcbreak(keyboard, termios.TCSANOW)
        os.write(sys.stderr.fileno(), "\r“\x1b[6n".encode())
        return _column(keyboard)
    finally:
        termios.tcsetattr(keyboard, termios.TCSANOW, kept)
        wipe_line()


def _column(keyboard: int) -> int | None:
    """The cells left of the cursor, as the terminal answers."""
    answer = b""
    while select.select([keyboard], [], [], _PATIENCE)[0]:
        answer += os.read(keyboard, 64)
        found = _POSITION.search(answer)
        if found:
            return int(found[1]) - 1
    return None


def _language() -> Iterator[Finding]:
    names = [f"{name}={os.environ[name]}" for name in _LOCALE if os.environ.get(name)]
    yield Finding("locale", " ".join(names) or "-")
    yield Finding("language", language())
    encoding = locale.getencoding()  # not the output's, which has been made to hold Chinese
    yield Finding("encoding", encoding, "" if holding_chinese(encoding) == encoding else "encoding")


def _sqlite() -> Iterator[Finding]:
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE words USING fts5(body)")
            full_text = True
        except sqlite3.OperationalError:
            full_text = False
    yield Finding("sqlite", f"{sqlite3.sqlite_version}{', FTS5' if full_text else ''}", "" if full_text else "no_fts5")


def _folders() -> Iterator[Finding]:
    places = directories()
    for name in _OWN:
        yield Finding(name, str(places[name]), "" if _can_write(places[name]) else name)


def _can_write(folder: Path) -> bool:
    """Whether a file can be made in a folder, or beside it where it is not there yet; the file has no name and goes."""
    try:
        present = next(place for place in (folder, *folder.parents) if os.path.exists(place))  # noqa: PTH110 -- Path.exists raises where a folder is closed
        with tempfile.TemporaryFile(dir=present):
            return True
    except OSError:
        return False


def _settings(settings: Settings, wrong: Sequence[Wrong]) -> Finding:
    from reader.tui.keymap import rebound  # noqa: PLC0415 -- the table of commands, only here

    wrong = [*wrong, *rebound(settings.keys)[1]]
    sentences = [one.sentence for one in wrong]
    seen = str(settings_file()) if os.path.lexists(settings_file()) else "-"
    return Finding("settings", seen, "settings" if wrong else "", " ".join(sentences))
