"""What the reader may set in `settings.toml` in its config folder: names, defaults, what is allowed.

May import nothing of the project. A file that is not there costs nothing; what is wrong in one is told and not fatal,
and the rest counts.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from pathlib import Path
from typing import NamedTuple


class Settings(NamedTuple):
    """All settings. `measure` is in cells, the spacings in blank lines."""

    language: str = ""
    theme: str = "dark"
    measure: int = 80
    line_spacing: int = 0
    paragraph_spacing: int = 1


class Wrong(NamedTuple):
    """What is wrong in the file: `broken`, `unknown` or `value`, and the detail (line, or name and value)."""

    code: str
    detail: str


MEASURES = range(20, 201)
"""The narrowest and widest measure in cells."""
ALLOWED: Mapping[str, Container[object]] = {
    "language": ("", "zh", "en"),
    "theme": ("dark", "light", "terminal"),
    "measure": MEASURES,
    "line_spacing": range(3),
    "paragraph_spacing": range(4),
}
"""What each setting may be."""


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
    except ValueError as error:  # of TOML, or of UTF-8
        return Settings(), [Wrong("broken", str(error))]
    wrong = [Wrong("unknown", name) for name in given if name not in ALLOWED]
    known = {name: value for name, value in given.items() if name in ALLOWED}
    good = {name: value for name, value in known.items() if _is_allowed(name, value)}
    wrong += [Wrong("value", f"{name} = {value!r}") for name, value in known.items() if name not in good]
    return Settings()._replace(**good), wrong


def as_toml(settings: Settings, comments: Mapping[str, str]) -> str:
    """Settings as the text of such a file, each with a comment above it."""
    lines = []
    for name, value in settings._asdict().items():
        shown = f'"{value}"' if isinstance(value, str) else str(value)
        lines += [f"# {line}" for line in comments[name].split("\n")] + [f"{name} = {shown}", ""]
    return "\n".join(lines)


def _is_allowed(name: str, value: object) -> bool:
    """Whether a setting may be this; true and false are no numbers here."""
    return isinstance(value, int | str) and not isinstance(value, bool) and value in ALLOWED[name]
