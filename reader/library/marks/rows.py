"""The rows of the marks' tables: which are sound, which are odd and put aside, which can be read of a damaged file.

May import `mark` and `sqlite`. Odd is what no version of the program wrote. An odd row is kept as it is, in a table of
its own beside the others (`odd_mark`), and what is sound of it goes on counting.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

from reader.library.marks.mark import as_json, passages_of
from reader.library.sqlite import is_damage, transaction

_PLACE = "typeof({0}) = 'integer' AND {0} BETWEEN 0 AND 2147483647"
_PLACES = f"(paragraph IS NULL AND character IS NULL) OR ({_PLACE} AND {_PLACE})".format("paragraph", "character")
_TEXT = "typeof({}) = 'text'"
LONGEST = 1000
"""Most characters of what is chosen by a key."""
SOUND: Mapping[str, Mapping[str, str]] = {
    "mark": {
        "digest": "typeof(digest) = 'blob'",
        "alias": "typeof(alias) IN ('blob', 'null')",
        "read": "typeof(read) = 'integer' AND read IN (0, 1)",
        "starred": "typeof(starred) = 'integer' AND starred IN (0, 1)",
        "note": _TEXT.format("note"),
        "paragraph": _PLACES,
        "character": _PLACES,
        "passages": _TEXT.format("passages"),
    },
    "last_query": {name: _TEXT.format(name) for name in ("collection", "query")},
    "saved_filter": {"name": _TEXT.format("name"), "query": "typeof(query) = 'text' AND query != ''"},
    "preference": {"name": _TEXT.format("name"), "value": f"typeof(value) = 'text' AND length(value) <= {LONGEST}"},
}
"""The tables and their columns, the key first, each with what a sound value fulfils."""
MOST_UNREADABLE = 20_000
"""Rows of a damaged table that are passed over one by one; some dozens share a page."""
_NONE = {"alias": "NULL", "read": "0", "starred": "0", "note": "''", "paragraph": "NULL", "character": "NULL"}
"""What stands in a row of `mark` in the place of what is odd."""

StoredRow = dict[str, Any]


def have_our_shape(connection: sqlite3.Connection) -> bool:
    """Whether every table and column is there, and a row of ours can be written. May raise sqlite3.Error."""
    kinds = dict(connection.execute("SELECT name, type FROM sqlite_master").fetchall())
    return all(kinds.get(table) == "table" and _fits(connection, table) for table in SOUND)


def _fits(connection: sqlite3.Connection, table: str) -> bool:
    known = {name: rest for _, name, *rest in connection.execute(f"PRAGMA table_info({table})")}
    keys = [name for name, (_, _, _, key) in known.items() if key]
    needed = [name for name, (_, not_null, default, _) in known.items() if not_null and default is None]
    if not known.keys() >= SOUND[table].keys() or keys != [next(iter(SOUND[table]))]:
        return False
    connection.execute(f"SELECT rowid FROM {table} LIMIT 1")
    return set(needed) <= SOUND[table].keys()


def set_odd_aside(connection: sqlite3.Connection) -> int:
    """Puts odd rows aside; answers with how many. May raise sqlite3.Error."""
    found = {table: list(_odd(connection, table)) for table in SOUND}
    if any(found.values()):
        with transaction(connection):
            for table, rows in found.items():
                for row in rows:
                    put_aside(connection, table, row)
                    _mend(connection, table, row)
    return sum(map(len, found.values()))


def put_aside(connection: sqlite3.Connection, table: str, row: int) -> None:
    """Keeps a row as it is beside the others; it stays where it was, too."""
    columns = ", ".join(SOUND[table])
    connection.execute(f"CREATE TABLE IF NOT EXISTS odd_{table} ({columns})")
    connection.execute(f"INSERT INTO odd_{table} SELECT {columns} FROM {table} WHERE rowid = ?", (row,))


def _odd(connection: sqlite3.Connection, table: str) -> Iterator[int]:
    sound = " AND ".join(f"({condition}) IS TRUE" for condition in SOUND[table].values())
    passages = ", passages" if table == "mark" else ""
    also = " OR passages != ''" if passages else ""
    statement = f"SELECT rowid, {sound}{passages} FROM {table} WHERE NOT ({sound}){also}"
    for row, is_sound, *kept in connection.execute(statement):
        if not is_sound or (kept and not passages_of(kept[0])[1]):
            yield row


def _mend(connection: sqlite3.Connection, table: str, row: int) -> None:
    """Leaves of an odd row what is sound; nothing where that has no key."""
    condition = SOUND["mark"]["digest"]
    if table != "mark" or not connection.execute(f"SELECT {condition} FROM mark WHERE rowid = ?", (row,)).fetchone()[0]:
        connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))
        return
    (kept,) = connection.execute("SELECT passages FROM mark WHERE rowid = ?", (row,)).fetchone()
    sound = ", ".join(f"{name} = iif({SOUND['mark'][name]}, {name}, {none})" for name, none in _NONE.items())
    connection.execute(f"UPDATE mark SET {sound}, passages = ? WHERE rowid = ?", (as_json(passages_of(kept)[0]), row))


def readable(connection: sqlite3.Connection) -> dict[str, list[StoredRow]]:
    """Every row that can be read, by its table: what is known of its columns, and not NULL."""
    found: dict[str, list[StoredRow]] = {}
    for table, columns in SOUND.items():
        try:
            known = {name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")}
        except sqlite3.Error:
            known = set()
        wanted = [name for name in columns if name in known]
        rows = _row_by_row(connection, table, wanted) if next(iter(columns)) in known else []
        named = [zip(wanted, row, strict=True) for row in rows]
        found[table] = [{name: value for name, value in row if value is not None} for row in named]
    return found


def _row_by_row(connection: sqlite3.Connection, table: str, columns: list[str]) -> list[tuple[Any, ...]]:
    """The rows of a table; where some cannot be read, those beyond them too."""
    names = ", ".join(columns)
    with suppress(sqlite3.Error):
        return connection.execute(f"SELECT {names} FROM {table}").fetchall()
    found, at = [], 0
    statement = f"SELECT rowid, {names} FROM {table} WHERE rowid > ? ORDER BY rowid"
    for _ in range(MOST_UNREADABLE):
        try:
            for row in connection.execute(statement, (at,)):
                found.append(row[1:])
                at = row[0]
            break
        except sqlite3.Error:
            at += 1
    return found


def lay_in(connection: sqlite3.Connection, rows: Mapping[str, list[StoredRow]]) -> None:
    """Writes rows of another file among others, but for those that do not fit; what is odd in them is put aside."""
    for table, some in rows.items():
        for row in filter(None, some):
            try:
                columns = ", ".join(row)
                marks = ", ".join("?" * len(row))
                connection.execute(f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({marks})", tuple(row.values()))
            except sqlite3.Error as error:
                if is_damage(error):
                    raise
    set_odd_aside(connection)
