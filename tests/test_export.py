"""What an export says, in each of its forms."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from reader.export import FORMATS
from reader.export.data import Post, csv_rows, dumps, export_object
from reader.export.prose import export
from reader.i18n import use
from reader.readout.evidence import Evidence, Source, Span
from reader.readout.faults import Fault, FaultCode
from reader.readout.model import (
    Credit,
    DateBasis,
    Highlight,
    Kind,
    Meeting,
    OutlineItem,
    Paragraph,
    ParagraphKind,
    Point,
    Readout,
)
from reader.readout.people import Act, Attendance

BEIJING = timezone(timedelta(hours=8))
TRUTH = Path(__file__).with_name("samples_truth.json")


@pytest.fixture
def readout() -> Readout:
    """A readout with something in every field."""
    people = (
        Attendance("倪岳峰", "海关总署署长、党委书记", (Act.CHAIRED, Act.SPOKE), 1),
        Attendance("胡伟", None, (Act.ATTENDED,), 2, (Evidence("name", Span(Source.BODY, 0, 0, 2)),)),
    )
    return Readout(
        title="标题 *一*",
        published=datetime(2022, 3, 16, 9, 30, tzinfo=BEIJING),
        kind=Kind.MEETING,
        customs=True,
        paragraphs=(Paragraph("第一段<b>。"), Paragraph("小标题", ParagraphKind.HEADING), Paragraph("# 二“六稳”。")),
        original_title="原来的标题",
        author="=SUM(A1)",
        categories=("金融", "国内"),
        link="https://example.org/1",
        meeting=Meeting(
            name="第四十九次例会",
            date=date(2022, 3, 15),
            date_basis=DateBasis.TEXT,
            date_end=date(2022, 3, 16),
            series="例会",
            number=49,
            people=people,
            collective=("各部门负责人",),
        ),
        highlights=(Highlight("第一段。", 0),),
        outline=(OutlineItem("指出", 0, (Point("一是", 2),)),),
        quotes=(("六稳", 1),),
        credits=(Credit("来源", "样例"),),
        images=("img/a.jpg",),
        captions=("图说",),
        faults=(Fault(FaultCode.DATE, "x"),),
    )


def exported(readout: Readout, form: str, lang: str = "zh") -> str:
    use(lang)
    return "".join(export([Post("000", "a/b.md", readout)], form))


def test_the_object_has_everything_in_types_of_json(readout: Readout) -> None:
    """A program gets every field under a stable name; what is not known is null."""
    found = export_object(Post("000", "a/b.md", readout))
    assert found["published"] == "2022-03-16T09:30:00+08:00"
    assert found["meeting"]["date"] == "2022-03-15"
    assert found["meeting"]["date_end"] == "2022-03-16"
    assert found["meeting"]["date_basis"] == "text"
    assert found["meeting"]["convener"] is None
    assert found["meeting"]["people"][1] == {
        **{"name": "胡伟", "role": None, "acts": ["attended"], "position": 2},
        "evidence": [{"fact": "name", "source": "body", "paragraph": 0, "start": 0, "end": 2, "text": "第一"}],
    }
    assert found["paragraphs"] == ["第一段<b>。", "小标题", "# 二“六稳”。"]
    assert found["outline"] == [{"label": "指出", "paragraph": 0, "points": [{"label": "一是", "paragraph": 2}]}]
    assert found["quotes"] == {"六稳": 1}
    assert found["highlights"] == [{"text": "第一段。", "paragraph": 0}]
    assert found["faults"] == [{"code": "date", "detail": "x"}]
    assert json.loads(dumps(found)) == found


def test_an_article_has_no_meeting() -> None:
    """A post that reports no meeting says article and null; a bare day of publication stays a day."""
    article = Readout("题", date(2022, 3, 1), Kind.ARTICLE, False, (Paragraph("文"),))
    found = export_object(Post("1", "a.md", article))
    assert (found["kind"], found["meeting"], found["published"]) == ("article", None, "2022-03-01")


def test_json_is_a_list_and_jsonl_a_line_each(readout: Readout) -> None:
    """Two posts are a list of two, or two lines; none is an empty list, or no line."""
    posts = [Post("1", "a.md", readout), Post("2", "b.md", readout)]
    assert [item["id"] for item in json.loads("".join(export(posts, "json")))] == ["1", "2"]
    lines = "".join(export(posts, "jsonl")).splitlines()
    assert [json.loads(line)["path"] for line in lines] == ["a.md", "b.md"]
    assert json.loads("".join(export([], "json"))) == []
    assert "".join(export([], "jsonl")) == ""


def test_csv_has_a_row_a_post_and_no_formula(readout: Readout) -> None:
    """A spreadsheet gets one row a post; a cell that it would calculate is text."""
    (row,) = csv.DictReader(io.StringIO(exported(readout, "csv"), newline=""))
    assert (row["path"], row["name"], row["number"], row["date"]) == ("a/b.md", "第四十九次例会", "49", "2022-03-15")
    assert (row["chairs"], row["people"], row["convener"]) == ("倪岳峰", "倪岳峰、胡伟", "")
    assert row["author"] == "'=SUM(A1)"
    assert (row["customs"], row["characters"]) == ("true", "18")


def test_csv_has_the_people_of_an_article() -> None:
    """Those who speak at a press conference are named in its row, as those of a meeting are."""
    speakers = (Attendance("吕大良", "发言人", (Act.SPOKE,), 1), Attendance("金海", None, (Act.SPOKE,), 2))
    article = Readout("题", None, Kind.ARTICLE, False, (Paragraph("文"),), people=speakers)
    (row,) = csv.DictReader(io.StringIO(exported(article, "csv"), newline=""))
    assert row["people"] == "吕大良、金海"


@pytest.mark.parametrize("beginning", ["=", "+", "-", "@", "\t="])
def test_every_beginning_of_a_formula_is_defused(beginning: str) -> None:
    """Whatever a spreadsheet takes for the beginning of a formula stands behind an apostrophe."""
    article = Readout(f"{beginning}1", None, Kind.ARTICLE, False, ())
    (row,) = csv.DictReader(io.StringIO(exported(article, "csv"), newline=""))
    assert row["title"].startswith("'")


def test_a_negative_number_is_a_number() -> None:
    """A spreadsheet gets -29 as a number, not as text behind an apostrophe; a text that looks like one is text."""
    assert "".join(csv_rows([["n", "text"], [-29, "-29"]])).split() == ["n,text", "-29,'-29"]


def test_text_shows_the_facts_and_then_the_body(readout: Readout) -> None:
    """A person reads title, original title, day with weekday, people with role and act, then indented paragraphs."""
    lines = exported(readout, "text").splitlines()
    assert lines[0] == "标题 *一*"
    assert "原标题：原来的标题" in lines
    assert "会议日期：2022-03-15（周二） – 2022-03-16（周三）" in lines
    assert "出席：倪岳峰（海关总署署长、党委书记 · 主持、讲话）、胡伟（出席）" in lines
    assert lines[-5:] == ["　　第一段<b>。", "", "小标题", "", "　　# 二“六稳”。"]


def test_text_in_english_keeps_the_chinese_roles(readout: Readout) -> None:
    """English labels stand beside names and roles as they are printed."""
    text = exported(readout, "text", "en")
    assert "Meeting: 2022-03-15 (Tue) – 2022-03-16 (Wed)" in text
    assert "倪岳峰 (海关总署署长、党委书记 · chaired, spoke)" in text


def test_markdown_shows_marks_of_a_post_as_they_are(readout: Readout) -> None:
    """A star, a hash or a tag in a post is text in Markdown, not mark-up; a sub-heading is one."""
    text = exported(readout, "md")
    assert text.startswith("# 标题 \\*一\\*\n")
    assert "第一段\\<b\\>。" in text
    assert "\n## 小标题\n" in text
    assert "\n\\# 二“六稳”。" in text


@pytest.mark.parametrize("form", FORMATS)
def test_no_form_lets_a_control_sequence_through(form: str) -> None:
    """A path with an escape sequence, a C1 byte, a turning mark or a lone surrogate does nothing to a terminal."""
    article = Readout("题", None, Kind.ARTICLE, False, (Paragraph("文"),))
    text = "".join(export([Post("1", "a\x1b[2J\x9b\u202e\udc80.md", article)], form))
    assert not set("\x1b\x9b\u202e\udc80") & set(text)


def test_json_loses_nothing_of_a_strange_path() -> None:
    """What a terminal must not get is escaped, and a program reads it back."""
    strange = "a\x1b\x9b\u202e.md"
    assert json.loads(dumps({"path": strange})) == {"path": strange}


def differences(expected: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """The keys that differ; a mapping may carry more than is expected."""
    return [key for key, value in expected.items() if key != "figures" and not same(value, found.get(key))]


def same(expected: Any, found: Any) -> bool:
    if isinstance(expected, dict) and isinstance(found, dict):
        return all(same(value, found.get(key)) for key, value in expected.items())
    if isinstance(expected, list) and isinstance(found, list):
        return len(expected) == len(found) and all(map(same, expected, found))
    return bool(expected == found)


def check_against(truth: Path, folder: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "reader", "export", str(folder), "--format", "json"], capture_output=True, check=True
    )
    found = {post["path"]: post for post in json.loads(run.stdout)}
    expected = {post["path"]: post for post in json.loads(truth.read_text(encoding="utf-8"))["posts"]}
    assert sorted(found) == sorted(expected)
    assert {path: differences(post, found[path]) for path, post in expected.items()} == {path: [] for path in expected}


def test_the_export_of_the_seeds_is_their_truth(seeds: Path) -> None:
    """Every key that is known of the five real posts is exported as it is."""
    check_against(seeds / "truth.json", seeds)


def test_the_export_of_the_samples_is_their_truth(samples: Path) -> None:
    """Every key that is known of the bundled samples is exported as it is."""
    check_against(TRUTH, samples)
