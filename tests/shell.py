"""`python -m tests.shell COMMAND …`: as much of a shell as runs one program, is stopped into, and brings it back.

It prints a line whenever it has the terminal: the program's process, and whether the terminal is as it was; then it
takes `fg`, or `bg`.
"""

from __future__ import annotations

import os
import signal
import sys
import termios

from tests.robustness.changing import say


def main() -> int:
    """Runs the command as a job of its own, as shells do, until it ends."""
    modes = termios.tcgetattr(0)
    job = os.fork()
    if job == 0:
        os.setpgid(0, 0)
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        os.tcsetpgrp(0, os.getpid())
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        os.execvp(sys.argv[1], sys.argv[1:])
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    while True:
        _, status = os.waitpid(job, os.WUNTRACED)
        os.tcsetpgrp(0, os.getpgrp())
        kept = "as before" if termios.tcgetattr(0) == modes else "CHANGED"
        if not os.WIFSTOPPED(status):
            say(f"job {job} ended with {os.waitstatus_to_exitcode(status)}, terminal {kept}")
            return 0
        termios.tcsetattr(0, termios.TCSANOW, modes)
        say(f"job {job} stopped, terminal {kept}")
        if input() == "fg":
            os.tcsetpgrp(0, job)
        os.killpg(job, signal.SIGCONT)


if __name__ == "__main__":
    sys.exit(main())
