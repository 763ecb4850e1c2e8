"""`make words`: takes the texts of the interface out of the code into the catalogues, and compiles these.

A text that is new stands in `reader/locale/*.po` without a translation until a translator gives one.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from reader.tui.commands import COMMANDS

READER = Path(__file__).resolve().parents[1] / "reader"
LOCALE = READER / "locale"
MARKS = {"_": (0,), "N_": (0,), "in_context": (1,), "counted": (0, 1)}
"""The functions of `reader.i18n` that mark texts, and which of their arguments these are."""


def extracted() -> Catalog:
    """Every text that the code marks, with the files where it stands, and the labels that are to be read in Chinese."""
    catalog = Catalog()
    for file in sorted(READER.rglob("*.py")):
        place = (str(file.relative_to(READER.parent)), 0)
        for message, context in _marked(ast.parse(file.read_text("utf-8"))):
            catalog.add(message, locations=[place], context=context)
    for command in COMMANDS:
        catalog.add(command.label, locations=[("reader/tui/commands.py", 0)], context="reading")
    return catalog


def _marked(tree: ast.Module) -> Iterator[tuple[str | tuple[str, str], str | None]]:
    """The texts that a module marks, with their contexts. Babel's own extraction passes over those in f-strings."""
    for call in ast.walk(tree):
        texts = MARKS.get(call.func.id) if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) else None
        if texts is None:
            continue
        given = [argument.value if isinstance(argument, ast.Constant) else None for argument in call.args]
        first, *others = (given[number] for number in texts)
        context = given[-1] if call.func.id == "counted" and len(given) > 3 else None
        if call.func.id == "in_context":
            context = given[0]
        if isinstance(first, str):
            yield ((first, *others) if others else first), context


def read(file: Path) -> Catalog:
    """A catalogue of `reader/locale`."""
    with file.open("rb") as opened:
        return read_po(opened, locale=file.stem)


def compiled(catalog: Catalog) -> bytes:
    """What the program reads of a catalogue: the same bytes for the same translations."""
    output = BytesIO()
    write_mo(output, catalog)
    return output.getvalue()


def updated(file: Path) -> bytes:
    """A catalogue with the texts of the code, and its translations of them; only Chinese labels are read otherwise."""
    catalog = read(file)
    catalog.update(extracted(), no_fuzzy_matching=True, update_creation_date=False)
    for message in catalog:
        if file.stem != "zh" and message.context == "reading":
            message.string = message.id
    output = BytesIO()
    write_po(output, catalog, width=120, include_lineno=False, ignore_obsolete=True)
    return output.getvalue()


def main() -> int:
    """Brings every catalogue up to date; 1 where a text has no translation yet."""
    missing = 0
    for file in sorted(LOCALE.glob("*.po")):
        file.write_bytes(updated(file))
        catalog = read(file)
        file.with_suffix(".mo").write_bytes(compiled(catalog))
        for message in catalog:
            if message.id and not all([message.string] if isinstance(message.string, str) else message.string):
                missing += 1
                print(f"{file.name}: {message.id}" + f" [{message.context}]" * bool(message.context))
    return int(missing > 0)


if __name__ == "__main__":
    sys.exit(main())
