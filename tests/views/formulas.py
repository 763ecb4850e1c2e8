"""A small folder of meetings in our own words that share a formula."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import write_post

DAYS = {"3月15日": "Tue, 15 Mar 2022 10:00:00 GMT", "1月24日": "Tue, 25 Jan 2022 10:00:00 GMT"}
LEDE = "<p>{day}，海关总署召开第{number}次形势分析及工作督查例会。海关总署署长倪岳峰主持会议。</p>"


def write_meeting(folder: Path, name: str, day: str, body: str, number: str = "四十九") -> None:
    """A meeting with one more paragraph than its lede."""
    write_post(folder, name, "海关总署召开例会六稳", LEDE.format(day=day, number=number) + f"<p>{body}</p>", DAYS[day])


def write_formulas(posts: Path) -> Path:
    """Two meetings, the earlier in two versions, and an article, all with 六稳."""
    posts.mkdir()
    write_meeting(posts, "b.txt", "3月15日", "会议要求，做好“六稳”“六 保”工作，六稳是大局。")
    write_meeting(posts, "a.txt", "1月24日", "会议指出，六、稳不能松。", "四十八")
    write_meeting(posts, "c.txt", "1月24日", "会议指出，六、稳不能松。会议还研究了其他事项。", "四十八")
    write_post(posts, "article.txt", "六稳", "<p>这是一篇六稳的文章，没有报道会议，只说六稳。</p>")
    return posts
