"""The commands that print a view across meetings, as text, JSON or CSV: one function for all of them.

May import `views`, `export`, `query` and this room.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping

from reader.analysis.steps import finished
from reader.cli.collection import around_file, meeting_named, parsed, post_named, read, understood
from reader.cli.output import CommandError, ExitCode, put, put_lines, say
from reader.cli.session import Session
from reader.export.data import dumps
from reader.export.tables import csv_rows
from reader.i18n import _
from reader.library.index import Library
from reader.query.parse import parted
from reader.views import VIEWS, View, answer
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
    session = session if view.of_meetings else around_file(session)
    asked = Asked(parsed(session), term=arguments.term, is_whole=True, options=arguments._asdict())
    with read(session) as library:
        if view.against_earlier:
            library.compare()
        report = finished(answer(view.name, library, _with_posts(asked, view, library, session)))
        if not isinstance(report, Report):
            raise CommandError(ExitCode.NOTHING, str(report))
        for _step in report.work():
            pass
    width = shutil.get_terminal_size((WIDTH, 24)).columns
    if arguments.format == "json":
        objects = report.objects()
        put(dumps(objects if isinstance(objects, Mapping) else list(objects)) + "\n")
    elif arguments.format == "csv":
        for piece in csv_rows(report.table(), bom=arguments.bom):
            put(piece)
    else:
        put_lines(report.printed(width))
    for sentence in report.remarks(arguments.format):
        say(sentence)
    return ExitCode.NOTHING if report.is_empty else ExitCode.DONE


def _with_posts(asked: Asked, view: View, library: Library, session: Session) -> Asked:
    """What is asked, with the posts that the command line names. Raises CommandError where one is not there."""
    arguments = session.arguments

    def meeting(name: str) -> int:
        return meeting_named(library, library.across.meetings(), name, session).key

    if arguments.file:
        named = meeting(arguments.file) if view.of_meetings else post_named(library, arguments.file, session)
        asked = asked._replace(post=named)
    against = "" if arguments.against in ("all", "series") else arguments.against
    other = arguments.other or arguments.not_in or against
    return asked._replace(other=meeting(other)) if other else asked
