"""The themes: ink on dark paper, ink on light paper, one accent each; and the terminal's own colours.

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
        "hit-ink": "#dcd8ce",
        "current-ink": "#15171b",
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
        "hit-ink": "#262420",
        "current-ink": "#fbf8f1",
    },
)


TERMINAL = Theme(
    name="customs-terminal",
    ansi=True,
    primary="ansi_blue",
    secondary="ansi_yellow",
    accent="ansi_blue",
    warning="ansi_red",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    dark=True,
    variables={
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        "input-cursor-background": "ansi_white",
        "input-cursor-foreground": "ansi_black",
        "input-selection-background": "ansi_cyan",
        "input-selection-foreground": "ansi_black",
        "block-cursor-foreground": "ansi_default",
        "border-blurred": "ansi_default",
        "text-muted": "ansi_bright_black",
        "hit-ink": "ansi_black",
        "current-ink": "ansi_default",
        "block-cursor-background": "ansi_default",
        "block-cursor-blurred-background": "ansi_default",
        "scrollbar": "ansi_bright_black",
        "selection": "ansi_cyan",
    },
)
"""Where the paper is not known, what is stood on is shown by a sign and by weight, not by paper."""

THEMES = (DARK, LIGHT, TERMINAL)


def theme_named(name: str, few_colours: bool) -> str:
    """The name that Textual knows a theme of the settings by; `auto` is the dark one, where the terminal can paint it.

    Of its shades, a terminal of sixteen colours would paint several alike.
    """
    return f"customs-{name}" if name != "auto" else TERMINAL.name if few_colours else DARK.name


def other_theme(name: str) -> str:
    """The name of the theme that the key changes to: the next."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)]
