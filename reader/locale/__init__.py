"""The interface in Chinese and English. May import nothing of the project.

Each section of words is a class that declares its sentences and one module a language that gives all of them: `base`
and `zh`, `en` for those that several rooms share; `cli`, `screen` and `views`, each with a loader beside its class, and
`cli_zh`, `cli_en`, … for those of one room. Only the language that is needed is imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from reader.i18n import own_language, use
from reader.locale.base import Offices, Words

__all__ = ["LANGUAGES", "Words", "detect", "words"]

LANGUAGES = ("zh", "en")
"""The languages of the interface, as `--lang` takes them."""


def detect(environ: Mapping[str, str]) -> str:
    """`zh` where the environment asks for messages in Chinese, else `en`.

    As gettext does it: the first of LC_ALL, LC_MESSAGES, LANG that is set is the locale; LANGUAGE, a list in order of
    preference, goes before it unless that locale is C.
    """
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    wishes = environ.get("LANGUAGE", "").split(":") if locale.split(".")[0] not in ("C", "POSIX") else []
    for wish in [*wishes, locale]:
        language = wish.lower()[:2]
        if language in LANGUAGES:
            return language
    return "en"


def words(lang: str) -> Words:
    """The words that every room shares, in one of LANGUAGES. Raises ModuleNotFoundError for another."""
    use(lang)
    own = import_module(f"reader.locale.{own_language(lang)}")
    return Words(lang, own.Labels(), Offices())
