"""What each command takes: one table of commands, one of options, one of plain words.

May import `export` for the names of its forms, the table of `views`, and `i18n`. `arguments` makes parsers of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from reader.export import FORMATS
from reader.i18n import N_
from reader.views import VIEWS, View

READ = ""
"""The name, in the table, of the command without a name: the reader itself."""
SHELLS = ("bash", "zsh", "fish")
PROGRAM_FORMATS = ("json", "jsonl", "csv")
"""The formats for programs, which are UTF-8 whatever the locale is."""
_PLAIN_FORMATS = ("text", "json")
_TABLE_FORMATS = ("text", "json", "csv")


class Plain(NamedTuple):
    """A word without a dash, or `many`: the field of `Arguments`, how help shows it, what it is for.

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
    "paths": (Plain("paths", "PATH", N_("a folder or file of posts"), many=True),),
    "search": (
        Plain("search", "QUERY", N_("what to look for; several words must all be there"), many=True, needed=True),
    ),
    "term": (
        Plain(
            "term",
            "TERM",
            N_("a word or query to look for; fields such as since:2022 narrow the meetings"),
            many=True,
            needed=True,
        ),
    ),
    "file": (Plain("file", "FILE", N_("a file, or an id that list prints"), needed=True),),
    "post": (Plain("file", "FILE", N_("a file, or an id that list prints; without it all meetings")),),
    "shell": (Plain("shell", "|".join(SHELLS), N_("the shell that is to complete"), needed=True, choices=SHELLS),),
    "two": (
        Plain("file", "A", N_("a file, or an id that list prints"), needed=True),
        Plain("other", "B", N_("another; without it A is compared with the meeting before it of the same series")),
    ),
}
"""The kinds of plain words."""


class Option(NamedTuple):
    """An option: its flags, what it is for, what it takes (empty: nothing), the field of `Arguments` if that is not its
    name.
    """

    flags: tuple[str, ...]
    about: str
    takes: str = ""
    field: str = ""


OPTIONS: Mapping[str, Option] = {
    "query": Option(("-q", "--query"), N_("only what this query finds"), "QUERY"),
    "all": Option(("--all",), N_("also the posts that report no meeting"), field="all_posts"),
    "against": Option(
        ("--against",),
        N_("compare with all earlier meetings (default), those of the series, or one"),
        "all|series|FILE",
    ),
    "counts": Option(("--counts",), N_("only figures that count something with these words, line by line"), "WORDS"),
    "matrix": Option(("--matrix",), N_("people x meetings, the printed position in each cell")),
    "person": Option(("--person",), N_("all about one person: a name, pinyin or initials"), "NAME"),
    "months": Option(("--months",), N_("how many meetings each month has")),
    "not_in": Option(
        ("--not-in",),
        N_("only what at least three quarters of the meetings before this one have, and it has not"),
        "FILE",
    ),
    "bom": Option(("--bom",), N_("begin CSV with a byte order mark, for Excel")),
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


def _view(view: View) -> Syntax:
    return Syntax(view.takes, (*view.options, "bom"), _TABLE_FORMATS, view.sorts)


SYNTAX: Mapping[str, Syntax] = {
    READ: Syntax(options=("query",), formats=()),
    "list": Syntax(options=("query", "all")),
    "show": Syntax("file", width=True),
    "search": Syntax("search"),
    "officials": _view(VIEWS["officials"]),
    **{view.name: _view(view) for view in VIEWS.values()},
    "export": Syntax(options=("query", "bom"), formats=FORMATS),
    "check": Syntax(),
    "doctor": Syntax(""),
    "completions": Syntax("shell", formats=()),
    "config": Syntax("", formats=("text",)),
    "directories": Syntax(""),
}

ABOUT: Mapping[str, str] = {
    READ: N_("Opens the reader; without a terminal it lists the meetings."),
    "list": N_("Lists the meetings, newest first: date, id, name, chair."),
    "show": N_("Prints the text of one post, set for a width."),
    "search": N_("Finds words in all posts and prints each place in its context."),
    "export": N_("Prints all posts, as text or for another program."),
    "check": N_("Counts what posts were read as, and says which could not be read, and why."),
    "doctor": N_(
        "Prints what the program sees of its terminal, language, SQLite and its own files,\n"
        "and what to do where something is amiss (exit code 1)."
    ),
    "completions": N_("Prints what a shell needs to complete command lines."),
    "config": N_("Prints the defaults of all settings with comments, to be saved as settings.toml."),
    "directories": N_("Prints where the program keeps its files and where the samples are."),
    **{view.name: view.help for view in VIEWS.values()},
}
"""What each command does: a line for the list of commands, more for its own help."""
EXAMPLES: Mapping[str, str] = {
    "list": N_("Example: customs-reader list ~/posts --query 精准 --format json"),
    "show": N_("Example: customs-reader show 000 --path ~/posts --width 72"),
    "search": N_("Example: customs-reader search 人物同防 --path ~/posts"),
    "export": N_("Example: customs-reader export ~/posts --format jsonl > posts.jsonl"),
    "check": N_("Example: customs-reader check ~/posts"),
    "doctor": N_("Example: customs-reader doctor"),
    "completions": N_(
        "Example: customs-reader completions bash > "
        "~/.local/share/bash-completion/completions/customs-reader\n"
        "         customs-reader completions zsh > ~/.zfunc/_customs-reader\n"
        "         customs-reader completions fish > ~/.config/fish/completions/customs-reader.fish"
    ),
    "config": N_(
        "Example: mkdir -p ~/.config/customs-reader\n"
        "         customs-reader config > ~/.config/customs-reader/settings.toml"
    ),
    "directories": N_("Example: customs-reader directories --format json"),
    **{view.name: view.example for view in VIEWS.values()},
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
