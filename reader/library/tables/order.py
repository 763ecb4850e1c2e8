"""The place of a post: one number that sorts the list, newest first, and is the key of the full-text search.

May import the standard library only. A place holds, from its highest bits: the part (meetings, other posts, further
versions of a meeting), the day counted backwards (posts without a day last), and a slot within the day. Because places
ascend from the newest on, the first fifty that match are found without looking at the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import IntEnum
from itertools import pairwise

SLOT_BITS = 38
DAY_BITS = 22
STRIDE = 1 << 20
"""The room left between neighbours within a day, so that a post that comes later finds a slot of its own."""
PLACE = "SELECT place FROM post WHERE key = ?"
"""Gives the place of a post, by its key."""
_SLOTS = 1 << SLOT_BITS
_UNDATED = (1 << DAY_BITS) - 1
_LAST_DAY = date.max.toordinal()


class Section(IntEnum):
    """The parts of the list: only meetings are shown at first; versions are behind the post that is listed."""

    MEETING = 0
    ARTICLE = 1
    VERSION = 2


def group_of(part: Section, day: int | None) -> int:
    """The first place of the posts of one part and day (a proleptic ordinal, None for posts without one)."""
    backwards = _UNDATED if day is None else _LAST_DAY - day
    return (part << DAY_BITS | backwards) << SLOT_BITS


def end_of(group: int) -> int:
    """The place after the last of a group."""
    return group + _SLOTS


def group_at(place: int) -> int:
    """The group that holds a place."""
    return place >> SLOT_BITS << SLOT_BITS


def backwards_of(place: int) -> int:
    """A number that grows as the day of the post at a place lies further back."""
    return place >> SLOT_BITS & _UNDATED


def day_at(place: int) -> date | None:
    """The day of the post at a place."""
    backwards = backwards_of(place)
    return None if backwards == _UNDATED else date.fromordinal(_LAST_DAY - backwards)


def range_of(part: Section, first: date | None = None, last: date | None = None) -> tuple[int, int]:
    """The places [low, high) of a part whose days lie from `first` to `last`; an open range holds undated posts too."""
    low = group_of(part, last.toordinal()) if last else part << (DAY_BITS + SLOT_BITS)
    if first:
        return low, end_of(group_of(part, first.toordinal()))
    if last:
        return low, group_of(part, None)
    return low, (part + 1) << (DAY_BITS + SLOT_BITS)


def across_parts(place: int) -> tuple[int, int]:
    """Sorts places of several parts: by day, the meetings of a day first."""
    return backwards_of(place), place


def slots(group: int, taken: Sequence[int | None]) -> list[int] | None:
    """Places in ascending order for the posts of a group: those that are taken stay, None stands for one to be found.

    None where some gap is too narrow, or those taken are not in order (a renamed file sorts elsewhere): then the whole
    group is spread anew by `spread`.
    """
    if any(one >= other for one, other in pairwise(place for place in taken if place is not None)):
        return None
    places: list[int] = []
    index = 0
    while index < len(taken):
        here = taken[index]
        if here is not None:
            places.append(here)
            index += 1
            continue
        end = index
        while end < len(taken) and taken[end] is None:
            end += 1
        before = places[-1] if places else None
        after = taken[end] if end < len(taken) else None
        found = _between(group, before, after, end - index)
        if found is None:
            return None
        places += found
        index = end
    return places


def spread(group: int, count: int) -> list[int]:
    """Places for all posts of a group, evenly around its middle. Raises ValueError for more than it holds."""
    stride = min(STRIDE, _SLOTS // (count + 1))
    if not stride:
        raise ValueError("more posts on one day than there are places")
    first = group + (_SLOTS - stride * count) // 2
    return [first + stride * number for number in range(count)]


def _between(group: int, before: int | None, after: int | None, count: int) -> list[int] | None:
    if before is None and after is None:
        return spread(group, count)
    if after is None:
        assert before is not None
        after = min(end_of(group), before + STRIDE * (count + 1))
    elif before is None:
        before = max(group - 1, after - STRIDE * (count + 1))
    step = (after - before) // (count + 1)
    return [before + step * (number + 1) for number in range(count)] if step else None
