"""The styles in which widgets write: theme variables turned into terminal styles once a theme.

May import Textual. Component classes of Textual's would do the same, but each is a node that the style sheet is applied
to: a twentieth of the whole start.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from rich.style import Style
from textual.widget import Widget

_FEW = (None, "standard")
"""What rich calls the colours of a terminal that has none or sixteen."""
_MUTED = "text-muted"
"""The ink that says less: without shades, the plain one is made dim."""
_STOOD_ON = "block-cursor"
"""The papers of the line that is stood on, which has a sign as well."""


class Ink(NamedTuple):
    """Theme variables for ink and paper (empty: the widget's own), weight, and whether the two change places; `few` is
    what stands beside the colour in a terminal that has few: `bold` or `underline`.
    """

    color: str = "foreground"
    paper: str = ""
    bold: bool = False
    reverse: bool = False
    few: str = ""


class Means(NamedTuple):
    """What a tone can be shown by: whether colours are few, whether there are none, whether dim is left as it is (where
    Textual paints in colours of its own, it makes a shade of it).
    """

    few: bool
    none: bool
    dim: bool


class Inks:
    """The styles of one widget: the entries of `INKS` in its classes, on its own paper."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[str, Style] = {}
        self._with_paper: set[str] = set()

    def on(self, name: str, paper: Style) -> Style:
        """The style of an entry on the paper of a line, unless it has one of its own; KeyError for one that is none."""
        ink = self[name]
        return paper if not name else ink if name in self._with_paper else _on_paper(ink, paper)

    def __getitem__(self, name: str) -> Style:
        """The style of an entry; that of the plain paper for an empty name. Raises KeyError for one that is none."""
        if not self._styles:
            app, paper = self._widget.app, self._widget.rich_style
            few = app.no_color or app.console.color_system in _FEW
            means = Means(few, app.no_color, few and app.native_ansi_color)
            self._styles = {"": paper}
            for kind in reversed(type(self._widget).__mro__):
                for key, entry in kind.__dict__.get("INKS", {}).items():
                    self._styles[key] = paper + style_of(entry, app.theme_variables, means)
                    if entry.paper or entry.reverse:
                        self._with_paper.add(key)
        return self._styles[name]

    def forget(self) -> None:
        """Has the styles made anew: the theme, or the paper, has changed."""
        self._styles = {}


@lru_cache(maxsize=256)
def _on_paper(ink: Style, paper: Style) -> Style:
    """An ink on another paper; bold where either is."""
    return paper + Style(color=ink.color, bold=ink.bold or paper.bold, dim=ink.dim, underline=ink.underline)


def style_of(ink: Ink, variables: Mapping[str, str], means: Means) -> Style:
    """An entry as a terminal with such means shows it."""
    dim = means.dim and ink.color == _MUTED
    style = Style(
        color=_colour(variables["foreground" if dim else ink.color]),
        bgcolor=_colour(variables[ink.paper]) if ink.paper else None,
        bold=ink.bold or None,
        dim=dim or None,
        reverse=ink.reverse or None,
    )
    if means.few and ink.few:
        style += Style.parse(ink.few)
    if means.none and ink.paper and not ink.reverse and not ink.paper.startswith(_STOOD_ON):
        style += Style.parse("underline" if ink.bold else "reverse")
    return style


def _colour(value: str) -> str:
    """A theme variable's colour as rich names it: the terminal's own are `ansi_red` for Textual."""
    return value.removeprefix("ansi_")
