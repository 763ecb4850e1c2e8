"""The paths that a command line names.

May import `library.places`, `i18n` and this room's arguments. It is on the way to the screen.
"""

from __future__ import annotations

import os
from pathlib import Path

from reader.cli.output import CommandError, ExitCode
from reader.cli.syntax import SYNTAX, Arguments
from reader.i18n import _
from reader.library.places import NAME, default_paths, is_there


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
                lines.append(_("“{program} --help” shows how it is used.").format(program=NAME))
            raise CommandError(ExitCode.USAGE, *lines)
    return paths
