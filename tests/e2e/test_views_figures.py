"""The figures in a real pseudo-terminal, as a reader uses them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.terminal import ENTER, ESCAPE, Terminal


def test_a_figure_is_looked_up_and_its_text_read(opened: Callable[..., Terminal], samples: Path) -> None:
    """# lists the figures of the work conference, t follows one, Enter opens its text, Esc comes back twice."""
    with opened("--lang", "zh", samples, columns=80, rows=24) as terminal:
        terminal.wait("5场会议")
        terminal.type("jj#")
        terminal.wait("20个数据")
        terminal.type("Gkt")
        terminal.wait("见于5场会议中的1场")
        terminal.wait("39.1万亿元  ======")
        terminal.type(ENTER)
        terminal.wait(
            lambda text: "见于" not in text and "外贸总值39.1万亿元" in text.replace("\n", "").replace(" ", "")
        )
        terminal.type(ESCAPE)
        terminal.wait("见于5场会议中的1场")
        terminal.type(ESCAPE)
        terminal.wait("20个数据")
        terminal.type("q")
        terminal.wait(lambda text: "20个数据" not in text)
        terminal.type("q")
        assert terminal.wait_for_end() == 0


def test_a_text_without_figures_says_so(opened: Callable[..., Terminal], samples: Path) -> None:
    """The newest meeting of the samples has none, and the foot says it in one sentence."""
    with opened("--lang", "en", samples, columns=80, rows=24) as terminal:
        terminal.wait("5 meetings")
        terminal.type("#")
        terminal.wait("This text holds no figures")
