"""The one table of commands: it feeds the bindings, the footer, the help and the palette.

May import `i18n`, the table of `views`, which has the commands that open views, and no widget. A command's `name` is
the screen's action. With a Chinese input method on, keys arrive as full-width twins: every single-character key is
bound with its twin.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reader.i18n import N_, in_context
from reader.views import VIEWS, View

FULL_WIDTH = 0xFEE0
"""Distance from an ASCII character to its full-width twin in Unicode."""


class Command(NamedTuple):
    """One thing the reader can do: the part of the screen that obeys it, its keys as typed, the way help shows them.

    The part `screen` is the main screen itself. `typing_keys` work while the filter is being typed too; the others are
    letters then. `label` (for the footer and the palette) and `help` are English, given to `_` when they are shown.
    `footer` is the place in the footer, 0 for none: where there is not room for all, the last are left out. A `prefix`
    is typed before another.
    """

    name: str
    part: str
    keys: tuple[str, ...]
    typing_keys: tuple[str, ...]
    shown: str
    label: str
    help: str
    footer: int = 0
    prefix: bool = False

    @property
    def reading(self) -> str:
        """How the label is read in Chinese, `shai xuan`; empty where it is not in Chinese."""
        found = in_context("reading", self.label)
        return "" if found == self.label else found


def _opening(view: View) -> Command:
    """The command that opens a view."""
    shown = view.keys[0]
    return Command(view.command, "views", view.keys, view.typing_keys, shown, view.label, view.about, view.footer_place)


_OPENING = tuple(map(_opening, VIEWS.values()))
# A row stands in two lines: keys, and words.
# fmt: off
GROUPS: Mapping[str, tuple[Command, ...]] = {
    "find": (
        Command("filter", "filtering", ("/", "、"), ("f4",), "/",
                N_("Filter"), N_("Filter as you type: keywords, officials, dates"), footer=1),
        Command("filters", "filtering", ("F",), ("f10",), "F",
                N_("My filters"), N_("Filters with names: choose one, or type a name for the present filter")),
        Command("undo", "filtering", ("U",), (), "U",
                N_("Undo filter"), N_("The former filter again")),
        Command("next_hit", "moving", ("n",), ("f3",), "n",
                N_("Next hit"), N_("Go to the next hit; after the last one, to the next meeting's")),
        Command("previous_hit", "moving", ("N",), ("shift+f3",), "N",
                N_("Previous hit"), N_("Go to the hit before; before the first, to the meeting before")),
        Command("find", "finding", ("f",), ("f2",), "f",
                N_("Find here"), N_("Finds words in this post and leaves the list alone; n/N walk them, Esc ends it")),
        Command("officials", "filtering", ("o",), ("f5",), "o",
                N_("Officials"), N_("List the officials of the collection and filter by those you choose"), footer=5),
        Command("all_posts", "filtering", ("a",), ("f6",), "a",
                N_("All posts"), N_("Show the posts that report no meeting too; again: meetings only"), footer=8),
    ),
    "compare": (
        Command("wording", "wording", ("D",), ("f12",), "D", N_("New wording"),
                N_("Dim what was said before, leave new wording bright; n/N walk it; again: back"), footer=4),
        Command("baseline", "wording", ("B",), (), "B",
                N_("Against"), N_("New against all earlier meetings, those of the series, or one meeting")),
        *_OPENING[:2],
        Command("remember", "views", (".", "。"), (), ".",
                N_("Remember"), N_("Remember this meeting, to be compared with another")),
        *_OPENING[2:],
    ),
    "read": (
        Command("evidence", "evidence", ("e",), ("f7",), "e", N_("Evidence"),
                N_("Light where day, names, roles and figures were read; n/N walk through; again: back")),
        Command("versions", "marking", ("v",), (), "v",
                N_("Versions"), N_("The next version of the same meeting: another source, a later revision")),
        Command("outline", "outline", ("i",), ("f8",), "i",
                N_("Outline"), N_("The outline of the post: a rail on wide terminals, else a list")),
        Command("earlier", "moving", ("[",), ("alt+left",), "[",
                N_("Earlier"), N_("Back to the post read before")),
        Command("later", "moving", ("]",), ("alt+right",), "]",
                N_("Later"), N_("Forward to the post read after it")),
        Command("zen", "outline", ("z",), (), "z",
                N_("Text only"), N_("Nothing but the text, or the list again")),
        Command("wider", "looks", ("+", "="), (), "+",
                N_("Wider"), N_("Wider lines of text; kept")),
        Command("narrower", "looks", ("-",), (), "-",
                N_("Narrower"), N_("Narrower lines of text; kept")),
        Command("theme", "looks", ("t",), ("f9",), "t",
                N_("Theme"), N_("The next theme: dark, light, the terminal's own colours")),
    ),
    "mark": (
        Command("star", "marking", ("s",), (), "s",
                N_("Star"), N_("Give the post a star, or take it away")),
        Command("read", "marking", ("r",), (), "r",
                N_("Read"), N_("Mark as read or unread; going into a text, or paging to its end, marks it as read")),
        Command("note", "noting", ("m",), (), "m",
                N_("Note"), N_("Write a note on the post, F4 in your editor; has:note lists those with one")),
        Command("note_passage", "noting", ("p",), (), "p",
                N_("Note here"), N_("Write a note on the selected words, or on the paragraph that is being read")),
        Command("notes", "noting", ("M",), (), "M",
                N_("All notes"), N_("The list of all notes; Enter shows where one was written")),
    ),
    "take": (
        Command("select", "taking", ("V",), (), "V", N_("Select"),
                N_("Selects the paragraph, { } more or fewer; y copies, Y cites, Esc ends; the mouse selects and "
                   "copies")),
        Command("copy", "taking", ("y",), (), "y",
                N_("Copy"), N_("Copies the selected words, else the paragraph that is being read")),
        Command("cite", "taking", ("Y",), (), "Y",
                N_("Cite"), N_("Copies the same with its citation: meeting, day, title, source, paragraph")),
        Command("copy_link", "taking", ("c",), (), "c",
                N_("Link"), N_("Copies the address of the post")),
        Command("browse", "taking", ("w",), (), "w",
                N_("Browser"), N_("Opens the address of the post in a browser")),
        Command("export", "exporting", ("x",), (), "x",
                N_("Export"), N_("Writes this post, the selected words or the filtered list to a file")),
    ),
    "move": (
        Command("enter", "screen", (), ("enter",), "Enter",
                N_("Open"), N_("From the filter into the list, from the list into the text")),
        Command("back", "screen", (), ("escape",), "Esc",
                N_("Back"), N_("One step back: the state before the filter, out of the text, clear the filter")),
        Command("other_pane", "moving", (), ("tab", "shift+tab"), "Tab",
                N_("Other pane"), N_("Change between list and text")),
        Command("to_text", "moving", ("l", "right"), (), "→ l",
                N_("Text"), N_("Go into the text")),
        Command("to_list", "moving", ("h", "left"), (), "← h",
                N_("List"), N_("Go back to the list")),
        Command("down", "moving", ("j",), ("down",), "↓ j",
                N_("Down"), N_("The next meeting in the list; the next line in the text")),
        Command("up", "moving", ("k",), ("up",), "↑ k",
                N_("Up"), N_("The meeting before in the list; the line before in the text")),
        Command("page_down", "moving", (" ", "ctrl+f"), ("pagedown",), "Space",
                N_("Page down"), N_("The text, one page on")),
        Command("page_up", "moving", ("b", "ctrl+b"), ("pageup",), "b",
                N_("Page up"), N_("The text, one page back")),
        Command("half_down", "moving", ("d", "ctrl+d"), (), "d",
                N_("Half down"), N_("The text, half a page on")),
        Command("half_up", "moving", ("u", "ctrl+u"), (), "u",
                N_("Half up"), N_("The text, half a page back")),
        Command("go", "screen", ("g",), (), "gg g1",
                N_("Go to"), N_("gg: the beginning; g1 to g9 a part of the outline"), prefix=True),
        Command("count", "screen", tuple("0123456789"), (), "5j",
                N_("Count"), N_("A number before a key: 5j five lines down, 3G the third meeting"), prefix=True),
        Command("top", "moving", ("home",), (), "Home",
                N_("Top"), N_("The newest meeting; the beginning of the text")),
        Command("bottom", "moving", ("G", "end"), (), "G",
                N_("Bottom"), N_("The oldest meeting; the end of the text")),
        Command("next_paragraph", "moving", ("}",), ("ctrl+down",), "}",
                N_("Next para"), N_("Marks the next paragraph, which copying and citing mean")),
        Command("previous_paragraph", "moving", ("{",), ("ctrl+up",), "{",
                N_("Prev para"), N_("Marks the paragraph before")),
    ),
    "rest": (
        Command("help", "screen", ("?",), ("f1",), "?",
                N_("Help"), N_("Keys and the query language"), footer=2),
        Command("palette", "screen", (":",), ("ctrl+p",), ":",
                N_("Commands"), N_("Find a command, an official, a meeting"), footer=6),
        Command("stop", "screen", (), ("ctrl+z",), "Ctrl+Z",
                N_("Suspend"), N_("Back to the shell; fg there comes back")),
        Command("quit", "screen", ("q",), ("ctrl+q", "ctrl+c"), "q",
                N_("Quit"), N_("Close what is open, as Esc does; nothing open: leave; Ctrl+Q always leaves"), footer=7),
    ),
}
# fmt: on
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


def in_footer(commands: Iterable[Command]) -> list[Command]:
    """The commands that the footer names, in its order."""
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
