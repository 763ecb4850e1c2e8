"""The two themes: ink on dark paper, ink on light paper, one accent each.

May import Textual. Widgets name theme variables only, so that a third theme is one more entry here.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="customs-dark",
    primary="#d9a441",
    secondary="#4a3d1e",
    accent="#e0ae52",
    warning="#e8a04c",
    error="#e0735c",
    success="#8fb573",
    foreground="#dcd8ce",
    background="#15171b",
    surface="#1a1d22",
    panel="#262a31",
    dark=True,
    variables={
        "text-muted": "#908c82",
        "block-cursor-background": "#343a44",
        "block-cursor-blurred-background": "#262a31",
        "scrollbar": "#3a404a",
        "selection": "#2f4a63",
    },
)

LIGHT = Theme(
    name="customs-light",
    primary="#9c3224",
    secondary="#f3dfa8",
    accent="#9c3224",
    warning="#8a5a00",
    error="#a8261c",
    success="#3f6b2c",
    foreground="#262420",
    background="#fbf8f1",
    surface="#f3eee3",
    panel="#e7e0d1",
    dark=False,
    variables={
        "text-muted": "#6d675b",
        "block-cursor-background": "#ddd3be",
        "block-cursor-blurred-background": "#e9e2d3",
        "scrollbar": "#cfc5b0",
        "selection": "#bcd3e8",
    },
)


def other_theme(name: str) -> str:
    """The name of the theme that the key changes to."""
    return LIGHT.name if name == DARK.name else DARK.name
