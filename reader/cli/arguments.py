"""The words of the command line -> `Arguments`, with help and errors in the reader's language.

May import `syntax`, `output`, `library.places` and `locale`. argparse does what there is to do.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, NoReturn

from reader import __version__
from reader.cli.output import CommandError, ExitCode
from reader.cli.syntax import OPTIONS, READ, SYNTAX, WORDS, Arguments
from reader.library.places import typed_path
from reader.locale import LANGUAGES
from reader.locale.cli import CliWords

PROGRAM = "customs-reader"
_SIGN = "\0"
"""Stands before what is no option for all its dash: no argument of a process can hold it."""
_ALWAYS = {"--lang", "-h", "--help", "--version"}
NARROWEST, WIDEST = 2, 1000
"""Bounds of `--width`, in cells."""


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
    given = parser.parse_intermixed_args(_hidden(args[1:] if command else args, command))
    if given.help:
        return parser.format_help() if command else words.help
    if getattr(given, "version", False):
        return f"{PROGRAM} {__version__}\n"
    values = {name: _shown(value) for name, value in vars(given).items() if value not in (None, False, [])}
    for plain in WORDS[SYNTAX[command].words]:
        if plain.needed and plain.field not in values:
            parser.error(words.missing.format(name=plain.shown))
    values["paths"] = tuple(map(typed_path, [*values.get("path", []), *values.get("paths", [])]))
    for field, source in (("query", "search"), ("term", "term")):
        if source in values:
            values[field] = " ".join(values[source])
    known = {name: value for name, value in values.items() if name in Arguments._fields}
    return Arguments(command=command, **known)


def _hidden(args: Sequence[str], command: str) -> list[str]:
    """The arguments with a sign before each dash that begins no option, which argparse would take for one.

    Such are all words after `--`, the value of an option, and a word excluded by a query (-视频).
    """
    options = [OPTIONS[name] for name in SYNTAX[command].options]
    taking = {"--path", "--width", "--sort", "--format", *(flag for one in options if one.takes for flag in one.flags)}
    known = taking | _ALWAYS | {flag for one in options for flag in one.flags}
    hidden: list[str] = []
    pending = iter(args)
    awaited = False
    for arg in pending:
        if arg == "--":
            hidden += [_SIGN + word for word in pending]
        elif arg[:1] == "-" and (not arg[1:2].isascii() or (awaited and arg not in known)):
            hidden.append(_SIGN + arg)
        else:
            hidden.append(arg)
        awaited = arg in taking
    return hidden


def _shown(value: Any) -> Any:
    """A value as it was typed."""
    if isinstance(value, list):
        return [_shown(one) for one in value]
    return value.removeprefix(_SIGN) if isinstance(value, str) else value


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
        message = message.replace(_SIGN, "").replace(r"\x00", "")
        for pattern, template in self.words.argument_errors.items():
            if found := re.fullmatch(pattern, message, re.DOTALL):
                message = template.format(*found.groups())
                break
        raise CommandError(ExitCode.USAGE, f"{self.prog}: {message}", self.words.see_help.format(program=self.prog))


def _parser(command: str, words: CliWords) -> _Parser:
    """The parser of one command."""
    parser = _Parser(
        prog=f"{PROGRAM} {command}".rstrip(),
        description=words.commands.get(command, ""),
        epilog=words.examples.get(command, ""),
        formatter_class=partial(_Formatter, usage_prefix=words.usage),
        add_help=False,
        allow_abbrev=False,
    )
    parser.words = words
    _add_words(parser.add_argument_group(words.arguments_title), command, words)
    _add_options(parser.add_argument_group(words.options_title), command, words)
    return parser


def whole_parser(words: CliWords) -> argparse.ArgumentParser:
    """One parser with a command below it for each in the table: for completions and the manual page, not to parse."""
    parser = argparse.ArgumentParser(prog=PROGRAM, description=words.commands[READ], add_help=False)
    _add_options(parser.add_argument_group(words.options_title), READ, words)
    below = parser.add_subparsers(metavar="COMMAND", title=words.commands_title)
    for command in filter(None, SYNTAX):
        about = words.commands[command]
        one = below.add_parser(command, help=about.split("\n")[0], description=about, add_help=False)
        _add_words(one, command, words)
        _add_options(one.add_argument_group(words.options_title), command, words)
    return parser


def _add_words(group: argparse._ActionsContainer, command: str, words: CliWords) -> None:
    """The plain words of a command."""
    for plain in WORDS[SYNTAX[command].words]:
        group.add_argument(
            plain.field,
            nargs="*" if plain.many else "?",
            metavar=plain.shown,
            choices=plain.choices or None,
            help=words.options[plain.about],
        )


def _add_options(group: argparse._ArgumentGroup, command: str, words: CliWords) -> None:
    """The options of a command."""
    syntax, about = SYNTAX[command], words.options
    if syntax.reads_posts:
        group.add_argument("--path", action="append", metavar="PATH", help=about["path"])
    else:
        group.set_defaults(path=None)
    for name in syntax.options:
        flags, takes, field = OPTIONS[name]
        if takes:
            group.add_argument(*flags, dest=field or name, metavar=takes, help=about[name])
        else:
            group.add_argument(*flags, dest=field or name, action="store_true", help=about[name])
    if syntax.width:
        group.add_argument("--width", type=_width(words), metavar="N", help=about["width"])
    for flag, choices in (("sort", syntax.sorts), ("format", syntax.formats)):
        if choices:
            shown = "|".join(choices)
            group.add_argument(f"--{flag}", choices=choices, default=choices[0], metavar=shown, help=about[flag])
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
