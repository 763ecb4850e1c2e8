"""What a Chinese personal name is, and where a role ends and a name begins.

May import `data`. A table decides, no model: segmenters cut 俞/建华. A name is a family name of the table and one
or two more characters, or the parts of a foreign or minority name joined by `·`. What is doubtful is no name: a
word taken for a person is worse than a person passed over. Texts are in simplified script (see `passages`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache
from typing import NamedTuple

from reader.readout.data import HAN, entries

_PARTS = re.compile(f"[{HAN}]{{1,8}}(?:[·•・‧][{HAN}]{{1,8}}){{1,3}}")
_SHORT = re.compile(f"[{HAN}]{{2,4}}")
_AROUND = re.compile(
    rf"(?:\s*[（(][^（()）]*[)）]|等|一行(?:[〇一二三四五六七八九十多余数\d]+人)?|同志|(?<=[{HAN}]{{2}})(?:先生|女士|博士))+\s*$"
)
_AFTER_TITLE = ("等", "一行", "同志")
_INSTITUTION = frozenset("作并了及在与以等部委局署院厅司处室办省市区县州关所站组社校厂科队镇乡")
"""What ends the name of an institution or a place and hardly ever a person's: 公安部, 商务厅, 温州市."""
_OFFICE = frozenset("作并了及在与以等部委局署院厅司处室办省市区县")
"""The same where a role stands before, so that hardly anything but a name can follow: 主任王建社."""
_INSTITUTION_PAIR = frozenset("内外级体层系位面大")
"""What, beside those, ends a word of two characters and no person's name of two: 国内, 全体."""
_BEGINNINGS = frozenset(re.findall(r"..", "国家全国全体全系公司有关相关关于各国党委党组党中中央公安应急时任和各及各"))
"""What, though it begins with a family name, never begins a person's."""
_VERBS = re.compile(
    r"(?:学习|深入|认真|贯彻|落实|传达|听取|按照|根据|遵照|围绕|结合|邀请|会见|陪同|感谢|欢迎|任命|免去|关于|对于|受|经(?!济|贸|信|营)|"
    r"向|对(?!外)|为|据|把|将(?!军)|从(?!化)|在(?!京|会|任|穗|沪))"
)
_ACT = re.compile("主持|出席|参加|列席|召开|会议|讲话|发言|报告|表示|强调|指出|介绍|会见")
_AROUND_ENDS = frozenset("）)等行志生士人 　")
_LONG = re.compile(r"[·•・‧\s　]")
"""Stands in a name that is longer than four characters."""
_LONGEST_PART = 9
_LONGEST_HAN_NAME = 4
_LONGEST_NAME = 40
"""How many characters before the end of a text a name may begin: foreign names run over four parts."""
_RUN = re.compile(f"[{HAN}]{{4,60}}")


LONGEST_ROLE_WORD = 10
"""No role word is longer, in characters."""
_LONGEST_TITLED = _LONGEST_HAN_NAME + LONGEST_ROLE_WORD


class Cut(NamedTuple):
    """Where a role and a name stand in a text: the role is [role[0], role[1]), the name [name[0], name[1])."""

    role: tuple[int, int]
    name: tuple[int, int]


def without_spaces(text: str) -> str:
    """A text without any spaces: 杨 洁 is 杨洁."""
    return "".join(text.split())


def find_name(text: str) -> tuple[int, int] | None:
    """Where the name stands in a text that consists of it, leaving out （女）, 等, 同志; None if it is none."""
    end = _end_of_name(text)
    start = len(text) - len(text.lstrip())
    return (start, end) if start < end and _is_name(without_spaces(text[start:end])) else None


def as_name(text: str) -> str | None:
    """The name that a text consists of, without inner spaces (杨 洁), （女）, 等, 同志; None if it is none."""
    found = find_name(text)
    return without_spaces(text[slice(*found)]) if found else None


def split_role(text: str) -> Cut | None:
    """Role and name of a text such as 党委书记倪岳峰: the longest beginning that ends in a role word, then a name.

    None where there is no such pair, or where the beginning is no role but a phrase with a verb (学习国务院总理…).
    """
    if _VERBS.match(text):
        return None
    end = _end_of_name(text)
    longest = _LONGEST_NAME if _LONG.search(text, max(0, end - _LONGEST_PART), end) else _LONGEST_HAN_NAME
    for cut in range(end - 2, max(1, end - longest - 1), -1):
        if not ends_in_role(text[:cut]):
            continue
        name = without_spaces(text[cut:end])
        if _is_name(name, _OFFICE) or may_be_minority_name(name):
            start = end - len(text[cut:end].lstrip())
            return Cut((0, len(text[:cut].rstrip())), (start, end))
    return None


def split_unknown(text: str) -> Cut | None:
    """Role and name of a text such as 党组成员铁如山 whose name begins with no family name of the table.

    Only to be believed where a name follows in the list.
    """
    for cut in (len(text) - 3, len(text) - 2):
        name = text[cut:]
        likely = cut > 1 and _SHORT.fullmatch(name) and name not in _not_names() and name[-1] not in _OFFICE
        if likely and ends_in_role(text[:cut]) and not ends_in_role(name) and not _ACT.search(name):
            return Cut((0, cut), (cut, len(text)))
    return None


def _end_of_name(text: str) -> int:
    """Where a name at the end of a text ends, before （女）, 等, 一行, 同志 and spaces."""
    around = _AROUND.search(text, max(0, len(text) - _LONGEST_NAME)) if text[-1:] in _AROUND_ENDS else None
    return len(text[: around.start()].rstrip()) if around else len(text.rstrip())


def split_title(text: str) -> Cut | None:
    """Name and role of a text such as 王林副署长, or family name and title of 盛署长; None if it is neither."""
    end = len(text)
    while text.endswith(_AFTER_TITLE, 0, end):
        end -= 1 if text[end - 1] == "等" else 2
    if end > _LONGEST_TITLED:
        return None
    text = text[:end]
    if text in _role_words():
        return None
    for length in (1, 2, 3, 4):
        name, role = text[:length], text[length:]
        if role in _role_words():
            found = _is_name(name) or is_family_name(name)
            return Cut((length, len(text)), (0, length)) if found else None
    return None


def run_together(text: str, known: Collection[str] = ()) -> list[tuple[int, int]]:
    """The names of a run such as 胡伟王令浚邹志武, where it can be cut into names in one way only.

    With `known` names, into these alone; else into what the table takes for names. Empty where it is no run of at
    least two names.
    """
    if not _RUN.fullmatch(text):
        return []
    if not known and not (text[0] in _surnames() or text[:2] in _compound_surnames()):
        return []
    cuts = _cuts(text, known.__contains__ if known else _is_han_name)
    return cuts[0] if len(cuts) == 1 and len(cuts[0]) > 1 else []


def is_family_name(text: str) -> bool:
    """Whether a text is a family name alone."""
    return text in _surnames() or text in _compound_surnames()


def ends_in_role(text: str) -> bool:
    """Whether a text ends in a word for an office, before spaces."""
    text = text.rstrip("　 ")
    if text[-1:] not in _role_ends():
        return False
    words = _role_words()
    for length in _role_lengths():  # noqa: SIM110  # asked for every character that may end a role: half the time of any()
        if text[-length:] in words:
            return True
    return False


def is_expert(role: str) -> bool:
    """Whether all that a role says is that its holder is an expert or a newsman: 某大学教授, but not 院长、教授."""
    return "、" not in role and role.endswith(entries("expert_words"))


def _cuts(text: str, accepts: Callable[[str], bool]) -> list[list[tuple[int, int]]]:
    """Up to two ways to cut a text into words of two to four characters that a test accepts."""
    ways: list[list[list[tuple[int, int]]]] = [[[]]]
    for end in range(1, len(text) + 1):
        here: list[list[tuple[int, int]]] = []
        for length in (2, 3, 4):
            if end >= length and ways[end - length] and accepts(text[end - length : end]):
                here.extend([*way, (end - length, end)] for way in ways[end - length])
        ways.append(here[:2])
    return ways[-1]


def _is_name(text: str, no_end: frozenset[str] = _INSTITUTION) -> bool:
    if _PARTS.fullmatch(text):
        return not any(word in text for word in _role_words())
    return bool(_SHORT.fullmatch(text)) and _is_han_name(text, no_end)


def _is_han_name(name: str, no_end: frozenset[str] = _INSTITUTION) -> bool:
    if name[0] not in _surnames() and name[:2] not in _compound_surnames():
        return False
    if name in _not_names() or name[-1] in no_end or _ACT.search(name) or ends_in_role(name):
        return False
    if name[:2] in _compound_surnames():
        return len(name) in (3, 4)
    if len(name) == 2 and name[1] in _INSTITUTION_PAIR:
        return False
    return len(name) in (2, 3) and name[:2] not in _BEGINNINGS


def may_be_minority_name(name: str) -> bool:
    """Whether a word of three to five characters begins as names without a family name do: 阿古拉, 索朗班觉.

    Only to be believed where nothing but a name can stand: behind a role, in a list of names.
    """
    if not 3 <= len(name) <= 5 or not name.startswith(entries("minority_beginnings")):
        return False
    return name not in _not_names() and name[-1] not in _INSTITUTION and not (_ACT.search(name) or ends_in_role(name))


@cache
def _role_words() -> frozenset[str]:
    return frozenset(entries("role_words"))


@cache
def _role_ends() -> frozenset[str]:
    """The last characters of the role words: few, so that most texts are told by one look."""
    return frozenset(word[-1] for word in _role_words())


@cache
def _role_lengths() -> tuple[int, ...]:
    return tuple(sorted(set(map(len, _role_words()))))


@cache
def _not_names() -> frozenset[str]:
    return frozenset(entries("not_names"))


@cache
def _surnames() -> frozenset[str]:
    return frozenset(entries("surnames"))


@cache
def _compound_surnames() -> frozenset[str]:
    return frozenset(entries("compound_surnames"))
