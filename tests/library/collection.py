"""A collection of every form of post, marks for some, and where an answer differs from that of the slow search."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from reader.library.index import Library
from reader.library.marks.changes import SetNote
from reader.library.model import Answer
from reader.query import parse
from reader.readout.read import read_post
from tests.conftest import PROJECT, write_post
from tests.library import brute

Search = Callable[..., Answer]

# Posts that no newspaper would print, by file name: the title and the paragraphs.
HOSTILE: dict[str, tuple[str, ...]] = {
    "symbols.html": (
        "C++和R&D的口岸",
        "甲+乙=丙，a&lt;b&gt;c，$5～$6^2，`口岸`|关区_一，#海关 @总署 R&amp;D C++ C＋＋ ~~ ^^ 口~岸 口|岸",
    ),
    "decimals.html": (
        "增长1.5%",
        "1.5万吨，115万吨，15万，1．5，１．５％，1.5.5，.5，5.，第1.条，1,500，1:5",
        "5% 50% 5‰ %5 ‰ ％ 3.0% 百分之五",
    ),
    "emoji.html": ("口岸🙂开放", "👨‍👩‍👧和🇨🇳与🙂🙂，口🙂岸，☆★①②③½¼㎡℃"),
    "marks.html": (
        "café的口岸",
        "cafe\u0301 与 café，e\u0301e，\u0301单独，が か\u3099 ｶﾞ，ÄÖß İ ﬁ Ǆ，口\u200b岸 口\u00ad岸 口\u2060岸",
    ),
    "nul.html": ("口\0岸", "口\0岸与海\x1f关，会\x07议\x7f"),
    "lines.html": (
        "口岸",
        "海关\n总署口岸<br>海关<br/>会议口岸\r\n海关\r口岸\u2028海关\u2029口岸\x85海关\v口岸\f海关",
        "口岸",
        "口",
        "岸",
    ),
    "private.html": (
        "\ue000海关\uf8ff",
        "海\ue000关，\ue001\ue002，\U000f0000海关\U0010fffd，\ufdd0\uffff口岸\ufffe\ufffd海关",
    ),
    "astral.html": ("𠮷野家与口岸", "𠮷𠮷𪚥𡈽，口𠮷岸，𝐀𝑎𝟙𝟏.𝟓，𠮷野家的口岸会议"),
    "widths.html": (
        "ＣＨＩＮＡ海关China",
        'ＡbＣ　１２３123，（口岸）(口岸)，海 关　总  署，；;：:！!？?，“口岸”"口岸"「口岸」',
        "｡､･ｶﾅ",
    ),
    "long.html": ("很长的口岸", "口岸" * 1_000 + "，" + "海关总署会议，口岸1.5%。" * 400 + "终点"),
    "single.html": ("海", "海"),
    "twice.html": (
        "口岸会议口岸会议",
        "口岸会议，口岸会议口岸",
        "口岸会议，口岸会议口岸",
        "口岸口岸口岸",
        "口口口岸岸岸",
    ),
    "clauses.html": (
        "口，岸；海关",
        "口，岸。海：关！会？议，，，总、署，一二三四五六七八九十口岸一二三四五六七海关，口、一（二）三岸",
    ),
    "script.html": (
        "海關總署會議",
        "關於進出口貿易，瞭解着著，乾坤幹部干，後面后面，裡里裏，臺灣台湾，发發髮，海関总署",
    ),
    "queries.html": (
        '说"口岸"的',
        "official:nyf -口岸 a|b *口岸* in:title \"口岸\" “海关” %口岸% _口岸_ ' '' \\ ( ) [ ] OR AND NOT NEAR",
    ),
    "no-title.html": ("", "没有题目的文字在这里，说的是口岸的天气，海关总署很好。"),
    "only-title.html": ("只有题目的口岸海关", ""),
    "credits.html": (
        "口岸有来源",
        "　　北京3月15日电，海关总署说口岸的情况很好，今年比去年好。",
        "　　责任编辑：独孤求败",
        "来源：独一份日报",
    ),
    "original.html": ("口岸新题", "原标题：口岸旧题海关", "　　海关总署的口岸很好，这里的文字不长也不短。"),
}


def make_collection(root: Path) -> None:
    """Every imitation and sample, and the hostile posts, in one folder."""
    shutil.copytree(PROJECT / "tests" / "readout" / "imitations", root / "imitations")
    shutil.copytree(PROJECT / "samples", root / "samples")
    (root / "hostile").mkdir()
    for name, (title, *paragraphs) in HOSTILE.items():
        write_post(root / "hostile", name, title, "\n".join(f"<p>{text}</p>" for text in paragraphs))
        lines = "\n".join(paragraphs)
        (root / "hostile" / name).with_suffix(".txt").write_text(f"---\ntitle: '{title}'\n---\n{lines}\n", "utf-8")


def mark_some(library: Library, random: Random) -> None:
    """Gives a third of the posts marks, of every kind."""
    for row in library.search(parse(""), all_posts=True).rows:
        if random.random() < 0.15:
            library.marks.set_starred(row.key, True)
        if random.random() < 0.2:
            library.marks.set_read(row.key, True)
        if random.random() < 0.1:
            library.marks.keep(SetNote(library.identity(row.key), "口岸"))


def listed_posts(folder: Path, library: Library) -> list[brute.Post]:
    """The posts that are listed (versions of another are not), for the slow search, read one by one."""
    found = []
    for row in library.search(parse(""), all_posts=True).rows:
        file = folder / row.path
        marks = library.marks.of(row.key)
        readout = read_post(file.read_bytes(), suffix=file.suffix)
        found.append(brute.Post(row.path, readout, marks.starred, marks.read, bool(marks.note or marks.passages)))
    return sorted(found, key=lambda post: post.path)


def difference(search: Search, posts: list[brute.Post], text: str, *, all_posts: bool) -> str:
    """What is wrong with the answers to a query: the paths that are missing, extra, or have other hits."""
    query = parse(text)
    expected = brute.found(posts, query)
    meetings = {post.path for post in posts if post.readout.meeting}
    told = []
    wanted = {found.path: found.hits for found in expected if all_posts or found.path in meetings}
    answer = search(query, all_posts=all_posts)
    got = {row.path: row.hits for row in answer.rows}
    if len(got) != len(answer.rows):
        told.append("a path stands in the answer twice")
    told += [f"missing: {path} ({wanted[path]} hits)" for path in sorted(wanted.keys() - got.keys())]
    told += [f"extra: {path} ({got[path]} hits)" for path in sorted(got.keys() - wanted.keys())]
    told += [
        f"hits of {path}: {got[path]}, not {wanted[path]}"
        for path in sorted(wanted.keys() & got.keys())
        if got[path] != wanted[path]
    ]
    if answer.hits != sum(wanted.values()):
        told.append(f"hits in all: {answer.hits}, not {sum(wanted.values())}")
    if answer.others != len(expected) - len(wanted):
        told.append(f"others: {answer.others}, not {len(expected) - len(wanted)}")
    return f"{text!r} {'in all posts' if all_posts else 'in meetings'}\n  " + "\n  ".join(told) if told else ""
