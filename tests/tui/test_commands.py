"""The one table of commands, and what is made from it."""

from __future__ import annotations

from textual.keys import _character_to_key

from reader.tui.commands import COMMANDS, key_names
from reader.views import VIEWS
from tests.tui.reading import reader


async def test_every_command_can_be_obeyed() -> None:
    """The part that a command names has an answer to it."""
    main = reader().main
    obeying = {command.name: main if command.part == "screen" else main.part(command.part) for command in COMMANDS}
    views = {view.command for view in VIEWS.values()}
    assert [name for name, part in obeying.items() if name not in views and not hasattr(part, f"do_{name}")] == []


def test_no_key_means_two_things() -> None:
    """Each key stands in the table once."""
    keys = [name for command in COMMANDS for name in key_names((*command.keys, *command.typing_keys))]
    assert len(keys) == len(set(keys))


def test_keys_of_a_chinese_input_method_are_twins() -> None:
    """／, ？ and ｊ do what /, ? and j do; the ideographic space is a space."""
    assert key_names(("/",)) == ["slash", "fullwidth_solidus"]
    assert key_names(("?",)) == ["question_mark", "fullwidth_question_mark"]
    assert key_names(("j",)) == ["j", "ｊ"]
    assert key_names((" ",)) == ["space", "ideographic_space"]


def test_every_key_has_the_name_that_textual_gives_it() -> None:
    """Whatever character a command has, its key arrives under the name that is bound."""
    for character in map(chr, range(0x20, 0x7F)):
        assert key_names((character,))[0] == _character_to_key(character)
