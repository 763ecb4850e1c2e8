"""Short ids of posts: the shortest beginning of the file name that no other post has, else a short hash.

May import `scan` for what a file is, and `text.safety`.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import zip_longest

from reader.library.posts.scan import PostFile
from reader.text.safety import clean

SHORTEST_ID = 3
LONGEST_ID = 8
"""Bounds of an id that is the beginning of a file name, in characters."""
HASH_ID = 6
"""Length of an id that is a hash, in hexadecimal digits, before it is lengthened on a clash."""
_MARKS_OF_IDS = frozenset("_-.")


def short_ids(files: Sequence[tuple[str, str]]) -> list[str]:
    """The ids of posts, each given by its relative path and its file, in their order; no two are equal."""
    stems = [_stem(path) for path, _ in files]
    beginnings = _unique_beginnings(stems)
    taken = {beginnings[stem] for stem in stems if beginnings[stem]}
    ids = []
    for (path, file), stem in zip(files, stems, strict=True):
        post_id = beginnings[stem] or _hash_id(path, file, taken)
        taken.add(post_id)
        ids.append(post_id)
    return ids


def find_named(name: str, files: Sequence[PostFile], ids: Sequence[str]) -> int | None:
    """Which of the posts a person means by an id, a relative path, a file or a file name; None if none, or several.

    A beginning of a file name does too where it is the only one of its kind.
    """
    absolute = _absolute(name)
    for means in (
        lambda number, _: ids[number] == name,
        lambda _, file: file.path == name,
        lambda _, file: _absolute(file.file) == absolute,
        lambda _, file: _file_name(file) == name,
        lambda _, file: len(name) >= SHORTEST_ID and _file_name(file).startswith(name),
    ):
        found = [number for number, file in enumerate(files) if means(number, file)]
        if len(found) == 1:
            return found[0]
    return None


def _absolute(name: str) -> str:
    try:
        return os.path.abspath(name)  # noqa: PTH100 -- resolve() would follow links
    except OSError:  # the folder that it would be in has gone
        return name


def _file_name(file: PostFile) -> str:
    return file.path.rpartition("/")[2]


def _stem(path: str) -> str:
    """The file's name without its suffix."""
    name = path.rpartition("/")[2]
    return name[: name.rfind(".")] if "." in name[1:] else name


def _unique_beginnings(stems: Sequence[str]) -> dict[str, str]:
    """The shortest beginning of each stem that no other stem has; empty where there is none fit for an id.

    In sorted order the stem that shares the longest beginning with another stands beside it.
    """
    ordered = sorted(stems)
    beginnings: dict[str, str] = {}
    shared = 0
    for stem, following in zip_longest(ordered, ordered[1:]):
        before, shared = shared, 0 if following is None else _shared(stem, following)
        length = max(before, shared) + 1
        fits = length <= min(len(stem), LONGEST_ID)
        beginning = stem[: max(length, SHORTEST_ID)] if fits else ""
        beginnings[stem] = beginning if _can_be_typed(beginning) else ""
    return beginnings


def _shared(one: str, other: str) -> int:
    """How many characters two names begin with in common, as far as it matters for an id."""
    pairs = zip(one[: LONGEST_ID + 1], other[: LONGEST_ID + 1], strict=False)
    return next((index for index, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other), LONGEST_ID + 1))


def _can_be_typed(beginning: str) -> bool:
    """Whether a beginning can stand on a command line as it is: letters, digits, Han, `_`, `-` and `.` within."""
    return (
        beginning[:1].isalnum()
        and all(char.isalnum() or char in _MARKS_OF_IDS for char in beginning)
        and clean(beginning) == beginning  # some letters are not seen
    )


def _hash_id(path: str, file: str, taken: set[str]) -> str:
    """A hash of the relative path, longer where another id begins like it; of the file where paths are equal."""
    import hashlib  # noqa: PLC0415 -- brings in OpenSSL, and most names need no hash

    for source in (path, file):
        digest = hashlib.sha1(os.fsencode(source), usedforsecurity=False).hexdigest()
        for length in range(HASH_ID, len(digest) + 1):
            if digest[:length] not in taken:
                return digest[:length]
    raise AssertionError("two files with one name of 160 bits")  # pragma: no cover
