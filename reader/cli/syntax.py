"""What each command takes: one table of commands, one of options, one of plain words.

May import `export` for the names of its forms. `arguments` makes parsers of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from reader.export import FORMATS
from reader.views import VIEWS

READ = ""
"""The name, in the table, of the command without a name: the reader itself."""
SHELLS = ("bash", "zsh", "fish")
PROGRAM_FORMATS = ("json", "jsonl", "csv")
"""The formats for programs, which are UTF-8 whatever the locale is."""
_PLAIN_FORMATS = ("text", "json")
_TABLE_FORMATS = ("text", "json", "csv")


class Plain(NamedTuple):
    """A word without a dash, or `many`: the field of `Arguments`, how help shows it, which sentence is about it.

    Where there are `choices`, it is one of them.
    """

    field: str
    shown: str
    about: str
    many: bool = False
    needed: bool = False
    choices: tuple[str, ...] = ()


WORDS: Mapping[str, tuple[Plain, ...]] = {
    "": (),
    "paths": (Plain("paths", "PATH", "paths", many=True),),
    "search": (Plain("search", "QUERY", "search", many=True, needed=True),),
    "term": (Plain("term", "TERM", "term", many=True, needed=True),),
    "file": (Plain("file", "FILE", "file", needed=True),),
    "post": (Plain("file", "FILE", "post"),),
    "shell": (Plain("shell", "|".join(SHELLS), "shell", needed=True, choices=SHELLS),),
    "two": (Plain("file", "A", "file", needed=True), Plain("other", "B", "other")),
}
"""The kinds of plain words."""


class Option(NamedTuple):
    """An option: its flags, what it takes (empty: nothing), the field of `Arguments` if that is not its name."""

    flags: tuple[str, ...]
    takes: str = ""
    field: str = ""


OPTIONS: Mapping[str, Option] = {
    "query": Option(("-q", "--query"), "QUERY"),
    "all": Option(("--all",), field="all_posts"),
    "against": Option(("--against",), "all|series|FILE"),
    "counts": Option(("--counts",), "WORDS"),
    "matrix": Option(("--matrix",)),
    "person": Option(("--person",), "NAME"),
    "months": Option(("--months",)),
    "not_in": Option(("--not-in",), "FILE"),
    "bom": Option(("--bom",)),
}
"""The options that some commands have, but for those with values of their own kind (--width, --sort, --format)."""


class Syntax(NamedTuple):
    """What a command takes beside the options of all: its plain words, its own options, its formats, its orders."""

    words: str = "paths"
    options: tuple[str, ...] = ()
    formats: tuple[str, ...] = _PLAIN_FORMATS
    sorts: tuple[str, ...] = ()
    width: bool = False

    @property
    def reads_posts(self) -> bool:
        """Whether it is about posts, which `--path` may name."""
        return self.words not in ("", "shell")


def _view(name: str) -> Syntax:
    view = VIEWS[name]
    return Syntax(view.takes, (*view.options, "bom"), _TABLE_FORMATS, view.sorts)


SYNTAX: Mapping[str, Syntax] = {
    READ: Syntax(options=("query",), formats=()),
    "list": Syntax(options=("query", "all")),
    "show": Syntax("file", width=True),
    "search": Syntax("search"),
    "officials": Syntax(options=("query", "matrix", "person", "bom"), formats=_TABLE_FORMATS),
    "new": Syntax("post", ("query", "against", "bom"), _TABLE_FORMATS),
    "compare": Syntax("two", ("bom",), _TABLE_FORMATS),
    "kwic": _view("kwic"),
    "phrases": Syntax("paths", ("query", "not_in", "bom"), _TABLE_FORMATS, ("common", "newest", "dropped", "longest")),
    "figures": _view("figures"),
    "series": _view("series"),
    "export": Syntax(options=("query", "bom"), formats=FORMATS),
    "check": Syntax(),
    "doctor": Syntax(""),
    "completions": Syntax("shell", formats=()),
    "config": Syntax("", formats=("text",)),
    "directories": Syntax(""),
}


class Arguments(NamedTuple):
    """One understood command line. `paths` are as typed, none if none are; `width` is in cells."""

    command: str
    paths: tuple[Path, ...] = ()
    query: str = ""
    format: str = "text"
    all_posts: bool = False
    file: str = ""
    other: str = ""
    width: int | None = None
    bom: bool = False
    against: str = "all"
    counts: str = ""
    matrix: bool = False
    person: str = ""
    months: bool = False
    term: str = ""
    sort: str = ""
    not_in: str = ""
    shell: str = ""
