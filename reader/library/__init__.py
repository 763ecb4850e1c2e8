"""A folder of posts -> rows, answers, officials, problems. Nothing above this room knows where readouts come from.

May import `query`, `readout`, `text`. Rooms inside: `model` (the interface), `scan` (which posts there are),
`reading` (one file to one record; brings in the parsers, so only when reading begins), `folder` (the library that
keeps all in memory), `places` (which paths to open, where the program's own folders are).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reader.library.folder import FolderLibrary
from reader.library.model import Answer, Appearance, Library, Official, Problem, Progress, Row
from reader.library.places import default_paths, directories, remember, samples_path

__all__ = [
    "Answer",
    "Appearance",
    "FolderLibrary",
    "Library",
    "Official",
    "Problem",
    "Progress",
    "Row",
    "default_paths",
    "directories",
    "open_library",
    "remember",
    "samples_path",
]


def open_library(paths: Iterable[Path]) -> FolderLibrary:
    """A library over folders and single files; nothing is looked at before its `scan` and `read`."""
    return FolderLibrary(paths)
