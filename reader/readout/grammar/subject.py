"""Whether a post is about GACC or its districts, in its own voice and not in passing.

May import `passages`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.readout.grammar.passages import Passage

_OTHERS = re.compile(
    r"(?:香港|澳门|港澳|台湾|[美英法德韩泰]国|越南|朝鲜|日本|俄罗斯|新加坡|泰国|马来西亚|印度|欧盟|哈萨克斯坦|蒙古|老挝|缅甸|外国|世界|国际)(?:的)?海关(?!总署)(?:关长)?"
    r"|海关合作理事会|海关大楼|老海关"
)
"""Customs of others."""
_OWN = re.compile("海关")
_GACC = re.compile("海关总署|中国海关|全国海关|[\u3400-\u9fff]{2,4}海关(?=关长|缉私|副关长)")
_LEDE = 60
"""So many characters of the first paragraph say what a post is about."""


def about_customs(titles: Sequence[Passage], body: Sequence[Passage]) -> bool:
    """Whether a title, or the first words of the body, speak of Chinese customs."""
    texts = [*(title.text for title in titles), *(passage.text[:_LEDE] for passage in body[:1])]
    return any(_OWN.search(_OTHERS.sub("", text)) for text in texts)
