"""The views' words in Chinese. May import `views` only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from reader.locale.views import (
    ContextWords,
    FiguresWords,
    MatrixWords,
    PhrasesWords,
    SeriesWords,
    SharedWords,
    WordingWords,
)


class Shared(SharedWords):
    """What several views say."""

    filtered = "按筛选：{query}"
    cut_rows = "共{total}行，这里只列前{shown}行；全部见命令 customs-reader {command}"
    searching = "正在查找符合筛选的会议"
    working = "{what}……已完成{percent}%"
    working_begun = "{what}……"
    working_keys = (("Esc", "停止"),)


class Context(Shared, ContextWords):
    """A word in its contexts (KWIC)."""

    title = "语境"
    hits = ("{count}处", "{count}处")
    counted = "{hits}，见于{total}场会议中的{meetings}场"
    looking = "{hits}，已查{total}场中的{meetings}场……"
    first_only = "结果太多：这里只列最前面的，全部见命令 customs-reader kwic"
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


class Phrases(Shared, PhrasesWords):
    """Phrases by meeting."""

    title = "提法"
    quoted = ("带引号的{count}条", "带引号的{count}条")
    counted = "{total}场会议共{times}"
    watched = "关注{count}条"
    only_watched = "只看关注的"
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
    first_filtered = "筛选范围内首见"
    last = "末见于本集"
    last_filtered = "筛选范围内末见"
    gaps = ("其间{count}场未见", "其间{count}场未见")
    no_gap = "其间场场有"
    gone = ("最近1场未见", "最近{count}场未见")
    not_found = "各场都没有"
    counting = "正在数……"
    nothing = "这些会议的正文里没有带引号的提法"
    nothing_missing = "没有：此前至少四分之三的会议有的，这场都有"
    no_meeting = "打开时没有停在有日期的会议上"
    no_watch_list = "还没有关注的提法：写在 {file} 里，每行一条"
    watch_list_cut = "{file} 太长，只读了前面{count}条"
    watch_list_unread = "读不了 {file}：{reason}"
    looking = "正在找引用的提法"
    columns = ("提法", "关注", "场次", "总场次", "次数", "首见", "末见", "其间未见场次", "此前场次", "此前总场次")
    keys = (("s", "排序"), ("n", "本场未见"), ("w", "关注"), ("Enter", "语境"), ("Esc", "返回"))


class Matrix(Shared, MatrixWords):
    """People x meetings, and one person."""

    title = "列名表"
    summary = "{people}人  {meetings}场会议"
    inverted = "次序变动{count}处"
    signs: ClassVar[Mapping[str, str]] = {"chaired": "主", "spoke": "讲", "reported": "报"}
    order_cut = "名单太长：次序只看每场的前{count}人"
    legend = "数字是列名次序。主 主持，讲 讲话，报 作工作报告；^ 前移，v 后移，^v 兼有（与上一场同列二人的会议相比）。\
空格：未列名。"
    signs_told = "主=主持  讲=讲话  报=作工作报告  ^ v 次序前移、后移"
    nobody = "这里的会议没有列名的人。"
    no_such_person = "这里列名的人中没有叫 {name} 的。"
    position = "列第{position}，共{total}人"
    not_named = "未列名"
    lists = "名单所列：{claims}"
    lists_nobody = "这篇报道没有列名的人"
    claim = "{role}{count}人"
    claim_of_one = "另{count}人各列职务"
    no_role = "未写职务"
    span = "首见于本集 {first}，末见 {last}"
    span_filtered = "筛选范围内首见 {first}，末见 {last}"
    share = "{meetings}场中列名{named}场"
    ahead = "^ 这场在{others}之前，{former} 在其后"
    behind = "v 这场在{others}之后，{former} 在其前"
    no_inversion = "这个方向没有次序变动了"
    roles = "原文职务 {count}种"
    meetings = "会议：首末之间{between}场中列名{named}场（共{meetings}场）"
    mentions = "别处提及 {count}处"
    mentions_so_far = "别处提及 {count}处，含此名的{total}篇已看{done}篇"
    times = ("{count}场", "{count}场")
    until = "至 {day}"
    mentioned = "提及"
    gone = "这篇文章已不在"
    columns = ("姓名", "拼音", "场次", "首见", "末见")
    person_columns = ("日期", "文件", "会议", "列名次序", "共几人", "行为", "职务")
    keys = (("Enter", "看原文"), ("p", "个人"), ("Esc", "返回"), ("n", "次序变动"))
    person_keys = (("Enter", "看原文"), ("Esc", "返回"))


class Figures(Shared, FiguresWords):
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
    looking = "正在找数字"
    first_only = "数字太多：这里只列最前面的，全部见命令 customs-reader figures"
    through = "历次会议"
    meetings = "见于{total}场会议中的{count}场"
    gone = "这篇文章已不在"
    columns = ("路径", "日期", "段落", "数值", "单位", "所计", "类别", "比较基准", "变动", "派生", "数", "句子")
    keys = (("t", "历次会议"), ("Enter", "看原文"), ("Esc", "返回"))
    through_keys = (("Enter", "看原文"), ("Esc", "返回"))


class Series(Shared, SeriesWords):
    """Series of meetings, and all meetings by month."""

    title = "系列"
    whole = "系列列全"
    by_month = "按月"
    summary = "{series}个系列  {meetings}场会议  {alone}场不属系列"
    alone = "不属系列"
    no_convener = "召集者未写明"
    held = ("{count}场", "{count}场")
    ordinals = "第{first}-{last}次"
    ordinal = "第{number}次"
    missing = "缺 {numbers}"
    missing_many = "缺{count}个次数"
    joined = "、"
    complete = "次数不缺"
    not_here = "本集未收"
    days_since = "隔{days}天"
    same_day = "同日"
    none = "没有日期可考的会议。"
    columns = ("系列", "召集者", "日期", "次数", "距前一场天数", "文件", "会议")
    month_columns = ("月份", "会议")
    keys = (("Enter", "打开"), ("m", "按月"), ("Esc", "返回"), ("a", "全部收放"))
    month_keys = (("Enter", "打开"), ("m", "系列"), ("Esc", "返回"), ("a", "全部收放"))


class Wording(WordingWords):
    """What is new in a text, and where the rest was said before."""

    share = "新提法 {share}%"
    against_all = ("对此前{count}场", "对此前{count}场")
    against_series = ("对同系列此前{count}场", "对同系列此前{count}场")
    against_one = "对 {day} 一场"
    nothing_before = "本集此前没有会议"
    nothing_before_in_series = "本集此前没有同系列的会议"
    passages = ("{count}处", "{count}处")
    no_more = "这个方向没有新提法了"
    not_yet = "正在与此前的会议比对…"
    no_meeting = "这篇没有报道日期可考的会议"
    no_series = "这场会议不属于哪个系列"
    not_said = "这一段没有此前说过的话"
    sources = "此前说过：第{number}段"
    paragraph = "第{number}段"
    source = ("此前{count}场：", "此前{count}场，最近：")
    keys = (("n", "下一处"), ("W", "此前在哪说过"), ("B", "换比较对象"), ("Esc", "复原"))
    sources_keys = (("↑↓", "移动"), ("Enter", "看原文"), ("Esc", "返回"))
    columns = ("日期", "文件", "会议", "新提法 %", "字数", "新提法处数", "此前会议")
