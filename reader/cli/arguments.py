"""The words of the command line -> `Arguments`, with help and errors in the reader's language.

May import `locale`. One table says what each command takes; argparse does the rest.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, NoReturn

from reader import __version__
from reader.cli.output import CommandError, ExitCode
from reader.export import FORMATS
from reader.locale import LANGUAGES
from reader.locale.cli import CliWords

PROGRAM = "customs-reader"
READ = ""
"""The name, in the table, of the command without a name: the reader itself."""
NARROWEST, WIDEST = 2, 1000
"""Bounds of `--width`, in cells."""
_PLAIN_FORMATS = ("text", "json")
_TABLE_FORMATS = ("text", "json", "csv")


class Syntax(NamedTuple):
    """What a command takes beside the options of all: its plain words, its own options, its formats, its orders."""

    words: str = "paths"
    options: tuple[str, ...] = ()
    formats: tuple[str, ...] = _PLAIN_FORMATS
    sorts: tuple[str, ...] = ()


SYNTAX: Mapping[str, Syntax] = {
    READ: Syntax(options=("query",), formats=()),
    "list": Syntax(options=("query", "all")),
    "show": Syntax(words="file", options=("width",)),
    "search": Syntax(words="search"),
    "officials": Syntax(options=("query",)),
    "compare": Syntax(words="two", formats=_TABLE_FORMATS),
    "kwic": Syntax(words="term", options=("query", "sort"), formats=_TABLE_FORMATS, sorts=("date", "left", "right")),
    "phrases": Syntax(
        options=("query", "sort", "not_in"),
        formats=_TABLE_FORMATS,
        sorts=("common", "newest", "dropped", "longest"),
    ),
    "export": Syntax(options=("query",), formats=FORMATS),
    "check": Syntax(),
    "config": Syntax(words="", formats=("text",)),
    "directories": Syntax(words=""),
}


class Arguments(NamedTuple):
    """One understood command line. `paths` are as typed, none if none are; `other` is a second file, `not_in` one too.

    `width` is in cells; `term` is a query of which the words are looked for.
    """

    command: str
    paths: tuple[Path, ...] = ()
    query: str = ""
    format: str = "text"
    all_posts: bool = False
    file: str = ""
    width: int | None = None
    other: str = ""
    bom: bool = False
    term: str = ""
    sort: str = ""
    not_in: str = ""


def split_language(args: Iterable[str]) -> tuple[str | None, list[str]]:
    """Takes `--lang X` out of a command line, wherever it stands before `--`; None where it is not given."""
    rest: list[str] = []
    lang: str | None = None
    pending = iter(args)
    for arg in pending:
        if arg == "--":
            rest += [arg, *pending]
        elif arg == "--lang":
            lang = next(pending, "")
        elif arg.startswith("--lang="):
            lang = arg.removeprefix("--lang=")
        else:
            rest.append(arg)
    return lang, rest


def parse_arguments(args: Sequence[str], words: CliWords) -> Arguments | str:
    """Understands a command line without `--lang`; where help or the version is asked for, the answer is its text.

    Raises CommandError on wrong usage.
    """
    command = args[0] if args and args[0] in SYNTAX else READ
    parser = _parser(command, words)
    given = parser.parse_intermixed_args([_unlike_option(arg) for arg in (args[1:] if command else args)])
    if given.help:
        return parser.format_help() if command else words.help
    if getattr(given, "version", False):
        return f"{PROGRAM} {__version__}\n"
    searched, term = getattr(given, "search", None), getattr(given, "term", None)
    file = getattr(given, "file", "")
    for name, missing in (("QUERY", searched == []), ("TERM", term == []), ("FILE", file is None)):
        if missing:
            parser.error(words.missing.format(name=name))
    return Arguments(
        command=command,
        paths=tuple(map(_path, [*(given.path or []), *getattr(given, "paths", [])])),
        query=" ".join(searched) if searched else getattr(given, "query", None) or "",
        format=getattr(given, "format", "text"),
        all_posts=getattr(given, "all", False),
        file=file,
        width=getattr(given, "width", None),
        other=getattr(given, "other", None) or "",
        bom=getattr(given, "bom", False),
        term=" ".join(term or ()),
        sort=getattr(given, "sort", ""),
        not_in=getattr(given, "not_in", None) or "",
    )


def _path(typed: str) -> Path:
    return Path(typed).expanduser()


def _unlike_option(arg: str) -> str:
    """A word excluded by a query (-视频) is no option: its sign is made full-width, which a query takes as well."""
    return f"－{arg[1:]}" if len(arg) > 1 and arg[0] == "-" and not arg[1].isascii() else arg


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """argparse's help, with the word for usage in the reader's language."""

    def __init__(self, prog: str, usage_prefix: str) -> None:
        super().__init__(prog)
        self._usage_prefix = usage_prefix

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Begins the help with the usage line."""
        super().add_usage(usage, actions, groups, self._usage_prefix)


class _Parser(argparse.ArgumentParser):
    """argparse, but wrong usage is a CommandError in the reader's language and never ends the process."""

    words: CliWords

    def error(self, message: str) -> NoReturn:
        """Raises CommandError: what is wrong, and how to get help."""
        for pattern, template in self.words.argument_errors.items():
            if found := re.fullmatch(pattern, message, re.DOTALL):
                message = template.format(*found.groups())
                break
        raise CommandError(ExitCode.USAGE, f"{self.prog}: {message}", self.words.see_help.format(program=self.prog))


def _parser(command: str, words: CliWords) -> _Parser:
    """The parser of one command."""
    syntax = SYNTAX[command]
    parser = _Parser(
        prog=f"{PROGRAM} {command}".rstrip(),
        description=words.commands.get(command, ""),
        epilog=words.examples.get(command, ""),
        formatter_class=partial(_Formatter, usage_prefix=words.usage),
        add_help=False,
        allow_abbrev=False,
    )
    parser.words = words
    _add_words(parser.add_argument_group(words.arguments_title), syntax.words, words)
    _add_options(parser.add_argument_group(words.options_title), command, words)
    return parser


def _add_words(group: argparse._ArgumentGroup, kind: str, words: CliWords) -> None:
    """The plain words of a command."""
    about = words.options
    if kind == "paths":
        group.add_argument("paths", nargs="*", metavar="PATH", help=about["paths"], default=[])
    elif kind == "search":
        group.add_argument("search", nargs="*", metavar="QUERY", help=about["search"])
    elif kind == "term":
        group.add_argument("term", nargs="*", metavar="TERM", help=about["term"])
    elif kind == "file":
        group.add_argument("file", nargs="?", metavar="FILE", help=about["file"])
    elif kind == "two":
        group.add_argument("file", nargs="?", metavar="A", help=about["file"])
        group.add_argument("other", nargs="?", metavar="B", help=about["other"])


def _add_options(group: argparse._ArgumentGroup, command: str, words: CliWords) -> None:
    """The options of a command."""
    syntax, about = SYNTAX[command], words.options
    if syntax.words:
        group.add_argument("--path", action="append", metavar="PATH", help=about["path"])
    else:
        group.set_defaults(path=None)
    if "query" in syntax.options:
        group.add_argument("-q", "--query", metavar="QUERY", help=about["query"])
    if "all" in syntax.options:
        group.add_argument("--all", action="store_true", help=about["all"])
    if "width" in syntax.options:
        group.add_argument("--width", type=_width(words), metavar="N", help=about["width"])
    if "sort" in syntax.options:
        sorts = syntax.sorts
        group.add_argument("--sort", choices=sorts, default=sorts[0], metavar="|".join(sorts), help=about["sort"])
    if "not_in" in syntax.options:
        group.add_argument("--not-in", metavar="FILE", help=about["not_in"])
    if syntax.formats:
        group.add_argument(
            "--format", choices=syntax.formats, default="text", metavar="|".join(syntax.formats), help=about["format"]
        )
    if "csv" in syntax.formats:
        group.add_argument("--bom", action="store_true", help=about["bom"])
    group.add_argument("--lang", choices=LANGUAGES, metavar="|".join(LANGUAGES), help=about["lang"])
    group.add_argument("-h", "--help", action="store_true", help=about["help"])
    if command == READ:
        group.add_argument("--version", action="store_true", help=about["version"])


def _width(words: CliWords) -> Callable[[str], int]:
    """The type of `--width`: a whole number of cells within bounds."""

    def cells(typed: str) -> int:
        if typed.isdecimal() and NARROWEST <= int(typed) <= WIDEST:
            return int(typed)
        raise argparse.ArgumentTypeError(words.bad_width.format(low=NARROWEST, high=WIDEST))

    return cells
