"""The settings: a file that is wrong is told and not fatal, what is right counts."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.cli import main
from reader.library.index import open_library
from reader.library.places import settings_file
from reader.locale import LANGUAGES, words
from reader.locale.screen import screen_words
from reader.settings import ALLOWED, Settings, as_toml, load
from reader.text.cells import cells
from reader.tui.app import ReaderApp
from reader.tui.opening import Opening
from tests.conftest import SAMPLES
from tests.tui.reading import lines, status, text_pane, title, until


def write(text: str) -> Path:
    """The settings file of this test's own home."""
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_no_file_means_the_defaults() -> None:
    """Without a file nothing is wrong and everything is as it was made."""
    assert load(settings_file()) == (Settings(), [])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_config_prints_are_the_defaults(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`config` prints every setting with a comment; saved, it changes nothing."""
    assert main(["config", "--lang", lang]) == 0
    printed = capsys.readouterr().out
    assert tomllib.loads(printed) == Settings()._asdict()
    assert load(write(printed)) == (Settings(), [])
    assert set(words(lang).settings.comments) == set(Settings._fields) == set(ALLOWED)


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
    assert all(value in ALLOWED[name] for name, value in settings._asdict().items())


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
    app = ReaderApp(Opening(open_library([SAMPLES]), screen_words("zh"), "", settings, "不对"))
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
    settings = Settings("zh", "terminal", 60, 1, 2)
    assert load(write(as_toml(settings, words("en").settings.comments))) == (settings, [])
