"""The settings: a file that is wrong is told and not fatal, what is right counts."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli import main
from reader.i18n import use
from reader.library.index import open_library
from reader.library.places import settings_file
from reader.locale import LANGUAGES
from reader.settings import ALLOWED, COMMENTS, Settings, as_toml, load
from reader.text.cells import cells
from reader.tui.app import ReaderApp
from reader.tui.commands import COMMANDS, PREFIXES
from reader.tui.keymap import rebound
from reader.tui.opening import Opening
from reader.tui.widgets.filter_bar import FilterBar
from reader.tui.widgets.status_bar import StatusBar
from tests.conftest import SAMPLES
from tests.tui.reading import lines, listed, opened, screen, status, text_pane, title, until


def write(text: str) -> Path:
    """The settings file of this test's own home."""
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_every_language_can_be_set() -> None:
    """The settings take every language of the interface, or none."""
    assert ALLOWED["language"] == ("", *LANGUAGES)


def test_no_file_means_the_defaults() -> None:
    """Without a file nothing is wrong and everything is as it was made."""
    assert load(settings_file()) == (Settings(), [])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_config_prints_are_the_defaults(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`config` prints every setting with a comment; saved, it changes nothing."""
    assert main(["config", "--lang", lang]) == 0
    printed = capsys.readouterr().out
    assert tomllib.loads(printed) == {**Settings()._asdict(), "keys": {}}
    assert load(write(printed)) == (Settings(), [])
    assert set(COMMENTS) == set(Settings._fields) == {*ALLOWED, "keys"}


def test_what_is_wrong_is_told_and_the_rest_counts(capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown name and a value that is not allowed are named; the other settings hold."""
    write('theme = "pink"\nmeasure = 60\ncolour = 1\nline_spacing = true\n')
    settings, wrong = load(settings_file())
    assert settings == Settings(measure=60)
    assert {(item.code, item.detail.split(" ")[0]) for item in wrong} == {
        ("unknown", "colour"),
        ("value", "theme"),
        ("value", "line_spacing"),
    }
    assert main(["config", "--lang", "en"]) == 0
    said = capsys.readouterr().err
    assert "there is no setting “colour”" in said
    assert "theme = 'pink' is not allowed" in said


@given(st.binary(max_size=60))
def test_any_bytes_are_survived(data: bytes) -> None:
    """Whatever stands in the file, the settings are whole."""
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    settings, _ = load(file)
    assert all(getattr(settings, name) in allowed for name, allowed in ALLOWED.items())


def test_the_language_is_that_of_the_settings(capsys: pytest.CaptureFixture[str]) -> None:
    """Commands speak the language that is set, but for one asked for by --lang."""
    write('language = "zh"\n')
    main(["directories"])
    assert "设置" in capsys.readouterr().out
    main(["directories", "--lang", "en"])
    assert "设置" not in capsys.readouterr().out


async def test_measure_spacing_and_theme_are_seen() -> None:
    """A narrow measure, blank lines, the light theme are on the screen from the start; the foot tells what is wrong."""
    settings = Settings(theme="light", measure=40, line_spacing=1)
    use("zh")
    app = ReaderApp(Opening(open_library([SAMPLES]), "", settings, "不对"))
    async with app.run_test(size=(110, 60)) as pilot:
        assert status(pilot) == "不对"
        await until(pilot, lambda: title(pilot).startswith("海关总署党委扩大会议"))
        assert app.current_theme.name == "customs-light"
        shown = lines(pilot, text_pane(pilot))
        first = next(number for number, line in enumerate(shown) if line.strip().startswith("4月28日"))
        assert not shown[first + 1].strip()
        assert shown[first + 2].strip()
        assert all(cells(line.strip(" ›*")) <= 40 for line in shown)


def test_a_setting_is_written_as_it_is_read() -> None:
    """Other values than the defaults come back from the text that is made of them."""
    settings = Settings("zh", "terminal", "wide", 60, 1, 2)
    assert load(write(as_toml(settings))) == (settings, [])


async def test_wider_and_narrower_lines_are_kept() -> None:
    """- and + change the widest line by two characters, the foot tells it, and the next sitting has it."""
    async with opened(180, 40) as pilot:
        wide = max(cells(line.strip("* ")) for line in lines(pilot, text_pane(pilot)))
        await pilot.press("minus", "minus", "minus")
        assert status(pilot).startswith("每行至多34字")
        narrow = max(cells(line.strip("* ")) for line in lines(pilot, text_pane(pilot)))
        assert narrow <= 68 < wide
    async with opened(180, 40) as pilot:
        assert max(cells(line.strip("* ")) for line in lines(pilot, text_pane(pilot))) == narrow
        await pilot.press("plus", "equals_sign")
        assert status(pilot).startswith("每行至多38字")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_keys_that_config_prints_are_those_there_are(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command stands there with its keys; with the # taken away the keys stay as they are."""
    main(["config", "--lang", lang])
    printed = capsys.readouterr().out
    _, _, listed = printed.partition("[keys]\n")
    given = tomllib.loads("".join(line[2:] + "\n" for line in listed.split("\n") if " = [" in line))
    assert list(given) == [command.name for command in COMMANDS]
    for name in PREFIXES:
        del given[name]
    commands, wrong = rebound(given)
    assert not wrong
    for before, after in zip(COMMANDS, commands, strict=True):
        assert {*before.keys, *before.typing_keys} == {*after.keys, *after.typing_keys}
        assert before.typing_keys == after.typing_keys


def test_keys_that_cannot_be_given_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown command, no key at all, a key given twice and a key that always leaves are named; the rest counts."""
    write('[keys]\nfilter = "ctrl+k"\nfly = "x"\nstar = ["S", "hyper+s"]\nread = ["S", "ctrl+c"]\nnote = 3\n')
    settings, wrong = load(settings_file())
    assert [item.detail for item in wrong] == ["note = 3"]
    commands, faults = rebound(settings.keys)
    assert [item.code for item in faults] == ["command", "key", "key_twice", "key"]
    keys = {command.name: command.keys for command in commands}
    assert (keys["filter"], keys["star"], keys["read"], keys["note"]) == (("ctrl+k",), ("S",), (), ("m",))
    main(["config", "--lang", "en"])
    assert "no command is called “fly”" in capsys.readouterr().err


async def test_own_keys_are_obeyed_and_shown() -> None:
    """A key of one's own filters, its full-width twin too, the foot shows it; the old key commands nothing."""
    commands, _ = rebound({"filter": ["s", "f4"], "star": ["*"]})
    use("zh")
    app = ReaderApp(Opening(open_library([SAMPLES]), commands=commands))
    async with app.run_test(size=(110, 32)) as pilot:
        await until(pilot, lambda: status(pilot) == "5场会议")
        assert "s 筛选" in screen(pilot).query_one(StatusBar).render_line(0).text
        await pilot.press("slash")
        assert app.focused is not None
        assert not isinstance(app.focused, FilterBar)
        await pilot.press("asterisk")
        assert "*" in listed(pilot)
        await pilot.press("ｓ", *"同防")
        await until(pilot, lambda: "4场会议" in status(pilot))


@given(st.dictionaries(st.sampled_from([command.name for command in COMMANDS]), st.lists(st.text(max_size=3))))
def test_any_keys_leave_a_way_out(keys: dict[str, list[str]]) -> None:
    """Whatever keys are given, no key has two commands and Ctrl+Q leaves."""
    commands, _ = rebound(keys)
    held = [key for command in commands for key in (*command.keys, *command.typing_keys)]
    assert len(held) == len(set(held))
    typing = {command.name: command.typing_keys for command in commands}
    assert "ctrl+q" in typing["quit"]
    assert "enter" in typing["enter"]
    assert "escape" in typing["back"]
