"""Where things lie: the posts to open when none are named, and the folders that belong to the program.

May import `private`. The only thing ever written is the list of folders opened last, in the user's
state folder; the folders of posts are never written to.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from reader.library.private import write_private

NAME = "customs-reader"
PATH_VARIABLE = "CUSTOMS_READER_PATH"
"""The environment variable with the paths to open, parted as PATH is."""
_LAST = "last-opened"


def samples_path() -> Path:
    """The bundled samples: beside this package's rooms when installed from a wheel, else in the checkout."""
    package = Path(__file__).resolve().parent.parent
    bundled = package / "samples"
    return bundled if bundled.is_dir() else package.parent / "samples"


def directories() -> dict[str, Path]:
    """The folders that belong to the program: config, state, cache, samples. None of them need exist."""
    import platformdirs  # noqa: PLC0415 -- 5 ms that a start with a path need not pay

    return {
        "config": platformdirs.user_config_path(NAME, appauthor=False),
        "state": platformdirs.user_state_path(NAME, appauthor=False),
        "cache": platformdirs.user_cache_path(NAME, appauthor=False),
        "samples": samples_path(),
    }


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
    be written. Whoever asked removes them by `remove_folders`.
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
    named = [Path(part).expanduser() for part in environ.get(PATH_VARIABLE, "").split(os.pathsep) if part]
    return named or _remembered() or [samples_path()]


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
        content = (directories()["state"] / _LAST).read_bytes()
    except OSError:
        return []
    return [path for line in content.split(b"\n") if line and (path := Path(os.fsdecode(line))).exists()]
