"""`make manual`: the manual page in `docs`, made from the parser of the command line and its words.

argparse-manpage was tried: its pages break usage lines, repeat the program's name for each option and say nothing of
queries, files and exit codes.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from reader import __version__
from reader.cli.arguments import HELP, PROGRAM, actions_of, whole_parser
from reader.cli.syntax import ABOUT, EXAMPLES

NAME = "a terminal reader for readouts of the meetings of China Customs"
_SECTIONS = {"Queries": "QUERIES", "Exit codes": "EXIT STATUS", "Examples": "EXAMPLES"}
"""What of the program's own help becomes a section, by its heading."""
_ENVIRONMENT = (
    ("CUSTOMS_READER_PATH", "the folders and files to open where none are named, parted as PATH is"),
    ("NO_COLOR", "no colours"),
    ("EDITOR, VISUAL", "what opens a note of more than a line"),
    ("BROWSER", "what opens a link"),
    ("XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME", "where the program's own files are kept"),
)
_FILES = (
    ("~/.config/customs-reader/settings.toml", "the settings; “customs-reader config” prints them"),
    ("~/.config/customs-reader/watch.txt", "phrases to watch, one a line"),
    ("~/.local/state/customs-reader/marks.sqlite3", "stars, notes, what was read"),
    ("~/.cache/customs-reader/index/", "the indexes; they can be deleted at any time"),
)


def manual() -> str:
    """The manual page in roff."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    parser = whole_parser()
    yield f'.TH CUSTOMS\\-READER 1 "" "{PROGRAM} {__version__}" "User Commands"'
    yield from (".SH NAME", f"{_plain(PROGRAM)} \\- {NAME}")
    yield from (".SH SYNOPSIS", f".B {_plain(PROGRAM)}", "[\\fIPATH\\fR ...]", ".br")
    yield from (f".B {_plain(PROGRAM)}", "\\fICOMMAND\\fR [\\fIOPTION\\fR ...]")
    yield ".SH DESCRIPTION"
    yield from map(_plain, HELP.split("\n\n")[1].split("\n"))
    yield ".SH OPTIONS"
    yield from _options(parser)
    yield ".SH COMMANDS"
    for command, below in _commands(parser):
        yield from _command(command, below)
    for heading, section in _SECTIONS.items():
        yield from (f".SH {section}", ".nf", *map(_plain, _of_help(HELP, heading)), ".fi")
    for section, rows in (("ENVIRONMENT", _ENVIRONMENT), ("FILES", _FILES)):
        yield f".SH {section}"
        for name, about in rows:
            yield from (".TP", f"\\fB{_plain(name)}\\fR", _plain(about))


def _commands(parser: argparse.ArgumentParser) -> list[tuple[str, argparse.ArgumentParser]]:
    return list(actions_of(parser)[1].items())


def _command(name: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    """A command: how it is called, what it does, what it takes, an example."""
    plain = [one for one in actions_of(parser)[0] if not one.option_strings]
    shown = " ".join(f"\\fI{_plain(str(one.metavar))}\\fR{' ...' if one.nargs == '*' else ''}" for one in plain)
    yield f".SS {_plain(name)} {shown}".rstrip()
    yield _plain(" ".join(ABOUT[name].split()))
    yield from _options(parser)
    example = EXAMPLES[name].partition(": ")[2].split("\n")
    yield from (".PP", ".nf", *(f"    {_plain(line.strip())}" for line in example), ".fi")


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """What a parser takes, a paragraph each; what all commands have in common is told once, above."""
    for one in actions_of(parser)[0]:
        if parser.prog != PROGRAM and one.dest in ("help", "lang"):
            continue
        names = ", ".join(f"\\fB{_plain(name)}\\fR" for name in one.option_strings)
        takes = f"\\fI{_plain(str(one.metavar))}\\fR" if one.metavar and one.nargs != 0 else ""
        yield from (".TP", f"{names} {takes}".strip(), _plain(one.help or ""))


def _of_help(text: str, heading: str) -> list[str]:
    """The lines of the program's help below a heading, or the rest of its line and what follows it."""
    found = re.search(rf"^{heading}:(.*?)(?:\n\n|\Z)", text, re.MULTILINE | re.DOTALL)
    if not found:
        raise ValueError(f"the help has no {heading}")
    return [line.strip() for line in found[1].strip().split("\n")]


def _plain(text: str) -> str:
    """Text that roff does not obey."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(manual(), encoding="utf-8")
