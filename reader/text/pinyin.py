"""The pinyin of personal names and of phrases, for finding officials by nyf and meetings by xsfx.

May import `folding`, and pypinyin, at the first name only (a quarter of a second). It reads some family names as the
common word they are written with; those stand in a table here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reader.text.folding import fold


def _table(pairs: str) -> dict[str, str]:
    words = pairs.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_SURNAMES = _table(
    "单 shan 查 zha 翟 zhai 区 ou 解 xie 曾 zeng 缪 miao 朴 piao 覃 qin 仇 qiu 任 ren 华 hua "
    "员 yun 乐 yue 冼 xian 洗 xian 黑 he 隗 wei 逄 pang 宁 ning 盖 ge 纪 ji 燕 yan 召 shao "
    "卜 bu 祭 zhai 种 chong 秘 bi 繁 po 折 she 尹 yin 贾 jia 那 na 哈 ha 都 du 薄 bo 乜 nie 么 yao 郇 xun 能 nai "
)
_COMPOUND = _table(
    "欧阳 ouyang 上官 shangguan 司马 sima 诸葛 zhuge 东方 dongfang 皇甫 huangfu "
    "尉迟 yuchi 公孙 gongsun 令狐 linghu 司徒 situ 慕容 murong 宇文 yuwen "
    "长孙 zhangsun 夏侯 xiahou 闻人 wenren 端木 duanmu 呼延 huyan 轩辕 xuanyuan "
    "万俟 moqi 澹台 tantai 淳于 chunyu 单于 chanyu 申屠 shentu 钟离 zhongli "
)
_RUN = re.compile(r"[a-z0-9]+|[\u3400-\u9fff]+")
"""What is read as one: letters and digits, or Chinese characters."""


@lru_cache(maxsize=20_000)
def pinyin_of(name: str) -> str:
    """`ni yuefeng` for 倪岳峰: family name, space, given name, without tones, ü as u.

    The parts of a name with `·` are parted by spaces. `name` is in either script; empty for what has no reading.
    """
    simple = fold(name)
    if "·" in simple:
        return " ".join("".join(_syllables(part)) for part in simple.split("·"))
    family = 2 if simple[:2] in _COMPOUND else 1
    known = _family(simple) or "".join(_syllables(simple[:1]))
    return f"{known} {''.join(_syllables(simple[family:]))}".strip()


@lru_cache(maxsize=20_000)
def initials_of(name: str) -> str:
    """`nyf` for 倪岳峰: the first letter of every character's reading."""
    simple = fold(name).replace("·", "")
    initials = "".join(syllable[:1] for syllable in _syllables(simple))
    return _family(simple)[:1] + initials[1:] if _family(simple) else initials


@lru_cache(maxsize=20_000)
def reading_of(phrase: str) -> tuple[str, str]:
    """(`xing shi fen xi`, `xsfx`) for 形势分析: the reading of a phrase by syllables, and their first letters.

    `phrase` is in either script; letters and digits stay in both as they are (`2022 nian`, `2022n`), marks go.
    """
    syllables: list[str] = []
    initials = ""
    for run in _RUN.findall(fold(phrase)):
        read = [run] if run.isascii() else _syllables(run)
        syllables += read
        initials += run if run.isascii() else "".join(syllable[:1] for syllable in read)
    return " ".join(syllables), initials


def _family(name: str) -> str:
    """The reading of a family name that is not read as the common word it is written with; empty for any other."""
    return _COMPOUND.get(name[:2]) or _SURNAMES.get(name[:1], "")


def _syllables(text: str) -> list[str]:
    """The readings of a text, one a character; what has none stays as it is, in one piece."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415 -- see above

    return [plain(syllable) for syllable in lazy_pinyin(text)]


def plain(typed: str) -> str:
    """Pinyin as typed, in ASCII: ü and v are u, tone marks and capitals gone."""
    bare = "".join(c for c in unicodedata.normalize("NFD", typed.lower()) if not unicodedata.combining(c))
    return bare.replace("v", "u")
