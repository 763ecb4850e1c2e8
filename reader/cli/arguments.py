"""The words of the command line -> `Arguments`, with help and errors in the reader's language.

May import `syntax`, `output`, `library.places`, `views`, `locale` and `i18n`. argparse does what there is to do.
"""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from reader import __version__
from reader.cli.output import CommandError, ExitCode
from reader.cli.syntax import ABOUT, EXAMPLES, OPTIONS, READ, SYNTAX, WORDS, Arguments
from reader.i18n import N_, _
from reader.library.places import default_paths, is_there, typed_path
from reader.locale import LANGUAGES
from reader.views import VIEWS

PROGRAM = "customs-reader"
_ERRORS: Mapping[str, str] = {
    "unrecognized arguments: (.+)": N_("{} is not understood"),
    "argument (.+): expected one argument": N_("{} needs a value"),
    "argument (.+): invalid choice: (.+) \\(choose from (.+)\\)": N_("{} cannot be {}; it is one of {}"),
    "argument (.+): ignored explicit argument (.+)": N_("{} takes no value, so {} is too much"),
    "argument (.+?): (.+)": N_("{}: {}"),
}
"""The argument parser's messages as patterns, with the sentence for each; their groups fill it in order."""
HELP = N_("""\
Usage: customs-reader [PATH ...]             open the reader
       customs-reader COMMAND [OPTION ...]   answer without a screen

Reads a folder of posts on meetings of China Customs (海关总署). Posts are .md, .markdown, .txt,
.html and .htm files; folders are read with all that is in them. Nothing is written there.
Without a PATH: $CUSTOMS_READER_PATH, else what was opened last, else the bundled samples.

Commands:
  list         the meetings, newest first
  show         the text of one post, set for a width
  search       where words stand, in all posts
{views}
  export       all posts as text, Markdown, JSON, JSON lines or CSV
  check        what was read as what, what was not, and why
  doctor       what is seen of terminal, language, SQLite and files, and what to do
  completions  completions for bash, zsh or fish
  config       what can be set, and the defaults
  directories  where the program keeps its files

Options:
  -q, --query QUERY   open with this query in the filter
  --path PATH         a folder or file, may be given several times
  {languages} language of the interface (default: as your locale)
  -h, --help          this help; COMMAND --help for one command
  --version           the version

Queries:
  口岸 农产品         both words; blind to punctuation, spaces, width, case and script
  “六稳六保”          exactly as written
  人*同防  a|b  -词   up to 8 characters between; either; without
  official:nyf chair: role: series: number:46 since:2022-03 until: on: in:title is:article
  A query holds up to 100 words, 32 * and 2,000 characters.

Exit codes: 0 done; 1 nothing matched, nothing readable, or amiss; 2 usage, bad query,
no such path; 130 interrupted.

Examples:
  customs-reader ~/posts
  customs-reader list ~/posts --query "chair:倪岳峰 since:2022"
  customs-reader export ~/posts --format csv > meetings.csv
""")
"""The help of the program as a whole; in place of `{views}` stand the commands of the views."""
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


def program_help() -> str:
    """The help of the program as a whole, in the language that is in use."""
    views = (f"  {name:<12} {_(VIEWS[name].short)}" for name in SYNTAX if name in VIEWS)
    return _(HELP).replace("{views}", "\n".join(views)).replace("{languages}", f"--lang {'|'.join(LANGUAGES):<12}")


def parse_arguments(args: Sequence[str]) -> Arguments | str:
    """Understands a command line without `--lang`; where help or the version is asked for, the answer is its text.

    Raises CommandError on wrong usage.
    """
    command = args[0] if args and args[0] in SYNTAX else READ
    parser = _parser(command)
    given = parser.parse_intermixed_args(_hidden(args[1:] if command else args, command))
    if given.help:
        return parser.format_help() if command else program_help()
    if getattr(given, "version", False):
        return f"{PROGRAM} {__version__}\n"
    values = {name: _shown(value) for name, value in vars(given).items() if value not in (None, False, [])}
    for plain in WORDS[SYNTAX[command].words]:
        if plain.needed and plain.field not in values:
            parser.error(_("{name} is missing").format(name=plain.shown))
    values["paths"] = tuple(map(typed_path, [*values.get("path", []), *values.get("paths", [])]))
    for field, source in (("query", "search"), ("term", "term")):
        if source in values:
            values[field] = " ".join(values[source])
    known = {name: value for name, value in values.items() if name in Arguments._fields}
    return Arguments(command=command, **known)


def check_paths(arguments: Arguments) -> list[Path]:
    """The paths that were typed, else the default ones. Raises CommandError where one does not exist."""
    paths = list(arguments.paths) or default_paths(os.environ)
    for path in paths:
        if not is_there(path):
            from difflib import get_close_matches  # noqa: PLC0415 -- not on the way to the screen

            lines = [_("No such file or folder: {path}").format(path=path)]
            if meant := get_close_matches(str(path), [name for name in SYNTAX if name], 1):
                lines.append(_("Did you mean the command “{command}”?").format(command=meant[0]))
            elif not arguments.command and path.name == str(path):  # a word that may have been meant for a command
                lines.append(_("“{program} --help” shows how it is used.").format(program=PROGRAM))
            raise CommandError(ExitCode.USAGE, *lines)
    return paths


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

    def error(self, message: str) -> NoReturn:
        """Raises CommandError: what is wrong, and how to get help."""
        message = message.replace(_SIGN, "").replace(r"\x00", "")
        for pattern, template in _ERRORS.items():
            if found := re.fullmatch(pattern, message, re.DOTALL):
                message = _(template).format(*found.groups())
                break
        raise CommandError(
            ExitCode.USAGE,
            f"{self.prog}: {message}",
            _("“{program} --help” shows how it is used.").format(program=self.prog),
        )


def _parser(command: str) -> _Parser:
    """The parser of one command."""
    parser = _Parser(
        prog=f"{PROGRAM} {command}".rstrip(),
        description=_(ABOUT[command]),
        epilog=_(EXAMPLES[command]) if command in EXAMPLES else "",
        formatter_class=partial(_Formatter, usage_prefix=_("Usage: ")),
        add_help=False,
        allow_abbrev=False,
    )
    _add_words(parser.add_argument_group(_("Arguments")), command)
    _add_options(parser.add_argument_group(_("Options")), command)
    return parser


def whole_parser() -> argparse.ArgumentParser:
    """One parser with a command below it for each in the table: for completions and the manual page, not to parse."""
    parser = argparse.ArgumentParser(prog=PROGRAM, description=_(ABOUT[READ]), add_help=False)
    _add_options(parser.add_argument_group(_("Options")), READ)
    below = parser.add_subparsers(metavar="COMMAND", title=_("Commands"))
    for command in filter(None, SYNTAX):
        about = _(ABOUT[command])
        one = below.add_parser(command, help=about.split("\n")[0], description=about, add_help=False)
        _add_words(one, command)
        _add_options(one.add_argument_group(_("Options")), command)
    return parser


def actions_of(parser: argparse.ArgumentParser) -> tuple[list[argparse.Action], Mapping[str, argparse.ArgumentParser]]:
    """The words and options of a parser, and the parsers of the commands below it by their names."""
    actions: list[argparse.Action] = []
    below: dict[str, argparse.ArgumentParser] = {}
    for action in parser._actions:  # noqa: SLF001 -- argparse has no public way
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 -- as above
            below |= action.choices
        else:
            actions.append(action)
    return actions, below


def every_action(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """Every word and option of a parser and of the commands below it."""
    actions, below = actions_of(parser)
    yield from actions
    for one in below.values():
        yield from every_action(one)


def _add_words(group: argparse._ActionsContainer, command: str) -> None:
    """The plain words of a command."""
    for plain in WORDS[SYNTAX[command].words]:
        group.add_argument(
            plain.field,
            nargs="*" if plain.many else "?",
            metavar=plain.shown,
            choices=plain.choices or None,
            help=_(plain.about),
        )


def _add_options(group: argparse._ArgumentGroup, command: str) -> None:
    """The options of a command."""
    syntax = SYNTAX[command]
    if syntax.reads_posts:
        group.add_argument(
            "--path", action="append", metavar="PATH", help=_("a folder or file, may be given several times")
        )
    else:
        group.set_defaults(path=None)
    for name in syntax.options:
        flags, about, takes, field = OPTIONS[name]
        kind: dict[str, Any] = {"metavar": takes} if takes else {"action": "store_true"}
        group.add_argument(*flags, dest=field or name, help=_(about), **kind)
    if syntax.width:
        group.add_argument(
            "--width",
            type=_width,
            metavar="N",
            help=_("columns of the terminal (default: as wide as it is, at most 80)"),
        )
    for flag, choices, about in (
        ("sort", syntax.sorts, N_("order of the lines (default: the first)")),
        ("format", syntax.formats, N_("form of the output (default: text)")),
    ):
        if choices:
            shown = "|".join(choices)
            group.add_argument(f"--{flag}", choices=choices, default=choices[0], metavar=shown, help=_(about))
    group.add_argument("--lang", choices=LANGUAGES, metavar="|".join(LANGUAGES), help=_("language of the interface"))
    group.add_argument("-h", "--help", action="store_true", help=_("this help"))
    if command == READ:
        group.add_argument("--version", action="store_true", help=_("the version"))


def _width(typed: str) -> int:
    """The type of `--width`: a whole number of cells within bounds."""
    if typed.isdecimal() and NARROWEST <= int(typed) <= WIDEST:
        return int(typed)
    raise argparse.ArgumentTypeError(
        _("a whole number from {low} to {high} is needed").format(low=NARROWEST, high=WIDEST)
    )
