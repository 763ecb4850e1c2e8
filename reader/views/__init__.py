"""The table of the views across meetings: it feeds the screen, the shell's parser, completions, manual and help.

May import `i18n` and nothing else of the project, so that to name a view costs nothing. What a view is, `report` says;
each view is one module of this package under its own name, imported when somebody wants it.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from reader.i18n import N_

if TYPE_CHECKING:
    from reader.analysis.steps import Steps
    from reader.library.protocols import Library
    from reader.views.report import Asked, Outcome

__all__ = ["VIEWS", "View", "answer"]


class View(NamedTuple):
    """A view: `name` is the shell's command and its module, `command` the screen's, which settings give keys to.

    Texts are English, and given to `_` when they are shown. `footer` names its keys, `looking` is said while it is
    worked out. `takes` is the kind of plain words of its command line (`WORDS` of `cli/syntax`), `options` are names of
    `OPTIONS` there, `sorts` the orders of `--sort`, the first of them without one. `of_meetings`: a file that is
    named has to report a meeting. `against_earlier`: what was said before has to be worked out first.
    """

    name: str
    command: str
    footer: str
    help: str
    example: str
    looking: str = N_("Looking for the meetings of the filter")
    takes: str = "paths"
    options: tuple[str, ...] = ("query",)
    sorts: tuple[str, ...] = ()
    of_meetings: bool = False
    against_earlier: bool = False


_ALL = (
    View(
        "officials",
        command="matrix",
        footer=N_("Enter Open|p Person|Esc Back|n Inverted"),
        help=N_("Lists who is named at the meetings: most meetings first, with the latest role."),
        example=N_("Example: customs-reader officials ~/posts --matrix --query since:2022"),
        options=("query", "matrix", "person"),
    ),
    View(
        "new",
        command="wording",
        footer=N_("n Next|W Said where|B Against|Esc Back"),
        help=N_("Tells the new share of every meeting, or what is new in one and where the rest was said before."),
        example=N_("Example: customs-reader new 001 --path ~/posts"),
        takes="post",
        options=("query", "against"),
        of_meetings=True,
        against_earlier=True,
    ),
    View(
        "compare",
        command="compare",
        footer=N_("n Reworded|- Dropped|+ New|c Changes|Enter Open|Esc Back"),
        looking=N_("Comparing two meetings"),
        help=N_("Sets two meetings side by side: A and B, or A and the former meeting of its series."),
        example=N_("Example: customs-reader compare 000 001 --path ~/posts"),
        takes="two",
        options=(),
        of_meetings=True,
        against_earlier=True,
    ),
    View(
        "kwic",
        command="context",
        footer=N_("s Sort|/ Ask|Enter Open|Esc Back"),
        help=N_("Prints each place of a word in the texts of the meetings, oldest first, the word in one column."),
        example=N_("Example: customs-reader kwic 人物同防 --path ~/posts --sort right"),
        takes="term",
        sorts=("date", "left", "right"),
    ),
    View(
        "phrases",
        command="phrases",
        footer=N_("s Sort|n Not here|w Watched|Enter In context|Esc Back"),
        looking=N_("Looking for phrases"),
        help=N_("Lists the phrases in quotation marks, and those watched, by meeting: how many, first, last."),
        example=N_(
            "Example: customs-reader phrases ~/posts --sort dropped\n"
            "         customs-reader phrases ~/posts --not-in 003"
        ),
        options=("query", "not_in"),
        sorts=("common", "newest", "dropped", "longest"),
    ),
    View(
        "figures",
        command="figures",
        footer=N_("t History|Enter Open|Esc Back"),
        looking=N_("Looking for figures"),
        help=N_(
            "Lists the figures of a post, or of all meetings, each with what it counts and its sentence;\n"
            "with --counts what counts the same follows each other, oldest meeting first."
        ),
        example=N_(
            "Example: customs-reader figures 002 --path ~/posts\n"
            "         customs-reader figures --counts 外贸进出口总值 --path ~/posts"
        ),
        takes="post",
        options=("query", "counts"),
    ),
    View(
        "series",
        command="series",
        footer=N_("Enter Open|m By month|Esc Back|a Open or fold all"),
        help=N_("Lists the series of meetings by number and day, and what is missing in this collection."),
        example=N_("Example: customs-reader series ~/posts --query series:例会"),
        options=("query", "months"),
    ),
)
VIEWS: Mapping[str, View] = {view.name: view for view in _ALL}
"""The views by their names."""


def answer(name: str, library: Library, asked: Asked) -> Steps[Outcome]:
    """What a view answers, in steps: mostly a `Report`, else the sentence that says why there is none."""
    found: Steps[Outcome] = import_module(f"reader.views.{name}").answer(library, asked)
    return found
