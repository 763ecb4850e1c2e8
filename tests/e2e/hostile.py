"""Hostile texts, the posts that hold them in every field, and what may reach a terminal whatever a post holds."""

from __future__ import annotations

import os
import re
import unicodedata
from base64 import b64decode
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

from reader.tui.screen import NARROW
from reader.tui.terminal import QUESTION
from reader.tui.theme import DARK
from tests.terminal import Terminal

STRINGS = {
    "colour": "\x1b[8;31m",
    "cursor": "\x1b[997;997H\x1b[2J\x1b[999D",
    "title": "\x1b]0;夺题\x07\x1b]2;夺题\x1b\\",
    "clipboard": "\x1b]52;c;cHduZWQ=\x07",
    "address": "\x1b]8;;http://evil.example/\x1b\\点\x1b]8;;\x1b\\",
    "strings": '\x1bP$q"p\x1b\\\x1bX夺\x1b\\\x1b_Ga=T;AAAA\x1b\\\x1b^夺\x1b\\',
    "unfinished": "\x1b]52;c;cHdu",
    "other screen": "\x1b[?1049l\x1b[?25h\x1bc\x1b(0",
    "C1": "\x9b8;31m\x9d0;夺\x9c\x90q\x9c\x9f\x85",
    "control": "\x00\x07\x08\x7f\x0b\x0c\x0e",
    "bidi": "\u202e反\u202d\u202a\u202b\u202c\u2066离\u2067\u2068\u2069\u200e\u200f\u061c",
    "markup": "[bold]粗[/bold][@click=app.quit]退[/][/][link=x]",
    "no width": "\u200b\u200c\u200d\ufeff\u2060\u180e\u00ad" * 60,
    "zalgo": "a" + "".join(map(chr, range(0x300, 0x370))) * 4,
    "Thai": "ก" + "\u0e49\u0e47" * 200,
    "Korean": "\u1100" + "\u1161\u11a8" * 200,
    "Indian": "क" + "\u093e\u094d" * 100,
    "surrogates": "\ud83d一\ude00",
    "separators": "\u2028\u2029\x85\x1c\x1e",
    "invisible": "\U0001f3f4\U000e0067\U000e0062\U000e007f" * 20
    + "\u3164\uffa0\u115f\u1160\u2800" * 20
    + "\U0001d173\U0001d17a\U0001bca0",
    "selectors": "\ufe0f\ufe0e\ufe00\U000e0100\U000e01ef" * 60,
    "private": "\ue000\uf8ff\U000f0000\U0010fffd",
    "unassigned": "\u0378\ufdd0\uffff\U0001ffff\U00018e00\U00018e01\U0001d250",
    "emoji": "👩\u200d👩\u200d👧" * 20 + "🇨🇳" * 20 + "👍🏽\U0001f3fb" * 20,
    "white": "\t\r\n\xa0\u3000\t",
}
"""What a terminal would obey, paint over other lines, or count otherwise than we do."""

FIELDS = ("title", "author", "categories", "date", "link", "description", "customs", "source")
"""The fields of the front matter; each holds the hostile text, and so does each sentence of `_BODY`."""
_BODY = (
    "<p>{day}，海关总署党委书记、{x}署长倪岳峰{x}主持召开样文{number}{x}专题会议。</p>"
    "<p>副署长张{x}际文、王令浚{x}出席会议，驻署纪检监察组组长{x}参加会议。</p>"
    "<p>原标题：{x}样文{number}之旧题{x}</p>"
    "<p>会议指出，{x}口岸要平稳{x}。</p><p>会议强调，一是要精准{x}；</p><p>二是要“{x}人物同防”，增长3.5%{x}。</p>"
    "<h2>小标题{x}</h2><p><b>{x}又一个小标题</b></p><ul><li>{x}条目{x}</li></ul>"
    "<table><tr><td>格{x}</td><td>{x}格</td></tr></table>"
    '<p><a href="http://example.org/{x}">{x}链接</a>与{x}正文。</p>'
    '<figure><img src="http://example.org/{x}.png" alt="图{x}说"><figcaption>{x}图说{x}</figcaption></figure>'
    "<p>来源：某{x}报</p><p>责任编辑：李{x}四</p><p>编辑/ {x}王五</p>"
)

_INNOCENT = "样文的开头无害。" * 240
"""A file whose beginning is full of control characters is taken for a program's and not read at all."""

_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff"
    "\U000e0000-\U000e0fff]"
)
_MARKS_ALLOWED = 4
_WRITTEN = re.compile(
    rb"\x1b\[(?P<colours>[0-9;]*)m"
    rb"|\x1b\[(?P<row>\d+);(?P<column>\d+)H"
    rb"|\x1b\[\?(?:7|25|1000|1003|1004|1006|1015|1049|2004|2026|2048)[hl]"
    rb"|\x1b\[\?(?:2026|2048)\$p|\x1b\[>\d+u|\x1b\[<u"
    rb"|\x1b\]22;[a-z-]+\x07"
    rb"|\x1b\]52;c;(?P<copied>[A-Za-z0-9+/=]*)\x07|" + re.escape(QUESTION.encode())
)
"""Everything that Textual writes of its own accord, what copying sends, and what the terminal is asked."""
_FARTHEST = 200
"""No line or column of a terminal of the tests is beyond it; those that hostile texts go to are."""
_COLOURS = re.compile(rb"(?:(?:0|1|2|3|4|7|39|49|[34]8;2;\d+;\d+;\d+)(?:;|$))*")
_OWN_COLOURS = re.compile(rb"(?:(?:0|1|2|3|4|7|(?:[349]|10)[0-7]|39|49|[34]8;2;\d+;\d+;\d+)(?:;|$))*")
"""Those of the terminal itself as well, which one of the themes has."""


def spelt(text: str) -> str:
    """A text as numeric references of HTML, decimal and hexadecimal by turns."""
    return "".join(f"&#{ord(char)};" if index % 2 else f"&#x{ord(char):x};" for index, char in enumerate(text))


def escaped(text: str) -> str:
    """A text as YAML writes it between double quotes."""
    return "".join(
        f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
        for code in map(ord, text)
    )


class Way(NamedTuple):
    """How a hostile text is written into a post: into front matter, with the quotes around it, and into the body."""

    field: Callable[[str], str]
    quote: str
    body: Callable[[str], str]


WAYS = {
    "as it is": Way(lambda text: text.replace("'", "''"), "'", lambda text: text.replace('"', "&quot;")),
    "as escapes": Way(escaped, '"', spelt),
    "escaped twice": Way(lambda text: spelt(text[:40]), "'", lambda text: spelt(text[:40]).replace("&", "&amp;")),
}


TWICE = ("clipboard", "C1", "bidi")
"""What is escaped twice: as the reader resolves references once, the rest would only be more of the same."""


def write_posts(folder: Path, *ways: str) -> None:
    """A post for every string, written in each of these ways; of what is escaped twice a few do."""
    kinds = [kind for kind in product(ways, STRINGS.items()) if kind[0] != "escaped twice" or kind[1][0] in TWICE]
    for number, (way, (name, text)) in enumerate(kinds):
        day = date(2022, 3, 15) - timedelta(number)
        post = _post(text, WAYS[way], number, day)
        (folder / f"{number:03}-{name}.txt").write_bytes(post.encode("utf-8", "surrogatepass"))


NAMES = (
    *(
        (name + text).replace("\0", "").replace("/", "")[:50].encode("utf-8", "surrogatepass") + b".txt"
        for name, text in STRINGS.items()
    ),
    b"\x9b31m\xff\xc2\x9b31m.txt",
    b"-rf\n--help.txt",
    ("长" * 83 + "名").encode() + b".md",
    b"e" + "\u0301".encode() * 120 + b".html",
)
"""Names of files as Linux takes them: any bytes but NUL and the slash, up to 255."""


def write_names(folder: Path) -> int:
    """Posts under every name, by turns with a title, without one, and empty; their number."""
    for number, name in enumerate(NAMES):
        title = f"---\ntitle: 样文{number:03}\n---\n" if number % 3 else ""
        text = f"{title}样文{number:03}说，口岸要平稳。\n" if number % 3 != 2 else ""
        with open(os.path.join(os.fsencode(folder), name), "w", encoding="utf-8") as file:  # noqa: PTH118, PTH123 -- bytes
            file.write(text)
    return len(NAMES)


def _post(text: str, way: Way, number: int, day: date) -> str:
    field, quote = way.field(text), way.quote
    values = dict.fromkeys(FIELDS, field) | {
        "title": f"样文{number:03}，{field}海关总署召开会议{field}",
        "date": f"{day:%Y-%m-%d} 10:00{field}",
        "link": f"http://example.org/{field}",
    }
    front = "\n".join(f"{name}: {quote}{value}{quote}" for name, value in values.items())
    front = f"intro: {_INNOCENT}\n{front}"
    body = _BODY.format(x=way.body(text), day=f"{day.month}月{day.day}日", number=f"{number:03}")
    return f"---\n{front}\n---\n{body}\n"


def unclean(text: str) -> Iterator[str]:
    """The characters of a text that no terminal should get, and every mark beyond those that one character may bear."""
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        marks = marks + 1 if category[0] == "M" or "\u1160" <= char <= "\u11ff" else 0
        odd = category in {"Cc", "Cf", "Cs", "Zl", "Zp"} or (category == "Cn" and char < "\U00020000")
        if (odd and char != "\n") or _UNSEEN.match(char) or marks > _MARKS_ALLOWED:
            yield f"U+{ord(char):04X}"


def assert_written(terminal: Terminal, *, any_key: bool = False) -> list[str]:
    """Asserts that all bytes of a screen are sequences of Textual's own and clean text; returns what was copied.

    With `any_key` the terminal's own colours may have been chosen, and the terminal given away for a while (Ctrl+Z).
    """
    copied, raw = [], bytes(terminal.raw)
    for found in _WRITTEN.finditer(raw):
        if found["colours"]:
            assert (_OWN_COLOURS if any_key else _COLOURS).fullmatch(found["colours"]), found[0]
        if found["row"]:
            assert 1 <= int(found["row"]) <= _FARTHEST, found[0]
            assert 1 <= int(found["column"]) <= _FARTHEST, found[0]
        if found["copied"] is not None:
            copied.append(b64decode(found["copied"]).decode())
    for text in (_WRITTEN.sub(b"", raw).replace(b"\r\n", b"\n").decode(), *copied):
        assert not (odd := set(unclean(text))), odd
    taken, given_back = raw.count(b"\x1b[?1049h"), raw.count(b"\x1b[?1049l")
    assert taken == 1 or any_key, f"the other screen was taken {taken} times"
    assert 0 <= taken - given_back <= 1, f"taken {taken} times, given back {given_back} times"
    return copied


_SIDE = {
    DARK.surface,
    *(DARK.variables[name] for name in ("block-cursor-background", "block-cursor-blurred-background")),
}
_TEXT = {DARK.background, DARK.secondary, DARK.accent, DARK.variables["current-ink"], DARK.variables["selection"]}
_BAR = DARK.variables["scrollbar"]


class Frame:
    """Where list, text and rail stand on a screen that shows an innocent post."""

    def __init__(self, terminal: Terminal) -> None:
        kinds = "s+" if terminal.screen.columns < NARROW else "s+t+s*"
        terminal.wait(lambda _: bool(re.fullmatch(kinds, self._read(terminal))))
        self._columns = self._read(terminal)
        self._stays = re.compile("".join(f"[{kind}b]" for kind in self._columns))
        self.text = self._columns.find("t")
        """The first column of the text, -1 where there is none."""

    @staticmethod
    def _read(terminal: Terminal) -> str:
        return re.sub("(.)b", r"\1\1", _papers(terminal, 0))

    def await_in(self, terminal: Terminal) -> None:
        """Waits until every column of every line has the paper that it had, and asserts that nothing was written
        beyond the edge; the last line is the foot.
        """
        terminal.wait(lambda _: not self._moved(terminal) and not foot_moved(terminal))
        assert not terminal.screen.beyond

    def _moved(self, terminal: Terminal) -> bool:
        rows = range(terminal.screen.lines - 1)
        return not all(self._stays.fullmatch(_papers(terminal, row)) for row in rows)


def await_foot(terminal: Terminal) -> None:
    """Waits until the last line is the foot, and asserts that nothing was written beyond the edge."""
    terminal.wait(lambda _: not foot_moved(terminal))
    assert not terminal.screen.beyond


def foot_moved(terminal: Terminal) -> bool:
    """Whether the last line is not the foot from edge to edge."""
    last = terminal.screen.buffer[terminal.screen.lines - 1]
    return {f"#{last[column].bg}" for column in range(terminal.screen.columns)} != {DARK.panel}


_PAPERS = {"b": (_BAR,), "s": _SIDE, "t": _TEXT}


@cache
def _kind(paper: str) -> str:
    """What a paper is part of; Textual's colours may be one off."""
    near = (
        kind
        for kind, papers in _PAPERS.items()
        if any(
            max(abs(a - b) for a, b in zip(bytes.fromhex(paper), bytes.fromhex(one[1:]), strict=True)) < 3
            for one in papers
        )
    )
    return "?" if paper == "default" else next(near, "?")


def _papers(terminal: Terminal, row: int) -> str:
    """For each column of a line a letter: s is the paper of list and rail, t the text's, b a bar, ? another."""
    cells = terminal.screen.buffer[row]
    return "".join(_kind(cells[column].bg) for column in range(terminal.screen.columns))
