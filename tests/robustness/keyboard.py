"""What somebody at the keyboard might do: the bytes of every key that does something, and things typed at random."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from random import Random
from typing import Any

from reader import views
from reader.tui.commands import COMMANDS, GROUPS
from reader.tui.report import ReportScreen
from reader.views.report import Report

ENTER, ESCAPE, CLEAR = "enter", "escape", "ctrl+u"
WORDS = (
    "海关",
    "口岸",
    "会议",
    "通关时间",
    "since:2016",
    "official:wlj",
    "“总署”",
    "-企业",
    "更正",
    "zzqx",
    "货物 贸易",
)
LOOKED_UP = ("2015-03", "2012", "总署", "署长", "例会", "46", "zz")
VIEWS = (*(command.shown for command in GROUPS["compare"]), "o", "F", "M", "e", "i", "?")
"""The keys of all that opens or changes what is seen."""
FORBIDDEN = {"q", "ctrl+q", "ctrl+c", "w", "f4", "ｑ", "ｗ"}
"""They quit, open a browser, or an editor over the line of a note."""
_BYTES = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "delete": "\x1b[3~",
    "backspace": "\x7f",
    "space": " ",
}
_ARROWS = dict(zip(("up", "down", "right", "left"), "ABCD", strict=True))
_MODIFIED = {"shift": 2, "alt": 3, "ctrl": 5}
_FUNCTIONS = {
    **{number: f"\x1bO{letter}" for number, letter in enumerate("PQRS", 1)},
    **{number: f"\x1b[{code}~" for number, code in zip(range(5, 13), (15, 17, 18, 19, 20, 21, 23, 24), strict=True)},
}


def sent(key: str) -> str:
    """What a terminal sends for a key of this name (a single character is itself)."""
    modifier, _, name = key.rpartition("+") if len(key) > 1 else ("", "", key)
    if name in _ARROWS:
        return f"\x1b[1;{_MODIFIED[modifier]}{_ARROWS[name]}" if modifier else f"\x1b[{_ARROWS[name]}"
    if name[0] == "f" and name[1:].isdigit():
        number = int(name[1:])
        return f"\x1b[1;{_MODIFIED[modifier]}{_FUNCTIONS[number][-1]}" if modifier else _FUNCTIONS[number]
    if modifier == "ctrl":
        return chr(ord(name) & 0x1F)
    return _BYTES.get(key, key)


def _reports() -> list[type[Report[Any]]]:
    """All kinds of reports."""
    held = [thing for name in views.VIEWS for thing in vars(import_module(f"reader.views.{name}")).values()]
    return list(dict.fromkeys(kind for kind in held if isinstance(kind, type) and issubclass(kind, Report)))


def _keys() -> list[str]:
    """Every key that does something, on the screen or in a view, in the order of the tables."""
    keys = [key for command in COMMANDS for key in (*command.keys, *command.typing_keys)]
    bound = [key for binding in ReportScreen.BINDINGS for key in binding.key.split(",")]
    bound += [key for report in _reports() for keys in report.actions.values() for key in keys]
    typed = [key for key in bound if len(key) == 1 and key.isascii()]
    keys += [*typed, "$", "^", "backspace", "delete"]
    return [key for key in dict.fromkeys(keys) if key not in FORBIDDEN]


KEYS = tuple(_keys())


def stretch(random: Random) -> Iterator[str]:
    """The keys of one thing that somebody does: moves about, filters, finds, looks up, opens a view, writes a note."""
    kind = random.randrange(8)
    if kind < 3:
        yield from random.choices(KEYS, k=random.randrange(1, 15))
    elif kind == 3:
        yield from ("/", CLEAR, *random.choice(WORDS), *random.choice(((ENTER,), (ENTER, "n", "n", "N"), (ESCAPE,))))
    elif kind == 4:
        yield from ("f", *random.choice(WORDS[:4]), ENTER, "n", "n")
    elif kind == 5:
        yield from (":", *random.choice(LOOKED_UP), random.choice((ENTER, ESCAPE)))
    elif kind == 6:
        yield from (random.choice(VIEWS), *random.choices(KEYS, k=random.randrange(8)), ESCAPE)
    else:
        yield from (random.choice("mp"), *random.choice(WORDS[:4]), random.choice((ENTER, ESCAPE)))
