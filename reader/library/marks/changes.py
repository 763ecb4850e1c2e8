"""What can be done with marks, as values: `write` does it, and they can wait in a file until it may.

May import `mark`, `rows`, the model. A change that was `begun` on what stood there then is written over that
only: where another reader has written something else meanwhile, both are kept, and a notice says so.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, NamedTuple

from reader.library.marks.mark import FIND, Identity, PassageNote, as_json, mark_of, passages_of
from reader.library.marks.rows import SOUND, StoredRow, lay_in, put_aside
from reader.library.model import Notice, NoticeCode
from reader.library.sqlite import value_of


class SetFlag(NamedTuple):
    """Whether a post was read, or has a star: `name` is `read` or `starred`."""

    post: Identity
    name: str
    value: bool


class SetPlace(NamedTuple):
    """Where the reading of a post stopped: body paragraph and character."""

    post: Identity
    place: tuple[int, int] | None


class SetNote(NamedTuple):
    """A note on a post; an empty one is none. `begun` is the note that it was made of; None is whatever there is."""

    post: Identity
    note: str
    begun: str | None = None


class SetPassage(NamedTuple):
    """A note on a passage, in the place of one on the same passage, and of a former one; an empty note is none.

    `begun` is as in `SetNote`.
    """

    post: Identity
    passage: PassageNote
    former: PassageNote | None = None
    begun: str | None = None


class KeepQuery(NamedTuple):
    """What was last looked for in a collection."""

    collection: str
    query: str


class SaveFilter(NamedTuple):
    """A name for a filter; for an empty one the name is forgotten. `begun` is what had the name, None whatever has."""

    name: str
    query: str
    begun: str | None = None


class Prefer(NamedTuple):
    """What was chosen by a key."""

    name: str
    value: str


Change = SetFlag | SetPlace | SetNote | SetPassage | KeepQuery | SaveFilter | Prefer
_KINDS: dict[str, Any] = {kind.__name__: kind for kind in Change.__args__}
LASTING = (SetFlag, SetNote, SetPassage, SaveFilter)
"""What the reader made, and is to outlast even a power failure."""


_FLAGS = {name: f"UPDATE mark SET {name} = ? WHERE rowid = ?" for name in ("read", "starred")}
_PLACE = "UPDATE mark SET paragraph = ?, character = ? WHERE rowid = ?"
_QUERY = "INSERT OR REPLACE INTO last_query (collection, query) VALUES (?, ?)"
_PREFERENCE = "INSERT OR REPLACE INTO preference (name, value) VALUES (?, ?)"


def write(connection: sqlite3.Connection, change: Change) -> list[Notice]:
    """Writes a change; answers with the notices that this gives. Raises sqlite3.Error."""
    match change:
        case SetFlag(post, name, value):
            connection.execute(_FLAGS[name], (bool(value), _row_of(connection, post)))
        case SetPlace(post, place):
            connection.execute(_PLACE, (*(place or (None, None)), _row_of(connection, post)))
        case KeepQuery():
            connection.execute(_QUERY, change)
        case Prefer():
            connection.execute(_PREFERENCE, change)
        case SetNote():
            return _write_note(connection, change)
        case SetPassage():
            return _write_passage(connection, change)
        case SaveFilter():
            return list(_write_filter(connection, change))
    return []


def _write_note(connection: sqlite3.Connection, change: SetNote) -> list[Notice]:
    row = _row_of(connection, change.post)
    current = value_of(connection, "SELECT note FROM mark WHERE rowid = ?", row)
    note, notices = _merged(current if isinstance(current, str) else "", change.begun, change.note)
    connection.execute("UPDATE mark SET note = ? WHERE rowid = ?", (note, row))
    return notices


def _write_passage(connection: sqlite3.Connection, change: SetPassage) -> list[Notice]:
    passage, row = change.passage, _row_of(connection, change.post)
    replaced = {passage[:4], (change.former or passage)[:4]}
    passages = passages_of(value_of(connection, "SELECT passages FROM mark WHERE rowid = ?", row))[0]
    current = "\n".join(dict.fromkeys(one.note for one in passages if one[:4] in replaced))
    note, notices = _merged(current, change.begun, passage.note)
    others = [one for one in passages if one[:4] not in replaced]
    now = as_json([*others, passage._replace(note=note)] if note else others)
    connection.execute("UPDATE mark SET passages = ? WHERE rowid = ?", (now, row))
    return notices


def _write_filter(connection: sqlite3.Connection, change: SaveFilter) -> Iterator[Notice]:
    """Writes a filter, under another name where its own has been given away meanwhile."""
    name, query, begun = change
    current = _filter_at(connection, name)
    if begun is not None and current not in (begun, query, ""):
        if not query:
            yield Notice(NoticeCode.FILTER_STAYS, name)
            return
        others = (f"{name} ({number})" for number in count(2))
        name = next(other for other in others if _filter_at(connection, other) in ("", query))
        yield Notice(NoticeCode.FILTER_RENAMED, name)
    if query:
        connection.execute("INSERT OR REPLACE INTO saved_filter (name, query) VALUES (?, ?)", (name, query))
    else:
        connection.execute("DELETE FROM saved_filter WHERE name = ?", (name,))


def _filter_at(connection: sqlite3.Connection, name: str) -> str:
    return str(value_of(connection, "SELECT query FROM saved_filter WHERE name = ?", name) or "")


def dump(changes: Sequence[Change]) -> bytes:
    """Changes as they wait in a file."""
    listed = [[type(change).__name__, *change] for change in changes]
    return json.dumps(listed, ensure_ascii=False, default=lambda data: {"hex": data.hex()}).encode()


def load(data: bytes) -> list[Change]:
    """The changes that wait in a file. Raises ValueError for what is none."""
    try:
        listed = json.loads(data, object_hook=lambda held: bytes.fromhex(held["hex"]))
        return [_revived(_KINDS[kind](*values)) for kind, *values in listed]
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError(str(error)) from error


def _revived(change: Any) -> Change:
    """One of the kinds, with tuples where JSON has lists."""
    shapes: dict[str, Callable[[Any], object]] = {
        "post": Identity._make,
        "passage": PassageNote._make,
        "former": PassageNote._make,
        "place": tuple,
    }
    given = {name: shape(value) for name, shape in shapes.items() if (value := getattr(change, name, None)) is not None}
    revived: Change = change._replace(**given)
    return revived


def merge(connection: sqlite3.Connection, rows: Mapping[str, Sequence[StoredRow]]) -> list[Notice]:
    """Writes rows of another file among those that are there: of two texts both are kept. Raises sqlite3.Error."""
    new: dict[str, list[StoredRow]] = {}
    known: dict[str, list[StoredRow]] = {}
    for table, some in rows.items():
        key = next(iter(SOUND[table]))
        there = {value for (value,) in connection.execute(f"SELECT {key} FROM {table}")}
        new[table] = [row for row in some if row.get(key) not in there]
        known[table] = [row for row in some if row.get(key) in there]
    lay_in(connection, new)
    return [notice for change in changes_of(known) for notice in write(connection, change)]


def changes_of(rows: Mapping[str, Sequence[StoredRow]]) -> Iterator[Change]:
    """Rows as what was done to make them, as far as they are sound."""
    for row in rows.get("mark", ()):
        post = Identity(row["digest"], None)
        mark = mark_of(tuple(map(row.get, ("read", "starred", "note", "paragraph", "character", "passages"))))
        for name in ("read", "starred"):
            if getattr(mark, name):
                yield SetFlag(post, name, True)
        if mark.note:
            yield SetNote(post, mark.note, "")
        if mark.place:
            yield SetPlace(post, mark.place)
        for passage in mark.passages:
            yield SetPassage(post, passage, None, "")
    yield from (KeepQuery(*texts) for texts in _texts(rows.get("last_query", ())))
    yield from (SaveFilter(name, query, "") for name, query in _texts(rows.get("saved_filter", ())))
    yield from (Prefer(*texts) for texts in _texts(rows.get("preference", ())))


def _texts(rows: Sequence[StoredRow]) -> Iterator[tuple[str, str]]:
    for row in rows:
        match tuple(row.values()):
            case (str(key), str(value)) if value:
                yield key, value


def both(one: str, other: str) -> str:
    """Two texts under each other; of those of which one holds the other's lines, that one."""
    if f"\n{other}\n" in f"\n{one}\n" or not other:
        return one
    return other if f"\n{one}\n" in f"\n{other}\n" or not one else f"{one}\n{other}"


def _merged(current: str, begun: str | None, mine: str) -> tuple[str, list[Notice]]:
    """The note that stands after `mine`, begun on another, is kept where `current` stands; and notices of it."""
    if begun is None or current in (begun, mine):
        return mine, []
    if mine == begun:
        return current, []
    code = NoticeCode.NOTE_STAYS if not mine else NoticeCode.NOTE_JOINED if current else NoticeCode.NOTE_BACK
    return both(current, mine), [Notice(code)]


def _row_of(connection: sqlite3.Connection, post: Identity) -> int:
    """The row of a post, made where there is none, under its present identity; what is odd in it is put aside first."""
    found = connection.execute(FIND.format("rowid, digest, alias, note, passages"), post).fetchone()
    if found is None:
        made = connection.execute("INSERT INTO mark (digest, alias) VALUES (?, ?)", post).lastrowid
        return int(made or 0)
    row, digest, alias, note, passages = found
    if not isinstance(note, str) or not passages_of(passages)[1]:
        put_aside(connection, "mark", row)
    now = Identity(post.digest, alias if post.alias is None else post.alias)
    if now != (digest, alias):  # the text was edited since, or its title is read otherwise
        connection.execute("UPDATE mark SET digest = ?, alias = ? WHERE rowid = ?", (*now, row))
    return int(row)
