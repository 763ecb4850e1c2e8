"""Marks that no version of the program wrote: rows of every type, tables and columns that are missing, any schema."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from hypothesis import strategies as st

from reader.library.marks.changes import SetNote, SetPassage
from reader.library.marks.keeper import MarkKeeper
from reader.library.marks.mark import Identity, Mark, PassageNote
from reader.library.marks.rows import SOUND
from reader.library.model import NoticeCode
from tests.fuzz.running import Result, Turn, examples

BATCH = 50
POSTS = [Identity(bytes([number]) * 16, bytes([number]) * 8) for number in range(6)]
PASSAGE = PassageNote(0, 1, 3, "口岸", "第一次提到")
KEPT = {
    0: Mark(read=True, starred=True, note="要点", place=(1, 2), passages=(PASSAGE,)),
    1: Mark(note="🙂\n'\""),
    2: Mark(read=True),
}
"""The marks that the program wrote; what others write does not touch their rows."""
FILTERS = [("口岸", "口岸 农产品")]
_FIELDS = {"paragraph": "place", "character": "place"}
_MEMORY = "/dev/shm"
"""Where a write need not wait for a disk."""
_TOLD = {
    NoticeCode.MARKS_ODD,
    NoticeCode.MARKS_ASIDE,
    NoticeCode.MARKS_FOREIGN,
    NoticeCode.MARKS_LATER,
    NoticeCode.NOTE_JOINED,
}


class Foreign(NamedTuple):
    """What others do to the file: SQL statements with their parameters, and the schema that is named then, if another.

    `lost` are the (table, column) that are gone, the column empty for all of them.
    """

    statements: Sequence[tuple[str, Sequence[object]]]
    schema: int | None
    lost: frozenset[tuple[str, str]]


def values() -> st.SearchStrategy[object]:
    """What SQLite can hold."""
    return (
        st.none()
        | st.integers(-(2**63), 2**63 - 1)
        | st.integers(-1, 2)
        | st.floats()
        | st.binary(max_size=20)
        | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
        | st.sampled_from(("", "[]", "[[1]]", '[[0, 1, 2, "a", "b"]]', '[[0, 1, 2, "a", "\\ud800"]]', "9" * 6000))
    )


@st.composite
def rows(draw: st.DrawFn) -> tuple[str, Sequence[object]]:
    """A row in one of the tables; most marks are of a post that the program may ask for."""
    table = draw(st.sampled_from(sorted(SOUND)))
    row = [draw(values()) for _ in SOUND[table]]
    if table == "mark":
        row[0] = draw(st.sampled_from([post.digest for post in POSTS[3:]]) | values())
        row[1] = draw(st.sampled_from([post.alias for post in POSTS[3:]]) | values())
    elif draw(st.booleans()):
        row[0] = draw(st.sampled_from(("widened", "口岸 ", "")))
    return f"INSERT INTO {table} ({', '.join(SOUND[table])}) VALUES ({', '.join('?' * len(row))})", row


@st.composite
def foreign(draw: st.DrawFn) -> Foreign:
    """Rows, then maybe a table or a column that goes, then maybe another schema."""
    statements = draw(st.lists(rows(), max_size=6))
    lost = set[tuple[str, str]]()
    table = draw(st.sampled_from(sorted(SOUND)))
    column = draw(st.sampled_from(list(SOUND[table])[1:]))
    match draw(st.integers(0, 12)):
        case 0:
            statements.append((f"DROP TABLE {table}", ()))
            lost.add((table, ""))
        case 1:
            statements.append(("DROP INDEX mark_by_alias", ()))
            statements.append((f"ALTER TABLE {table} RENAME COLUMN {column} TO other", ()))
            lost.add((table, column))
        case 2:
            statements.append((f"ALTER TABLE {table} RENAME TO other", ()))
            statements.append((f"CREATE VIEW {table} AS SELECT * FROM other", ()))
        case 3:
            statements.append((f"ALTER TABLE {table} RENAME TO other", ()))
            statements.append((f"CREATE TABLE {table} AS SELECT * FROM other", ()))
        case 4:
            statements.append((f"ALTER TABLE {table} ADD COLUMN other NOT NULL DEFAULT 7", ()))
    schema = draw(st.none() | st.integers(-2, 4) | st.integers(-(2**31), 2**31 - 1))
    return Foreign(statements, schema, frozenset(lost))


def run(seconds: float, seed: int) -> Result:
    """Opens such files until the time is over."""
    return examples(Turn("rows", seconds, seed), foreign(), check, BATCH)


def check(given: Foreign) -> None:
    """Nothing is raised, nothing but what is known is told, and what the program wrote lives."""
    home = Path(tempfile.mkdtemp(prefix="rows-", dir=_MEMORY if Path(_MEMORY).is_dir() else None))
    try:
        file = home / "marks.sqlite3"
        _with_keeper(file, _write)
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            for statement, parameters in given.statements:
                with suppress(sqlite3.IntegrityError):
                    connection.execute(statement, tuple(parameters))
            if given.schema is not None:
                connection.execute(f"PRAGMA user_version = {given.schema}")
        is_foreign = given.schema is not None and not 0 <= given.schema <= 2
        _with_keeper(file, lambda keeper: _look(keeper, given, is_foreign=is_foreign))
        _with_keeper(file, lambda keeper: _look_again(keeper, given, is_foreign=is_foreign))
    finally:
        shutil.rmtree(home)


def _with_keeper(file: Path, action: Callable[[MarkKeeper], None]) -> None:
    with closing(MarkKeeper(file, "posts", POSTS.__getitem__)) as keeper:
        action(keeper)


def _write(keeper: MarkKeeper) -> None:
    for number, mark in KEPT.items():
        keeper.set_read(number, mark.read)
        keeper.set_starred(number, mark.starred)
        keeper.keep(SetNote(POSTS[number], mark.note))
        keeper.set_place(number, mark.place)
        for passage in mark.passages:
            keeper.keep(SetPassage(POSTS[number], passage))
    for name, query in FILTERS:
        keeper.save_filter(name, query)


def _look(keeper: MarkKeeper, given: Foreign, *, is_foreign: bool) -> None:
    """Asks and writes everything, as the screen does: before and after the marks were looked through."""
    for _ in range(2):
        for number in range(len(POSTS)):
            _is_shown(keeper.of(number))
        assert all(isinstance(text, str) for pair in keeper.saved_filters() for text in pair)
        assert isinstance(keeper.preference("widened") + keeper.last_query(), str)
        keeper.settle()
    assert bool(keeper.unkept) == is_foreign
    if not is_foreign:
        _all_live(keeper, given)
    assert {notice.code for notice in keeper.notices} <= _TOLD
    for number in range(3, len(POSTS)):
        keeper.keep(SetNote(POSTS[number], "又一条"))
        keeper.keep(SetPassage(POSTS[number], PASSAGE))
        keeper.set_starred(number, True)
    keeper.prefer("widened", "4")
    keeper.keep_query("口岸")


def _look_again(keeper: MarkKeeper, given: Foreign, *, is_foreign: bool) -> None:
    """At the next start all is sound: nothing is told, and what was written since is there."""
    keeper.settle()
    if is_foreign:
        assert {notice.code for notice in keeper.notices} == {NoticeCode.MARKS_FOREIGN}
        return
    assert keeper.notices == []
    _all_live(keeper, given)
    for number in range(3, len(POSTS)):
        mark = keeper.of(number)
        assert (mark.note, mark.starred) == ("又一条", True)
        assert PASSAGE in mark.passages
    assert (keeper.preference("widened"), keeper.last_query()) == ("4", "口岸")


def _is_shown(mark: Mark) -> None:
    """What comes out can be painted."""
    assert isinstance(mark.note, str)
    for passage in mark.passages:
        assert isinstance(passage.note + passage.words, str)
        (passage.note + passage.words).encode()


def _all_live(keeper: MarkKeeper, given: Foreign) -> None:
    gone = {column for table, column in given.lost if table == "mark"}
    for number, mark in KEPT.items():
        wanted = Mark() if "" in gone else mark
        for column in gone - {"", "alias"}:
            field = _FIELDS.get(column, column)
            wanted = wanted._replace(**{field: getattr(Mark(), field)})
        assert keeper.of(number) == wanted, number
    if not any(table == "saved_filter" for table, _ in given.lost):
        assert set(FILTERS) <= set(keeper.saved_filters())
