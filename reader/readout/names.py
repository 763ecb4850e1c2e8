"""What a Chinese personal name is, and where a role ends and a name begins.

May import `data`. A table decides, no model: segmenters cut 俞/建华. A name is a family name of the table and one
or two more characters, or the parts of a foreign or minority name joined by `·`. What is doubtful is no name: a
word taken for a person is worse than a person passed over.
"""

from __future__ import annotations

import re
from functools import cache

from reader.readout.data import entries

_PARTS = re.compile(r"[\u3400-\u9fff]{1,8}(?:[·•・‧][\u3400-\u9fff]{1,8}){1,3}")
_HAN = re.compile(r"[\u3400-\u9fff]{2,4}")
_AROUND = re.compile(r"[（(][^（()）]*[)）]|(?:等|一行|同志)$")
_SPACES = re.compile(r"[\s　]+")
_INSTITUTION = frozenset("部委局署院厅司处室办省市区县州关所站组社校厂科队镇乡")
"""What ends the name of an institution or a place and hardly ever a person's: 公安部, 商务厅, 温州市."""
_INSTITUTION_PAIR = frozenset("内外级体层系位面")
"""What, beside those, ends a word of two characters and no person's name of two: 国内, 全体."""
_BEGINNINGS = frozenset(re.findall(r"..", "国家全国全体全系公司有关相关关于各国党委党组党中中央公安应急时任"))
"""What, though it begins with a family name, never begins a person's."""
_VERBS = re.compile(
    r"(?:学习|深入|认真|贯彻|落实|传达|听取|按照|根据|遵照|围绕|结合|邀请|会见|陪同|感谢|欢迎|任命|免去|关于|对于|受|经(?!济|贸|信|营)|"
    r"向|对(?!外)|为|据|把|将(?!军)|从(?!化)|在(?!京|会|任))"
)
_ACT = re.compile("主持|出席|参加|列席|召开|会议|讲话|发言|报告")
_LONGEST_NAME = 40
"""How many characters before the end of a text a name may begin: foreign names run over four parts."""


def as_name(printed: str) -> str | None:
    """The personal name that a text consists of, without inner spaces (杨 洁), （女）, 等, 同志; None if it is none."""
    name = _SPACES.sub("", _AROUND.sub("", printed.strip()))
    if _PARTS.fullmatch(name):
        return None if any(word in name for word in _role_words()) else name
    return name if _HAN.fullmatch(name) and _is_han_name(name) else None


def split_role(printed: str) -> tuple[str, str] | None:
    """(role, name) of a text such as 党委书记倪岳峰: the longest beginning that ends in a role word, then a name.

    None where there is no such pair, or where the beginning is no role but a phrase with a verb (学习国务院总理…).
    """
    if _VERBS.match(printed):
        return None
    for cut in range(len(printed) - 2, max(1, len(printed) - _LONGEST_NAME), -1):
        if ends_in_role(printed[:cut]) and (name := as_name(printed[cut:])):
            return printed[:cut].strip(), name
    return None


def ends_in_role(printed: str) -> bool:
    """Whether a text ends in a word for an office, before spaces."""
    text = printed.rstrip("　 ")
    return text.endswith(_role_ends()) and any(text[-length:] in _role_words() for length in _role_lengths())


def is_expert(role: str) -> bool:
    """Whether all that a role says is that its holder is an expert or a newsman: 某大学教授, but not 院长、教授."""
    return "、" not in role and role.endswith(entries("expert_words"))


def _is_han_name(name: str) -> bool:
    if _ACT.search(name) or ends_in_role(name) or name in _not_names() or name[-1] in _INSTITUTION:
        return False
    if name[:2] in _compound_surnames():
        return len(name) in (3, 4)
    if len(name) == 2 and name[1] in _INSTITUTION_PAIR:
        return False
    return len(name) in (2, 3) and name[0] in _surnames() and name[:2] not in _BEGINNINGS


@cache
def _role_words() -> frozenset[str]:
    return frozenset(entries("role_words"))


@cache
def _role_ends() -> tuple[str, ...]:
    """The last characters of the role words: few, so that most texts are told by one look."""
    return tuple({word[-1] for word in _role_words()})


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
