"""A readout as compressed JSON and back, by the annotations of its dataclasses: nothing in an index can run code.

May import `readout.model`. A tuple or dataclass is a list of its values; dates are in ISO form, enums their value.
"""

from __future__ import annotations

import json
import types
import zlib
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, Union, get_args, get_origin, get_type_hints

from reader.readout.model import Readout


def pack(readout: Readout) -> bytes:
    """The readout as bytes, for `unpack`."""
    text = _ENCODER.encode(readout)
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def unpack(data: bytes) -> Readout:
    """The readout that `pack` was given. Raises ValueError for bytes that it did not make."""
    try:
        value = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
        readout: Readout = _maker(Readout)(value)
    except (zlib.error, TypeError, LookupError) as error:
        raise ValueError("not a packed readout") from error
    return readout


def _plain(value: Any) -> Any:
    """What JSON does not know by itself: dataclasses and dates; tuples and enums of strings it does."""
    if isinstance(value, date):
        return value.isoformat()
    return _values(type(value))(value)


@cache
def _values(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """What takes the values of all fields from a dataclass that has more than one."""
    return attrgetter(*(field.name for field in fields(kind)))


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:
    """What turns a plain value into one of this type."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _optional([part for part in arguments if part is not type(None)])
    if origin is tuple:
        if arguments[-1] is Ellipsis:
            item = _maker(arguments[0])
            return lambda values: tuple(map(item, values))
        return _sequence([_maker(part) for part in arguments], tuple)
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        hints = get_type_hints(kind)
        names = kind._fields if hasattr(kind, "_fields") else [field.name for field in fields(kind)]
        return _sequence([_maker(hints[name]) for name in names], lambda values: kind(*values))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is date:
        return date.fromisoformat
    return lambda value: value


def _sequence(makers: list[Callable[[Any], Any]], make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda values: make([maker(value) for maker, value in zip(makers, values, strict=True)])


def _optional(parts: list[Any]) -> Callable[[Any], Any]:
    """A value of one of the types, or None; a moment and a day are told apart by their length."""
    if set(parts) == {datetime, date}:
        return lambda value: value if value is None else _moment_or_day(value)
    maker = _maker(parts[0])
    return lambda value: None if value is None else maker(value)


def _moment_or_day(value: str) -> date:
    return datetime.fromisoformat(value) if len(value) > len("2022-03-15") else date.fromisoformat(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain, check_circular=False)
