"""Lines that a site sets around a text: breadcrumbs, buttons, counters, the time of publication, adverts.

May import `data`. Only a line that holds nothing else is furniture; a new word goes to `data/site_words.txt`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reader.readout.data import entries

_LINE_LENGTH = 160
_MOMENT = re.compile(
    r"(?:19|20)\d{2}\s?(?:年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))"
    r"(?:(?:[ \u3000T]{0,3}|\s*星期[一二三四五六日天]\s*)\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?"
)
_TIME_WORDS = (
    r"(?:发布时间|发布日期|发表时间|发稿时间|更新时间|时间|日期|发布于|發布時間|發佈時間|更新時間|時間)\s*[：:]?\s*"
)
_TIME_LABEL = re.compile(f"{_TIME_WORDS}$")
_TIME_LABELS = re.compile(rf"{_TIME_WORDS}(?=$|[\s|｜])")
_SCHEDULE = re.compile(r"(?:时间|日期|時間)\s*[：:]")
"""With nothing behind it, the time of an event that a notice announces."""
_COUNTER = re.compile(
    r"(?:浏览次数|浏览量|浏览|阅读次数|阅读量|阅读|点击数|点击次数|点击量|访问次数|评论数|瀏覽次數|點擊率)\s*[：:]?\s*[(（]?\d{1,9}\s?[)）]?\s?万?\+?\s?次?"
)
_ADVERT_WORD = re.compile(
    "新浪财经|ICP备|公网安备|版权所有|网站标识码|不构成投资建议|立即开户|新客|扫码下载|炒股就看|二维码|公众号|客户端|财经资讯|声明"
)
"""One of these stands in whatever `_ADVERT` describes, which takes thirty times as long to find nothing."""
_LETTER_SIZES = re.compile(
    r"[【\[]?字[号體体號](?:大小)?\s*[：:]?\s*[【\[]?\s*(?:[大中小](?![^\W_])\s*[|｜]?\s*){1,3}[】\]]?"
)
_BREADCRUMBS = re.compile(
    r"(?:您|你)?(?:现在|当前|目前|現在|當前)?(?:所在)?(?:的)?位置(?:是|为)?\s*[：:].{0,120}"
    r"|(?:网站)?(?:首页|首頁|主页)\s*[>＞»›→/].{0,120}"
)
_ELSEWHERE = re.compile(
    "(?:推荐|相关|延伸|更多|热门|猜你喜欢|推薦|相關|延伸)(?:内容|阅读|新闻|文章|报道|链接|內容|閱讀|新聞|報道)?"
)
_LINK_LENGTH = 36
_STEP = re.compile("[>＞»›]")
_STEPS = re.compile(r"\s*[>＞»›]+\s*")
_NEIGHBOUR = re.compile(
    r"(?:相关阅读|相关新闻|延伸阅读|推荐阅读|相關閱讀|上一篇|下一篇|上一条|下一条|上一頁|下一頁)\s*[：:].{0,80}"
)
_ADVERT = re.compile(
    r"海量资讯、?精准解读，?尽在新浪财经APP|.{0,80}(?:ICP备|公网安备|版权所有|网站标识码).{0,100}|.{0,60}不构成投资建议.{0,30}|.{0,12}立即开户.{0,20}|.{0,12}新客.{0,6}好礼.{0,6}|扫码下载.{0,12}APP|炒股就看.{0,80}|新浪财经(?:APP|公众号).{0,30}"
    r"|(?:更多|扫描|长按).{0,20}(?:二维码|公众号|客户端).{0,20}|24小时滚动播报最新的财经资讯和视频.{0,80}"
    r"|(?:特别声明|免责声明|声明)[：:].{0,150}(?:本站|本网|平台|删除|不代表).{0,40}"
)
_ENDS = r"海量资讯、?精准解读，?尽在新浪财经APP|【资料图】|[（(][完完]?完[）)]"
_TAIL = re.compile(rf"(?<!\s)\s*+(?:{_ENDS})\s*+$")
_RIGHTS = re.compile("ICP备|公网安备|版权所有|网站标识码")
_TAIL_WITH_RIGHTS = re.compile(rf"(?<!\s)\s*+(?:.{{0,80}}(?:{_RIGHTS.pattern}).{{0,100}}|{_ENDS})\s*$")
_LONGEST_TAIL = 400
"""So many of the last characters are looked through for a tail."""
_HEAD = re.compile(r"^\s*(?:【资料图】|\[资料图\]|（资料图）)\s*")
_SIZES = frozenset({"大", "中", "小", "T", "A", "A+", "A-", "+", "-"})
"""Buttons for the size of the letters, which are only buttons beside a word of the site."""
_SEPARATORS = re.compile(r"[\s|｜丨·:：\[\]【】［］（）()/、>＞»›—-]+")


@lru_cache(maxsize=1024)
def is_furniture(line: str) -> bool:
    """Whether a line is a site's and no text of the post; the same lines stand in post after post."""
    if len(line) > _LINE_LENGTH:
        return False
    line = line.strip("?？ ") or line
    if _ADVERT_WORD.search(line) and _ADVERT.fullmatch(line):
        return True
    if _BREADCRUMBS.fullmatch(line) or _NEIGHBOUR.fullmatch(line):
        return "。" not in line
    return _is_path(line) or _only_site_words(line)


def leads_elsewhere(line: str) -> bool:
    """Whether a line stands above links to other texts: 推荐内容, 相关阅读."""
    return bool(_ELSEWHERE.fullmatch(line.strip("【】[]:： ")))


def is_link_text(line: str) -> bool:
    """Whether a line below such a heading can be the title of another text."""
    return len(line) <= _LINK_LENGTH and line[-1] not in "。！？”）" and not re.search("[:：/／]", line)


def without_meta(line: str) -> str | None:
    """What is left of a line of publication once its time, counters and buttons are gone.

    None where the line tells no time of publication: it must name an hour or call itself by a label.
    """
    if len(line) > _LINE_LENGTH or "。" in line or not (moment := _MOMENT.search(line)):
        return None
    rest = _LETTER_SIZES.sub(" ", _COUNTER.sub(" ", _MOMENT.sub(" ", line)))
    if _SCHEDULE.match(line) and not rest.split()[1:]:
        return None
    labelled = bool(_TIME_LABEL.search(line[: moment.start()]))
    rest = _TIME_LABELS.sub(" ", rest)
    words = [word for word in rest.split() if not _only_site_words(word)]
    told = labelled or ":" in moment[0] or "：" in moment[0] or len(words) < len(rest.split())
    return " ".join(words) if told or words else None


def is_day(line: str) -> bool:
    """Whether a line is nothing but a day with its year, with or without an hour."""
    return bool(_MOMENT.fullmatch(line.strip()))


def moment_in(line: str) -> str | None:
    """The first day with its year, and its hour where one follows, of a short line."""
    found = _MOMENT.search(line) if len(line) <= _LINE_LENGTH and "。" not in line else None
    return found[0] if found else None


def trimmed(text: str) -> str:
    """A paragraph without the site's words that stick to its edges: 【资料图】 before, （完） after."""
    if text[:1] not in "【[（ " and text[-1:] not in "P】）) ":
        return text
    text = _HEAD.sub("", text)
    window = max(0, len(text) - _LONGEST_TAIL)
    tail = (_TAIL_WITH_RIGHTS if _RIGHTS.search(text, window) else _TAIL).search(text, window)
    return text[: tail.start()] if tail else text


def _is_path(line: str) -> bool:
    """Whether a line is a path of three short steps or more: 新闻 > 国内 > 正文."""
    steps = _STEPS.split(line) if _STEP.search(line) else ()
    return len(steps) >= 3 and all(len(step) <= 12 for step in steps) and not any("，" in step for step in steps)


def _only_site_words(line: str) -> bool:
    known = _site_words()
    words = [word for word in _SEPARATORS.split(_COUNTER.sub(" ", line)) if word]
    named = [word for word in words if word in known]
    return bool(named or not words) and all(word in known or word in _SIZES for word in words)


@cache
def _site_words() -> frozenset[str]:
    return frozenset(entries("site_words"))
