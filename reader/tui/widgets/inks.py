"""The styles in which widgets write: theme variables turned into terminal styles once a theme.

May import Textual. Component classes of Textual's would do the same, but each is a node that the style sheet is applied
to: a twentieth of the whole start.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import ClassVar, NamedTuple

from rich.style import Style
from textual.widget import Widget

_FEW = (None, "standard")
"""What rich calls the colours of a terminal that has none or sixteen."""
_MUTED = "text-muted"
"""The ink that says less: without shades, the plain one is made dim."""
_STOOD_ON = "block-cursor"
"""The papers of the line that is stood on, which has a sign as well."""
_PAPER = ""
"""The name of the plain style among the inks."""


class Ink(NamedTuple):
    """Theme variables for ink and paper (empty: the widget's own), weight, and whether the two change places; `few` is
    what stands beside the colour in a terminal that has few: `bold` or `underline`.
    """

    color: str = "foreground"
    paper: str = ""
    bold: bool = False
    reverse: bool = False
    few: str = ""


class _Means(NamedTuple):
    """What a tone can be told by: whether colours are few, whether there are none, whether dim is left as it is (where
    Textual paints in colours of its own, it makes a shade of it).
    """

    few: bool
    none: bool
    dim: bool


class Inked(Widget):
    """A widget that writes in the inks of its table `INKS`."""

    INKS: ClassVar[Mapping[str, Ink]] = {}

    _inks: dict[str, Style] | None = None

    def ink(self, name: str) -> Style:
        """The style of an entry of the table, on the widget's own paper. Raises KeyError for one that is none."""
        if self._inks is None:
            variables, paper = self.app.theme_variables, self.rich_style
            few = self.app.no_color or self.app.console.color_system in _FEW
            means = _Means(few, self.app.no_color, few and self.app.native_ansi_color)
            self._inks = {_PAPER: paper}
            for table in (kind.__dict__.get("INKS", {}) for kind in reversed(type(self).__mro__)):
                self._inks |= {key: paper + _style(entry, variables, means) for key, entry in table.items()}
        return self._inks[name]

    @property
    def paper(self) -> Style:
        """The widget's own style. Textual takes as long to work it out as to paint a line."""
        return self.ink(_PAPER)

    def notify_style_update(self) -> None:
        """Textual's word that a style or the theme has changed."""
        self._inks = None
        super().notify_style_update()


@lru_cache(maxsize=256)
def on_paper(ink: Style, paper: Style) -> Style:
    """An ink on another paper; bold where either is."""
    return paper + Style(color=ink.color, bold=ink.bold or paper.bold, dim=ink.dim, underline=ink.underline)


def _style(ink: Ink, variables: Mapping[str, str], means: _Means) -> Style:
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
