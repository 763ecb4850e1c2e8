"""The commands that print a view across meetings, as text, JSON or CSV: one function for all of them.

May import `views`, `query` and this room.
"""

from __future__ import annotations

import shutil

from reader.analysis.steps import finished
from reader.cli.answers import put_answer
from reader.cli.collection import parsed, read, understood
from reader.cli.output import CommandError, ExitCode, say
from reader.cli.session import Session
from reader.i18n import _
from reader.query.parse import parted
from reader.views import VIEWS, answer
from reader.views.kwic import NO_TERM
from reader.views.report import Asked, Report

WIDTH = 100
"""The cells of a line where no terminal tells its own."""


def put_view(session: Session) -> ExitCode:
    """Prints what a view answers. Raises CommandError where nothing can be asked, or where there is no report."""
    arguments = session.arguments
    view = VIEWS[arguments.command]
    if view.takes == "term":
        understood(arguments.term, session)
        if not any(parted(arguments.term)[0].words()):
            raise CommandError(ExitCode.USAGE, _(NO_TERM))
    asked = Asked(parsed(session), term=arguments.term, is_whole=True, options=arguments._asdict())
    with read(session) as library:
        report = finished(answer(view.name, library, asked))
        if not isinstance(report, Report):
            raise CommandError(ExitCode.NOTHING, str(report))
        for _step in report.work():
            pass
    width = shutil.get_terminal_size((WIDTH, 24)).columns
    put_answer(session, report.objects(), report.table(), report.printed(width))
    for sentence in report.remarks(arguments.format):
        say(sentence)
    return ExitCode.NOTHING if report.is_empty else ExitCode.DONE
