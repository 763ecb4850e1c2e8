"""Two readers that write the same notes and names of filters, against each other: nothing lost, everything told.

Each replaces what it has read by a word of its own, or removes it, after a moment in which the other may have written.
It says "noted WORD" of each word, "dropped WORD" of each that it has replaced or removed knowingly, that is without
being told of another; at the end every word that was noted and not dropped must be there.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from reader.library.marks.changes import SetNote, SetPassage
from reader.library.marks.keeper import MarkKeeper
from reader.library.marks.mark import Identity, PassageNote
from reader.library.model import NoticeCode
from tests.robustness.changing import say

POSTS = [Identity(f"conflict {number}".encode(), None) for number in range(3)]
PASSAGE = PassageNote(0, 0, 2, "口岸", "")
NAMES = ("甲", "乙")
PAUSE = 0.004
"""Seconds at most between reading and writing."""
REMOVED = 0.2
"""How often it is removed."""
_WORD = re.compile(r"[a-z]+-\d+")
_CLASHES = {
    *(NoticeCode.NOTE_JOINED, NoticeCode.NOTE_STAYS, NoticeCode.NOTE_BACK),
    *(NoticeCode.FILTER_RENAMED, NoticeCode.FILTER_STAYS),
}


class Writer:
    """One of the two."""

    def __init__(self, keeper: MarkKeeper, role: str, seed: int) -> None:
        self._keeper = keeper
        self._role = role
        self._random = Random(seed)
        self._number = 0

    def write(self) -> None:
        """Writes one thing that the other may be writing too."""
        number = self._random.randrange(len(POSTS))
        kind = self._random.randrange(3)
        if kind == 0:
            begun = self._keeper.of(number).note
            self._replace(begun, lambda text: self._keeper.keep(SetNote(POSTS[number], text, begun)))
        elif kind == 1:
            former = next(iter(self._keeper.of(number).passages), None)
            begun = former.note if former else ""
            self._replace(
                begun,
                lambda text: self._keeper.keep(SetPassage(POSTS[number], PASSAGE._replace(note=text), former, begun)),
            )
        else:
            filters = dict(self._keeper.saved_filters())
            name = self._random.choice([*NAMES, *filters])
            begun = filters.get(name, "")
            self._replace(begun, lambda text: self._keeper.save_filter(name, text, begun))

    def _replace(self, begun: str, keep: Callable[[str], None]) -> None:
        self._number += 1
        word = "" if self._random.random() < REMOVED else f"{self._role}-{self._number}"
        time.sleep(self._random.random() * PAUSE)
        keep(word)
        while self._keeper.unkept:  # another program had the file for long: that was told
            time.sleep(PAUSE)
            self._keeper.settle()
        codes = {notice.code for notice in self._keeper.notices}
        self._keeper.notices.clear()
        if word:
            say(f"noted {word}")
        clashes = codes & _CLASHES
        for code in clashes:
            say(f"told {code.name}")
        for dropped in _WORD.findall(begun) if not clashes else ():
            say(f"dropped {dropped}")


def write_until(file: Path, role: str, end: float, seed: int) -> None:
    """Writes until the time is over."""
    with closing(MarkKeeper(file, "", POSTS.__getitem__)) as keeper:
        writer = Writer(keeper, role, seed)
        while time.time() < end:
            writer.write()


class Words:
    """What was written, as the lines of both logs tell."""

    def __init__(self) -> None:
        self._kept: set[str] = set()
        self._dropped: set[str] = set()
        self.told: Counter[str] = Counter()
        self.number = 0

    def hear(self, line: str) -> bool:
        """Takes a line down; whether it was one of these."""
        word, _, rest = line.partition(" ")
        if word == "noted":
            self._kept.add(rest)
            self.number += 1
        elif word == "dropped":
            self._dropped.add(rest)
        elif word == "told":
            self.told[rest] += 1
        return word in ("noted", "dropped", "told")

    def faults(self, file: Path) -> Iterator[str]:
        """The words that are lost; and texts that were joined without a word."""
        with closing(MarkKeeper(file, "", POSTS.__getitem__)) as keeper:
            marks = [keeper.of(number) for number in range(len(POSTS))]
            notes = [text for mark in marks for text in (mark.note, *(passage.note for passage in mark.passages))]
            filters = keeper.saved_filters()
        there = set(_WORD.findall("\n".join([*notes, *(query for _, query in filters)])))
        for word in sorted(self._kept - self._dropped - there):
            yield f"{word} is lost"
        joined = sum(note.count("\n") for note in notes)
        if joined > self.told[NoticeCode.NOTE_JOINED.name]:
            yield f"{joined} notes are joined, {self.told[NoticeCode.NOTE_JOINED.name]} were told"
        renamed = sum(name not in NAMES for name, _ in filters)
        if renamed > self.told[NoticeCode.FILTER_RENAMED.name]:
            yield f"{renamed} filters have another name, {self.told[NoticeCode.FILTER_RENAMED.name]} were told"
