"""The one table of commands: it feeds the bindings, the footer, the help and the palette.

May import nothing of the project and no widget. A command's `name` is the screen's action and the name of its label
and description in the interface words. With a Chinese input method on, keys arrive as full-width twins: every
single-character key is bound with its twin.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

FULL_WIDTH = 0xFEE0
"""Distance from an ASCII character to its full-width twin in Unicode."""


class Command(NamedTuple):
    """One thing the reader can do: the part of the screen that obeys it, its keys as typed, the way help shows them.

    The part `screen` is the main screen itself. `typing_keys` work while the filter is being typed too; the others are
    letters then. `footer` is the place in the footer, 0 for none: where there is not room for all, the last are left
    out. A `prefix` is typed before another.
    """

    name: str
    part: str
    keys: tuple[str, ...]
    typing_keys: tuple[str, ...]
    shown: str
    footer: int = 0
    prefix: bool = False


GROUPS: Mapping[str, tuple[Command, ...]] = {
    "find": (
        Command("filter", "filtering", ("/", "、"), ("f4",), "/", footer=1),
        Command("filters", "filtering", ("F",), ("f10",), "F"),
        Command("undo", "filtering", ("U",), (), "U"),
        Command("next_hit", "moving", ("n",), ("f3",), "n"),
        Command("previous_hit", "moving", ("N",), ("shift+f3",), "N"),
        Command("find", "finding", ("f",), ("f2",), "f"),
        Command("officials", "filtering", ("o",), ("f5",), "o", footer=5),
        Command("all_posts", "filtering", ("a",), ("f6",), "a", footer=8),
    ),
    "compare": (
        Command("wording", "wording", ("D",), ("f12",), "D", footer=4),
        Command("baseline", "wording", ("B",), (), "B"),
        Command("said", "views", ("W",), (), "W"),
        Command("compare", "views", ("C",), ("f11",), "C", footer=3),
        Command("remember", "views", (".", "。"), (), "."),
        Command("context", "views", ("K",), (), "K"),
        Command("phrases", "views", ("P",), (), "P"),
        Command("matrix", "views", ("O",), (), "O"),
        Command("figures", "views", ("#",), (), "#"),
        Command("series", "views", ("S",), (), "S"),
    ),
    "read": (
        Command("evidence", "evidence", ("e",), ("f7",), "e"),
        Command("versions", "marking", ("v",), (), "v"),
        Command("outline", "outline", ("i",), ("f8",), "i"),
        Command("earlier", "moving", ("[",), ("alt+left",), "["),
        Command("later", "moving", ("]",), ("alt+right",), "]"),
        Command("zen", "outline", ("z",), (), "z"),
        Command("wider", "looks", ("+", "="), (), "+"),
        Command("narrower", "looks", ("-",), (), "-"),
        Command("theme", "looks", ("t",), ("f9",), "t"),
    ),
    "mark": (
        Command("star", "marking", ("s",), (), "s"),
        Command("read", "marking", ("r",), (), "r"),
        Command("note", "noting", ("m",), (), "m"),
        Command("note_passage", "noting", ("p",), (), "p"),
        Command("notes", "noting", ("M",), (), "M"),
    ),
    "take": (
        Command("select", "taking", ("V",), (), "V"),
        Command("copy", "taking", ("y",), (), "y"),
        Command("cite", "taking", ("Y",), (), "Y"),
        Command("copy_link", "taking", ("c",), (), "c"),
        Command("browse", "taking", ("w",), (), "w"),
        Command("export", "exporting", ("x",), (), "x"),
    ),
    "move": (
        Command("enter", "screen", (), ("enter",), "Enter"),
        Command("back", "screen", (), ("escape",), "Esc"),
        Command("other_pane", "moving", (), ("tab", "shift+tab"), "Tab"),
        Command("to_text", "moving", ("l", "right"), (), "→ l"),
        Command("to_list", "moving", ("h", "left"), (), "← h"),
        Command("down", "moving", ("j",), ("down",), "↓ j"),
        Command("up", "moving", ("k",), ("up",), "↑ k"),
        Command("page_down", "moving", (" ", "ctrl+f"), ("pagedown",), "Space"),
        Command("page_up", "moving", ("b", "ctrl+b"), ("pageup",), "b"),
        Command("half_down", "moving", ("d", "ctrl+d"), (), "d"),
        Command("half_up", "moving", ("u", "ctrl+u"), (), "u"),
        Command("go", "screen", ("g",), (), "gg g1", prefix=True),
        Command("count", "screen", tuple("0123456789"), (), "5j", prefix=True),
        Command("top", "moving", ("home",), (), "Home"),
        Command("bottom", "moving", ("G", "end"), (), "G"),
        Command("next_paragraph", "moving", ("}",), ("ctrl+down",), "}"),
        Command("previous_paragraph", "moving", ("{",), ("ctrl+up",), "{"),
    ),
    "rest": (
        Command("help", "screen", ("?",), ("f1",), "?", footer=2),
        Command("palette", "screen", (":",), ("ctrl+p",), ":", footer=6),
        Command("stop", "screen", (), ("ctrl+z",), "Ctrl+Z"),
        Command("quit", "screen", ("q",), ("ctrl+q", "ctrl+c"), "q", footer=7),
    ),
}
"""The table, by what the commands are for."""

COMMANDS: tuple[Command, ...] = tuple(command for group in GROUPS.values() for command in group)
GROUP_OF: Mapping[str, str] = {command.name: name for name, group in GROUPS.items() for command in group}
"""The group of each command, by its name."""
PART_OF: Mapping[str, str] = {command.name: command.part for command in COMMANDS}
"""The part that obeys each command, by its name."""
PREFIXES = frozenset(command.name for command in COMMANDS if command.prefix)
"""The names of the commands that are typed before another."""


_OWN_NAMES = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Textual's names for these."""


def in_foot(commands: Iterable[Command]) -> list[Command]:
    """The commands that the foot names, in its order."""
    return sorted((command for command in commands if command.footer), key=lambda command: command.footer)


def key_names(keys: tuple[str, ...]) -> list[str]:
    """The names Textual gives to keys, with the full-width twins of single characters."""
    names: list[str] = []
    for key in keys:
        names.append(_name(key))
        if len(key) == 1 and "!" <= key <= "~":
            names.append(_name(chr(ord(key) + FULL_WIDTH)))
        elif key == " ":
            names.append(_name("\u3000"))
    return names


def _name(key: str) -> str:
    """Textual names a character that is no letter or digit by its Unicode name, with a few names of its own."""
    if len(key) > 1 or key.isalnum():
        return key
    name = unicodedata.name(key).lower().replace("-", "_").replace(" ", "_")
    return _OWN_NAMES.get(name, name)
