"""A link is opened in the reader's own browser, which gets neither the terminal nor the keys, and outlives the reader.

May import the standard library. Imported when somebody asks for it; a child, `python -m reader.tui.browser LINK`, finds
the browser and waits for it, as Python's own `webbrowser` does: some take seconds to answer.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import PurePath

IN_TERMINALS = frozenset(("browsh", "elinks", "links", "links2", "lynx", "w3m", "www-browser"))
"""Browsers that would need the terminal, which the reader has."""


def open_link(link: str, failed: Callable[[], None]) -> None:
    """Has a link opened, and comes back at once; `failed` is called, in another thread, where no browser takes it.

    Raises OSError where no process can be started.
    """
    child = subprocess.Popen(
        [sys.executable, "-P", "-m", "reader.tui.browser", link],
        env=_environment(os.environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )

    def wait() -> None:
        if child.wait():
            failed()

    threading.Thread(target=wait, name="browser", daemon=True).start()


def _environment(environ: Mapping[str, str]) -> dict[str, str]:
    """The variables without what would choose a browser that needs a terminal."""
    wanted = [choice for choice in environ.get("BROWSER", "").split(os.pathsep) if not _is_in_terminal(choice)]
    others = {name: value for name, value in environ.items() if name not in ("BROWSER", "TERM")}
    return {**others, "BROWSER": os.pathsep.join(wanted)} if any(wanted) else others


def _is_in_terminal(choice: str) -> bool:
    """Whether a command of $BROWSER is one of these browsers."""
    try:
        words = shlex.split(choice)
    except ValueError:
        words = choice.split()
    return bool(words) and PurePath(words[0]).name in IN_TERMINALS


def main() -> int:
    """The child: 0 where a browser has taken the link."""
    import webbrowser  # noqa: PLC0415 -- only here

    return int(not webbrowser.open(sys.argv[1]))


if __name__ == "__main__":
    sys.exit(main())
