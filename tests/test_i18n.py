"""The texts of the interface stand in English in the code, and in each other language in a catalogue."""

from __future__ import annotations

import string
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from reader import i18n
from reader.i18n import N_, counted, in_context, keyed
from reader.i18n import _ as text
from tests.words import LOCALE, compiled, extracted, read

CATALOGUES = sorted(LOCALE.glob("*.po"))


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    """What a test sets is that of the others again after it."""
    before = i18n.language()
    yield
    i18n.use(before)


def forms(message: str | Sequence[str]) -> list[str]:
    """One text, or that for one and that for more."""
    return [message] if isinstance(message, str) else list(message)


def placeholders(message: str) -> set[str | None]:
    return {field for _, field, _, _ in string.Formatter().parse(message) if field is not None}


def test_a_text_is_shown_in_the_language_that_is_in_use() -> None:
    """The same place in the code speaks English or Chinese, as the process was told."""
    i18n.use("en")
    assert (i18n.language(), text("The file is empty.")) == ("en", "The file is empty.")
    assert in_context("title", "Named") == "Named"
    assert counted("{count} hit", "{count} hits", 1) == "1 hit"
    assert counted("{count} hit", "{count} hits", 5) == "5 hits"
    i18n.use("zh")
    assert (i18n.language(), text("The file is empty."), N_("The file is empty.")) == (
        *("zh", "文件是空的。"),
        "The file is empty.",
    )
    assert (text("Named"), in_context("title", "Named")) == ("列名", "列名表")
    assert counted("{count} meeting", "{count} meetings", 1) == "1场会议"
    assert counted("{count} meeting", "{count} meetings", 5, "short") == "5场"


def test_a_language_without_a_catalogue_is_refused() -> None:
    """Nobody reads half a screen in a language that is not there."""
    with pytest.raises(FileNotFoundError):
        i18n.use("xx")


def test_a_footer_is_one_text() -> None:
    """Keys and what they do are translated together."""
    assert keyed("Enter Open|Del Take away|Esc Back") == (("Enter", "Open"), ("Del", "Take away"), ("Esc", "Back"))


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_what_the_program_reads_is_what_the_translator_wrote(file: Path) -> None:
    """A catalogue is compiled (`make words`) whenever a translation changes."""
    assert file.with_suffix(".mo").read_bytes() == compiled(read(file))


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_every_text_has_a_translation(file: Path) -> None:
    """No text of the code is missing in a catalogue, and none is empty, doubtful or left over from an older wording."""
    catalog = read(file)
    wanted = {(message.id, message.context) for message in extracted() if message.id}
    assert [text for text, context in wanted if not catalog.get(text, context)] == []
    assert not catalog.obsolete
    assert [message.id for message in catalog if message.id and (message.fuzzy or not all(forms(message.string)))] == []


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_a_translation_has_the_details_and_the_keys_of_the_text(file: Path) -> None:
    """A sentence that names a path in English names it in Chinese, and a footer has the same keys in both."""
    for message in read(file):
        if message.id and message.context != "reading":
            for translation in forms(message.string):
                assert placeholders(translation) == placeholders(forms(message.id)[-1]), message.id
                assert translation.count("|") == forms(message.id)[-1].count("|") or "||" in translation, message.id
