"""One run of the command line without (or on the way to) the screen: language, arguments, command, exit code.

May import every room; the screen only when it is wanted. What goes wrong ends here in one sentence and an exit code.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

from reader import cli
from reader.cli.arguments import parse_arguments, split_language
from reader.cli.output import CommandError, ExitCode, abandon_stdout, prepare_streams, put, say, wipe_line
from reader.cli.paths import check_paths
from reader.cli.session import Session
from reader.cli.syntax import Arguments
from reader.library.places import settings_file
from reader.locale import LANGUAGES, detect, words
from reader.locale.cli import CliWords, cli_words
from reader.settings import load

_LIMITS = (errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN)
"""What the system says where it gives no more of something."""


def execute(args: Sequence[str]) -> int:
    """Runs a command line and returns its exit code; nothing is raised for what a user or a file does."""
    prepare_streams()
    language = _language()
    own = cli_words(language)
    try:
        code = _dispatch(args, language)
        sys.stdout.flush()
    except CommandError as failure:
        for line in failure.lines:
            say(line)
        code = failure.code
    except KeyboardInterrupt:
        wipe_line()
        say(own.interrupted)
        code = ExitCode.INTERRUPTED
    except BrokenPipeError:  # the reader of the pipe has seen enough
        abandon_stdout()
        code = ExitCode.DONE
    except MemoryError:
        say(own.no_memory)
        code = ExitCode.NOTHING
    except OSError as error:
        _say_why(error, own)
        code = ExitCode.NOTHING
    return int(code)


def _say_why(error: OSError, own: CliWords) -> None:
    """What is read has its own sentences; this is the output, on a full disk for instance, or a file of the program."""
    reason = error.strerror or str(error)
    if error.filename is None and error.errno not in _LIMITS:
        say(own.cannot_write.format(reason=reason))
        abandon_stdout()
    else:
        say(own.cannot_open.format(file=os.fsdecode(error.filename or sys.prefix), reason=reason))


def _language() -> str:
    """The language that the settings ask for, else the environment."""
    return load(settings_file())[0].language or detect(os.environ)


def _dispatch(args: Sequence[str], language: str) -> int:
    lang, rest = split_language(args)
    own = cli_words(lang if lang in LANGUAGES else language)
    if lang is not None and lang not in LANGUAGES:
        raise CommandError(ExitCode.USAGE, own.bad_lang.format(value=lang))
    arguments = parse_arguments(rest, own)
    if isinstance(arguments, str):
        put(arguments)
        return ExitCode.DONE
    if not arguments.command and cli.on_terminal():
        return _open_screen(arguments, own, lang or "")
    from reader.cli.commands import RUN  # noqa: PLC0415 -- everything that commands need, not for the screen

    return RUN[arguments.command](Session(arguments, own, words(lang or detect(os.environ))))


def _open_screen(arguments: Arguments, own: CliWords, lang: str) -> int:
    """Opens the reader on a command line that has options, or a path that is not there."""
    paths = check_paths(arguments, own)
    from reader.tui import run  # noqa: PLC0415 -- Textual, only for the screen

    return run(paths, lang, arguments.query, named=bool(arguments.paths))
