"""What the reader may set in `settings.toml` in its config folder: names, defaults, what is allowed.

May import nothing of the project. A file that is not there costs nothing; what is wrong in one is told and not fatal,
and the rest counts.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple


class Settings(NamedTuple):
    """All settings. `measure` is in cells, the spacings in blank lines, `keys` those of commands by their names."""

    language: str = ""
    theme: str = "dark"
    marks: str = "auto"
    measure: int = 80
    line_spacing: int = 0
    paragraph_spacing: int = 1
    keys: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Wrong(NamedTuple):
    """What is wrong in the file: `broken`, `unknown` or `value`, and the detail (line, or name and value)."""

    code: str
    detail: str


MEASURES = range(20, 201)
"""The narrowest and widest measure in cells."""
ALLOWED: Mapping[str, Container[object]] = {
    "language": ("", "zh", "en"),
    "theme": ("dark", "light", "terminal"),
    "marks": ("auto", "narrow", "wide"),
    "measure": MEASURES,
    "line_spacing": range(3),
    "paragraph_spacing": range(4),
}
"""What each setting may be, but for `keys`."""


def load(file: Path) -> tuple[Settings, list[Wrong]]:
    """The settings of a file, defaults for what it does not set, and what is wrong in it. Raises nothing."""
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return Settings(), []
    except OSError as error:
        return Settings(), [Wrong("broken", error.strerror or str(error))]
    import tomllib  # noqa: PLC0415 -- only where there is a file

    try:
        given = tomllib.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:  # of TOML, of UTF-8, of a thousand brackets
        return Settings(), [Wrong("broken", str(error))]
    keys, wrong = _keys(given.pop("keys", {}))
    wrong += [Wrong("unknown", name) for name in given if name not in ALLOWED]
    known = {name: value for name, value in given.items() if name in ALLOWED}
    good = {name: value for name, value in known.items() if _is_allowed(name, value)}
    wrong += [Wrong("value", f"{name} = {value!r}") for name, value in known.items() if name not in good]
    return Settings(keys=keys)._replace(**good), wrong


def _keys(given: object) -> tuple[dict[str, tuple[str, ...]], list[Wrong]]:
    """The table of keys: a key or a list of keys for each name; which commands and keys there are is not known here."""
    if not isinstance(given, dict):
        return {}, [Wrong("value", f"keys = {given!r}")]
    lists = {name: [value] if isinstance(value, str) else value for name, value in given.items()}
    good = {
        name: tuple(value)
        for name, value in lists.items()
        if isinstance(value, list) and all(isinstance(key, str) for key in value)
    }
    return good, [Wrong("value", f"{name} = {given[name]!r}") for name in given if name not in good]


def as_toml(settings: Settings, comments: Mapping[str, str]) -> str:
    """Settings, but for the keys, as the text of such a file, each with a comment above it."""
    lines = []
    for name in ALLOWED:
        value = getattr(settings, name)
        shown = f'"{value}"' if isinstance(value, str) else str(value)
        lines += [f"# {line}" for line in comments[name].split("\n")] + [f"{name} = {shown}", ""]
    return "\n".join(lines)


def _is_allowed(name: str, value: object) -> bool:
    """Whether a setting may be this; true and false are no numbers here."""
    return isinstance(value, int | str) and not isinstance(value, bool) and value in ALLOWED[name]
