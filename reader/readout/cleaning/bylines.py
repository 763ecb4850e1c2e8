"""Bylines: who wrote, where no colon tells it, on a line of its own or inside a paragraph.

May import this room's model, `data` and `text`. Roles, ranks and verbs are words of `data/credit_forms.txt`. A role
(记者, 通讯员) must be followed by what can be names to the very end; names without a role are a byline only in brackets
right behind a dateline.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reader.readout.data import HAN, any_of, entries
from reader.readout.model import Credit
from reader.text.folding import simplify

_BYLINE_LENGTH = 60
_GAP = r"[ \u3000、,，/／&]"
_MARKS = "►▶▲■●◆※△▷◇□○·•|｜丨"
_NOT_NAMES = frozenset(
    {"以下简称", "下同", "如图", "上图", "下图", "左起", "右起", "节选", "摘要", "全文", "今天", "昨天", "今日", "昨日"}
    | {"资料图", "提问", "谢谢", "请问"}
)
_DATELINE = re.compile(
    rf"(?P<dateline>[{HAN}A-Za-z0-9、/ \u3000]{{2,30}}?\d{{1,2}}日(?:电|讯|消息|报道|電|訊)"
    rf"|[{HAN}]{{2,8}}(?:讯|訊|消息))"
    r"\s*[（(](?P<byline>[^（()）。，]{2,40})[)）]\s*"
)
_OPENING = re.compile(r"[（(](?P<byline>[^（()）。，]{3,40})[)）]\s*")
_CLOSING = re.compile(r"\s*[（(【](?P<byline>[^（()）。，【】]{3,40})[)）】]\s*$")
_VERB = re.compile(f"{_GAP}*(?:{any_of(entries('credit_forms', 'verb'))})$")
_ROLES = entries("credit_forms", "role")
_ALONE = entries("credit_forms", "alone")


class Parted(NamedTuple):
    """A paragraph without its byline, and the byline."""

    text: str
    credits: tuple[Credit, ...]


def byline(line: str) -> tuple[Credit, ...]:
    """The credits of a line 本报记者 甲 见习记者 乙 丙, ► 文 X, 新华社记者 甲 摄; none where it is anything else."""
    bare = line.strip("（）()【】[]［］ \u3000")
    if not 3 <= len(bare) <= _BYLINE_LENGTH or "。" in bare:
        return ()
    bare = bare.lstrip(_MARKS).strip(" \u3000")
    return _by_roles(bare) or _by_labels(bare)


def part_byline(text: str) -> Parted:
    """A paragraph parted from the byline in brackets behind its dateline, at its beginning or at its end."""
    found: list[Credit] = []
    if start := _DATELINE.match(text):
        names = start["byline"].strip()
        by = byline(names) or _unnamed(names)
        if by:
            found += by
            rest = text[start.end() :]
            text = f"{start['dateline']}{'' if rest[:1] in '：:' else ' '}{rest}".strip()
    elif (opening := _OPENING.match(text)) and (by := byline(opening["byline"])):
        found += by
        text = text[opening.end() :]
    if text[-1:] in "）)】" and (closing := _CLOSING.search(text, max(0, len(text) - 50))):
        label, _, value = re.sub("[：:]", " ", closing["byline"]).strip().partition(" ")
        if by := byline(f"{label} {value}" if value else label):
            found += by
            text = text[: closing.start()]
    return Parted(text, tuple(found))


def are_names(text: str) -> bool:
    """Whether a text can be nothing but names of persons, parted by spaces or 、, perhaps with a code (刘 SF014)."""
    tokens = _tokens(text)
    return bool(tokens) and all(_is_token(token) for token in tokens) and text not in _NOT_NAMES


def has_family_name(token: str) -> bool:
    """Whether a token of two to four characters begins as Chinese names do."""
    return bool(_names().fullmatch(simplify(token))) and token not in _NOT_NAMES


def _by_roles(line: str) -> tuple[Credit, ...]:
    """The credits of a line that begins with a role: each role with the names up to the next."""
    rest = _VERB.sub("", line)
    parts = list(_roles().finditer(rest))
    if not parts or parts[0].start():
        return ()
    ends = [part.start() for part in parts[1:]] + [len(rest)]
    found: list[Credit] = []
    for part, end in zip(parts, ends, strict=True):
        glued = rest[part.end() : part.end() + 1] not in (" ", "\u3000", "/", "／", ":", "：", "|", "丨", "｜")
        names = rest[part.end() : end].strip(" \u3000、,，/／:：|丨｜;；")
        tokens = _tokens(names)
        if not tokens or not are_names(names) or (glued and not all(map(has_family_name, tokens))):
            return ()
        if part[0] in _ROLES and len(tokens[0]) > 1 and not has_family_name(tokens[0]):
            return ()  # 记者 看到 …: without a rank or a newspaper the role is a noun like any other
        found.append(Credit(part[0], names))
    return tuple(found)


def _by_labels(line: str) -> tuple[Credit, ...]:
    """The credits of a line 文 甲, 文/图 乙, 文 甲 图 乙: here every name must begin with a family name."""
    found: list[Credit] = []
    label = ""
    for token in re.split(r"[ \u3000]+|(?<=^文)[/／](?![文图])|(?<=^图)[/／](?![文图])", line):
        if token in _ALONE:
            label = token
            found.append(Credit(label, ""))
        elif label and (has_family_name(token.strip("、,，")) or re.fullmatch("[A-Z]{0,3}[0-9]+", token)):
            found[-1] = Credit(label, f"{found[-1].value} {token}".strip())
        else:
            return ()
    return tuple(found) if all(credit.value for credit in found) else ()


def _unnamed(names: str) -> tuple[Credit, ...]:
    """Names behind a dateline are the reporters', if there are several or one that begins as names do."""
    tokens = _tokens(names)
    sure = len(tokens) >= 2 or all(map(has_family_name, tokens))
    return (Credit("记者", names),) if tokens and sure and are_names(names) else ()


def _tokens(text: str) -> list[str]:
    return [token for token in re.split(f"{_GAP}+", text) if token]


def _is_token(token: str) -> bool:
    return bool(
        re.fullmatch(rf"[{HAN}]{{1,4}}|[{HAN}]+·[{HAN}·]+|[A-Za-z_]{{0,4}}[0-9]{{1,8}}|[A-Za-z.]{{2,12}}", token)
    ) and (token not in _NOT_NAMES)


@cache
def _roles() -> re.Pattern[str]:
    known = any_of({*entries("outlets"), *entries("credit_forms", "rank")})
    before = rf"(?:{known}|驻[{HAN}]{{2,4}}|[{HAN}]{{2,6}}(?:报|報|网|網|社|台)){{0,3}}"
    return re.compile(rf"(?:^|(?<=[ \u3000、,，;；|丨｜])){before}[ \u3000]?(?:{any_of(_ROLES)})")


@cache
def _names() -> re.Pattern[str]:
    double = "|".join(entries("compound_surnames"))
    single = "".join(entries("surnames"))
    return re.compile(rf"(?:{double}|[{single}])[{HAN}]{{1,2}}|[{HAN}]{{2,8}}·[{HAN}·]{{2,8}}")
