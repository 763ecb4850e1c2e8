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
from reader.tui.commands import COMMANDS
from tests.command_line import Run
from tests.conftest import SAMPLES
from tests.tui.reading import opened
from tests.words import compiled, extracted

MADE_UP = "xx"
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
    ],
    ids=" ".join,
)
def test_the_command_line_says_nothing_in_bare_english(line: tuple[str, ...], run: Run, made_up_language: None) -> None:
    """Helps, answers and errors of the command line are all in the reader's language."""
    run(*line)
    flags = {word for option in OPTIONS.values() for word in re.findall(r"\w+", " ".join(option.flags) + option.takes)}
    sorts = {sort for syntax in SYNTAX.values() for sort in syntax.sorts}
    known = {*CLI_COMMANDS, *FORMATS, *flags, *sorts, "customs", "reader", "bash", "zsh", "fish", *line}
    shown = re.sub(r"\S*/\S*", "", run.out + run.err)
    assert bare(shown, known) == []


@pytest.mark.parametrize("key", ["colon", "o", "x", "V,x"])
async def test_no_dialog_says_anything_in_bare_english(key: str, made_up_language: None) -> None:
    """Lists to choose from and their footers are all in the reader's language."""
    with closing(open_library([SAMPLES])) as library:
        pinyin = {word for official in library.officials() for word in official.pinyin.split()}
    async with opened(lang="en") as pilot:
        await pilot.press("enter")
        i18n.use(MADE_UP)
        await pilot.press(*key.split(","))
        await pilot.pause()
        picture = pilot.app.export_screenshot()
    shown = "\n".join(unescape(found).replace("\xa0", " ") for found in re.findall(r">([^<>]+)</text>", picture))
    known = {word for command in COMMANDS for word in re.findall(r"\w+", command.shown)}
    assert bare(shown, known | pinyin) == []


def test_a_further_language_is_a_catalogue_and_its_name(
    run: Run, made_up_language: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands in LANGUAGES and has a catalogue can be asked for."""
    monkeypatch.setattr(program, "LANGUAGES", (*LANGUAGES, MADE_UP))
    assert run("show", "nowhere", "--path", SAMPLES, "--lang", MADE_UP) == 2
    assert run.err.startswith(made_up("No post is named {name}.").format(name="nowhere"))
