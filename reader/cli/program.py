"""One run of the command line without (or on the way to) the screen: language, arguments, command, exit code.

May import every room; the screen only when it is wanted. What goes wrong ends here in one sentence and an exit code.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence

from reader import i18n
from reader.cli.arguments import check_paths, parse_arguments, split_language
from reader.cli.output import CommandError, ExitCode, abandon, prepare_streams, put, put_utf_8, say, wipe_line
from reader.cli.syntax import PROGRAM_FORMATS, Arguments
from reader.i18n import _
from reader.library.places import settings_file
from reader.locale import LANGUAGES, detect
from reader.settings import Wrong, load
from reader.text.cells import set_wide_marks

_ABOUT_SETTINGS = ("config", "doctor")

_LIMITS = (errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN)
"""What the system says where it gives no more of something."""
_NO_ROOM = ("failed to map segment", "cannot allocate memory", "Cannot allocate memory")
"""What the loader says of a library that memory has no room for."""


def execute(args: Sequence[str], *, has_screen: bool) -> int:
    """Runs a command line and returns its exit code; nothing is raised for what a user or a file does.

    Without a command, the reader is opened where it `has_screen`.
    """
    prepare_streams()
    settings, wrong = load(settings_file())
    set_wide_marks(settings.marks == "wide")
    i18n.use(settings.language or detect(os.environ))
    try:
        code = _dispatch(args, wrong, has_screen=has_screen)
        sys.stdout.flush()
    except CommandError as failure:
        for line in failure.lines:
            say(line)
        code = failure.code
    except KeyboardInterrupt:
        wipe_line()
        say(_("Interrupted."))
        code = ExitCode.INTERRUPTED
    except BrokenPipeError:  # the reader of the pipe has seen enough
        abandon(sys.stdout)
        code = ExitCode.DONE
    except (MemoryError, ImportError) as error:  # so says the loader that a library has found no room
        if not _without_memory(error):
            raise
        say(_("There is not enough memory. Close other programs, or raise the limit (ulimit -v), and try again."))
        code = ExitCode.NOTHING
    except OSError as error:
        _say_why(error)
        code = ExitCode.NOTHING
    return int(code)


def _without_memory(error: BaseException | None) -> bool:
    """Whether a library could not be loaded for want of memory; opencc says so only in the error before its own."""
    while error is not None:
        if isinstance(error, MemoryError) or any(text in str(error) for text in _NO_ROOM):
            return True
        error = error.__context__
    return False


def _say_why(error: OSError) -> None:
    """What is read has its own sentences; this is the output, on a full disk for instance, or a file of the program."""
    reason = error.strerror or str(error)
    if error.filename is None and error.errno not in _LIMITS:
        say(_("The output could not be written: {reason}").format(reason=reason))
        abandon(sys.stdout)
    else:
        sentence = _("{file} could not be opened: {reason}. Raise the limits (ulimit -a), and try again.")
        say(sentence.format(file=os.fsdecode(error.filename or sys.prefix), reason=reason))


def _dispatch(args: Sequence[str], wrong: Sequence[Wrong], *, has_screen: bool) -> int:
    lang, rest = split_language(args)
    if lang in LANGUAGES:
        i18n.use(lang)
    elif lang is not None:
        raise CommandError(
            ExitCode.USAGE,
            _("--lang is {languages}, not “{value}”").format(languages=_(" or ").join(LANGUAGES), value=lang),
        )
    arguments = parse_arguments(rest)
    if isinstance(arguments, str):
        put(arguments)
        return ExitCode.DONE
    if not arguments.command and has_screen:
        return _open_screen(arguments, lang or "")
    from reader.cli.commands import RUN  # noqa: PLC0415 -- everything that commands need, not for the screen

    _prepare(arguments, wrong)
    return RUN[arguments.command](arguments)


def _prepare(arguments: Arguments, wrong: Sequence[Wrong]) -> None:
    """Says why the settings cannot be read, but for commands that are about them, and sets the data's encoding."""
    if arguments.command not in _ABOUT_SETTINGS:
        for item in wrong:
            if item.code == "broken":
                say(item.sentence)
    if arguments.format in PROGRAM_FORMATS or (arguments.command == "config" and not sys.stdout.isatty()):
        put_utf_8()


def _open_screen(arguments: Arguments, lang: str) -> int:
    """Opens the reader on a command line that has options, or a path that is not there."""
    paths = check_paths(arguments)
    from reader.tui import run  # noqa: PLC0415 -- Textual, only for the screen

    return run(paths, lang, arguments.query, named=bool(arguments.paths))
