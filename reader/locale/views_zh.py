"""The views' words in Chinese. May import `views` only."""

from __future__ import annotations

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


class Phrases(PhrasesWords):
    """Phrases by meeting."""

    title = "提法"


class Matrix(MatrixWords):
    """People x meetings, and one person."""

    title = "列名表"


class Figures(FiguresWords):
    """The figures of a meeting, and one figure through the meetings."""

    title = "数据"
    level = "水平"
    derived = "派生"
    count = ("{count}个数据", "{count}个数据")
    derived_count = ("其中派生{count}个", "其中派生{count}个")
    none = "这篇没有数据"
    nothing = "这里的会议没有数据。"
    nothing_counted = "这里没有数据计的是{counts}。"
    unclear = "原文没有说清这个数据计的是什么，无法前后对照"
    nothing_through = "筛选留下的会议里没有这个数据"
    through = "历次会议"
    meetings = "见于{total}场会议中的{count}场"
    filtered = "按筛选：{query}"
    gone = "这篇文章已不在"
    columns = ("路径", "日期", "段落", "数值", "单位", "所计", "类别", "比较基准", "变动", "派生", "数", "句子")
    keys = (("t", "历次会议"), ("Enter", "看原文"), ("Esc", "返回"))
    through_keys = (("Enter", "看原文"), ("Esc", "返回"))


class Series(SeriesWords):
    """Series of meetings, and all meetings by month."""

    title = "系列"


class Wording(WordingWords):
    """What is new in a text, and where the rest was said before."""

    title = "新提法"
    share = "新提法 {share}%"
    against_all = ("对此前{count}场", "对此前{count}场")
    against_series = ("对同系列此前{count}场", "对同系列此前{count}场")
    against_one = "对 {day} 一场"
    nothing_before = "本集此前没有会议"
    passages = ("{count}处", "{count}处")
    no_more = "这个方向没有新提法了"
    not_yet = "正在与此前的会议比对…"
    no_meeting = "这篇没有报道日期可考的会议"
    no_series = "这场会议不属于哪个系列"
    not_said = "这一段没有此前说过的话"
    sources = "此前说过：第{number}段"
    paragraph = "第{number}段"
    source = ("此前{count}场：", "此前{count}场，最近：")
    gone = "文章已不在"
    keys = (("n", "下一处"), ("W", "此前在哪说过"), ("B", "换比较对象"), ("Esc", "复原"))
    sources_keys = (("↑↓", "移动"), ("Enter", "看原文"), ("Esc", "返回"))
    columns = ("日期", "文件", "会议", "新提法 %", "字数", "新提法处数", "此前会议")
