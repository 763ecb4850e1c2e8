"""The data files of this room: one entry a line, `#` begins a comment.

May import nothing of the project. They lie beside the code so that a reader of it can extend them.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def entries(name: str) -> tuple[str, ...]:
    """The entries of `data/NAME.txt`, in its order."""
    text = files("reader.readout").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    words = (word for line in text.splitlines() for word in line.partition("#")[0].split())
    return tuple(dict.fromkeys(words))
