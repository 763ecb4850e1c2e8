"""Where things lie: the posts to open when none are named, and the folders that belong to the program.

May import `own_files` and `private`. The only thing ever written is the list of folders opened last, in the user's
state folder; the folders of posts are never written to.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from reader.library.private import write_private
from reader.own_files import read_small

NAME = "customs-reader"
PATH_VARIABLE = "CUSTOMS_READER_PATH"
"""The environment variable with the paths to open, parted as PATH is."""
_LAST = "last-opened"
_LONGEST_LAST = 1_048_576
"""Most bytes that are read of that list."""
_NO_HOME = Path(os.devnull, "no-home")
"""Where the folders of a person without a home are: nothing is found there and nothing can be made."""


def samples_path() -> Path:
    """The bundled samples: beside this package's rooms when installed from a wheel, else in the checkout."""
    package = Path(__file__).resolve().parent.parent
    bundled = package / "samples"
    return bundled if bundled.is_dir() else package.parent / "samples"


def directories() -> dict[str, Path]:
    """The folders that belong to the program: config, state, cache, samples. None of them need exist."""
    return {**{kind: _own_folder(kind) for kind in ("config", "state", "cache")}, "samples": samples_path()}


def _own_folder(kind: str) -> Path:
    """One of the three; never one that depends on where the program is started, which may be among the posts."""
    import platformdirs  # noqa: PLC0415 -- 5 ms that a start with a path need not pay

    try:
        folder = Path(getattr(platformdirs, f"user_{kind}_dir")(NAME, appauthor=False))
    except RuntimeError:  # neither $HOME nor the list of users names a home
        return _NO_HOME / kind
    return folder if folder.is_absolute() else _NO_HOME / kind


def typed_path(typed: str) -> Path:
    """A path as typed, its ~ replaced; one of a user who is not known stays as it is, and is not there."""
    return Path(os.path.expanduser(typed))  # noqa: PTH111 -- Path.expanduser raises for such a user


def index_file(paths: Sequence[Path]) -> Path:
    """Where the index of these folders and files is kept: one file a collection, however its paths are written."""
    names = "\n".join(sorted({os.path.abspath(path) for path in paths}))  # noqa: PTH100 -- resolve() would follow links
    plain = "".join(char if char.isalnum() else "-" for char in Path(names.split("\n")[0]).name)[:40]
    return directories()["cache"] / "index" / f"{plain or 'posts'}-{crc32(os.fsencode(names)):08x}.sqlite3"


def marks_file() -> Path:
    """Where stars, notes, read marks and positions are kept."""
    return directories()["state"] / "marks.sqlite3"


def drafts_folder() -> Path:
    """Where what is being written lies until it is a note."""
    return directories()["state"] / "drafts"


def settings_file() -> Path:
    """Where the reader's settings are, if there are any."""
    return directories()["config"] / "settings.toml"


def watch_file() -> Path:
    """Where the reader's list of phrases to watch is, if there is one."""
    return directories()["config"] / "watch.txt"


def spare_folders() -> list[Path]:
    """New folders, of this process and readable by nobody else, where temporary files are kept; none where nothing can
    be written. Who asked removes them by `remove_folders`.
    """
    import tempfile  # noqa: PLC0415 -- hardly ever

    found = []
    for place in (None, "/dev/shm"):
        with suppress(OSError):
            found.append(Path(tempfile.mkdtemp(prefix=f"{NAME}-", dir=place)))
    return found


def remove_folders(folders: Sequence[Path]) -> None:
    """Removes what `spare_folders` made."""
    import shutil  # noqa: PLC0415 -- hardly ever

    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def default_paths(environ: Mapping[str, str]) -> list[Path]:
    """What to open when no path is named: $CUSTOMS_READER_PATH, else what was opened last, else the samples.

    Paths in the variable are given as they stand, existing or not; of those opened last only those that still exist.
    """
    named = [typed_path(part) for part in environ.get(PATH_VARIABLE, "").split(os.pathsep) if part]
    return named or _remembered() or [samples_path()]


def is_there(path: Path) -> bool:
    """Whether there is something at a path, be it a link that leads nowhere; below a working folder that is gone there
    is nothing, not even `.`.
    """
    try:
        return os.path.lexists(path) and bool(os.path.abspath(path))  # noqa: PTH100 -- resolve() would follow links
    except OSError:
        return False


def remember(paths: Sequence[Path]) -> bool:
    """Keeps the paths for the next start without arguments. False where the state folder cannot be written.

    The file is replaced in one step and is readable by its owner only; a crash leaves the old or the new one.
    """
    absolute = [os.path.abspath(path) for path in paths]  # noqa: PTH100 -- resolve() would follow links
    lines = [os.fsencode(path) for path in absolute if "\n" not in path]
    try:
        write_private(directories()["state"] / _LAST, b"\n".join(lines) + b"\n")
    except OSError:
        return False
    return True


def _remembered() -> list[Path]:
    try:
        content = read_small(directories()["state"] / _LAST, _LONGEST_LAST)
    except OSError:
        return []
    return [Path(os.fsdecode(line)) for line in content.split(b"\n") if line and os.path.exists(line)]  # noqa: PTH110 -- Path.exists raises where a name is too long or a folder closed
