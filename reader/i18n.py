"""The texts of the interface: in English where they are used, `_("…")`, in another language by its catalogue.

May import nothing of the project. `use` chooses the language for the whole process; a text is looked up when it is
shown, never when a module is imported: what stands in a table is only marked with `N_` and looked up later with `_`.
The catalogues are `locale/*.mo`, made of the translators' `locale/*.po` by `make words`; English needs none.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import GNUTranslations

SOURCE = "en"
"""The language of the texts in the code."""
FOLDER = Path(__file__).with_name("locale")
"""Where the catalogues are."""


class _Used:
    """The language that is in use and its catalogue, None for the texts as they are."""

    language = SOURCE
    catalogue: GNUTranslations | None = None


def use(language: str) -> None:
    """Has every text shown in `language` from now on. Raises FileNotFoundError where there is no catalogue for it."""
    _Used.catalogue = None if language == SOURCE else _catalogue(language)
    _Used.language = language


def language() -> str:
    """The language that is in use."""
    return _Used.language


def _(message: str) -> str:
    """A text in the language that is in use."""
    return message if _Used.catalogue is None else _Used.catalogue.gettext(message)


def N_(message: str) -> str:  # noqa: N802 -- so gettext calls it
    """The text as it is: marks one that stands in a table and is given to `_` when it is shown."""
    return message


def in_context(context: str, message: str) -> str:
    """A text whose translation depends on where it stands; `context` tells the translator where."""
    return message if _Used.catalogue is None else _Used.catalogue.pgettext(context, message)


def counted(one: str, many: str, count: int, context: str = "") -> str:
    """`1 meeting` or `5 meetings`: the form for the number, with it in place of `{count}`."""
    if _Used.catalogue is None:
        form = one if count == 1 else many
    elif context:
        form = _Used.catalogue.npgettext(context, one, many, count)
    else:
        form = _Used.catalogue.ngettext(one, many, count)
    return form.format(count=count)


def keyed(message: str) -> tuple[tuple[str, str], ...]:
    """The keys of a footer and what they do, from one text: `Enter Open|Esc Back`."""
    return tuple((key, label) for key, _space, label in (part.partition(" ") for part in message.split("|")))


def weekday(number: int) -> str:
    """The short name of a day of the week, from 0 for Monday."""
    return _("Mon|Tue|Wed|Thu|Fri|Sat|Sun").split("|")[number]


@cache
def _catalogue(language: str) -> GNUTranslations:
    from gettext import GNUTranslations  # noqa: PLC0415 -- not for English

    with (FOLDER / f"{language}.mo").open("rb") as file:
        return GNUTranslations(file)
