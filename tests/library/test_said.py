"""What was said before, as the index keeps it: right after every change, and no more worked out than needed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from reader.library import repeats_worker
from reader.library.index import Library
from tests.conftest import write_post

PHRASES = (
    "要把口岸的防线一天一天守牢靠",
    "手续能网上办的不让人多跑一趟",
    "企业的难处要当面听也要当面答",
    "谁的责任谁签字谁就要负责到底",
    "年底的账目逐笔核对不留下尾巴",
    "新来的同事由老同事带着学半年",
)


@pytest.fixture
def library(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library over the empty folder `tmp_path`."""
    own = tmp_path_factory.mktemp("own")
    opened = Library([tmp_path], own / "index.sqlite3", own / "marks.sqlite3")
    yield opened
    opened.close()


def report(folder: Path, number: int, text: str, *, name: str = "", series: str = "风险研判例会") -> None:
    """A meeting on day `number` of March."""
    body = f"<p>　　3月{number}日，海关总署召开第{number}次{series}。</p><p>　　会议指出，{text}。</p>"
    title = f"海关总署召开第{number}次{series}"
    write_post(folder, name or f"{number:02}.md", title, body, "Thu, 31 Mar 2022 01:00:00 GMT")


def catch_up(library: Library) -> None:
    """Reads what has changed, and works out what that changes."""
    library.update(lambda progress: None)
    library.compare()


def told(library: Library, *, in_series: bool = False) -> dict[int, tuple[str, int]]:
    """Of every meeting, by its ordinal: its text with what was said before as ·, and among how many meetings."""
    found = {}
    for held in library.across.meetings():
        said = library.across.said_before(held.key, in_series=in_series)
        body = dict(library.across.bodies([held.key]))[held.key]
        assert said is not None
        assert held.number is not None
        shown = [list(text) for text in body]
        for paragraph, start, end in said.passages:
            shown[paragraph][start:end] = "·" * (end - start)
        found[held.number] = ("".join(map("".join, shown)), said.earlier)
    return found


def expected(library: Library, *, in_series: bool = False) -> dict[int, tuple[str, int]]:
    """The same, slowly: every run of eight characters is looked for in every earlier text."""
    found = {}
    meetings = library.across.meetings()
    for number, held in enumerate(meetings):
        earlier = [one for one in meetings[:number] if not in_series or one.series == held.series]
        texts = [text for _, body in library.across.bodies([one.key for one in earlier]) for text in body]
        shown = ""
        for text in dict(library.across.bodies([held.key]))[held.key]:
            known = {
                place
                for at in range(len(text) - 7)
                if any(text[at : at + 8] in other for other in texts)
                for place in range(at, at + 8)
            }
            shown += "".join("·" if place in known else char for place, char in enumerate(text))
        assert held.number is not None
        found[held.number] = (shown, len(earlier))
    return found


def test_what_was_said_before_is_right_after_every_change(tmp_path: Path, library: Library) -> None:
    """Meetings come, go, change their words and their day: what is known of the rest is always as if begun anew."""
    rng = Random(7)
    for _ in range(12):
        for _ in range(rng.randint(1, 3)):
            number = rng.randint(1, 20)
            if (tmp_path / f"{number:02}.md").exists() and rng.random() < 0.4:
                (tmp_path / f"{number:02}.md").unlink()
            else:
                words = "，".join(rng.sample(PHRASES, rng.randint(1, 4)))
                report(tmp_path, number, words, series=rng.choice(("风险研判例会", "安全生产例会")))
        catch_up(library)
        assert told(library) == expected(library)
        assert told(library, in_series=True) == expected(library, in_series=True)


def test_a_version_is_compared_with_the_meetings_before_but_not_with_its_own(tmp_path: Path, library: Library) -> None:
    """The shorter report of a meeting repeats the earlier meeting, not the longer report of its own; and only the
    listed of the two counts for the meeting after them.
    """
    report(tmp_path, 1, PHRASES[0])
    report(tmp_path, 2, f"{PHRASES[0]}，{PHRASES[1]}，{PHRASES[2]}", name="long.md")
    report(tmp_path, 2, f"{PHRASES[0]}，{PHRASES[1]}，{PHRASES[3]}", name="shor.md")
    report(tmp_path, 3, f"{PHRASES[2]}，{PHRASES[3]}")
    catch_up(library)
    _, second, third = library.across.meetings()
    longer, shorter = library.versions(second.key)
    for key in (longer, shorter):
        said = library.across.said_before(key)
        assert said is not None
        assert said.earlier == 1
        body = dict(library.across.bodies([key]))[key]
        assert [where.words(body) for where in said.passages if where.paragraph == 1] == [f"会议指出，{PHRASES[0]}"]
    said = library.across.said_before(third.key)
    assert said is not None
    listed, unlisted = ("".join(dict(library.across.bodies([key]))[key]) for key in (longer, shorter))
    body = dict(library.across.bodies([third.key]))[third.key]
    repeated = "".join(where.words(body) for where in said.passages)
    assert (PHRASES[2] in repeated) == (PHRASES[2] in listed)
    assert (PHRASES[3] in repeated) == (PHRASES[3] in listed)
    assert listed != unlisted
    assert said.earlier == 2


def test_a_new_last_meeting_leaves_the_others_as_they_are(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what a change can touch is worked out anew; where nothing has changed, no child is started."""
    for number in (1, 2, 3):
        report(tmp_path, number, PHRASES[number])
    catch_up(library)
    answers: list[int] = []
    asked = repeats_worker.asked
    monkeypatch.setattr(
        repeats_worker, "asked", lambda *given: [answers.append(one.key) or one for one in asked(*given)]
    )
    report(tmp_path, 4, PHRASES[1])
    catch_up(library)
    assert answers == [library.across.meetings()[-1].key]
    monkeypatch.setattr(repeats_worker, "spawn", None)
    catch_up(library)
    assert told(library) == expected(library)


def test_a_child_that_dies_leaves_the_rest_to_the_next_time(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Should the comparing be killed, the reader goes on, does not know what was said, and knows it the next time."""
    report(tmp_path, 1, PHRASES[0])

    def broken(index: Path) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-c", "raise SystemExit(1)"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    library.update(lambda progress: None)
    with monkeypatch.context() as patch:
        patch.setattr(repeats_worker, "spawn", broken)
        library.compare()
    (held,) = library.across.meetings()
    assert library.across.said_before(held.key) is None
    library.compare()
    assert told(library) == expected(library)


def test_whoever_leaves_while_it_is_worked_out_does_not_wait(tmp_path: Path, library: Library) -> None:
    """Asked to stop, the comparing ends at once with nothing known, and no child is left."""
    report(tmp_path, 1, PHRASES[0])
    library.update(lambda progress: None)
    asked: list[bool] = []

    def stop() -> bool:
        asked.append(True)
        return True

    library.compare(stop)
    (held,) = library.across.meetings()
    assert asked
    assert library.across.said_before(held.key) is None
    library.compare()
    assert told(library) == expected(library)
