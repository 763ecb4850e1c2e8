"""Both languages say everything, with the same details in it."""

from __future__ import annotations

import inspect
import string
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from reader.cli import COMMANDS
from reader.cli.commands import RUN
from reader.cli.syntax import READ, SYNTAX
from reader.locale import LANGUAGES, detect, words
from reader.locale.cli import CliWords, cli_words
from reader.locale.views import view_words
from reader.query import QueryErrorCode
from reader.readout.faults import FaultCode
from reader.readout.people import Act


def sections(lang: str) -> list[Any]:
    """Every section of words of one language."""
    shared = words(lang)
    return [shared.faults, shared.query, shared.labels, shared.offices, cli_words(lang), *view_words(lang)]


def declared(section: Any) -> list[str]:
    """What a section's class says it has."""
    return [name for parent in type(section).__mro__[1:-1] for name in inspect.get_annotations(parent)]


def sentences(value: Any) -> Iterator[str]:
    """Every text in a value, with the keys of mappings left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from sentences(item)
    elif isinstance(value, tuple | frozenset):
        for item in value:
            yield from sentences(item)


def placeholders(text: str) -> list[str]:
    return sorted(field for _, field, _, _ in string.Formatter().parse(text) if field is not None)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_missing(lang: str) -> None:
    """Every declared word has a value in each language, and no sentence is empty."""
    for section in sections(lang):
        for name in declared(section):
            assert hasattr(section, name), f"{type(section).__name__}.{name}"
            assert all(text.strip() or text == "" == name for text in sentences(getattr(section, name)))


def test_both_languages_have_the_same_keys_and_placeholders() -> None:
    """A sentence that names a path in Chinese names it in English, too."""
    for one, other in zip(sections("zh"), sections("en"), strict=True):
        for name in declared(one):
            here, there = getattr(one, name), getattr(other, name)
            if isinstance(here, Mapping) and name != "names":
                assert sorted(here) == sorted(there)
                pairs = [(here[key], there[key]) for key in here]
            else:
                pairs = [(here, there)] if isinstance(here, str) else []
            for text, twin in pairs:
                if name != "help":
                    assert placeholders(text) == placeholders(twin), (name, text, twin)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_fault_and_query_error_has_a_sentence(lang: str) -> None:
    """Whatever can be wrong with a post or a query is said in one sentence, with and without a detail."""
    shared = words(lang)
    for detail in ("", "7", "EACCES"):
        for fault in FaultCode:
            assert shared.faults.sentence(fault, detail).endswith((".", "。"))
        for error in QueryErrorCode:
            assert shared.query.sentence(error, detail).endswith((".", "。", "?", "？"))
    assert set(shared.labels.acts) == set(Act)


def test_a_detail_stands_in_its_sentence() -> None:
    """The line of broken front matter and the reason of a closed file are named."""
    assert "line 3" in words("en").faults.sentence(FaultCode.FRONT_MATTER_BROKEN, "3")
    assert "没有读取权限" in words("zh").faults.sentence(FaultCode.UNREADABLE, "EACCES")
    assert "EOWNERDEAD" in words("zh").faults.sentence(FaultCode.UNREADABLE, "EOWNERDEAD")


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "de_DE.UTF-8", "LANGUAGE": "fr:zh_CN:en"}, "zh"),
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
    assert words("en").offices.gloss(role) == gloss
    assert words("zh").offices.gloss(role) == ""


def test_every_command_is_known_wherever_commands_are_told() -> None:
    """Each command is read from the command line, carried out, explained with an example, and listed by the help."""
    assert [set(table) - {READ} for table in (SYNTAX, RUN)] == [set(COMMANDS)] * 2
    for lang in LANGUAGES:
        own: CliWords = cli_words(lang)
        assert [set(table) - {READ} for table in (own.commands, own.examples)] == [set(COMMANDS)] * 2, lang
        assert [command for command in COMMANDS if f"\n  {command} " not in own.help] == [], lang
        assert max(map(len, own.help.splitlines())) <= 100
