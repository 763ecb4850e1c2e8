"""The views' words in Chinese. May import `views` only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from reader.locale.views import (
    CompareWords,
    ContextWords,
    FiguresWords,
    MatrixWords,
    PhrasesWords,
    SeriesWords,
    WordingWords,
)


class Compare(CompareWords):
    """Two meetings side by side."""

    title = "对照"
    kept = "保留"
    reworded = "改写"
    dropped = "删去"
    new = "新增"
    share = "新提法 {share}%（对此前全部）"
    share_of_partner = "新提法 {share}%（仅对前一场）"
    newly_named = "新列名"
    not_named = "未列名"
    role_changed = "职务改变"
    order_changed = "列名次序改变"
    same_people = "列名相同"
    no_role = "未印职务"
    other_series = "此前没有同系列会议，与前一场对照"
    no_former = "这是本集最早的一场会议，没有可对照的"
    no_more = "这个方向没有改写了"
    chosen = "已记下：再到另一场按 C 对照"
    unchosen = "不再记着"
    no_meeting = "这篇没有报道日期可考的会议"
    gone = "要对照的文章已不在"
    columns = ("类别", "前一场", "后一场", "相似度", "前一场段落", "后一场段落")
    keys = (("n", "下一处改写"), ("c", "只看变动"), ("Enter", "看原文"), ("Esc", "返回"))


class Context(ContextWords):
    """A word in its contexts (KWIC)."""

    title = "语境"
    hits = ("{count}处", "{count}处")
    counted = "{hits}，见于{total}场会议中的{meetings}场"
    looking = "{hits}，已查{total}场中的{meetings}场……"
    filtered = "按筛选：{query}"
    orders: ClassVar[Mapping[str, str]] = {
        "date": "按日期，旧的在前",
        "left": "按左文，由近及远",
        "right": "按右文",
    }
    spellings = "写法："
    more_spellings = "另有{count}种"
    nothing = "会议的正文里没有这个词；按 / 另查一个"
    no_term = "要查的词呢？条件（如 自:2022）只能限定会议"
    hint = "要查的词，如 六稳 或 人*同防"
    columns = ("文件", "日期", "会议", "段落", "起", "止", "左文", "词", "右文")
    keys = (("s", "排序"), ("/", "查"), ("Enter", "原文"), ("Esc", "返回"))
    ask_keys = (("Enter", "查"), ("Esc", "不查"))


class Phrases(PhrasesWords):
    """Phrases by meeting."""

    title = "提法"
    quoted = ("带引号的{count}条", "带引号的{count}条")
    counted = "{total}场会议共{times}"
    watched = "关注{count}条"
    only_watched = "只看关注的"
    filtered = "按筛选：{query}"
    orders: ClassVar[Mapping[str, str]] = {
        "common": "场次多的在前",
        "newest": "新出现的在前",
        "dropped": "新近不见的在前",
        "longest": "存续长的在前",
    }
    not_here = "未见于 {day} {name}"
    three_quarters = ("此前至少四分之三的会议有：{count}条", "此前至少四分之三的会议有：{count}条")
    before = "此前"
    heads = ("提法", "场次", "次数", "首见", "末见", "旧-新")
    in_meetings = "{total}场中的{meetings}场"
    times = ("{count}次", "{count}次")
    first = "首见于本集"
    last = "末见于本集"
    gaps = ("其间{count}场未见", "其间{count}场未见")
    no_gap = "其间场场有"
    not_found = "各场都没有"
    counting = "正在数……"
    nothing = "这些会议的正文里没有带引号的提法"
    nothing_missing = "没有：此前至少四分之三的会议有的，这场都有"
    no_meeting = "打开时没有停在有日期的会议上"
    no_watch_list = "还没有关注的提法：写在 {file} 里，每行一条"
    watch_list_cut = "{file} 太长，只读了前面{count}条"
    columns = ("提法", "关注", "场次", "总场次", "次数", "首见", "末见", "其间未见场次", "此前场次", "此前总场次")
    keys = (("s", "排序"), ("n", "本场未见"), ("w", "关注"), ("Enter", "语境"), ("Esc", "返回"))


class Matrix(MatrixWords):
    """People x meetings, and one person."""

    title = "列名表"


class Figures(FiguresWords):
    """The figures of a meeting, and one figure through the meetings."""

    title = "数据"


class Series(SeriesWords):
    """Series of meetings, and all meetings by month."""

    title = "系列"


class Wording(WordingWords):
    """What is new in a text, and where the rest was said before."""

    title = "新提法"
