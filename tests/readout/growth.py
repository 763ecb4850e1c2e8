"""Whether the work of every rule of reading grows linearly with what it is given.

`python -m tests.readout.growth [KINDS [SEED]]` feeds every rule so many of its worst kinds (200), which takes minutes;
test_growth.py a few. Work is the processor time of this process at two sizes, one four times the other: linear work
takes four times as long, quadratic sixteen. What is over in a moment is not compared, for there is nothing to measure.
"""

from __future__ import annotations

import gc
import inspect
import re
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from random import Random
from types import ModuleType
from typing import Any, NamedTuple

import reader.library.records
import reader.readout
from reader.library.posts import reading
from reader.readout.cleaning.blocks import Block, BlockKind
from reader.readout.cleaning.tree import build
from reader.readout.evidence import Source
from reader.readout.faults import PostError
from reader.readout.grammar.dates import Published
from reader.readout.grammar.passages import Passage
from reader.readout.model import Kind, Paragraph, Readout
from tests.readout.worst_kinds import COMMON, kinds

SIZES = (6_250, 25_000, 100_000)
"""In characters; each four times the one before."""
BOUND = 8
"""Work at four times the size is at most so many times the work: between linear (4) and quadratic (16)."""
MOMENT = 0.1
"""What takes less time than this, in seconds of this process, at one size has not grown."""
PATIENCE = 5.0
"""In seconds of this process: what takes longer is ended, and has grown. Linear work takes a tenth of it at most."""
LINE = 40
"""Where a rule takes many texts, the kind is also cut into texts of so many characters."""
FRAMES = (
    ("", ""),
    ("", "\x01"),
    ("海关总署召开会议。署长", "出席会议并讲话。"),
    ("海关总署召开会议。", "，署长王小明出席会议。"),
    ("署长王小明在会上作", "报告"),
    ("主持人：", ""),
    ("出席会议的有", ""),
    ("任命", "为海关总署署长"),
    ("王小明会见", "一行"),
    ("进出口", "增长3%。"),
    ("<p>", "</p>"),
)
"""What stands around a kind, so that the rules which ask for a word before they look find it."""
ELSEWHERE = {
    "entries": "reads the lists of words",
    "any_of": "makes a pattern of them",
    "styled": "looks at attributes only, in walk",
    "read_form": "takes what find_meeting finds",
    "mentions": "takes what named_with_roles finds",
    "with_roles": "takes what named_with_roles finds",
    "unpack": "takes what pack makes",
    "unpack_texts": "takes what pack makes",
    "unpack_words": "takes what pack_words makes",
}
"""Functions that are not fed by themselves, and why."""
_PUBLISHED = "2023-05-05"

Feed = Callable[[str], Any]


class Rule(NamedTuple):
    """A function of the room, fed with a text, and the patterns of its module."""

    name: str
    feed: Feed
    patterns: tuple[re.Pattern[str], ...]


class Grown(NamedTuple):
    """Work that grew more than linearly: the rule, the kind and its frame, the size and how many times the work."""

    rule: str
    kind: str
    frame: tuple[str, str]
    size: int
    times: float


def rules() -> list[Rule]:
    """Every public function of the room that reads, one rule for each shape in which it can be fed."""
    return [
        Rule(f"{module.__name__}.{name} ({shape})", _fed(function, makers), patterns_of(module))
        for module in modules()
        for name, function in vars(module).items()
        if inspect.isfunction(inspect.unwrap(function)) and function.__module__ == module.__name__
        if not name.startswith("_") and name not in ELSEWHERE
        for shape, makers in (("one text", ONE), ("many texts", MANY))
        if makers is ONE or any(_kind_of(parameter) in MANY for parameter in _parameters(function))
    ] + [Rule("reading of a post, its figures and its record", _record, ())]


def modules() -> list[ModuleType]:
    """The modules of the room, and those of what is kept of a post."""
    rooms = (reader.readout, reader.library.records)
    return [import_module(found.name) for room in rooms for found in walk_packages(room.__path__, f"{room.__name__}.")]


def patterns_of(module: ModuleType) -> tuple[re.Pattern[str], ...]:
    """The compiled patterns of a module: in its names, in tuples and tables, and those made when first asked for."""
    found: list[re.Pattern[str]] = []
    for value in [*vars(module).values()]:
        is_maker = hasattr(value, "cache_clear") and value.__module__ == module.__name__
        if not is_maker or not inspect.signature(value).parameters:
            found.extend(_patterns_in(value() if is_maker else value))
    return tuple({pattern.pattern: pattern for pattern in found}.values())


def _patterns_in(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from _patterns_in(part)
    elif isinstance(value, dict):
        yield from _patterns_in([*value.values()])


@cache
def _all_kinds(count: int, seed: int) -> tuple[str, ...]:
    """Kinds of every pattern of the room: a rule also hands its text to the rules of others."""
    every = (pattern for module in modules() for pattern in patterns_of(module))
    return tuple(kind for pattern in every for kind in kinds(pattern, count, seed))


def measure(rule: Rule, count: int, seed: int) -> Iterator[Grown]:
    """Feeds a rule `count` kinds, of its own patterns and of others', each in a frame; yields what grew."""
    rng = Random(f"{seed} {rule.name}")
    own = [kind for pattern in rule.patterns for kind in kinds(pattern, 4, seed)] or COMMON
    for number in range(count):
        kind = rng.choice((own, COMMON, own, _all_kinds(2, seed))[number % 4])
        frame = rng.choice(FRAMES) if number % 3 else FRAMES[0]
        if grown := growth(rule, kind, frame):
            yield grown


def growth(rule: Rule, kind: str, frame: tuple[str, str]) -> Grown | None:
    """Feeds a rule one kind at growing sizes; None where its work keeps the bound."""
    before = 0.0
    for size in SIZES:
        text = frame[0] + (kind * (size // len(kind) + 1))[:size] + frame[1]
        took = _time(rule.feed, text)
        if took >= PATIENCE:
            return Grown(rule.name, kind, frame, size, took / max(before, MOMENT))
        if took > MOMENT and before and took > BOUND * before:
            smaller = frame[0] + (kind * (size // len(kind) + 1))[: size // 4] + frame[1]
            took = min(took, *(_time(rule.feed, text) for _ in range(2)))
            before = max(before, *(_time(rule.feed, smaller) for _ in range(2)))
            if took > BOUND * before:
                return Grown(rule.name, kind, frame, size, took / before)
        before = took
    return None


def _time(feed: Feed, text: str) -> float:
    """Seconds of this process that a feeding takes, without what an earlier one left in caches; at most PATIENCE."""
    for kept in _caches():
        kept.cache_clear()
    gc.disable()
    signal.signal(signal.SIGVTALRM, _enough)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    begun = time.process_time()
    try:
        feed(text)
    except _EnoughError:
        return PATIENCE
    except PostError:
        pass
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        gc.enable()
    return time.process_time() - begun


class _EnoughError(Exception):
    """A feeding takes too long."""


def _enough(*_: object) -> None:
    raise _EnoughError


@cache
def _caches() -> tuple[Any, ...]:
    """The caches that hold texts."""
    every = (value for module in modules() for value in vars(module).values() if hasattr(value, "cache_parameters"))
    return tuple({id(kept): kept for kept in every if kept.cache_parameters()["maxsize"]}.values())


def _passage(text: str, paragraph: int = 0) -> Passage:
    return Passage(Source.BODY, paragraph, text, text)


def _cut(text: str) -> list[str]:
    return [text[at : at + LINE] for at in range(0, len(text), LINE)]


def _passages(text: str) -> tuple[Passage, ...]:
    return tuple(_passage(line, index) for index, line in enumerate(_cut(text)))


def _blocks(texts: Iterable[str]) -> tuple[Block, ...]:
    return tuple(Block(bare, BlockKind.TEXT) for text in texts if (bare := text.strip()))


def _draft(paragraphs: Iterable[str]) -> Readout:
    return Readout("海关总署召开会议", None, Kind.ARTICLE, False, tuple(map(Paragraph, paragraphs)))


def _post(text: str) -> bytes:
    return f"\n---\ntitle: 海关总署召开会议\ndate: {_PUBLISHED}\n---\n\n{text}".encode()


def _record(text: str) -> None:
    readout = reading.read_post(_post(text))
    reader.readout.grammar.figures.figures_of(readout)
    file = reading.PostFile._make([""] * len(reading.PostFile._fields))
    reading.record_of(file, readout, b"", ())


ONE: Mapping[str, Feed] = {
    "str": str,
    "str | None": str,
    "bytes": _post,
    "bool": lambda text: False,
    "Node": build,
    "Passage": _passage,
    "Stretch": lambda text: _passage(text).whole(),
    "Stretch | None": lambda text: _passage(text).whole(),
    "Sequence[Passage]": lambda text: (_passage(text),),
    "Sequence[str]": lambda text: (text,),
    "Collection[str]": lambda text: frozenset({"王小明"}),
    "Sequence[Block]": lambda text: _blocks([text]),
    "Published": lambda text: Published(None, ""),
    "Readout": lambda text: _draft([text]),
    "Callable[[str], bool]": lambda text: lambda event: True,
    "Register | None": lambda text: None,
    "int | None": lambda text: None,
    "int": lambda text: 3,
}
"""What is made of a text for a parameter of each type."""
MANY: Mapping[str, Feed] = {
    "Sequence[Passage]": _passages,
    "Sequence[str]": _cut,
    "Collection[str]": lambda text: frozenset(f"{line}{number}" for number, line in enumerate(_cut(text))),
    "Sequence[Block]": lambda text: _blocks(_cut(text)),
    "Readout": lambda text: _draft(_cut(text)),
}
"""The same where a parameter takes many texts."""
_SAME = {"Iterable": "Sequence", "tuple[Block, ...]": "Sequence[Block]"}


def _parameters(function: Callable[..., Any]) -> list[inspect.Parameter]:
    return [*inspect.signature(function).parameters.values()]


def _kind_of(parameter: inspect.Parameter) -> str:
    kind = str(parameter.annotation)
    for one, other in _SAME.items():
        kind = kind.replace(one, other)
    return kind


def _fed(function: Callable[..., Any], makers: Mapping[str, Feed]) -> Feed:
    """A function of one text that hands it to every parameter; what the function makes one by one is all made."""
    chosen = [
        (parameter, makers.get(kind) or ONE[kind])
        for parameter in _parameters(function)
        if (kind := _kind_of(parameter))
    ]

    def feed(text: str) -> None:
        places = [make(text) for parameter, make in chosen if parameter.kind is not parameter.KEYWORD_ONLY]
        names = {
            parameter.name: make(text)
            for parameter, make in chosen
            if parameter.kind is parameter.KEYWORD_ONLY and parameter.name != "suffix"
        }
        made = function(*places, **names)
        if isinstance(made, Iterator):
            for _ in made:
                pass

    return feed


def _tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Feeds every rule, and prints what grew; ends with 1 where something did."""
    count, seed = (*map(int, sys.argv[1:]), *(200, 1)[len(sys.argv) - 1 :])
    found = 0
    for rule in rules():
        begun = time.process_time()
        for grown in measure(rule, count, seed):
            found += 1
            _tell(f"{grown.rule}: x {grown.times:.1f} at {grown.size} of {grown.kind!r} in {grown.frame}")
        _tell(f"{time.process_time() - begun:6.1f} s  {rule.name}")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
