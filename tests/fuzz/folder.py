"""A folder that a state machine changes, what it may write there, and a library that works in this process.

The children that read posts and compare them take a quarter of a second to start, many times what they do for a few
posts; here their work is done in the process of the library. `tests/robustness` has the children.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from reader.library import repeats_worker
from reader.library.index import Library
from reader.library.model import Stop
from reader.library.posts.pool import Outcomes
from reader.library.posts.reading import read_record
from reader.library.posts.worker import Task
from reader.library.tables.repeats import StoredRepeats
from tests.fuzz.posts import posts

NAMES = ("a.md", "b.md", "c.html", "d.txt", "sub/e.md", "sub/deep/f.markdown", "海 关.htm", "G.MD", "h.pdf", ".i.md")
"""Of files; the last two are no posts."""
_PHRASES = (
    "要把口岸的防线一天一天守牢靠",
    "手续能网上办的不让人多跑一趟",
    "企业的难处要当面听也要当面答",
    "谁的责任谁签字谁就要负责到底",
    "年底的账目逐笔核对不留下尾巴",
)
_PEOPLE = ("倪岳峰", "王令浚", "孙玉宁", "張際文")
_SERIES = ("风险研判例会", "形势分析及工作督查例会", "党委会议")
_FRONT = "---\ntitle: '{}'\nauthor: 样例\ndate: {}\n---\n\n"
_DATES = ("Thu, 31 Mar 2022 01:00:00 GMT", "2022-03-31", "2022-04-01 08:30", "2021", "")


class AtOnce:
    """Takes the place of `posts.pool.Pool`."""

    def __enter__(self) -> AtOnce:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def start(self, tasks: int = 1) -> None:
        """Nothing has to be started."""

    def read(
        self, tasks: Sequence[Task], later: Callable[[], Sequence[Task]] = list, names: frozenset[str] = frozenset()
    ) -> Iterator[Outcomes]:
        """The outcomes, one by one."""
        for batch in (lambda: tasks, later):
            for task in batch():
                yield [(task.key, read_record(task.file, names))]


def _compared(index: Path, stop: Stop) -> list[StoredRepeats]:
    return [] if stop() else repeats_worker.rows(repeats_worker.answers(index))


@contextmanager
def in_this_process() -> Iterator[None]:
    """As long as this lasts, libraries start no children."""
    with patch("reader.library.update.Pool", AtOnce), patch("reader.library.repeats_worker.asked", _compared):
        yield


class Folder:
    """A folder of posts in a home of its own. Every change has a moment of its own, however fast they follow."""

    def __init__(self) -> None:
        self.home = Path(tempfile.mkdtemp(prefix="fuzz-"))
        self.path = self.home / "posts"
        self.path.mkdir()
        self._moment = 1_600_000_000

    def files(self) -> list[str]:
        """The names of all files."""
        return sorted(file.relative_to(self.path).as_posix() for file in self.path.rglob("*") if file.is_file())

    def write(self, name: str, data: bytes) -> None:
        """Writes a file, in the place of one of that name."""
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        self.touch(name)

    def read(self, name: str) -> bytes:
        """The bytes of a file."""
        return (self.path / name).read_bytes()

    def touch(self, name: str) -> None:
        """Gives a file another moment of change."""
        self._moment += 1
        os.utime(self.path / name, (self._moment, self._moment))

    def rename(self, name: str, other: str) -> None:
        """Moves a file, over another if there is one."""
        (self.path / other).parent.mkdir(parents=True, exist_ok=True)
        (self.path / name).replace(self.path / other)

    def remove(self, name: str) -> None:
        """Removes a file."""
        (self.path / name).unlink()

    def close(self) -> None:
        """Removes everything."""
        shutil.rmtree(self.home)


class FolderMachine(RuleBasedStateMachine):
    """Changes a folder of its own, with libraries that start no children; whatever it began ends with it."""

    def __init__(self) -> None:
        super().__init__()
        self._ending = ExitStack()
        self._ending.enter_context(in_this_process())
        self._folder = Folder()
        self._ending.callback(self._folder.close)
        self._index = self._folder.home / "index.sqlite3"

    def _opened(self) -> Library:
        return Library([self._folder.path], self._index, self._folder.home / "marks.sqlite3")


@st.composite
def reports(draw: st.DrawFn) -> bytes:
    """A report of a meeting; there are so few days, series and phrases that many are reported twice."""
    day, number = draw(st.integers(1, 4)), draw(st.integers(1, 3))
    series = draw(st.sampled_from(_SERIES))
    phrases = draw(st.lists(st.sampled_from(_PHRASES), min_size=1, max_size=4))
    people = draw(st.lists(st.sampled_from(_PEOPLE), min_size=1, max_size=3, unique=True))
    lede = f"<p>　　3月{day}日，海关总署召开第{number}次{series}。{people[0]}署长主持会议。</p>"
    present = f"<p>　　{'、'.join(people[1:])}出席会议。</p>" if people[1:] else ""
    title = f"海关总署召开第{number}次{series}"
    text = f"{lede}{present}<p>　　会议指出，{'，'.join(phrases)}。</p>"
    return (_FRONT.format(title, draw(st.sampled_from(_DATES))) + text).encode()


@st.composite
def articles(draw: st.DrawFn) -> bytes:
    """A post that reports no meeting, with or without title and date."""
    title = draw(st.sampled_from(("口岸的春天", "口岸的秋天", "")))
    phrases = draw(st.lists(st.sampled_from(_PHRASES), max_size=5))
    return (_FRONT.format(title, draw(st.sampled_from(_DATES))) + f"<p>{'。'.join(phrases)}</p>").encode()


def contents() -> st.SearchStrategy[bytes]:
    """The bytes of a file: a meeting, an article, anything, or nothing."""
    return reports() | reports() | articles() | posts() | st.just(b"")
