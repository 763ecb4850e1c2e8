"""What the reader may set in `settings.toml` in its config folder: names, defaults, what is allowed.

May import `own_files`, `i18n`, `locale` and `text.reasons`. A file that is not there costs nothing; what is wrong in
one is told and not fatal, and the rest counts.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from reader.i18n import N_, _
from reader.locale import LANGUAGES
from reader.own_files import is_absent, read_small, reason_of
from reader.text.reasons import reason_text


class Settings(NamedTuple):
    """All settings. `measure` is in cells, the spacings in blank lines, `keys` those of commands by their names."""

    language: str = ""
    theme: str = "auto"
    marks: str = "auto"
    measure: int = 80
    line_spacing: int = 0
    paragraph_spacing: int = 1
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Wrong(NamedTuple):
    """What is wrong in the file: `broken`, `unknown` or `value`, and the detail (line or reason, or name and value)."""

    code: str
    detail: str

    @property
    def sentence(self) -> str:
        """What is wrong, and what is done instead."""
        return _(_SENTENCES[self.code]).format(detail=reason_text(self.detail))


COMMENTS: Mapping[str, str] = {
    "language": N_("language of the interface: {languages}, or empty for that of the system"),
    "theme": N_("colours: dark, light, terminal (the terminal's own), or auto (dark; terminal in 16 colours)"),
    "marks": N_("width of “ ” … — ·: auto (the terminal is asked), narrow (one cell) or wide (two)"),
    "measure": N_("the widest line of a text in cells (a Chinese character takes two), 20 to 200"),
    "line_spacing": N_("blank lines between two lines of a text, 0 to 2"),
    "paragraph_spacing": N_("blank lines between two paragraphs, 0 to 3"),
    "keys": N_(
        "keys of commands: a key or a list; characters, or names such as f4, ctrl+p, alt+left, "
        "space, pageup.\n"
        "The full-width twin of a character is a key too. Remove the # before a line to change it."
    ),
}
"""What each setting does, by its name; lines of a comment."""
_SENTENCES: Mapping[str, str] = {
    "broken": N_("settings.toml cannot be read ({detail}); the defaults are used"),
    "unknown": N_("settings.toml: there is no setting “{detail}”; customs-reader config lists them all"),
    "command": N_("settings.toml: no command is called “{detail}”; customs-reader config lists them all"),
    "key": N_("settings.toml: {detail} is no key that a command can have"),
    "key_twice": N_("settings.toml: a key is given to two commands, the first has it ({detail})"),
    "value": N_("settings.toml: {detail} is not allowed, the default is used; customs-reader config explains it"),
}
"""What is wrong, by the code."""

LARGEST = 65_536
"""Most bytes of the file; a whole one with every key has six thousand."""
_MOST_DOTS = 100
"""Most dots in a line: tomllib takes time with the square of the parts of a name."""
_LONGEST_DETAIL = 80
"""Characters of what is wrong that are shown."""
MEASURES = range(20, 201)
"""The narrowest and widest measure in cells."""
ALLOWED: Mapping[str, Container[object]] = {
    "language": ("", *LANGUAGES),
    "theme": ("auto", "dark", "light", "terminal"),
    "marks": ("auto", "narrow", "wide"),
    "measure": MEASURES,
    "line_spacing": range(3),
    "paragraph_spacing": range(4),
}
"""What each setting may be, but for `keys`."""


def load(file: Path) -> tuple[Settings, list[Wrong]]:
    """The settings of a file, defaults for what it does not set, and what is wrong in it. Raises nothing."""
    try:
        data = read_small(file, LARGEST)
    except OSError as error:
        return Settings(), [] if is_absent(file, error) else [Wrong("broken", reason_of(error))]
    if len(data) > LARGEST:
        return Settings(), [Wrong("broken", "EFBIG")]
    import tomllib  # noqa: PLC0415 -- only where there is a file

    try:
        text = data.decode("utf-8-sig")
        if endless := next((line for line in text.split("\n") if line.count(".") > _MOST_DOTS), ""):
            return Settings(), [Wrong("broken", _cut(endless))]
        given = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # of TOML, of UTF-8, of a thousand brackets
        return Settings(), [Wrong("broken", _cut(str(error)))]
    keys, wrong = _keys(given.pop("keys", {}))
    wrong += [Wrong("unknown", _cut(name)) for name in given if name not in ALLOWED]
    known = {name: value for name, value in given.items() if name in ALLOWED}
    good = {name: value for name, value in known.items() if _is_allowed(name, value)}
    wrong += [_bad_value(name, value) for name, value in known.items() if name not in good]
    return Settings(keys=keys)._replace(**good), wrong


def _keys(given: object) -> tuple[dict[str, tuple[str, ...]], list[Wrong]]:
    """The table of keys: a key or a list of keys for each name; which commands and keys there are is not known here."""
    if not isinstance(given, dict):
        return {}, [_bad_value("keys", given)]
    lists = {name: [value] if isinstance(value, str) else value for name, value in given.items()}
    good = {
        name: tuple(value)
        for name, value in lists.items()
        if isinstance(value, list) and all(isinstance(key, str) for key in value)
    }
    return good, [_bad_value(name, given[name]) for name in given if name not in good]


def _bad_value(name: str, value: object) -> Wrong:
    """A value that is not allowed, as far as it can be shown."""
    try:
        return Wrong("value", _cut(f"{name} = {value!r}"))
    except (ValueError, RecursionError):  # a number of six thousand digits, a table in a thousand others
        return Wrong("value", _cut(f"{name} = …"))


def _cut(detail: str) -> str:
    return detail if len(detail) <= _LONGEST_DETAIL else f"{detail[: _LONGEST_DETAIL - 1]}…"


def as_toml(settings: Settings) -> str:
    """Settings, but for the keys, as the text of such a file, each with a comment above it."""
    lines = []
    for name in ALLOWED:
        value = getattr(settings, name)
        shown = f'"{value}"' if isinstance(value, str) else str(value)
        comment = _(COMMENTS[name]).replace("{languages}", _(", ").join(LANGUAGES))
        lines += [f"# {line}" for line in comment.split("\n")] + [f"{name} = {shown}", ""]
    return "\n".join(lines)


def _is_allowed(name: str, value: object) -> bool:
    """Whether a setting may be this; true and false are no numbers here."""
    return isinstance(value, int | str) and not isinstance(value, bool) and value in ALLOWED[name]
