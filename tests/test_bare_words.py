"""Nothing that people read is left in English: a made-up language has no Latin letters, and none is seen."""

from __future__ import annotations

import re
import string
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest
from babel.messages import Catalog

from reader import i18n
from reader.cli import COMMANDS as CLI_COMMANDS
from reader.cli import program
from reader.cli.syntax import OPTIONS, SYNTAX
from reader.export import FORMATS
from reader.library.index import open_library
from reader.locale import LANGUAGES
from reader.locale.offices import gloss
from reader.tui.commands import COMMANDS
from reader.tui.widgets.meeting_list import MeetingList
from tests.command_line import Run
from tests.conftest import SAMPLES
from tests.tui.reading import lines, opened, screen, until
from tests.words import compiled, extracted

MADE_UP = "xx"
SCREENS = (
    *("j", "enter", "enter m", "slash", "enter f", "enter e n", "enter D n", "D B", "enter V", "enter V y", "x", "i"),
    *(
        "question_mark",
        "question_mark",
        "question_mark" + 12 * " pagedown",
        "colon",
        "o",
        "F",
        "M",
        "U",
        "v",
        "plus",
        "n",
        "full_stop",
        "W",
    ),
    *("C", "P", "P s", "P n", "O", "O p", "number_sign", "number_sign t", "S", "S m", "K", "enter K"),
)
"""Keys that lead to what is looked at."""
_LETTERS = str.maketrans(string.ascii_letters, "абвгдежзийклмнопрстуфхцчшщАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩ")
_WORD = re.compile(r"(?<![\w./:=$~-])[A-Za-z]{3,}(?![\w./:=-])")
"""A word; what belongs to a path, a flag or a field of a query is none."""


def made_up(text: str) -> str:
    """A text in the made-up language; its placeholders stay."""
    return "".join(part if part[:1] == "{" else part.translate(_LETTERS) for part in re.split(r"(\{[^}]*\})", text))


@pytest.fixture
def made_up_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The catalogue of the made-up language, in which the next reader speaks."""
    catalog = Catalog("en")
    for message in extracted():
        if message.id and message.context != "reading":
            several = not isinstance(message.id, str)
            found = tuple(map(made_up, message.id)) if several else made_up(message.id)
            catalog.add(message.id, found, context=message.context)
    (tmp_path / f"{MADE_UP}.mo").write_bytes(compiled(catalog))
    monkeypatch.setattr(i18n, "FOLDER", tmp_path)
    monkeypatch.setattr(program, "detect", lambda environ: MADE_UP)


def bare(text: str, known: set[str]) -> list[str]:
    """The English words of a text, but for those that are the same in every language."""
    return [word for word in _WORD.findall(text) if word not in known and not word.isupper()]


@pytest.mark.parametrize(
    "line",
    [
        ("--help",),
        *((command, "--help") for command in CLI_COMMANDS),
        ("list", "--none"),
        ("list", "--width"),
        ("list", "--format", "wrong"),
        ("show",),
        ("show", "nowhere", "--path", str(SAMPLES)),
        ("show", "000", "--width", "1"),
        ("list", str(SAMPLES), "--query", "nofield:1"),
        ("list", str(SAMPLES), "--query", "查无此词"),
        ("list", "/nowhere"),
        ("check", str(SAMPLES)),
        ("directories",),
        ("series", str(SAMPLES)),
        ("series", str(SAMPLES), "--months"),
        ("phrases", str(SAMPLES)),
        ("phrases", str(SAMPLES), "--not-in", "001"),
        ("figures", "002", "--path", str(SAMPLES)),
        ("kwic", "六稳", "--path", str(SAMPLES)),
        ("new", str(SAMPLES)),
        ("new", "001", "--path", str(SAMPLES)),
        ("compare", "001", "--path", str(SAMPLES)),
    ],
    ids=" ".join,
)
def test_the_command_line_says_nothing_in_bare_english(line: tuple[str, ...], run: Run, made_up_language: None) -> None:
    """Helps, answers and errors of the command line are all in the reader's language."""
    run(*line)
    flags = {word for option in OPTIONS.values() for word in re.findall(r"\w+", " ".join(option.flags) + option.takes)}
    sorts = {sort for syntax in SYNTAX.values() for sort in syntax.sorts}
    known = {*CLI_COMMANDS, *FORMATS, *flags, *sorts, "customs", "reader", "bash", "zsh", "fish", "enl", "epi", *line}
    shown = re.sub(r"\S*/\S*", "", run.out + run.err)
    assert bare(shown, known) == []


async def test_no_screen_says_anything_in_bare_english(made_up_language: None) -> None:
    """The main screen, its lights, its lists to choose from and its views are all in the reader's language."""
    with closing(open_library([SAMPLES])) as library:
        pinyin = {word for official in library.officials() for word in official.pinyin.split()}
    offices = re.findall("[A-Za-z]+", gloss("署长、副署长、党委书记、党委委员、政治部主任、总工程师、总检验师、署领导"))
    keys = {word for command in COMMANDS for word in re.findall(r"\w+", command.shown)}
    known = {*pinyin, *offices, *keys, "official", "since", "exact"}
    found: dict[str, list[str]] = {}
    async with opened(lang=MADE_UP) as pilot:
        await until(pilot, lambda: any(lines(pilot, screen(pilot).query_one(MeetingList))))
        for pressed in SCREENS:
            await pilot.press(*pressed.split())
            await pilot.pause()
            picture = re.findall(r">([^<>]+)</text>", pilot.app.export_screenshot(title=" "))
            if words := bare("\n".join(unescape(text).replace("\xa0", " ") for text in picture), known):
                found[pressed] = words
            await pilot.press("escape", "escape", "escape", "h")
            await until(pilot, lambda: pilot.app.screen is screen(pilot))
    assert found == {}


def test_a_further_language_is_a_catalogue_and_its_name(
    run: Run, made_up_language: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands in LANGUAGES and has a catalogue can be asked for."""
    monkeypatch.setattr(program, "LANGUAGES", (*LANGUAGES, MADE_UP))
    assert run("show", "nowhere", "--path", SAMPLES, "--lang", MADE_UP) == 2
    assert run.err.startswith(made_up("No post is named {name}.").format(name="nowhere"))
