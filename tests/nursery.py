"""`python -m tests.nursery FD`: a process that has loaded the parsers and forks the reader's children for the tests.

The reader starts a new Python for its children, which take 0.4 s of processor each to load the parsers; a run of the
tests needs hundreds. What runs in a fork is the same module, with the same pipes, arguments and variables. Readers
that tests start as processes of their own (all in `tests/e2e` are) have real children.
"""

from __future__ import annotations

import gc
import importlib
import os
import pickle
import select
import signal
import socket
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, NoReturn

from reader.text.pinyin import pinyin_of

PROJECT = Path(__file__).resolve().parents[1]
LOADED = ("reader.library.posts.reading", "reader.library.posts.worker", "reader.library.repeats_worker")
"""What is loaded once, for all children."""
_LONGEST = 1 << 17
"""Bytes of a request: most of them are the variables."""


class Request(NamedTuple):
    """A child that is wanted: as `python -m MODULE ARGUMENTS` in a folder, with these variables."""

    module: str
    arguments: list[str]
    folder: str
    variables: dict[str, str]


class Child:
    """A fork, with as much of `subprocess.Popen` as the reader uses."""

    def __init__(self, pid: int, stdin: int, stdout: int, end: int) -> None:
        self.pid = pid
        self.stdin = os.fdopen(stdin, "wb")
        self.stdout = os.fdopen(stdout, "rb")
        self.returncode: int | None = None
        self._end = end
        self._lock = threading.Lock()

    def __enter__(self) -> Child:
        return self

    def __exit__(self, *_: object) -> None:
        for pipe in (self.stdout, self.stdin):
            pipe.close()
        self.wait()

    def poll(self) -> int | None:
        """The exit code; None while it runs."""
        return self._ended(0)

    def wait(self, timeout: float | None = None) -> int:
        """Waits for the exit code. Raises TimeoutExpired as Popen does."""
        code = self._ended(timeout)
        if code is None:
            raise subprocess.TimeoutExpired(str(self.pid), timeout or 0)
        return code

    def kill(self) -> None:
        """Ends it, if it still runs."""
        self.send_signal(signal.SIGKILL)

    def send_signal(self, number: int) -> None:
        """Sends it a signal, if it still runs."""
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def _ended(self, timeout: float | None) -> int | None:
        """What stands in the pipe that only the child holds: its exit code, or nothing where it was killed."""
        with self._lock:
            if self.returncode is None and select.select([self._end], [], [], timeout)[0]:
                told = os.read(self._end, 1)
                os.close(self._end)
                self.returncode = told[0] if told else -signal.SIGKILL
            return self.returncode


class Nursery:
    """The process that forks, from the tests' side; use `close` at the end."""

    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-m", "tests.nursery", str(theirs.fileno())]
        self._process = subprocess.Popen(
            command, cwd=PROJECT, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        theirs.close()
        self._lock = threading.Lock()

    def spawn(self, module: str, *arguments: str) -> Child:
        """Another child, as `python -m module arguments` started here and now would be."""
        stdin, stdout, end = os.pipe(), os.pipe(), os.pipe()
        request = pickle.dumps(Request(module, list(arguments), str(Path.cwd()), dict(os.environ)))
        with self._lock:
            socket.send_fds(self._socket, [request], [stdin[0], stdout[1], end[1]])
            pid = int(self._socket.recv(32))
        for theirs in (stdin[0], stdout[1], end[1]):
            os.close(theirs)
        return Child(pid, stdin[1], stdout[0], end[0])

    def close(self) -> None:
        """Ends it; children that are left end when their stdin does."""
        self._socket.close()
        self._process.wait()


def main(requests: socket.socket) -> None:
    """Forks a child for every request, until there is nobody left to ask."""
    for name in LOADED:
        importlib.import_module(name)
    pinyin_of("关")  # the first look-up loads the tables
    gc.freeze()  # or every child would copy the tables when it looks for garbage
    while True:
        data, pipes, _, _ = socket.recv_fds(requests, _LONGEST, 3)
        _bury(os.WNOHANG if data else 0)
        if not data:
            return
        pid = os.fork()
        if pid == 0:
            requests.close()
            _become(pickle.loads(data), *pipes)
        for pipe in pipes:
            os.close(pipe)
        requests.send(str(pid).encode())


def _bury(options: int) -> None:
    """Takes note of children that have ended; so their time counts as that of the tests."""
    with suppress(ChildProcessError):
        while os.waitpid(-1, options)[0]:
            pass


def _become(request: Request, stdin: int, stdout: int, end: int) -> NoReturn:
    """Runs a module as if it had been started by itself, and tells its exit code."""
    code = 1
    try:
        for pipe, place in ((stdin, 0), (stdout, 1), (os.open(os.devnull, os.O_WRONLY), 2)):
            os.dup2(pipe, place)
            os.close(pipe)
        os.chdir(request.folder)
        os.environ.clear()
        os.environ.update(request.variables)
        sys.argv = [request.module, *request.arguments]
        importlib.import_module(request.module).main()
        code = 0
    finally:
        with suppress(OSError):  # nobody may be there to be told
            os.write(end, bytes([code]))
        os._exit(code)


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])))
