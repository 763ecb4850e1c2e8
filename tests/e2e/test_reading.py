"""The installed command in a real pseudo-terminal, as a reader uses it."""

from __future__ import annotations

import os
import random
import re
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import write_post
from tests.terminal import CTRL_U, DOWN, ENTER, ESCAPE, TAB, Terminal


def test_the_seeds_are_filtered_as_they_are_typed(opened: Callable[..., Terminal], seeds: Path) -> None:
    """Typing 精准 leaves three meetings with 3, 2, 1 hits; Esc brings all five back."""
    with opened("--lang", "zh", seeds) as terminal:
        terminal.wait("5场会议")
        terminal.type("/精准")
        terminal.wait("3场会议 · 6处")
        assert re.findall(r"(\d)处\s", "\n".join(line[:46] + " " for line in terminal.lines)) == ["2", "3", "1"]
        terminal.type(ESCAPE)
        terminal.wait("5场会议")


QUERIES = [
    ("编辑", 0),
    ("official:nyf", 4),
    ("人物同防", 3),
    ('"人物同防"', 1),
    ("since:2022 chair:倪岳峰", 1),
]
"""What is typed into the filter, and how many meetings it leaves."""


def test_a_typed_query_leaves_as_many_meetings(opened: Callable[..., Terminal], seeds: Path) -> None:
    """Each query, typed in one burst after the slash, leaves exactly the meetings it should; Esc brings all back."""
    with opened("--lang", "zh", seeds) as terminal:
        for query, left in QUERIES:
            terminal.wait("5场会议")
            terminal.type(f"/{query}{ENTER}")
            seen = f"{query} · {left}场会议"
            terminal.wait(lambda text: seen in text.replace("”", '"'))  # noqa: B023 -- called at once
            terminal.type(ESCAPE)


def test_keys_typed_in_one_burst_are_obeyed_in_order(opened: Callable[..., Terminal], samples: Path) -> None:
    """Slash, a word, Enter and jj in one burst: the word is complete and the cursor has moved two rows on."""
    with opened("--lang", "zh", samples) as terminal:
        terminal.wait("5场会议")
        terminal.type(f"/海关{ENTER}jj")
        terminal.wait(lambda text: "海关 · 5场会议" in text and _cursor_row(terminal) == 5)


def test_editing_keys_take_their_turn(opened: Callable[..., Terminal], samples: Path) -> None:
    """Letters typed right after a backspace or ctrl+u, in the same burst, are what is left."""
    with opened("--lang", "zh", samples) as terminal:
        terminal.wait("5场会议")
        terminal.type("/口岸\x7f\x7f六保\x15六稳\x7f保")
        terminal.wait("六保 · 4场会议")


def test_hits_are_walked_into_the_next_meeting(opened: Callable[..., Terminal], samples: Path) -> None:
    """n goes from hit to hit and on into the next meeting that has one."""
    with opened("--lang", "zh", samples) as terminal:
        terminal.wait("5场会议")
        terminal.type(f"/六稳{ENTER}")
        terminal.wait("1/")
        first = _cursor_row(terminal)
        terminal.type("n" * 4)
        terminal.wait(lambda _: _cursor_row(terminal) != first)


def _cursor_row(terminal: Terminal) -> int:
    return next((number for number, line in enumerate(terminal.lines) if "›" in line), -1)


def test_an_official_is_chosen_by_initials(opened: Callable[..., Terminal], samples: Path) -> None:
    """o, nyf, Enter in one burst puts official:倪岳峰 into the query."""
    with opened("--lang", "zh", samples) as terminal:
        terminal.wait("5场会议")
        terminal.type("o")
        terminal.wait("ni yuefeng")
        terminal.type(f"nyf{ENTER}")
        terminal.wait("official:倪岳峰 · 4场会议")


def test_quitting_leaves_the_terminal_as_it_was(opened: Callable[..., Terminal], samples: Path) -> None:
    """q ends the program with exit code 0 and gives the former screen back."""
    with opened(samples) as terminal:
        terminal.wait("5 meetings")
        terminal.type("q")
        assert terminal.wait_for_end() == 0
        assert b"\x1b[?1049l" in terminal.raw


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 20)])
def test_small_terminals_are_usable(opened: Callable[..., Terminal], samples: Path, columns: int, rows: int) -> None:
    """At 80x24 and 40x20 a meeting is opened with Enter, and Esc goes back to the list."""
    with opened("--lang", "zh", samples, columns=columns, rows=rows) as terminal:
        terminal.wait("›04-28")
        terminal.type(ENTER)
        terminal.wait("›     4月28日")
        terminal.type(ESCAPE)
        terminal.wait(lambda text: "›04-28" in text and "›     4月28日" not in text)


def test_a_small_terminal_shows_the_text_of_the_meeting_under_the_cursor(
    opened: Callable[..., Terminal], samples: Path
) -> None:
    """At 40x20, whoever goes back to the list, one meeting on, and presses Enter reads that meeting, not the last."""
    with opened("--lang", "zh", samples, columns=40, rows=20) as terminal:
        terminal.wait("俞建华")
        terminal.type(ENTER)
        terminal.wait("召开  2022-04-28")
        terminal.type("G")
        terminal.wait("100%")
        terminal.type("h")
        terminal.wait("›04-28")
        terminal.type("j")
        terminal.wait("›03-15")
        terminal.type(ENTER)
        terminal.wait("召开    2022-03-15")
        terminal.type("hk")
        terminal.wait("›04-28")
        terminal.type(ENTER)
        terminal.wait(lambda text: "345字 · 100%" in text and "会议要求" in text)


def test_a_resize_keeps_the_text(opened: Callable[..., Terminal], samples: Path) -> None:
    """A narrower window shows the list alone; a wider one shows both again."""
    with opened("--lang", "zh", samples) as terminal:
        terminal.wait("召开  2022-04-28")
        terminal.resize(50, 20)
        terminal.wait(lambda text: "› " not in text and "›04-28" in text and "召开" not in text)
        terminal.resize(110, 32)
        terminal.wait("召开  2022-04-28")


POINTER_SHAPE = re.compile(rb"\x1b\]22;[a-z-]+\x07")
"""The one control string of Textual's own that ends in a bell."""
HOSTILE = "\x1b]52;c;cHduZWQ=\x07\x1b[2J\x9b31m[bold]粗[/bold][@click=app.quit]退[/]\u202e反\u2066&#27;[31m&#155;5m"


def test_no_control_sequence_of_a_post_reaches_the_terminal(opened: Callable[..., Terminal], tmp_path: Path) -> None:
    """A post full of escape sequences, bidi marks and markup is shown as plain text, and nothing of it is obeyed."""
    folder = tmp_path / "posts"
    folder.mkdir()
    write_post(
        folder,
        "恶意\x1b[31m.txt",
        "标题" + HOSTILE,
        f"<p>{HOSTILE}</p><p>海关总署召开例会。</p>" + f"<p>编辑/ {HOSTILE}</p>",
    )
    with opened("--lang", "zh", folder) as terminal:
        terminal.wait("标题")
        terminal.type("a")
        terminal.wait("1篇")
        terminal.wait("[bold]粗[/bold]")
        terminal.type("/\x1b[200~粗\x07\u202e细\x1b[201~")
        terminal.wait("粗细 · 0篇")
        written = bytes(terminal.raw)
    assert POINTER_SHAPE.sub(b"", written).count(b"\x07") == 0
    for forbidden in (b"\x1b]52", b"\x1b[2J", b"\xc2\x9b", "\u202e".encode(), "\u2066".encode()):
        assert forbidden not in written


def test_an_empty_folder_says_what_to_do(opened: Callable[..., Terminal], tmp_path: Path) -> None:
    """A folder of pictures only is opened with one sentence and the way on."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "a.png").write_bytes(b"\x89PNG")
    with opened("--lang", "en", folder) as terminal:
        terminal.wait("There is no post to read here.")


def test_a_bad_query_is_explained_and_the_last_result_stays(opened: Callable[..., Terminal], samples: Path) -> None:
    """An unknown field is explained at the foot while the list stays as it was."""
    with opened("--lang", "en", samples) as terminal:
        terminal.wait("5 meetings")
        terminal.type("/since:2022-13")
        terminal.wait("2022-13")
        assert "俞建华" in terminal.text


KEYS = [
    *"jkgGbduNnato/hl ?:",
    "ｊ",
    "、",
    "精准",
    "official:n",
    " -",
    '"',
    "|",
    "a*防",
    "\x15",
    "\x7f",
    ENTER,
    ESCAPE,
    TAB,
]
ARROWS = ["\x1b[A", DOWN, "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~"]
TYPED = 120
"""How many random keys a reader gets."""
SIZES = [(110, 32), (80, 24), (40, 20), (20, 8), (160, 45), (5, 3)]


@pytest.mark.parametrize("seed", range(3))
def test_nothing_that_is_typed_ends_the_reader(opened: Callable[..., Terminal], samples: Path, seed: int) -> None:
    """Many random keys and resizes later, Esc and q still leave it in order."""
    chance = random.Random(seed)
    with opened("--lang", "zh", samples) as terminal:
        terminal.wait("5场会议")
        for _ in range(TYPED):
            terminal.type(chance.choice(KEYS + ARROWS))
            if chance.random() < 0.15:
                terminal.resize(*chance.choice(SIZES))
            terminal.take_in()
        terminal.resize(110, 32)
        for key in [ESCAPE, "q"] * 10:  # an Esc that came with the q would be another key
            terminal.type(key)
            if not terminal.take_in(0.4):
                break
        assert terminal.wait_for_end() == 0
        assert b"Traceback" not in terminal.raw


@pytest.mark.parametrize(
    ("burst", "seen"),
    [
        ("f口岸", "查 口岸 1/"),
        (f"f口岸{ENTER}jj", "›01-24"),
        (f"onyf{ENTER}", "official:倪岳峰 · 4场会议"),
        (f"onyf{ENTER}jjj", "›08-06"),
        (f"m要点{ENTER}", "备注"),
        ("3j", "464字"),
    ],
)
def test_keys_after_one_that_opens_something_are_not_lost(
    opened: Callable[..., Terminal], samples: Path, burst: str, seen: str
) -> None:
    """What is typed in one burst with f, o or m arrives in the line that it opens, and Enter in its turn."""
    with opened("--lang", "zh", samples) as terminal:
        terminal.wait("5场会议")
        terminal.type(burst)
        terminal.wait(seen)


def test_what_is_typed_ahead_of_the_start_is_obeyed(opened: Callable[..., Terminal], samples: Path) -> None:
    """Slash, a word, Enter and jj typed before the reader listens: the filter is done and the cursor two rows on."""
    with opened("--lang", "zh", samples) as terminal:
        terminal.type(f"/海关{ENTER}jj")
        terminal.wait(lambda text: "海关 · 5场会议" in text and _cursor_row(terminal) == 5)


def test_a_reader_that_is_killed_keeps_its_place(opened: Callable[..., Terminal], samples: Path) -> None:
    """Two pages on, a rest, kill -9: the text opens where it was left."""
    marks = Path(os.environ["XDG_STATE_HOME"]) / "customs-reader" / "marks.sqlite3"
    with opened("--lang", "zh", samples, rows=14) as terminal:
        terminal.wait("5场会议")
        terminal.type(f"{ENTER}  ")
        terminal.take_in(0.3)
        here = _unmarked(terminal)
        terminal.wait(lambda _: _kept(marks))
        os.kill(terminal.pid, signal.SIGKILL)
    with opened("--lang", "zh", samples, rows=14) as terminal:
        terminal.wait(lambda _: _unmarked(terminal) == here)


def _unmarked(terminal: Terminal) -> list[str]:
    """The lines of the text beside the list, without the marks at its margin."""
    return [line.strip(" ›") for line in terminal.part(50, 10)]


def _kept(marks: Path) -> bool:
    """Whether a place is kept in the marks."""
    with closing(sqlite3.connect(marks)) as connection:
        return bool(connection.execute("SELECT 1 FROM mark WHERE paragraph IS NOT NULL").fetchone())


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_whoever_is_ended_from_outside_leaves_the_terminal_as_it_was(
    opened: Callable[..., Terminal], samples: Path, number: signal.Signals
) -> None:
    """Ended by a signal, the reader leaves the other screen, shows the cursor again, and tells by which."""
    with opened("--lang", "zh", samples) as terminal:
        terminal.wait("5场会议")
        os.kill(terminal.pid, number)
        assert terminal.wait_for_end() == 128 + number
        assert b"\x1b[?1049l" in terminal.raw
        assert terminal.raw.rfind(b"\x1b[?25h") > terminal.raw.rfind(b"\x1b[?25l")


def test_what_is_typed_and_pasted_is_in_the_line(opened: Callable[..., Terminal], samples: Path) -> None:
    """A full-width space parts two words of the filter, and of several lines that are pasted none is lost."""
    with opened("--lang", "zh", samples) as terminal:
        terminal.wait("5场会议")
        terminal.type(f"/口岸　同防{ENTER}")
        terminal.wait("口岸 同防 · 4场会议")
        terminal.type(f"/{CTRL_U}")
        terminal.paste("六稳\n六保")
        terminal.type(ENTER)
        terminal.wait("六稳 六保 · 4场会议")
