"""The languages of the interface: their catalogues, which of them the environment asks for, the English of offices.

May import nothing of the project but `i18n`. A further language is its catalogue (`xx.po`, see `make words`) and its
name in LANGUAGES.
"""

from __future__ import annotations

from collections.abc import Mapping

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
