"""The children that read posts, from the parent's side: tasks in, outcomes out as they come.

May import this room, `records` and `readout.faults`. One thread a child waits for its answers. A child that dies is
replaced, and the posts that it had not answered for are read by others. The one that it was reading is read again,
alone: a parser can crash, but somebody else may have killed the child. One over which a second child dies is reported
as unreadable, one that took too long at once. Nothing here waits for a child that cannot end.
"""

from __future__ import annotations

import errno
import os
import queue
import resource
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from types import TracebackType

from reader.library.posts.worker import TOO_SLOW, Request, Task, receive, send
from reader.library.records.record import Outcome, Unread
from reader.own_files import words_of
from reader.readout.faults import FaultCode

BATCH = 16
"""Tasks that a child is given at once."""
ROOM = 256
"""Outcomes for each child that may wait to be taken."""
SILENCE = 0.1
"""Seconds after which who takes outcomes is given what there is, be it none, and can look at other things to do."""
STARTS = 8
"""So many children may end one after the other before they have begun; then the system has no room for them."""
OTHER_FILES, FILES_EACH = 16, 4
"""Open files that the reader needs beside its children, and for each of these, as it is started."""
CRASHED = "crash"
"""The detail of the fault of a post over which children died."""

Outcomes = list[tuple[int, Outcome]]


class NoChildError(Exception):
    """No child can be started; says the system's word for why."""


class Pool:
    """Reads tasks in children, once; use as a context manager, so that they end."""

    def __init__(self, children: int | None = None) -> None:
        self._children = children or _most_children()
        self._answers: queue.Queue[tuple[int, Outcome] | Exception] = queue.Queue(maxsize=ROOM * self._children)
        self._idle: list[subprocess.Popen[bytes]] = []
        self._processes: list[subprocess.Popen[bytes]] = []
        self._threads: list[threading.Thread] = []
        self._names: frozenset[str] = frozenset()
        self._changed = threading.Condition()  # guards the next five, and wakes who waits for their changes
        self._waiting: deque[Sequence[Task]] = deque()
        self._more = self._ended = False
        self._serving = 0
        self._suspects: set[int] = set()

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
            end(process)

    def start(self, tasks: int = 1) -> None:
        """Starts as many children as so many tasks are worth; they take a third of a second to be ready.

        Fewer do where the system has no room for more. Raises NoChildError where there is none.
        """
        wanted = min(self._children, max(1, tasks // BATCH))
        while len(self._threads) + len(self._idle) < wanted:
            try:
                self._idle.append(spawn())
            except OSError as error:
                if self._threads or self._idle:
                    return
                raise NoChildError(words_of(error)) from error

    def read(
        self, tasks: Sequence[Task], later: Callable[[], Sequence[Task]] = list, names: frozenset[str] = frozenset()
    ) -> Iterator[Outcomes]:
        """The outcomes of the tasks, a few at once, roughly in the order of the tasks; none now and then in a silence.

        `later` gives more tasks; it is asked when the first outcomes have been taken. The pinyin of `names` is
        known; the outcomes leave it empty. Raises NoChildError where the last child has died and no other
        can be started, and what `later` raises.
        """
        self._names = names
        left = self._add(tasks, more=True)
        while left or self._more:
            answer = self._take(min(left, BATCH))
            left -= len(answer)
            yield answer
            if self._more and (answer or not left):
                left += self._add(later(), more=False)

    def _take(self, most: int) -> Outcomes:
        """What comes next; nothing in a silence, in which a child that somebody has stopped is made to go on."""
        taken: Outcomes = []
        end = time.monotonic() + SILENCE
        with suppress(queue.Empty):
            while len(taken) < most:
                answer = self._answers.get(timeout=max(0.0, end - time.monotonic()))
                if not isinstance(answer, Exception):
                    taken.append(answer)
                elif not (isinstance(answer, NoChildError) and self._others_serve()):
                    raise answer
        if most and not taken:
            for process in list(self._processes):
                process.send_signal(signal.SIGCONT)
        return taken

    def _others_serve(self) -> bool:
        """Whether there is still a child to read what another has left."""
        with self._changed:
            return self._serving > 0

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
            self._processes.append(self._idle.pop())
            self._attend(self._processes[-1])
        return len(tasks)

    def _attend(self, process: subprocess.Popen[bytes]) -> None:
        """Starts the thread that waits for a child. Raises NoChildError where there is no room for the first."""
        thread = threading.Thread(target=self._serve, args=(process,), daemon=True)
        with self._changed:
            self._serving += 1
        try:
            thread.start()
        except (RuntimeError, MemoryError) as error:  # Python's words for: no more threads
            with self._changed:
                self._serving -= 1
            if not self._threads:
                raise NoChildError(str(error) or os.strerror(errno.ENOMEM)) from error
        else:
            self._threads.append(thread)

    def _next(self) -> Sequence[Task] | None:
        """What is to be read next, waiting for it; None where all has been given out, or nothing more is wanted."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._ended or not self._more)
            if self._waiting and not self._ended:
                return self._waiting.popleft()
            self._serving -= 1  # in the same moment: what is given back from now on is for those that still serve
            return None

    def _serve(self, process: subprocess.Popen[bytes]) -> None:
        """Feeds one child until there is nothing left."""
        names = self._names
        try:
            process = self._ready(process)
            while batch := self._next():
                left = deque(batch)
                for answer in ask(process, (names, list(batch))):
                    left.popleft()
                    self._answers.put(answer)
                    if self._ended:
                        break
                names = frozenset()
                if left and not self._ended:
                    self._give_back(left, end(process))
                    process, names = self._ready(self._replaced()), self._names
        except Exception as error:  # noqa: BLE001 -- raised where the answers are taken: `read` would wait for ever
            with self._changed:
                self._serving -= 1
            self._answers.put(error)
        finally:
            end(process)

    def _give_back(self, left: deque[Task], code: int | None) -> None:
        """What becomes of the posts of a child that has ended with this exit code; it was reading the first."""
        task = left.popleft()
        fault = None
        with self._changed:
            if code == -TOO_SLOW:
                fault = Unread(FaultCode.TOO_SLOW.value, "")
            elif task.key in self._suspects:
                fault = Unread(FaultCode.UNREADABLE.value, CRASHED)
            else:
                self._suspects.add(task.key)
                self._waiting.appendleft([task])
            if left:
                self._waiting.appendleft(left)
            self._changed.notify_all()
        if fault:
            self._answers.put((task.key, fault))

    def _ready(self, process: subprocess.Popen[bytes]) -> subprocess.Popen[bytes]:
        """A child that has begun: this one, or another in its place. Raises NoChildError where none does."""
        for start in range(STARTS):
            if start:
                process = self._replaced()
            if begins(process) or self._ended:
                return process
            code = end(process)
        raise NoChildError(os.strerror(code) if code and code > 1 else f"exit code {code}")

    def _replaced(self) -> subprocess.Popen[bytes]:
        """Another child. Raises NoChildError."""
        try:
            self._processes.append(spawn())
        except OSError as error:
            raise NoChildError(words_of(error)) from error
        return self._processes[-1]


def _most_children() -> int:
    """One a processor, but fewer where few files may be open: the rest of the reader needs some too."""
    files = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    processors = os.cpu_count() or 1
    return processors if files < 0 else max(1, min(processors, (files - OTHER_FILES) // FILES_EACH))


def spawn() -> subprocess.Popen[bytes]:
    """Starts a child. Raises OSError."""
    command = [sys.executable, "-P", "-m", "reader.library.posts.worker"]  # -P: nothing from the current folder
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


GOODBYE = 1.0
"""Seconds to wait for the end of a child that was killed: one that waits for a disk cannot end."""


def begins(process: subprocess.Popen[bytes]) -> bool:
    """Whether a child says that it is there; False where it dies instead."""
    assert process.stdout is not None
    try:
        receive(process.stdout)
    except EOFError:
        return False
    return True


def ask(process: subprocess.Popen[bytes], request: Request) -> Iterator[tuple[int, Outcome]]:
    """What a child makes of a batch, post by post; fewer than there are where it dies."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        send(process.stdin, request)
        for _ in request[1]:
            yield receive(process.stdout)
    except (EOFError, BrokenPipeError):
        return


def end(process: subprocess.Popen[bytes]) -> int | None:
    """Ends a child and what leads to it; answers with its exit code, None where it does not end even so."""
    process.kill()
    with suppress(subprocess.TimeoutExpired):
        process.wait(GOODBYE)
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):  # what was still to be written has no reader
                pipe.close()
    return process.returncode
