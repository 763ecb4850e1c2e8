"""The reader's own keys: the table of commands with the keys that the settings give to some of them.

May import `settings` and this room's commands. No Textual. A fault is told, never fatal; what is right counts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reader.settings import Wrong
from reader.tui.commands import COMMANDS, FULL_WIDTH, PREFIXES, Command

RESERVED = ("ctrl+c", "ctrl+q", "enter", "escape")
"""Keys that always leave the reader, or the line in which one types: no other command gets them."""
_FIXED = frozenset((*"0123456789", "g"))
"""Keys that are typed before others: of the commands that have them nothing else can be asked."""
_NAMED = re.compile(
    r"(?!.*shift\+.$)"  # a capital is a key of its own
    r"(?:(?:ctrl|alt|shift)\+)*"
    r"(?:f\d{1,2}|enter|escape|tab|space|backspace|delete|insert|home|end|pageup|pagedown|up|down|left|right|(?<=\+)[a-z0-9])"
)
_WHILE_TYPING = re.compile(r"(?:shift\+|ctrl\+)?f\d{1,2}|alt\+.+")
"""Keys that no line of input needs."""


def rebound(keys: Mapping[str, Sequence[str]]) -> tuple[tuple[Command, ...], list[Wrong]]:
    """All commands with these keys, by the commands' names, and what is wrong with them.

    A key that is given to a command is taken from the one that has it; given to two, the first has it.
    """
    wrong: list[Wrong] = []
    own: dict[str, list[str]] = {}
    taken: dict[str, str] = {}
    known = {command.name: command for command in COMMANDS}
    for name, given in keys.items():
        if name not in known or name in PREFIXES:
            wrong.append(Wrong("command", name))
            continue
        own[name] = []
        for key in dict.fromkeys(map(_plain, given)):
            if not _is_key(key) or key in _FIXED or (key in RESERVED and key not in known[name].typing_keys):
                wrong.append(Wrong("key", f"{name} = {key!r}"))
            elif taken.setdefault(key, name) != name:
                wrong.append(Wrong("key_twice", f"{key!r}: {taken[key]}, {name}"))
            else:
                own[name].append(key)
    return tuple(_with(command, own.get(command.name), taken) for command in COMMANDS), wrong


def _with(command: Command, own: Sequence[str] | None, taken: Mapping[str, str]) -> Command:
    """A command with its own keys, or with those of its usual ones that no other has taken."""
    if own is None:
        if not taken.keys() & {*command.keys, *command.typing_keys}:
            return command
        keys = [key for key in command.keys if key not in taken]
        typing = [key for key in command.typing_keys if key not in taken]
    else:
        usual = command.typing_keys
        typing = [key for key in own if key in usual or _WHILE_TYPING.fullmatch(key)]
        keys = [key for key in own if key not in typing]
        typing += [key for key in usual if key in RESERVED and key not in typing]
    shown = next(map(_shown, [*keys, *typing]), "")
    footer = command.footer if shown else 0
    return command._replace(keys=tuple(keys), typing_keys=tuple(typing), shown=shown, footer=footer)


def _plain(key: str) -> str:
    """A key as the table of commands has it: a full-width character is the twin of a plain one."""
    if len(key) == 1 and "！" <= key <= "～":
        return chr(ord(key) - FULL_WIDTH)
    return " " if key in ("space", "\u3000") else key


def _is_key(key: str) -> bool:
    return (len(key) == 1 and key.isprintable()) or _NAMED.fullmatch(key) is not None


def _shown(key: str) -> str:
    """A key as help and foot show it: ctrl+p as Ctrl+P, a character as it is."""
    if key == " ":
        return "Space"
    return key if len(key) == 1 else "+".join(part.capitalize() for part in key.split("+"))
