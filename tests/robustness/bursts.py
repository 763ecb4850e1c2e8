"""`python -m tests.robustness.bursts [BURSTS] [SEED]`: keys typed in bursts, against the same keys typed one by one.

Two readers in pseudo-terminals get the same keys: one all at once, the other with a pause after each. Both must show
the same in the end: no key is lost, none overtakes another.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.benchmarks.keys import environment
from tests.conftest import SAMPLES
from tests.robustness.changing import say
from tests.terminal import COMMAND, Terminal

ENTER, ESCAPE, CLEAR, ERASE = "\r", "\x1b", "\x15", "\x7f"
WORDS = ("海关", "口岸", "同防", "精准", "六稳", "since:2022", "official:nyf", "外贸 口岸", "-视频")
LOOKED_UP = ("nyf", "xsfx", "46", "2021-12", "shangyipian")
PAUSE, QUIET, LATE = 0.06, 0.25, 1.0
"""Seconds after each single key; without output until a screen is settled; more where the two differ."""


def burst(random: Random) -> Iterator[str]:
    """One to four things that a reader does."""
    for _ in range(random.randrange(1, 5)):
        yield from random.choice(
            [
                ["/", CLEAR, *random.choice(WORDS), ENTER],
                ["/", CLEAR, *random.choice(WORDS), ERASE, ENTER, "n"],
                ["f", *random.choice(WORDS[:5]), ENTER],
                ["j"] * random.randrange(1, 4),
                ["k"] * random.randrange(1, 3),
                [str(random.randrange(1, 4)), "j"],
                ["G"],
                ["U"],
                [":", *random.choice(LOOKED_UP), ENTER],
                ["?", "/", *random.choice(WORDS[:5]), ENTER, "j", "q"],
            ]
        )


def screen(terminal: Terminal, quiet: float = QUIET) -> str:
    """What is shown once nothing comes any more."""
    terminal.take_in(quiet)
    return "\n".join(terminal.lines)


def differences(bursts: int, seed: int) -> Iterator[tuple[str, str, str]]:
    """The keys of each burst after which the two screens differ, and both screens."""
    random = Random(seed)
    argv = [COMMAND, "--lang", "zh", str(SAMPLES)]
    with (
        tempfile.TemporaryDirectory() as one,
        tempfile.TemporaryDirectory() as other,
        Terminal(argv, environment=environment(Path(one))) as fast,
        Terminal(argv, environment=environment(Path(other))) as slow,
    ):
        for terminal in (fast, slow):
            terminal.wait("5场会议")
            screen(terminal, LATE)
        for _ in range(bursts):
            keys = list(burst(random))
            fast.type("".join(keys))
            for key in keys:
                slow.type(key)
                slow.take_in(PAUSE)
            if screen(fast) != screen(slow) and (shown := screen(fast, LATE)) != (wanted := screen(slow, LATE)):
                yield " ".join(map(repr, keys)), shown, wanted
            for terminal in (fast, slow):
                for _ in range(3):
                    terminal.type(ESCAPE)
                    terminal.take_in(0.15)


def main() -> int:
    """Types so many bursts; prints where the two readers differ."""
    bursts, seed = [int(word) for word in (*sys.argv[1:], *("200", "1")[len(sys.argv) - 1 :])]
    found = 0
    for keys, shown, wanted in differences(bursts, seed):
        found += 1
        say(f"{keys}\n{shown}\n{'-' * 40}\n{wanted}\n")
    say(f"{bursts} bursts (seed {seed}): {found} differ")
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
