"""A small folder of meetings in our own words, whose lists change their order, and an article that names somebody."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.conftest import write_post

_MEETING = (
    "<p>　　{month}月{day}日，海关总署召开第{number}次形势分析及工作督查例会。海关总署署长{chair}主持会议，"
    "在京署领导{others}出席会议。</p><p>　　会议指出，要稳妥做好各项工作。</p>"
)
_NUMBERS = {41: "四十一", 42: "四十二", 45: "四十五"}


def write_meeting(folder: Path, number: int, month: int, chair: str, others: Sequence[str]) -> None:
    """The report of a regular meeting of 2022, published on its day."""
    body = _MEETING.format(month=month, day=10, number=_NUMBERS[number], chair=chair, others="、".join(others))
    date = f"2022-{month:02}-10T09:00:00Z"
    write_post(folder, f"{number}.md", f"海关总署召开第{_NUMBERS[number]}次例会", body, date)


def write_gathered(folder: Path) -> Path:
    """41 in January, 42 in February, 45 in May; 张际文 is not named in February, and the order differs in May."""
    folder.mkdir()
    write_meeting(folder, 41, 1, "倪岳峰", ["王令浚", "邹志武", "张际文"])
    write_meeting(folder, 42, 2, "倪岳峰", ["王令浚", "邹志武"])
    write_meeting(folder, 45, 5, "倪岳峰", ["张际文", "邹志武", "王令浚"])
    write_post(
        folder,
        "visit.md",
        "口岸来访",
        "<p>　　3月2日，一个代表团来到口岸参观。海关总署副署长张际文指出，要把服务做细。双方还交流了经验。</p>",
        "2022-03-02T09:00:00Z",
    )
    return folder
