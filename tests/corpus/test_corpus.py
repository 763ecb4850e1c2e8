"""The corpus of broken posts through every command and the screen: nothing ends, nothing is lost, faults are named."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from reader.library.index import open_library
from tests.command_line import OVER_A_FOLDER, Run
from tests.conftest import write_post
from tests.corpus.broken import BODY, CORPUS
from tests.e2e.hostile import Frame, assert_written, unclean
from tests.terminal import Terminal

Told = dict[str, tuple[tuple[str, ...], bool]]
"""For each name the codes of its faults and whether the post was read."""
INNOCENT = "无邪的样文"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus, a file to a fault, and an innocent post among them."""
    folder = tmp_path_factory.mktemp("corpus")
    for broken in CORPUS:
        (folder / f"{broken.name}.md").write_bytes(broken.data)
    body = BODY.replace("3月15日", "5月1日") + "<p>“六稳”要落实，进出口总值12.3万亿元。</p>"
    write_post(folder, "innocent.md", INNOCENT, body, "2022-05-02")
    return folder


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the corpus is indexed, once for all tests."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def found(folder: Path, cache: Path) -> Told:
    """What the library tells of the corpus."""
    told: Told = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(cache))
        with closing(open_library([folder])) as library:
            library.update(lambda progress: None)
            for problem in library.problems():
                name = Path(problem.path).stem
                faults, read = told.get(name, ((), True))
                told[name] = ((*faults, str(problem.fault.code)), read and problem.read)
    return told


@pytest.fixture
def answer(run: Run, folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs command lines over the corpus, which has been read before."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    monkeypatch.setenv("CUSTOMS_READER_PATH", str(folder))
    return run


@pytest.mark.parametrize("name", [broken.name for broken in CORPUS])
def test_every_fault_is_told(found: Told, name: str) -> None:
    """`check` names the fault of each broken post, says whether it was read, and says nothing of a sound one."""
    broken = next(one for one in CORPUS if one.name == name)
    assert found.get(name, ((), True)) == (broken.faults, broken.read)


@pytest.mark.parametrize("command", OVER_A_FOLDER, ids=" ".join)
def test_every_command_gets_through(answer: Run, command: tuple[str, ...]) -> None:
    """Every command answers over the corpus in clean text and ends well."""
    assert answer(*command) == 0
    assert not set(unclean((answer.out + answer.err).replace("\r\n", "\n")))


@pytest.mark.parametrize("name", [broken.name for broken in CORPUS])
def test_every_post_is_shown(answer: Run, name: str) -> None:
    """`show` sets each post that can be read, and says in one sentence why another cannot."""
    code = answer("show", f"{name}.md", "--width", "60")
    broken = next(one for one in CORPUS if one.name == name)
    assert (code == 0) == broken.read
    assert bool(answer.out) == (broken.read and "no_text" not in broken.faults)
    assert not set(unclean(answer.out + answer.err))


def test_the_screen_walks_them_all(in_terminal: Callable[..., Terminal], folder: Path) -> None:
    """On the screen every post of the corpus is listed and shown, and only the reader's own bytes are written."""
    readable = sum(broken.read for broken in CORPUS) + 1
    with in_terminal("--lang", "zh", folder) as terminal:
        terminal.type("a")
        terminal.wait(lambda text: f"{readable}篇" in text or "版本" in text, 60)
        frame = Frame(terminal)
        for _ in range(readable):
            terminal.type("j ")
            terminal.take_in()
            frame.await_in(terminal)
        terminal.type("q")
        assert terminal.wait_for_end() == 0
        assert not assert_written(terminal)
