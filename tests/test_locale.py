"""The texts of the interface stand in English in the code, and in each other language in a catalogue."""

from __future__ import annotations

import string
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader.cli import COMMANDS
from reader.cli.arguments import program_help
from reader.cli.commands import RUN
from reader.cli.syntax import ABOUT, EXAMPLES, READ, SYNTAX
from reader.i18n import N_, counted, in_context, keyed, language, use
from reader.i18n import _ as text
from reader.library.model import Notice, NoticeCode
from reader.locale import LANGUAGES, detect, offices
from reader.query import QueryError, QueryErrorCode
from reader.readout.faults import Fault, FaultCode
from reader.readout.people import ACT_LABELS, ACTS, Act
from tests.words import LOCALE, compiled, extracted, read

CATALOGUES = sorted(LOCALE.glob("*.po"))


def forms(message: str | Sequence[str]) -> list[str]:
    """One text, or that for one and that for more."""
    return [message] if isinstance(message, str) else list(message)


def placeholders(message: str) -> set[str | None]:
    return {field for _, field, _, _ in string.Formatter().parse(message) if field is not None}


def test_a_text_is_shown_in_the_language_that_is_in_use() -> None:
    """The same place in the code speaks English or Chinese, as the process was told."""
    use("en")
    assert (language(), text("The file is empty.")) == ("en", "The file is empty.")
    assert in_context("title", "Named") == "Named"
    assert counted("{count} hit", "{count} hits", 1) == "1 hit"
    assert counted("{count} hit", "{count} hits", 5) == "5 hits"
    use("zh")
    assert (language(), text("The file is empty."), N_("The file is empty.")) == (
        *("zh", "文件是空的。"),
        "The file is empty.",
    )
    assert (text("Named"), in_context("title", "Named")) == ("列名", "列名表")
    assert counted("{count} meeting", "{count} meetings", 1) == "1场会议"
    assert counted("{count} meeting", "{count} meetings", 5, "short") == "5场"


def test_a_language_without_a_catalogue_is_refused() -> None:
    """Nobody reads half a screen in a language that is not there."""
    with pytest.raises(FileNotFoundError):
        use("qq")


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
    assert {(message.id, message.context) for message in catalog if message.id} == wanted
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


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_fault_and_query_error_has_a_sentence(lang: str) -> None:
    """Whatever can be wrong with a post, a query or a file of ours is one sentence, with and without a detail."""
    use(lang)
    for detail in ("", "7", "EACCES"):
        for fault in FaultCode:
            assert Fault(fault, detail).sentence.endswith((".", "。"))
        for error in QueryErrorCode:
            assert QueryError(error, 0, 1, detail).sentence.endswith((".", "。", "?", "？"))
        for notice in NoticeCode:
            assert detail in Notice(notice, detail).sentence or "{detail}" not in Notice(notice, "{detail}").sentence
    assert set(ACTS) == set(ACT_LABELS) == set(Act)


def test_a_detail_stands_in_its_sentence() -> None:
    """The line of broken front matter and the reason of a closed file are named."""
    assert "line 3" in Fault(FaultCode.FRONT_MATTER_BROKEN, "3").sentence
    use("zh")
    assert "没有读取权限" in Fault(FaultCode.UNREADABLE, "EACCES").sentence
    assert "EOWNERDEAD" in Fault(FaultCode.UNREADABLE, "EOWNERDEAD").sentence


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "xx:zh_CN:en"}, "zh"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "zh"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
    ],
)
def test_the_language_is_that_of_the_environment(environ: dict[str, str], lang: str) -> None:
    """A Chinese locale gives Chinese, any other English; an empty variable is none."""
    assert detect(environ) == lang


@pytest.mark.parametrize(
    ("role", "gloss"),
    [
        ("海关总署署长、党委书记", "Minister of GACC, CPC Committee Secretary, GACC"),
        ("副署长", "Vice Minister"),
        ("在京总署党委委员", "Member of the CPC GACC Committee"),
        ("在京署领导", "GACC leader"),
        ("行长、党委书记", ""),
        ("新闻出版署署长", ""),
        (None, ""),
    ],
)
def test_only_offices_of_customs_are_glossed(role: str | None, gloss: str) -> None:
    """A Minister of GACC is called so; the party secretary of a bank is not."""
    assert offices.gloss(role) == gloss
    use("zh")
    assert offices.gloss(role) == ""


def test_every_command_is_known_wherever_commands_are_told() -> None:
    """Each command is read from the command line, carried out, explained with an example, and listed by the help."""
    assert [set(table) - {READ} for table in (SYNTAX, RUN, ABOUT, EXAMPLES)] == [set(COMMANDS)] * 4
    for lang in LANGUAGES:
        use(lang)
        assert [command for command in COMMANDS if f"\n  {command} " not in program_help()] == [], lang
        assert max(map(len, program_help().splitlines())) <= 100
