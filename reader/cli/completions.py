"""`completions`: what a shell needs to complete command lines, made from the table of commands.

May import this room and shtab.
"""

from __future__ import annotations

from collections.abc import Mapping

from reader.cli.arguments import every_action, whole_parser
from reader.cli.output import ExitCode, put
from reader.cli.session import Session

_FILES = ("PATH", "FILE", "A", "B", "all|series|FILE")
"""How help shows what a file may be given for."""
_USING = "complete -c customs-reader -n _shtab_customs_reader_using"
_FIRST_WORD: Mapping[str, tuple[str, str]] = {
    "zsh": ("': :_shtab_customs_reader_commands'", "': :{_shtab_customs_reader_commands; _files}'"),
    "fish": ("complete -c customs-reader -f\n", f"complete -c customs-reader -f\n{_USING} -F\n"),
}
"""What shtab writes for the first word, and what stands there instead: it may be a path as well as a command.

bash looks for files by itself where there is no such command.
"""


def completions(session: Session) -> ExitCode:
    """`completions SHELL`: the script for bash, zsh or fish."""
    import shtab  # noqa: PLC0415 -- only here

    parser = whole_parser()
    for action in every_action(parser):
        if action.metavar in _FILES:
            action.complete = shtab.FILE  # type: ignore[attr-defined]  # shtab's way of saying so
    shell = session.arguments.shell
    written, wanted = _FIRST_WORD.get(shell, ("", ""))
    put(shtab.complete(parser, shell).replace(written, wanted, 1))
    return ExitCode.DONE
