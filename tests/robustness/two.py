"""`python -m tests.robustness.two [SECONDS [PATIENCE]]`: two processes on one folder, one index and one file of marks.

One changes the folder and brings the index up to date, again and again; the other asks whatever can be asked, as the
screen does, follows what the first writes, and both give stars; and both write the same notes and names of filters
against each other. At the end neither has met an error or has anything to tell but of these, every star and note is
there, and the index answers as a fresh one of the same folder. With a patience of some milliseconds marks wait for
each other as on a slow disk.
"""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from reader.library.index import Library, open_library
from reader.library.keeper import IndexKeeper
from reader.library.marks import file
from reader.library.marks.file import PATIENCE
from reader.library.model import NoticeCode
from reader.library.places import index_file, marks_file
from reader.query import QueryError, parse
from tests.robustness import conflicts
from tests.robustness.changing import Changing, say
from tests.robustness.checking import Stars, index_faults
from tests.robustness.kill import PROJECT, environment
from tests.robustness.victim import star

POSTS = 2000
SEED = 1
QUERIES = (
    *("", "海关", "会议", "口岸 企业", "海关 -会议", "通关时间", "货物通关时间", "更正", "第7", "贸易便利", "进出口"),
    *(
        "is:meeting",
        "until:2015",
        "since:2018-06",
        "2012..2014",
        "监管 since:2016",
        '"总署"',
        "chair:王",
        "署长",
        "zzqx",
    ),
)
"""Those that cannot be read are left out; twenty are asked at the end."""
_CUT_OFF = "interrupted"
"""SQLite's word for a `whole` that was ended on purpose."""

_WAITED = (NoticeCode.MARKS_WAIT, NoticeCode.MARKS_KEPT)
"""What is told where the disk was so slow that the other had the file of marks for long."""


class Erring:
    """Every error that the libraries of this process pass over because they are built to."""

    def __init__(self) -> None:
        self.met: list[str] = []
        usual = IndexKeeper.note

        def note(keeper: IndexKeeper, error: sqlite3.Error) -> None:
            if str(error) != _CUT_OFF:
                self.met.append(f"{type(error).__name__}: {error}")
            usual(keeper, error)

        IndexKeeper.note = note  # type: ignore[method-assign]  # to listen


def indexing(home: Path, count: int, end: float, seed: int) -> None:
    """Changes the folder, updates, gives stars to every other post."""
    changing = Changing(home, count, seed)
    library = open_library([changing.folder])
    random = Random(seed)
    turns = 0
    while time.time() < end:
        library.update(lambda progress: None)
        changing.change(random.choice((1, 3, 20)))
        _stars(library, random, 0)
        turns += 1
    library.update(lambda progress: None)
    say(f"{turns} updates")
    _tell(library, [])


def asking(home: Path, end: float, seed: int) -> None:
    """Asks one thing after another while a thread keeps the index up to date, as the screen does."""
    library = open_library([home / "posts"])
    erring = Erring()
    random = Random(seed)
    keeper = threading.Thread(target=library.keep, args=(lambda progress: None, lambda: time.time() > end))
    keeper.start()
    turns = 0
    while time.time() < end:
        query = parse(random.choice(_readable()))
        shown = library.first(query, all_posts=True)
        for row in list(shown.rows)[:20]:
            library.versions(row.key)
        _whole(library, random, lambda query=query: list(library.whole(query, all_posts=True)))
        library.officials(query if random.random() < 0.5 else None)
        library.problems()
        _stars(library, random, 1)
        turns += 1
    keeper.join()
    say(f"{turns} turns of questions")
    _tell(library, erring.met)


def _whole(library: Library, random: Random, ask: Callable[[], object]) -> None:
    """All that matches, in a thread of its own, which now and then is told to end."""
    thread = threading.Thread(target=ask)
    thread.start()
    if random.random() < 0.3:
        thread.join(random.random() * 0.05)
        library.interrupt()
    thread.join()


def _stars(library: Library, random: Random, parity: int) -> None:
    """Gives or takes some stars, of the posts of which this process takes care."""
    rows = library.listed(None, all_posts=True).rows
    for index in random.sample(range(len(rows)), min(5, len(rows))):
        row = rows[index]
        if row.key < 0:
            continue
        try:
            name = library.identity(row.key)
        except KeyError:
            continue
        if name.alias and name.alias[0] % 2 == parity:
            star(library, row.key)


def _tell(library: Library, errors: Sequence[str]) -> None:
    while library.marks.unkept:
        library.marks.settle()
    notices = [notice for notice in library.notices() if notice.code not in _WAITED]
    for line in (*errors, *(f"notice {notice.code.name} {notice.detail}" for notice in notices)):
        say(f"error {line}")
    library.close()


def _readable() -> list[str]:
    found = []
    for query in QUERIES:
        try:
            parse(query)
        except QueryError:
            continue
        found.append(query)
    return found


class Pair:
    """Two processes in one home."""

    def __init__(self, home: Path, seconds: float, posts: int = POSTS, patience: float = PATIENCE) -> None:
        self._home = home
        self._own = home / "own"
        self._own.mkdir()
        self._environment = environment(self._own)
        self._arguments = [str(home), str(posts), str(seconds), str(patience)]
        Changing(home, posts, SEED)
        self.told: list[str] = []

    def run(self) -> list[str]:
        """Lets both work, then compares; answers with what is wrong."""
        logs = [self._home / role for role in ("indexing", "asking")]
        children = []
        for log in logs:
            command = [sys.executable, "-m", "tests.robustness.two", log.name, *self._arguments]
            with log.open("wb") as output:
                children.append(
                    subprocess.Popen(command, env=self._environment, stdout=output, stderr=output, cwd=PROJECT)
                )
        wrong = [
            f"{log.name} ended with {code}" for log, child in zip(logs, children, strict=True) if (code := child.wait())
        ]
        stars, words = Stars(), conflicts.Words()
        for log in logs:
            lines = [line for line in log.read_text(encoding="utf-8").splitlines() if not words.hear(line)]
            stars.hear("\n".join(lines))
            other = [line for line in lines if not line.startswith("starr")]
            self.told += [line for line in other if line.endswith(("updates", "questions"))]
            wrong += [f"{log.name}: {line}" for line in other if not line.endswith(("updates", "questions"))]
        clashes = sum(words.told.values())
        self.told += [
            f"{stars.number} stars",
            f"{words.number} notes and filters against each other, {clashes} clashes told",
        ]
        kept = self._own / "state" / "customs-reader" / "marks.sqlite3"
        wrong += [*stars.faults(kept), *words.faults(kept)]
        command = [sys.executable, "-m", "tests.robustness.two", "comparing", *self._arguments]
        compared = subprocess.run(
            command, env=self._environment, capture_output=True, text=True, cwd=PROJECT, check=False
        )
        return [*wrong, *compared.stdout.splitlines(), *compared.stderr.splitlines()]


def comparing(home: Path) -> Iterator[str]:
    """Where the index that two wrote differs from a fresh one of the same folder."""
    folder = home / "posts"
    both = open_library([folder])
    both.update(lambda progress: None)
    fresh = Library([folder], home / "fresh.sqlite3", home / "own" / "state" / "customs-reader" / "marks.sqlite3")
    fresh.update(lambda progress: None)
    yield from (f"notice {notice}" for notice in (*both.notices(), *fresh.notices()))
    yield from index_faults(folder, index_file([folder]))
    for query in _readable():
        one, other = (_answer(library, query) for library in (both, fresh))
        if one != other:
            rows = [pair for pair in zip(json.loads(one), json.loads(other), strict=False) if pair[0] != pair[1]]
            yield f"{query!r}: {len(one)} and {len(other)} characters, at first {rows[:1]}"
    if _people(both) != _people(fresh):
        yield "the officials differ"


def _answer(library: Library, query: str) -> str:
    """What an answer shows, without the numbers that posts have in an index."""
    answer = library.search(parse(query), all_posts=True)
    rows = [[str(item) for item in row._replace(key=0)] for row in answer.rows]
    return json.dumps([[answer.hits, answer.others, len(rows)], *rows])


def _people(library: Library) -> list[tuple[str, list[str]]]:
    return [(one.name, [item.path for item in one.meetings]) for one in library.officials()]


def main(seconds: float = 60, patience: float = PATIENCE) -> int:
    """Lets two work for so long; 1 where anything went wrong."""
    with tempfile.TemporaryDirectory(prefix="two-") as home:
        pair = Pair(Path(home), seconds, patience=patience)
        wrong = pair.run()
    for line in wrong:
        say(line)
    say(f"{seconds:.0f} s: {', '.join(pair.told)}; {len(wrong)} things wrong")
    return int(bool(wrong))


def _child(role: str, home: Path, posts: int, seconds: float, patience: float) -> int:
    end = time.time() + seconds
    file.PATIENCE = patience
    if role in ("indexing", "asking"):
        arguments = marks_file(), role, end, SEED + len(role)
        conflicting = threading.Thread(target=conflicts.write_until, args=arguments)
        conflicting.start()
        if role == "indexing":
            indexing(home, posts, end, SEED)
        else:
            asking(home, end, SEED + 100)
        conflicting.join()
    else:
        differences = list(comparing(home))
        for line in differences:
            say(line)
        return int(bool(differences))
    return 0


if __name__ == "__main__":
    if len(sys.argv) > 3:
        sys.exit(_child(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]), float(sys.argv[5])))
    sys.exit(main(*map(float, sys.argv[1:])))
