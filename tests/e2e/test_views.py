"""The views over the reader in a real pseudo-terminal: opened, a passage looked at, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.every_view import VIEWS
from tests.terminal import ENTER, ESCAPE, Terminal

SIZES = [(110, 32), (80, 24), (40, 20)]
ALL = {"zh": "5场会议", "en": "5 meetings"}
"""What the foot says when every sample has been read."""
SAID = {"zh": "此前说过", "en": "Said before"}
"""What stands above the passages that were said before."""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("lang", "named"), [("zh", "新列名"), ("en", "newly named")])
def test_two_meetings_are_compared(
    opened: Callable[..., Terminal], samples: Path, size: tuple[int, int], lang: str, named: str
) -> None:
    """C compares the second meeting with the former of its series; Enter shows the clause, Esc is back in both."""
    with opened("--lang", lang, samples, columns=size[0], rows=size[1]) as terminal:
        terminal.wait(ALL[lang])
        terminal.type("jC")
        terminal.wait(named)
        terminal.wait("许大纯")
        terminal.type("n" + ENTER)
        terminal.wait(lambda text: named not in text and "第四十九次" in text.replace("\n", ""))
        terminal.type(ESCAPE)
        terminal.wait(lambda text: "+ 2022-03-15" in text)
        terminal.type(ESCAPE)
        terminal.wait(lambda text: "+ 2022-03-15" not in text)
        assert not terminal.screen.beyond


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("lang", "share"), [("zh", "新提法"), ("en", "new wording")])
def test_new_wording_is_told_and_walked(
    opened: Callable[..., Terminal], samples: Path, size: tuple[int, int], lang: str, share: str
) -> None:
    """D tells the share of new words, n lights the first new passage, W tells where the rest was said before."""
    with opened("--lang", lang, samples, columns=size[0], rows=size[1]) as terminal:
        terminal.wait(ALL[lang])
        terminal.type("jlD")
        terminal.wait(f"{share} 56.6%")
        terminal.type("n")
        terminal.wait("1/12")
        terminal.type("W")
        terminal.wait(lambda text: "2021-12-13" in text and SAID[lang] in text)
        terminal.type(ENTER)
        terminal.wait(lambda text: "第四十六次" in text and SAID[lang] not in text)
        terminal.type(ESCAPE + ESCAPE)
        terminal.wait(f"{share} 56.6%")
        assert not terminal.screen.beyond


def test_the_real_shares_stand_in_the_foot(opened: Callable[..., Terminal], seeds: Path) -> None:
    """Walking down the real meetings with new wording shown, the foot tells their shares; of the first none is told."""
    with opened("--lang", "zh", seeds) as terminal:
        terminal.wait("5场会议")
        terminal.type("D")
        for told in ("新提法 70.5%", "新提法 59.9%", "新提法 83.4%", "新提法 81.7%", "本集此前没有会议"):
            terminal.wait(told)
            terminal.type("j")


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_view_is_usable_on_a_small_terminal(
    opened: Callable[..., Terminal], samples: Path, size: tuple[int, int], lang: str
) -> None:
    """Each view opens over the work conference, tells what it is for, stays within the terminal, and Esc leaves it."""
    with opened("--lang", lang, samples, columns=size[0], rows=size[1]) as terminal:
        terminal.wait(ALL[lang])
        terminal.type("jj")
        for view in VIEWS:
            terminal.type(view.keys)
            terminal.wait(view.seen)
            terminal.take_in()
            assert not terminal.screen.beyond
            terminal.type(ESCAPE)
            terminal.wait("›01-24")


@pytest.mark.parametrize("keys", [f"nn{ENTER}", "q", "zzq", f"W/{ENTER}q"])
def test_keys_typed_right_after_a_view_is_left_are_for_the_reader(
    opened: Callable[..., Terminal], samples: Path, keys: str
) -> None:
    """Left in one burst with a filter, a view takes none of its letters, and gives back none that were its own."""
    with opened("--lang", "zh", samples) as terminal:
        terminal.wait(ALL["zh"])
        terminal.type("jC")
        terminal.wait("新列名")
        terminal.type(f"{keys}/zzqx{ENTER}")
        terminal.wait("zzqx · 0场会议")
