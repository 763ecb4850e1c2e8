"""The children that read posts, from the parent's side: tasks in, outcomes out as they come.

May import this room, `records` and `readout.faults`. One thread a child waits for its answers. A child that dies over a
post (a parser can crash) is replaced; the posts it had are tried one by one, and the one that kills again is told as
unreadable.
"""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from types import TracebackType

from reader.library.posts.worker import Request, Task, receive, send
from reader.library.records.record import Outcome, Unread
from reader.readout.faults import FaultCode

BATCH = 16
"""Tasks that a child is given at once."""
CRASHED = "crash"
"""The detail of the fault of a post over which a child died."""

Outcomes = list[tuple[int, Outcome]]


class Pool:
    """Reads tasks in children, once; use as a context manager, so that they end."""

    def __init__(self, children: int | None = None) -> None:
        self._children = children or os.cpu_count() or 1
        self._answers: queue.Queue[Outcomes | Exception] = queue.Queue(maxsize=64 * self._children)
        self._idle: list[subprocess.Popen[bytes]] = []
        self._processes: list[subprocess.Popen[bytes]] = []
        self._threads: list[threading.Thread] = []
        self._names: frozenset[str] = frozenset()
        self._changed = threading.Condition()  # guards the next three, and tells of their changes
        self._waiting: deque[Sequence[Task]] = deque()
        self._more = self._ended = False

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._changed:
            self._ended = True
            self._changed.notify_all()
        self._processes += self._idle
        for process in list(self._processes):
            process.kill()
        with suppress(queue.Empty):
            while True:  # a thread may be waiting for room; none has more than one answer left to give
                self._answers.get_nowait()
        for thread in self._threads:
            thread.join()
        for process in self._processes:
            _end(process)

    def start(self, tasks: int = 1) -> None:
        """Starts as many children as so many tasks are worth; they take a third of a second to be ready."""
        wanted = min(self._children, max(1, tasks // BATCH))
        while len(self._threads) + len(self._idle) < wanted:
            self._idle.append(_spawn())

    def read(
        self, tasks: Sequence[Task], later: Callable[[], Sequence[Task]] = list, names: frozenset[str] = frozenset()
    ) -> Iterator[Outcomes]:
        """The outcomes of the tasks, in batches, roughly in the order of the tasks.

        `later` tells of more tasks; it is asked when the first outcomes have been taken. The pinyin of `names` is
        known; the outcomes leave it empty. Raises OSError where no child can be started, and what `later` raises.
        """
        self._names = names
        left = self._add(tasks, more=True)
        while left or self._more:
            if left:
                answer = self._answers.get()
                if isinstance(answer, Exception):
                    raise answer
                left -= len(answer)
                yield answer
            if self._more:
                left += self._add(later(), more=False)

    def _add(self, tasks: Sequence[Task], *, more: bool) -> int:
        """Puts tasks into the queue, a few at once while there are few, and starts what is to work on them.

        Children wait for what is to come where there is `more`. Answers with how many tasks these are.
        """
        self.start(len(tasks))
        size = min(BATCH, max(1, len(tasks) // (4 * self._children)))
        with self._changed:
            self._waiting += [tasks[start : start + size] for start in range(0, len(tasks), size)]
            self._more = more
            self._changed.notify_all()
        while self._idle:
            process = self._idle.pop()
            self._processes.append(process)
            thread = threading.Thread(target=self._serve, args=(process,), daemon=True)
            self._threads.append(thread)
            thread.start()
        return len(tasks)

    def _next(self) -> Sequence[Task] | None:
        """What is to be read next, waiting for it; None where all has been given out, or nothing more is wanted."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._ended or not self._more)
            return self._waiting.popleft() if self._waiting and not self._ended else None

    def _serve(self, process: subprocess.Popen[bytes]) -> None:
        """Feeds one child until there is nothing left."""
        names = self._names
        try:
            while batch := self._next():
                answer = _ask(process, (names, list(batch)))
                names = frozenset()
                if answer is None and not self._ended:
                    process, names = self._replace(process), self._names
                    answer = self._retried(batch)
                if answer is not None:
                    self._answers.put(answer)
        except Exception as error:  # noqa: BLE001 -- raised where the answers are taken: `read` would wait for ever
            self._answers.put(error)
        finally:
            _end(process)

    def _retried(self, batch: Sequence[Task]) -> Outcomes | None:
        """After a crash: the posts one by one, where there was more than one; else the post is the culprit."""
        if len(batch) == 1:
            return [(batch[0].key, Unread(FaultCode.UNREADABLE.value, CRASHED))]
        with self._changed:
            self._waiting.extendleft([task] for task in reversed(batch))
            self._changed.notify_all()
        return None

    def _replace(self, process: subprocess.Popen[bytes]) -> subprocess.Popen[bytes]:
        _end(process)
        fresh = _spawn()
        self._processes.append(fresh)
        return fresh


def _spawn() -> subprocess.Popen[bytes]:
    command = [sys.executable, "-P", "-m", "reader.library.posts.worker"]  # -P: nothing from the current folder
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def _ask(process: subprocess.Popen[bytes], request: Request) -> Outcomes | None:
    """What a child makes of a batch; None where it died."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        send(process.stdin, request)
        answer: Outcomes = receive(process.stdout)
    except (EOFError, BrokenPipeError):
        return None
    return answer


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except OSError:  # what was still to be written has no reader
                continue
