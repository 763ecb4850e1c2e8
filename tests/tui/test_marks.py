"""Stars, read marks, notes, versions and positions, as a person would make and find them again."""

from __future__ import annotations

from pathlib import Path
from shutil import copy

import pytest

from tests.conftest import SAMPLES, write_post
from tests.tui.reading import at_cursor, listed, opened, reader, status, text_pane, title, until


async def test_a_star_is_shown_kept_and_found() -> None:
    """s puts a star beside the meeting; the next sitting still shows it, and is:starred lists it alone."""
    async with opened() as pilot:
        await pilot.press("j", "s")
        assert "*" in listed(pilot)
    async with opened(query="is:starred") as pilot:
        assert status(pilot) == "is:starred · 1场会议"
        assert "03-15" in at_cursor(pilot)
        await pilot.press("s")
        assert "*" not in listed(pilot)


async def test_who_goes_into_a_text_has_read_it() -> None:
    """Enter marks the meeting as read, r takes that back; moving through the list marks nothing."""
    async with opened() as pilot:
        await pilot.press("j", "k", "r")
        assert listed(pilot).count("✓") == 1
        await pilot.press("r", "j", "enter")
        assert listed(pilot).count("✓") == 1


async def test_a_note_is_written_shown_and_found() -> None:
    """m opens a line; what is written stands above the text, in later sittings too, and has:note lists it."""
    async with opened() as pilot:
        await pilot.press("m", *"又见新提法", "enter")
        await until(pilot, lambda: any("又见新提法" in text_pane(pilot).render_line(y).text for y in range(20)))
        await pilot.press("m", *"xx", "escape")
    async with opened(query="has:note") as pilot:
        assert status(pilot) == "has:note · 1场会议"
        assert any("又见新提法" in text_pane(pilot).render_line(y).text for y in range(20))
        assert not any("xx" in text_pane(pilot).render_line(y).text for y in range(20))


async def test_the_reading_goes_on_where_it_stopped() -> None:
    """A text that was left in its middle opens there again: after other meetings, and in the next sitting."""
    async with opened(rows=14) as pilot:
        await pilot.press("space")
        line = title(pilot)
        await pilot.press("j", "k")
        assert title(pilot) == line
    async with opened(rows=14) as pilot:
        assert title(pilot) == line


async def test_the_last_query_is_one_key_away() -> None:
    """F4 in the empty filter brings back what was looked for the last time."""
    async with opened() as pilot:
        await pilot.press("slash", *"同防", "enter")
        await until(pilot, lambda: "4场会议" in status(pilot))
    async with opened() as pilot:
        await pilot.press("slash", "f4")
        await until(pilot, lambda: "同防 · 4场会议" in status(pilot))


async def test_versions_are_one_row_and_one_key_apart(tmp_path: Path) -> None:
    """A meeting that two sources report is listed once, the fuller report first; v shows the other and comes back."""
    body = "<p>　　3月15日，海关总署召开第四十九次例会。海关总署署长倪岳峰主持会议。</p><p>　　会议指出，要{}。</p>"
    write_post(tmp_path, "a.md", "全文", body.format("精准施策" * 30))
    write_post(tmp_path, "b.md", "摘要", body.format("精准施策"), "Wed, 16 Mar 2022 10:56:54 GMT")
    async with opened(folder=tmp_path) as pilot:
        assert "2个版本" in listed(pilot)
        assert (title(pilot), status(pilot)) == ("全文", "1场会议 · 版本1/2")
        await pilot.press("v")
        assert (title(pilot), status(pilot)) == ("摘要", "1场会议 · 版本2/2")
        await pilot.press("v")
        assert title(pilot) == "全文"


@pytest.mark.parametrize("change", ["add", "remove"])
async def test_a_change_in_the_folder_leaves_the_cursor_on_its_meeting(tmp_path: Path, change: str) -> None:
    """A newer post appears, or one vanishes, while the reader is open: the cursor and the text stay where they are."""
    for post in SAMPLES.iterdir():
        copy(post, tmp_path)
    async with opened(folder=tmp_path) as pilot:
        await pilot.press("j", "j")
        before = title(pilot)
        if change == "add":
            body = "<p>　　2023年1月5日，海关总署召开第五十五次例会。海关总署署长俞建华主持会议。</p>"
            write_post(tmp_path, "new.md", "海关总署召开例会", body, "Thu, 05 Jan 2023 10:56:54 GMT")
        else:
            (tmp_path / "enlarged-party-committee-meeting.txt").unlink()
        await until(pilot, lambda: status(pilot).startswith("6场" if change == "add" else "4场"))
        assert "01-24" in at_cursor(pilot)
        assert title(pilot) == before


async def test_what_is_on_the_disk_is_shown_at_once() -> None:
    """The second sitting paints list and text before it looks at the folder."""
    async with opened():
        pass
    app = reader()
    async with app.run_test(size=(110, 32)) as pilot:
        assert "04-28" in at_cursor(pilot)
        assert title(pilot).startswith("海关总署党委扩大会议")


async def test_who_cannot_keep_marks_is_told_with_each(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the state folder cannot be written, every star and note says that it lasts for this sitting only."""
    (tmp_path / "state").write_text("in the way")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    async with opened(lang="en") as pilot:
        for keys in ("s", "s"):
            await pilot.press("j")
            assert "this sitting only" not in status(pilot)
            await pilot.press(keys)
            assert status(pilot).startswith("Stars and notes last for this sitting only (Not a directory)")
