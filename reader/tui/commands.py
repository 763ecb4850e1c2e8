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
    """One thing the reader can do: its keys as typed, the way help shows them, whether the footer names it.

    `typing_keys` work while the filter is being typed too; the others are letters then. `footer` is its place in the
    foot, 0 for none: where there is not room for all, the last are left out. A `prefix` is typed before another.
    """

    name: str
    keys: tuple[str, ...]
    typing_keys: tuple[str, ...]
    shown: str
    footer: int = 0
    prefix: bool = False


GROUPS: Mapping[str, tuple[Command, ...]] = {
    "find": (
        Command("filter", ("/", "、"), ("f4",), "/", footer=1),
        Command("filters", ("F",), ("f10",), "F"),
        Command("undo", ("U",), (), "U"),
        Command("next_hit", ("n",), ("f3",), "n"),
        Command("previous_hit", ("N",), ("shift+f3",), "N"),
        Command("find", ("f",), ("f2",), "f"),
        Command("officials", ("o",), ("f5",), "o", footer=5),
        Command("all_posts", ("a",), ("f6",), "a", footer=8),
    ),
    "compare": (
        Command("wording", ("D",), ("f12",), "D", footer=4),
        Command("baseline", ("B",), (), "B"),
        Command("said", ("W",), (), "W"),
        Command("compare", ("C",), ("f11",), "C", footer=3),
        Command("remember", (".", "。"), (), "."),
        Command("context", ("K",), (), "K"),
        Command("phrases", ("P",), (), "P"),
        Command("matrix", ("O",), (), "O"),
        Command("figures", ("#",), (), "#"),
        Command("series", ("S",), (), "S"),
    ),
    "read": (
        Command("evidence", ("e",), ("f7",), "e"),
        Command("versions", ("v",), (), "v"),
        Command("outline", ("i",), ("f8",), "i"),
        Command("earlier", ("[",), ("alt+left",), "["),
        Command("later", ("]",), ("alt+right",), "]"),
        Command("zen", ("z",), (), "z"),
        Command("wider", ("+", "="), (), "+"),
        Command("narrower", ("-",), (), "-"),
        Command("theme", ("t",), ("f9",), "t"),
    ),
    "mark": (
        Command("star", ("s",), (), "s"),
        Command("read", ("r",), (), "r"),
        Command("note", ("m",), (), "m"),
        Command("note_passage", ("p",), (), "p"),
        Command("notes", ("M",), (), "M"),
    ),
    "take": (
        Command("select", ("V",), (), "V"),
        Command("copy", ("y",), (), "y"),
        Command("cite", ("Y",), (), "Y"),
        Command("copy_link", ("c",), (), "c"),
        Command("browse", ("w",), (), "w"),
        Command("export", ("x",), (), "x"),
    ),
    "move": (
        Command("enter", (), ("enter",), "Enter"),
        Command("back", (), ("escape",), "Esc"),
        Command("other_pane", (), ("tab", "shift+tab"), "Tab"),
        Command("to_text", ("l", "right"), (), "→ l"),
        Command("to_list", ("h", "left"), (), "← h"),
        Command("down", ("j",), ("down",), "↓ j"),
        Command("up", ("k",), ("up",), "↑ k"),
        Command("page_down", (" ", "ctrl+f"), ("pagedown",), "Space"),
        Command("page_up", ("b", "ctrl+b"), ("pageup",), "b"),
        Command("half_down", ("d", "ctrl+d"), (), "d"),
        Command("half_up", ("u", "ctrl+u"), (), "u"),
        Command("go", ("g",), (), "gg g1", prefix=True),
        Command("count", tuple("0123456789"), (), "5j", prefix=True),
        Command("top", ("home",), (), "Home"),
        Command("bottom", ("G", "end"), (), "G"),
        Command("next_paragraph", ("}",), ("ctrl+down",), "}"),
        Command("previous_paragraph", ("{",), ("ctrl+up",), "{"),
    ),
    "rest": (
        Command("help", ("?",), ("f1",), "?", footer=2),
        Command("palette", (":",), ("ctrl+p",), ":", footer=6),
        Command("stop", (), ("ctrl+z",), "Ctrl+Z"),
        Command("quit", ("q",), ("ctrl+q", "ctrl+c"), "q", footer=7),
    ),
}
"""The table, by what the commands are for."""

COMMANDS: tuple[Command, ...] = tuple(command for group in GROUPS.values() for command in group)
GROUP_OF: Mapping[str, str] = {command.name: name for name, group in GROUPS.items() for command in group}
"""The group of each command, by its name."""


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
