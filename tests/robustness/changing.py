"""A folder that changes: posts are touched, edited, emptied, added, renamed and removed, the same for the same seed."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from random import Random

from tests.benchmarks.folder import make_folder

_CLOCK = re.compile(r"(?<=\d{4} )\d\d:\d\d:\d\d(?= GMT)")


def say(line: str) -> None:
    """One line for whoever reads along, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


class Changing:
    """The folder `posts` below `home`, and a stock of posts beside it that are added one by one."""

    def __init__(self, home: Path, count: int, seed: int) -> None:
        self.folder, self._stock = home / "posts", home / "stock"
        self._random = Random(seed)
        self._number = 0
        self._count = count
        make_folder(self.folder, count, seed)
        make_folder(self._stock, max(50, count // 2), seed + 1)
        self._waiting = sorted(path for path in self._stock.rglob("*") if path.is_file())

    def posts(self) -> list[Path]:
        """Every file there is now."""
        return sorted(path for path in self.folder.rglob("*") if path.is_file())

    def change(self, times: int = 1) -> None:
        """Makes some changes, each of a random kind; the number of posts stays about what it was."""
        for _ in range(times):
            posts = self.posts()
            kinds = [self._touch, self._edit, self._edit, self._rename, self._empty]
            kinds += [self._add] * 4 if len(posts) < self._count else [self._remove] * 4
            self._random.choice(kinds)(self._random.choice(posts))

    def _touch(self, post: Path) -> None:
        os.utime(post)

    def _edit(self, post: Path) -> None:
        with post.open("a", encoding="utf-8") as file:
            file.write(f"<p>　　更正第{self._next()}号：{'货物通关时间' * self._random.randint(1, 5)}。</p>\n")

    def _empty(self, post: Path) -> None:
        if self._random.random() < 0.3:
            post.write_bytes(b"")

    def _rename(self, post: Path) -> None:
        folder = self.folder / self._random.choice(("moved", "2008", "2015"))
        folder.mkdir(exist_ok=True)
        post.rename(folder / f"moved-{self._next()}{post.suffix}")

    def _add(self, post: Path) -> None:
        """A post of the stock, published at a moment of its own, so that its marks are its own too."""
        source = self._random.choice(self._waiting)
        number = self._next()
        clock = f"{number // 3600 % 24:02}:{number // 60 % 60:02}:{number % 60:02}"
        text = _CLOCK.sub(clock, source.read_text(encoding="utf-8"), count=1)
        (post.parent / f"new-{number}{source.suffix}").write_text(f"{text}<p>　　第{number}篇。</p>\n", "utf-8")

    def _remove(self, post: Path) -> None:
        post.unlink()

    def _next(self) -> int:
        self._number += 1
        return self._number
