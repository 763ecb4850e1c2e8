"""What the documents say is so: commands run, tables are the program's, links lead somewhere."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import keys
from tests.conftest import PROJECT, SAMPLES
from tests.terminal import COMMAND

READMES = ("README.md", "README.zh.md")
PAGES = [path.relative_to(PROJECT).as_posix() for path in sorted((PROJECT / "docs" / "guide").rglob("*.md"))]
"""The guide in both languages."""
PAPERS = (*READMES, "ARCHITECTURE.md", "CONTRIBUTING.md")
DOCUMENTS = [
    *PAPERS,
    "CHANGELOG.md",
    *(path.relative_to(PROJECT).as_posix() for path in (PROJECT / "docs").rglob("*.md")),
]
LONGEST = 120
"""Lines that a README may have."""
_BLOCK = re.compile(r"^ {4}(\S.*?)(?:  +#.*)?$", re.MULTILINE)
_SHOWN = re.compile(r"^ {4}\$ (.+)\n((?: {4}(?!\$ ).*\n)+)", re.MULTILINE)
"""A command after `$ `, and below it what it prints; a last line `…` stands for the rest."""
_INLINE = re.compile(r"`(customs-reader [^`]+)`")
_INSTALLING = ("make ", "pipx ", "uv ", "pip ", "man ")
"""What is tried elsewhere: `make` by everybody who runs the tests, installers and the manual page by `make package`."""


_IS_COMMAND = re.compile(r"(customs-reader|python|make|pipx|uv|pip|man)\b")
_SYNTAX = ("COMMAND", "PATH", "ENVIRONMENT")
"""Stand in lines that show how commands look and are none themselves."""
_ROOMS = "analysis|cli|export|library|locale|query|readout|text|tui|views"
_FILE = re.compile(rf"`((?:(?:reader|tests)/|(?:{_ROOMS})/)[\w/.*-]*|(?:settings|own_files|i18n)\.py)`( \(new\))?")
"""A file or folder of the code, from the checkout or from `reader/` on."""
_ODD = re.compile(r"\b(amiss|foot|former|lit|sitting|tells|told|whoever)\b", re.IGNORECASE)
"""Words that the documents say plainly: problem, footer, previous, highlighted, session, says, said, anyone."""


def text_of(name: str) -> str:
    """A document as it is written."""
    return (PROJECT / name).read_text("utf-8")


def commands(name: str) -> list[str]:
    """Every command line in a document, in order, each once."""
    text = text_of(name)
    lines = [line.removeprefix("$ ") for line in _BLOCK.findall(text)]
    prose = re.sub(r"^\|.*$", "", text, flags=re.MULTILINE)  # a table of commands has names only
    lines += [" ".join(found.split()) for found in _INLINE.findall(prose)]
    lines = [line for line in lines if _IS_COMMAND.match(line) and not any(word in line for word in _SYNTAX)]
    return list(dict.fromkeys(lines))


def typed(line: str, language: str = "C.UTF-8") -> subprocess.CompletedProcess[str]:
    """A line of a document, typed in a shell in the checkout."""
    search = os.pathsep.join([str(Path(COMMAND).parent), os.environ["PATH"]])
    return subprocess.run(
        ["bash", "-c", line],
        cwd=PROJECT,
        env={**os.environ, "PATH": search, "LANG": language},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("name", [READMES[0], *(page for page in PAGES if "/zh/" not in page)])
def test_what_a_page_says_to_type(name: str) -> None:
    """Every command of a page, typed with posts in ~/posts, ends well and answers something."""
    home = Path(os.environ["HOME"])
    shutil.copytree(SAMPLES, home / "posts")
    for line in commands(name):
        if line.startswith(_INSTALLING):
            continue
        for folder in re.findall(r"> (\S+)/", line):
            (home / folder.removeprefix("~/")).mkdir(parents=True, exist_ok=True)
        done = typed(line)
        assert done.returncode == 0, f"{line}: {done.stderr}"
        assert done.stdout or ">" in line or line.startswith("mkdir"), line


@pytest.mark.parametrize("name", [name for name in PAGES if _SHOWN.search(text_of(name))])
def test_what_a_command_prints_is_what_the_page_shows(name: str) -> None:
    """Below a command that begins with `$ `, a page shows what it prints."""
    for line, shown in _SHOWN.findall(text_of(name)):
        wanted = [row.removeprefix("    ").rstrip() for row in shown.splitlines()]
        printed = typed(line, "zh_CN.UTF-8" if "/zh/" in name else "C.UTF-8").stdout.splitlines()
        whole = wanted[-1] != "…"
        assert printed[: None if whole else len(wanted) - 1] == (wanted if whole else wanted[:-1]), line


@pytest.mark.parametrize("name", [READMES[0], *(page for page in PAGES if "/zh/" not in page)])
def test_both_languages_have_the_same_commands(name: str) -> None:
    """The Chinese page has the same to type as the English one."""
    chinese = READMES[1] if name == READMES[0] else name.replace("guide/", "guide/zh/")
    assert commands(chinese) == commands(name)


@pytest.mark.parametrize("name", ["docs/guide/shell.md", "docs/guide/zh/shell.md"])
def test_the_table_of_commands_has_every_command(name: str) -> None:
    """The page on the shell has a row for each command that `customs-reader --help` lists, and no other."""
    section = typed("customs-reader --help").stdout.split("Commands:\n")[1].split("\n\n")[0]
    listed = [line.split()[0] for line in section.splitlines()]
    assert sorted(re.findall(r"^\| `customs-reader (\S+)` ", text_of(name), re.MULTILINE)) == sorted(listed)


@pytest.mark.parametrize("lang", keys.PAGES)
def test_the_table_of_keys_is_the_program_s(lang: str) -> None:
    """The page of keys has every command with its keys; `make manual` writes it."""
    assert keys.parted(text_of(keys.PAGES[lang]))[1] == keys.table(lang)


@pytest.mark.parametrize("name", READMES)
def test_a_readme_is_short(name: str) -> None:
    """It is a screen or two that make one want the program; the rest is the guide's."""
    assert len(text_of(name).splitlines()) <= LONGEST


@pytest.mark.parametrize("name", ["README.md", "README.zh.md"])
def test_the_keys_of_the_readme_are_the_program_s(name: str) -> None:
    """Every key in the README's short table is a key of a command."""
    known = set(re.findall(r"`(.+?)`", keys.table("en")))
    rows = re.findall(r"^\| (`.+?) \|", text_of(name), re.MULTILINE)
    assert {key for row in rows for key in re.findall(r"`(.+?)`", row)} - {"Esc"} - known == set()
    assert rows


def linked(name: str) -> Iterator[tuple[Path, str]]:
    """What a document links in the checkout: the file, and the heading in it, if any."""
    for link in re.findall(r"\]\(([^):]+)\)", text_of(name)):
        path, _, heading = link.partition("#")
        yield ((PROJECT / name).parent / path if path else PROJECT / name), heading


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_linked_is_there(name: str) -> None:
    """Every picture, page and heading that a document links is in the checkout."""
    for path, heading in linked(name):
        assert path.exists(), path
        if heading:
            headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
            assert heading in [re.sub(r"[^\w -]", "", line.lower()).replace(" ", "-") for line in headings]


def test_every_picture_and_page_is_linked() -> None:
    """Nobody has to know that a page or a picture is there to come to it."""
    reached = {path.resolve() for name in DOCUMENTS for path, _ in linked(name)}
    there = {path for kind in ("*.svg", "*.md") for path in (PROJECT / "docs").rglob(kind)}
    assert sorted(there - reached) == []


@pytest.mark.skipif(not (PROJECT / "reader/tui/desk.py").exists(), reason="the second edition is still being built")
@pytest.mark.parametrize("name", [name for name in DOCUMENTS if _FILE.search(text_of(name))])
def test_every_file_that_is_named_is_there(name: str) -> None:
    """A file or folder of the code that a document names is there, unless it says that it is to be made: (new)."""
    named = [found for found, new in _FILE.findall(text_of(name)) if not new]
    roots = (PROJECT, PROJECT / "reader")
    assert [path for path in named if not any([*root.glob(path.rstrip("/"))] for root in roots)] == []


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if "/zh/" not in name])
def test_documents_are_in_plain_words(name: str) -> None:
    """No document uses words that only those who wrote it understand; what the program prints may."""
    text = re.sub(r"<!-- written.*?end of what was written -->", "", text_of(name), flags=re.DOTALL)
    text = re.sub(r"`[^`\n]*`|^ {4}.*$", "", text, flags=re.MULTILINE)
    assert _ODD.findall(text) == []
