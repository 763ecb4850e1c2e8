"""What marks are kept, as a plain dict: what was done with posts, by their bytes, or by publication and title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import NamedTuple

from reader.library.marks.mark import Mark, PassageNote


class Name(NamedTuple):
    """What a post's marks go by: its bytes, and its publication and title, None where another post has the same."""

    data: bytes
    alias: str | None


class Kept:
    """All marks."""

    def __init__(self) -> None:
        self._marks: dict[bytes, Mark] = {}
        self._aliases: dict[str, bytes] = {}

    def of(self, post: Name) -> Mark:
        """What was done with a post."""
        return self._marks.get(self._find(post), Mark())

    def keep(self, post: Name, change: Callable[[Mark], Mark]) -> None:
        """Changes what is kept of a post. It goes by these bytes from then on; its alias is that of the first time."""
        found = self._find(post)
        if found not in self._marks and post.alias is not None:
            self._aliases[post.alias] = post.data
        for alias, data in self._aliases.items():
            if data == found:
                self._aliases[alias] = post.data
        self._marks[post.data] = change(self._marks.pop(found, Mark()))

    def _find(self, post: Name) -> bytes:
        if post.data in self._marks or post.alias is None:
            return post.data
        return self._aliases.get(post.alias, post.data)


def names(posts: Mapping[str, tuple[bytes, str]]) -> dict[str, Name]:
    """What the marks of each post go by; `posts` are bytes and publication with title, by path."""
    times = Counter(alias for _, alias in posts.values())
    return {path: Name(data, alias if times[alias] == 1 else None) for path, (data, alias) in posts.items()}


def with_passage(mark: Mark, passage: PassageNote, former: PassageNote | None) -> Mark:
    """The marks with a note on a passage, which takes the place of one on the same passage and of a former one."""
    replaced = {passage[:4], (former or passage)[:4]}
    kept = [one for one in mark.passages if one[:4] not in replaced]
    return mark._replace(passages=tuple(sorted([*kept, passage] if passage.note else kept)))
