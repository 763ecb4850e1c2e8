"""Stars, notes, places and filters, while posts are edited, moved, removed and brought back: against a plain dict."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from reader.library.index import Library
from reader.library.marks.changes import SetNote, SetPassage
from reader.library.marks.mark import Identity, Mark, PassageNote
from reader.query import parse
from tests.fuzz.folder import FolderMachine
from tests.fuzz.model import Kept, Name, names, with_passage
from tests.fuzz.running import Result, Turn, steps

BATCH, STEPS = 10, 40
FILES = ("a.md", "b.md", "c.html", "sub/d.txt", "e.md")
TITLES = ("口岸的春天", "口岸的夏天", "口岸的秋天")
TEXTS = tuple(f"<p>{mark * 50}。</p>" for mark in "甲乙丙丁")
QUERIES = ("", "口岸", "is:starred", '"；DROP TABLE mark', "é\u3000”")
NOTES = ("", "要点", "两行\n又一行", "🙂'\"")
_POST = "---\ntitle: '{}'\ndate: 2022-03-15\n---\n\n{}\n"
WHO = st.booleans()
POST = st.integers(0, 9)


def run(seconds: float, seed: int) -> Result:
    """Marks until the time is over."""
    return steps(Turn("marks", seconds, seed), MarksMachine, BATCH, STEPS)


class MarksMachine(FolderMachine):
    """Two readers over one folder, one index and one file of marks."""

    def __init__(self) -> None:
        super().__init__()
        self._posts: dict[str, tuple[bytes, str]] = {}
        self._gone: list[tuple[bytes, str]] = []
        self._held: tuple[Identity, Name] | None = None
        self._kept = Kept()
        self._filters: dict[str, str] = {}
        self._words = {"query": "", "theme": ""}
        self._libraries = [self._opened(), self._opened()]

    def _update(self, second: bool) -> None:
        self._libraries[second].update(lambda progress: None)

    def _write(self, file: str, data: bytes, title: str) -> None:
        self._folder.write(file, data)
        self._posts[file] = data, title

    def _path(self, number: int) -> str:
        return sorted(self._posts)[number % len(self._posts)]

    def _key(self, second: bool, path: str) -> int:
        key = self._libraries[second].key_of(str(self._folder.path / path))
        assert key is not None, path
        return key

    def _keep(self, path: str, change: Callable[[Mark], Mark]) -> None:
        self._kept.keep(names(self._posts)[path], change)

    @initialize()
    def begin(self) -> None:
        """Two posts are there."""
        for file, title, text in zip(FILES, TITLES[:2], TEXTS, strict=False):
            self._write(file, _POST.format(title, text).encode(), title)
        self._update(False)

    @rule(file=st.sampled_from(FILES), title=st.sampled_from(TITLES), text=st.sampled_from(TEXTS), second=WHO)
    def write(self, file: str, title: str, text: str, second: bool) -> None:
        """A post comes, or has another text."""
        self._write(file, _POST.format(title, text).encode(), title)
        self._update(second)

    @precondition(lambda self: self._posts)
    @rule(number=POST, second=WHO)
    def edit(self, number: int, second: bool) -> None:
        """A post is edited."""
        path = self._path(number)
        data, title = self._posts[path]
        self._write(path, data + "<p>更正。</p>".encode(), title)
        self._update(second)

    @precondition(lambda self: self._posts)
    @rule(number=POST, file=st.sampled_from(FILES), second=WHO)
    def move(self, number: int, file: str, second: bool) -> None:
        """A post moves, maybe over another."""
        path = self._path(number)
        self._folder.rename(path, file)
        self._posts[file] = self._posts.pop(path)
        self._update(second)

    @precondition(lambda self: self._posts)
    @rule(number=POST, second=WHO)
    def remove(self, number: int, second: bool) -> None:
        """A post goes."""
        path = self._path(number)
        self._folder.remove(path)
        self._gone.append(self._posts.pop(path))
        self._update(second)

    @precondition(lambda self: self._gone)
    @rule(number=POST, file=st.sampled_from(FILES), second=WHO)
    def bring_back(self, number: int, file: str, second: bool) -> None:
        """A post that went is there again, under this name or another."""
        self._write(file, *self._gone[number % len(self._gone)])
        self._update(second)

    @precondition(lambda self: self._posts)
    @rule(number=POST, second=WHO, starred=st.booleans())
    def star(self, number: int, second: bool, starred: bool) -> None:
        """A star is given or taken."""
        path = self._path(number)
        self._libraries[second].marks.set_starred(self._key(second, path), starred)
        self._keep(path, lambda mark: mark._replace(starred=starred))

    @precondition(lambda self: self._posts)
    @rule(number=POST, second=WHO, read=st.booleans())
    def read(self, number: int, second: bool, read: bool) -> None:
        """A post is read, or not any more."""
        path = self._path(number)
        self._libraries[second].marks.set_read(self._key(second, path), read)
        self._keep(path, lambda mark: mark._replace(read=read))

    @precondition(lambda self: self._posts)
    @rule(number=POST, second=WHO, place=st.none() | st.tuples(st.integers(0, 3), st.integers(0, 99)))
    def stop(self, number: int, second: bool, place: tuple[int, int] | None) -> None:
        """The reading stops somewhere."""
        path = self._path(number)
        self._libraries[second].marks.set_place(self._key(second, path), place)
        self._keep(path, lambda mark: mark._replace(place=place))

    @precondition(lambda self: self._posts)
    @rule(number=POST, second=WHO)
    def begin_note(self, number: int, second: bool) -> None:
        """A note is begun; its post may change, or go, before it is kept."""
        path = self._path(number)
        self._held = self._libraries[second].identity(self._key(second, path)), names(self._posts)[path]

    @precondition(lambda self: self._held)
    @rule(second=WHO, note=st.sampled_from(NOTES))
    def note(self, second: bool, note: str) -> None:
        """The note is kept."""
        assert self._held is not None
        self._libraries[second].marks.keep(SetNote(self._held[0], note))
        self._kept.keep(self._held[1], lambda mark: mark._replace(note=note))

    @precondition(lambda self: self._held)
    @rule(second=WHO, start=st.integers(0, 2), note=st.sampled_from(NOTES), former=st.none() | st.integers(0, 2))
    def note_passage(self, second: bool, start: int, note: str, former: int | None) -> None:
        """A note on a passage is kept, maybe in the place of another."""
        assert self._held is not None
        identity, name = self._held
        passage = PassageNote(0, start, start + 2, "甲甲", note)
        kept = self._kept.of(name).passages
        replaced = kept[former % len(kept)] if former is not None and kept else None
        self._libraries[second].marks.keep(SetPassage(identity, passage, replaced))
        self._kept.keep(name, lambda mark: with_passage(mark, passage, replaced))

    @rule(second=WHO, name=st.sampled_from(("口岸", "a", "A", "")), query=st.sampled_from(QUERIES))
    def save_filter(self, second: bool, name: str, query: str) -> None:
        """A filter gets a name, or its name is forgotten."""
        self._libraries[second].marks.save_filter(name, query)
        self._filters.pop(name, None)
        if query:
            self._filters[name] = query

    @rule(second=WHO, query=st.sampled_from(QUERIES))
    def choose(self, second: bool, query: str) -> None:
        """Something is looked for, and something is chosen by a key."""
        self._libraries[second].marks.keep_query(query)
        self._libraries[not second].marks.prefer("theme", query)
        self._words = {"query": query, "theme": query}

    @rule(second=WHO)
    def reopen(self, second: bool) -> None:
        """One of the readers is closed and opened."""
        self._libraries[second].close()
        self._libraries[second] = self._opened()

    @rule()
    def lose_index(self) -> None:
        """Both readers are closed, and the index is thrown away."""
        for library in self._libraries:
            library.close()
        for file in self._folder.home.glob("index.*"):
            file.unlink()
        self._libraries = [self._opened(), self._opened()]
        self._update(False)

    @invariant()
    def all_is_as_it_was_kept(self) -> None:
        """Both readers show every mark."""
        wanted = {path: self._kept.of(name) for path, name in names(self._posts).items()}
        for second, library in enumerate(self._libraries):
            assert {path: library.marks.of(self._key(bool(second), path)) for path in wanted} == wanted
            _check_rows(library, wanted)
            assert library.marks.saved_filters() == sorted(self._filters.items())
            assert library.marks.last_query() == self._words["query"]
            assert library.marks.preference("theme") == self._words["theme"]
            assert library.notices() == []

    def teardown(self) -> None:
        """Leaves nothing."""
        with self._ending:
            for library in self._libraries:
                library.close()


def _check_rows(library: Library, wanted: dict[str, Mark]) -> None:
    rows = {row.path: row for row in library.search(parse(""), all_posts=True).rows}
    for path, row in rows.items():
        assert (row.starred, row.read) == (wanted[path].starred, wanted[path].read), path
    for query, holds in _STATES.items():
        found = [row.path for row in library.search(parse(query), all_posts=True).rows]
        assert found == [path for path in rows if holds(wanted[path])], query


_STATES: dict[str, Callable[[Mark], bool]] = {
    "is:starred": lambda mark: mark.starred,
    "is:read": lambda mark: mark.read,
    "is:unread": lambda mark: not mark.read,
    "has:note": lambda mark: bool(mark.note or mark.passages),
}
