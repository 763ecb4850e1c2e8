"""What there is to export when somebody asks: the post that is shown, the words selected in it, the list.

May import `library.model`, `export`, `locale` (for the type checker). No Textual. It is taken when the export is asked
for: while a file's name is typed, posts may change or go.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.export.data import Post
from reader.export.excerpt import Excerpt, export_excerpts
from reader.export.prose import export

if TYPE_CHECKING:
    from reader.library.index import Library
    from reader.library.model import Listing
    from reader.readout.model import Readout


class Material:
    """A post, its selected spans (paragraph, first and last character), and the rows of a list."""

    def __init__(self, library: Library, rows: Listing) -> None:
        self.rows = rows
        self.name = ""
        self.spans: Sequence[tuple[int, int, int]] = ()
        self.skipped = 0
        """How many posts of the list could not be read any more."""
        self._library = library
        self._post: Post | None = None

    def take_post(self, key: int, readout: Readout, spans: Sequence[tuple[int, int, int]]) -> None:
        """Takes the post that is shown, unless it has gone from the index meanwhile."""
        try:
            row = self._library.row(key)
        except KeyError:
            return
        self._post = Post(row.id, row.path, readout)
        self.name = "-".join(filter(None, [row.day.isoformat() if row.day else "", row.id.replace("/", "-")]))
        self.spans = spans

    @property
    def has_post(self) -> bool:
        """Whether there is a post."""
        return self._post is not None

    def pieces(self, what: str, form: str) -> Iterator[str]:
        """The text of a file, in pieces; `what` is `list`, `post` or `selection`, `form` one of the export's."""
        if what == "list":
            return export(self._listed(), form)
        assert self._post is not None
        if what == "post":
            return export([self._post], form)
        excerpts = [Excerpt(*span) for span in self.spans]
        return iter([export_excerpts(self._post, excerpts, form)])

    def _listed(self) -> Iterator[Post]:
        for row in self.rows:
            try:
                readout = self._library.readout(row.key)
            except KeyError:  # it has gone since the list was made, or the index cannot be read now
                self.skipped += 1
            else:
                yield Post(row.id, row.path, readout)
