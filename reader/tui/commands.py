"""The one table of commands: it feeds the bindings, the footer, the help and the palette.

May import `i18n` and no widget. A command's `name` is the screen's action; its label (for the footer and the palette)
and help are texts to be translated. With a Chinese input method on, keys arrive as full-width twins: every
single-character key is bound with its twin.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reader.i18n import N_, in_context

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

    @property
    def label(self) -> str:
        """Its short name, in English."""
        return _TEXTS[self.name][0]

    @property
    def help(self) -> str:
        """One sentence on what it does, in English."""
        return _TEXTS[self.name][1]

    @property
    def reading(self) -> str:
        """How the label is read in Chinese, `shai xuan`; empty where it is not in Chinese."""
        found = in_context("reading", self.label)
        return "" if found == self.label else found


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

_TEXTS: Mapping[str, tuple[str, str]] = {
    "filter": (N_("Filter"), N_("Filter as you type: keywords, officials, dates")),
    "next_hit": (N_("Next hit"), N_("Go to the next hit; after the last one, to the next meeting's")),
    "previous_hit": (N_("Previous hit"), N_("Go to the hit before; before the first, to the meeting before")),
    "evidence": (
        N_("Evidence"),
        N_("Light where day, names, roles and figures were read; n/N walk through; again: back"),
    ),
    "star": (N_("Star"), N_("Give the post a star, or take it away")),
    "read": (N_("Read"), N_("Mark as read or unread; going into a text, or paging to its end, marks it as read")),
    "note": (N_("Note"), N_("Write a note on the post, F4 in your editor; has:note lists those with one")),
    "note_passage": (N_("Note here"), N_("Write a note on the selected words, or on the paragraph that is being read")),
    "notes": (N_("All notes"), N_("The list of all notes; Enter shows where one was written")),
    "versions": (N_("Versions"), N_("The next version of the same meeting: another source, a later revision")),
    "outline": (N_("Outline"), N_("The outline of the post: a rail on wide terminals, else a list")),
    "earlier": (N_("Earlier"), N_("Back to the post read before")),
    "later": (N_("Later"), N_("Forward to the post read after it")),
    "go": (N_("Go to"), N_("gg: the beginning; g1 to g9 a part of the outline")),
    "count": (N_("Count"), N_("A number before a key: 5j five lines down, 3G the third meeting")),
    "select": (
        N_("Select"),
        N_("Selects the paragraph, { } more or fewer; y copies, Y cites, Esc ends; the mouse selects and copies"),
    ),
    "copy": (N_("Copy"), N_("Copies the selected words, else the paragraph that is being read")),
    "cite": (N_("Cite"), N_("Copies the same with its citation: meeting, day, title, source, paragraph")),
    "copy_link": (N_("Link"), N_("Copies the address of the post")),
    "browse": (N_("Browser"), N_("Opens the address of the post in a browser")),
    "filters": (N_("My filters"), N_("Filters with names: choose one, or type a name for the present filter")),
    "find": (N_("Find here"), N_("Finds words in this post and leaves the list alone; n/N walk them, Esc ends it")),
    "undo": (N_("Undo filter"), N_("The former filter again")),
    "zen": (N_("Text only"), N_("Nothing but the text, or the list again")),
    "export": (N_("Export"), N_("Writes this post, the selected words or the filtered list to a file")),
    "wording": (N_("New wording"), N_("Dim what was said before, leave new wording bright; n/N walk it; again: back")),
    "baseline": (N_("Against"), N_("New against all earlier meetings, those of the series, or one meeting")),
    "said": (N_("Said where"), N_("Where the words of this paragraph (or the selected ones) were said before")),
    "compare": (N_("Compare"), N_("This meeting and the former of its series (or the remembered one) side by side")),
    "remember": (N_("Remember"), N_("Remember this meeting, to be compared with another")),
    "context": (
        N_("In context"),
        N_("Where the filter's word (or the selected words) stands in all meetings, line under line"),
    ),
    "phrases": (
        N_("Phrases"),
        N_("Quoted phrases by meeting: which came, stayed, went; what this meeting does not have"),
    ),
    "matrix": (N_("Named"), N_("Officials x meetings: printed order, roles; who is named and who is not")),
    "figures": (N_("Figures"), N_("The figures of this meeting, and one of them through the meetings")),
    "series": (N_("Series"), N_("Series by number and date, what is missing here; all meetings by month")),
    "officials": (N_("Officials"), N_("List the officials of the collection and filter by those you choose")),
    "all_posts": (N_("All posts"), N_("Show the posts that report no meeting too; again: meetings only")),
    "enter": (N_("Open"), N_("From the filter into the list, from the list into the text")),
    "back": (N_("Back"), N_("One step back: the state before the filter, out of the text, clear the filter")),
    "other_pane": (N_("Other pane"), N_("Change between list and text")),
    "to_text": (N_("Text"), N_("Go into the text")),
    "to_list": (N_("List"), N_("Go back to the list")),
    "down": (N_("Down"), N_("The next meeting in the list; the next line in the text")),
    "up": (N_("Up"), N_("The meeting before in the list; the line before in the text")),
    "page_down": (N_("Page down"), N_("The text, one page on")),
    "page_up": (N_("Page up"), N_("The text, one page back")),
    "half_down": (N_("Half down"), N_("The text, half a page on")),
    "half_up": (N_("Half up"), N_("The text, half a page back")),
    "top": (N_("Top"), N_("The newest meeting; the beginning of the text")),
    "bottom": (N_("Bottom"), N_("The oldest meeting; the end of the text")),
    "next_paragraph": (N_("Next para"), N_("Marks the next paragraph, which copying and citing mean")),
    "previous_paragraph": (N_("Prev para"), N_("Marks the paragraph before")),
    "wider": (N_("Wider"), N_("Wider lines of text; kept")),
    "narrower": (N_("Narrower"), N_("Narrower lines of text; kept")),
    "theme": (N_("Theme"), N_("The next theme: dark, light, the terminal's own colours")),
    "help": (N_("Help"), N_("Keys and the query language")),
    "palette": (N_("Commands"), N_("Find a command, an official, a meeting")),
    "stop": (N_("Suspend"), N_("Back to the shell; fg there comes back")),
    "quit": (N_("Quit"), N_("Close what is open, as Esc does; nothing open: leave; Ctrl+Q always leaves")),
}
"""The label and the help of each command, by its name."""

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
