"""The corpus: a name, the bytes of the file, and what `check` has to say of it.

`faults` are the codes that `check` prints for the file, none where it is read as if nothing were amiss; `read` tells
whether it is read at all. Strings that a terminal would obey stand in `tests/e2e/hostile.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

BODY = "<p>　　3月15日，海关总署召开专题会议。海关总署署长倪岳峰主持会议。</p><p>　　会议指出，口岸要平稳。</p>"
HEAD = "title: '{}'\ndate: Tue, 15 Mar 2022 10:56:54 GMT\n"


class Broken(NamedTuple):
    """A broken post."""

    name: str
    data: bytes
    faults: tuple[str, ...] = ()
    read: bool = True


def _post(title: str, body: str = BODY, head: str = HEAD) -> str:
    return f"---\n{head.format(title)}---\n{body}\n"


def bytes_of_files() -> Iterator[Broken]:
    """Files whose bytes are amiss."""
    good = _post("字节")
    yield Broken("empty", b"", ("empty",), read=False)
    yield Broken("blank", b" \n\n\t\n", ("empty",), read=False)
    yield Broken("picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, ("encoding",), read=False)
    yield Broken("zeros", b"\x00" * 5000, ("encoding",), read=False)
    yield Broken("cut character", good.encode()[:-40] + b"\xe6\xb5", ("encoding",))
    yield Broken("gb18030", good.encode("gb18030"))
    yield Broken("utf16", good.encode("utf-16"))
    yield Broken("byte order mark", good.encode("utf-8-sig"))
    yield Broken("carriage returns", good.replace("\n", "\r\n").encode())
    yield Broken("old line ends", good.replace("\n", "\r").encode())


def front_matter() -> Iterator[Broken]:
    """Front matter that is broken, endless, or would be obeyed."""
    yield Broken("unclosed", f"---\n{HEAD.format('未闭合')}\n{BODY}".encode(), ("front_matter_unclosed",))
    yield Broken("no value", _post("", head="title: {}\ndate: [\n").encode(), ("front_matter_broken", "date"))
    yield Broken("tab", _post("制表符", head="\ttitle: {}\n").encode(), ("front_matter_broken",))
    yield Broken("a program", _post("", head="title: !!python/object/apply:os.system ['true']{}\n").encode())
    aliases = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    yield Broken("a billion laughs", _post("", head=f"a0: &a0 x\n{aliases}title: 哈哈{{}}\n").encode())
    yield Broken("deep brackets", _post("", head="x: " + "[" * 5000 + "{}\n").encode(), ("front_matter_broken",))
    long = "x: " + "长" * 20_000 + "{}\n"
    yield Broken("too long", _post("", head=long).encode(), ("front_matter_too_long",))
    yield Broken("no day", _post("无日", head="title: {}\ndate: 昨天上午\n").encode(), ("date",))
    yield Broken("year nought", _post("零年", head="title: {}\ndate: 0000-00-00\n").encode(), ("date",))
    yield Broken("title is a list", _post("", head="title: [一, 二]{}\ndate: 2022-03-15\n").encode())
    yield Broken("title is a clock", _post("", head="title: 12:30:45{}\ndate: 2022-03-15\n").encode())
    yield Broken("twice the same", _post("两次", head=HEAD + "title: 又\ntitle: 再\n").encode())


def markup() -> Iterator[Broken]:
    """HTML that is broken, deep, endless or a program."""
    yield Broken("no text", _post("无文", "<p>　</p>").encode(), ("no_text",))
    yield Broken("deep tags", _post("深", "<div>" * 20_000 + BODY).encode())
    yield Broken("unclosed tags", _post("不闭合", "<p><strong><table><tr><td>" + BODY).encode())
    yield Broken("unclosed comment", _post("注释", f"{BODY}<!-- 没有完").encode())
    yield Broken("unclosed quote", _post("引号", f'{BODY}<a href="没有完>后文</p>').encode())
    yield Broken("many attributes", _post("属性", f"<p {'a=b ' * 20_000}>属性</p>{BODY}").encode())
    yield Broken("script", _post("脚本", f"<script>alert('<p>不读</p>')</script>{BODY}<style>p{{}}</style>").encode())
    yield Broken(
        "entities", _post("实体", f"{BODY}<p>&#x1b;]0;x&#7;&#x202e;&#0;&#xd800;&#99999999;&nosuch;</p>").encode()
    )
    yield Broken(
        "declaration", _post("声明", f"<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]><p>&c;</p>{BODY}").encode()
    )
    yield Broken("one long line", _post("长行", f"<p>{'海关' * 200_000}</p>{BODY}").encode())
    yield Broken("many paragraphs", _post("多段", BODY + "<p>会议要求。</p>" * 10_000).encode())
    endless = _post("无尽", BODY + "<p>会议要求。</p>" * 20_000)
    yield Broken("more paragraphs", endless.encode(), ("many_paragraphs",))
    yield Broken("less than", _post("小于", f"<p>3 < 5 > 2 & 1 <</p>{BODY}").encode())


CORPUS = (*bytes_of_files(), *front_matter(), *markup())
