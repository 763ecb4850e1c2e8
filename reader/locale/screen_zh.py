"""The screen's words in Chinese. May import `screen` and `readings_zh` only."""

from collections.abc import Mapping
from typing import ClassVar

from reader.locale.screen import CommandWords, ScreenWords


class Commands(CommandWords):
    """Labels and explanations of the commands."""

    texts: ClassVar[Mapping[str, tuple[str, str]]] = {
        "filter": ("筛选", "边输入边筛选：关键词、官员、日期"),
        "next_hit": ("下一处", "到下一处命中；本篇完了到下一篇"),
        "previous_hit": ("上一处", "到上一处命中；本篇完了到上一篇"),
        "evidence": ("出处", "标出日期、人名、职务、数据在原文中的出处，n/N 逐处看；再按恢复"),
        "star": ("星标", "给这篇加星标，或去掉"),
        "read": ("已读", "标为已读或未读；进入正文、翻到末尾时自动标为已读"),
        "note": ("备注", "给这篇写备注，F4 用自己的编辑器写；has:note 列出有备注的"),
        "note_passage": ("批注", "给选中的字句，或正在读的段落，写备注"),
        "notes": ("全部备注", "全部备注一览；Enter 到写备注的地方"),
        "versions": ("版本", "同一场会议的下一个版本（其他来源、后来的修订）"),
        "outline": ("提纲", "本篇提纲：宽屏开合右栏，窄屏列表选择"),
        "earlier": ("上一篇", "回到先前读过的一篇"),
        "later": ("下一篇", "再回到后来读的一篇"),
        "go": ("跳到", "gg 到开头；g1 到 g9 到提纲的第几部分"),
        "count": ("次数", "先按数字再按键：5j 下移五行，3G 到第三场"),
        "select": ("选段", "选中正在读的一段，{ } 增减；y 复制，Y 引用，Esc 取消；鼠标拖选即复制"),
        "copy": ("复制", "复制选中的字句，或正在读的一段"),
        "cite": ("引用", "同上，并附出处：会议、日期、标题、来源、段落"),
        "copy_link": ("链接", "复制原文链接"),
        "browse": ("浏览器", "在浏览器中打开原文链接"),
        "filters": ("常用筛选", "起了名字的筛选：选一个，或给现在的筛选起名"),
        "find": ("本篇查找", "在本篇中查找，不动列表；n/N 逐处看，Esc 结束"),
        "undo": ("撤销筛选", "回到上一次筛选"),
        "zen": ("专注", "只看正文，再按恢复列表"),
        "export": ("导出", "把本篇、选中的字句或筛出的全部写进文件"),
        "wording": ("新提法", "此前说过的变暗，新提法保持明亮，n/N 逐处走；再按一次复原"),
        "baseline": ("比什么", "与此前全部会议、同系列会议或某一场比，看什么是新的"),
        "said": ("出处何在", "这一段（或选中的字）此前在哪里说过"),
        "compare": ("对照", "这场会议与同系列前一场（或记下的那一场）并列对照"),
        "remember": ("记下", "记下这场会议，好与另一场对照"),
        "context": ("语境", "筛选词（或选中的字）在各场会议里的语境，逐行对齐"),
        "phrases": ("提法", "引号里的提法逐场统计：何时出现、延续、消失；这场没有什么"),
        "matrix": ("列名", "官员与会议对照：列名次序、职务；谁列名、谁未列名"),
        "figures": ("数据", "这场会议的数据，以及同一项数据历次的变化"),
        "series": ("系列", "各系列会议的次数和日期、本集所缺；按月统计"),
        "officials": ("官员", "列出本集官员，选定后按人筛选"),
        "all_posts": ("全部", "连同未报会议的文章一起列出，再按只列会议"),
        "enter": ("打开", "从筛选进入列表，从列表进入正文"),
        "back": ("返回", "退回一步：还原筛选前的样子，离开正文，清除筛选"),
        "other_pane": ("换栏", "在列表与正文之间切换"),
        "to_text": ("正文", "进入正文"),
        "to_list": ("列表", "回到列表"),
        "down": ("下", "列表中下一场会议；正文中下一行"),
        "up": ("上", "列表中上一场会议；正文中上一行"),
        "page_down": ("下页", "正文下翻一页"),
        "page_up": ("上页", "正文上翻一页"),
        "half_down": ("下半页", "正文下翻半页"),
        "half_up": ("上半页", "正文上翻半页"),
        "top": ("最前", "最新的会议；正文开头"),
        "bottom": ("最后", "最早的会议；正文末尾"),
        "next_paragraph": ("下一段", "正文中标到下一段，复制、引用都指它"),
        "previous_paragraph": ("上一段", "正文中标到上一段"),
        "wider": ("加宽", "正文的行更宽，记住"),
        "narrower": ("收窄", "正文的行更窄，记住"),
        "theme": ("主题", "下一个主题：深色、浅色、终端自己的颜色"),
        "help": ("帮助", "按键与筛选写法"),
        "palette": ("命令", "查找命令、官员、会议"),
        "stop": ("挂起", "回到命令行，用 fg 返回"),
        "quit": ("退出", "关闭打开的（同 Esc）；都关了就退出；Ctrl+Q 随时退出"),
    }

    def pinyin(self, name: str) -> str:
        """How a label is read."""
        from reader.locale.readings_zh import READINGS  # noqa: PLC0415  # off the start

        return READINGS.get(name, "")


class Screen(ScreenWords):
    """Everything else."""

    no_date = "日期不详"
    untitled = "（无标题）"
    next_day = "次日"
    days_later = "{days}天后"
    held = "召开"
    day_not_told = "文中未写日期"
    took_part = "参加"
    acts: ClassVar[Mapping[str, str]] = {
        "chaired": "主持",
        "spoke": "讲话",
        "reported": "作报告",
        "attended": "出席",
        "appointed": "任职",
        "removed": "免职",
    }
    facts: ClassVar[Mapping[str, str]] = {
        "name": "名称",
        "convener": "召集",
        "date": "日期",
        "series": "系列",
        "number": "次数",
        "year": "年份",
        "place": "地点",
        "form": "形式",
        "collective": "参加",
        "role": "职务",
        "mention": "提及",
        "figure": "数据",
    }
    evidence = "出处 {index}/{count} {fact}"
    no_evidence = "这篇没有可以标出的出处。"
    no_body = "这篇没有正文。"
    caption = "图片说明"
    meetings = ("{count}场会议", "{count}场会议")
    posts = ("{count}篇", "{count}篇")
    hits = ("{count}处", "{count}处")
    read_now = "文章已读完：按 Esc 再按原来的键，就看到全部"
    nothing_shown = "没有显示哪一篇"
    arrived = "新到{count}篇"
    gone = "这篇已不在文件夹中"
    still_reading = "文章还在读：这里只有已读的"
    reading = "正在读 {done}/{total}"
    pace = "每秒{rate}篇，还要{rest}"
    not_read = "{count}篇未读成"
    note = "备注"
    note_hint = "备注"
    note_keys = (("Enter", "保存"), ("Esc", "不改"), ("F4", "编辑器"))
    note_is_long = "备注不止一行：F4 在编辑器里看全、改；这里不动就保持原样"
    line_keys = (("Enter", "好"), ("Esc", "还原"))
    notes_hint = "备注里的字"
    notes_none = "还没有备注：m 给整篇写，p 给段落写。"
    drafts_wait = "上次有备注没写完：M 列出，Enter 存下。"
    draft = "没写完"
    nothing_to_note = "这里没有可以批注的段落。"
    no_editor = "编辑器打不开：{command}（设 $EDITOR 可换一个）"
    last_query_hint = "F4：上次查的 {query}"
    versions = "{count}个版本"
    version = "版本{number}/{count}"
    characters = "{count}字"
    minutes_left = ("还要{count}分钟", "还要{count}分钟")
    outline_none = "这篇没有提纲"
    outline_hint = "提纲中的词"
    no_part = "提纲没有这一部分"
    no_history = "没有别的读过的文章"
    nothing_to_copy = "没有可复制的段落"
    copied_paragraph = "第{number}段（{count}字）{way}"
    copied_quotation = "第{number}段及出处{way}"
    copied_sent = "已送往终端剪贴板"
    copied_long = "已送往终端剪贴板；文字太长，终端可能不收，可按 x 导出"
    copied_by = "已复制（{way}）"
    copy_failed = "{sent}（{failed} 失败）"
    copied_link = "链接{way}"
    no_link = "这篇没有可打开的链接"
    nothing_to_export = "没有可导出的。"
    none_found = "没有符合的。"
    export_hint = "导出什么、什么格式，例如 本篇 md"
    export_what: ClassVar[Mapping[str, str]] = {"selection": "选中的字句", "post": "本篇"}
    export_list = ("列表中的{count}篇", "列表中的{count}篇")
    export_forms: ClassVar[Mapping[str, str]] = {
        "text": "纯文本",
        "md": "Markdown",
        "json": "JSON",
        "csv": "表格",
    }
    export_file_hint = "写到哪个文件"
    export_keys = (("Enter", "写"), ("Esc", "不写"))
    export_into_posts = "不往文章的文件夹里写：请换一个文件夹"
    export_exists = "{file} 已经有了：请换一个名字"
    export_failed = "没有写成：{reason}"
    exporting = "正在写 {count} …"
    exported = "已写到 {file}"
    exported_in_part = "已写到 {file}；列表中有{skipped}篇已读不到"
    browsing = "正在浏览器中打开 {link}"
    no_browser = "找不到有独立窗口的浏览器，可用 $BROWSER 指定：{link}"
    not_stopped = "不能挂起：没有可供返回的命令行"
    highlights = "要点摘引"
    copied_selection = "选中的{count}字{way}"
    copied_selection_cited = "选中的{count}字及出处{way}"
    find_hint = "在本篇中查找"
    found = "查 {text} {index}/{count}"
    measure = "每行至多{characters}字（{cells}格）"
    no_wider = "窗格没有更宽的地方了"
    no_former_query = "没有更早的筛选"
    no_versions = "这场会议只有一个版本"
    no_hits = "没有可跳转的命中：先按 / 输入关键词"
    no_more_hits = "这个方向上没有更多命中"
    filter_hint = '关键词  official:nyf  since:2022  -不含  甲|乙  "原样"'
    filters_hint = "选一个筛选，或输入名字给现在的筛选"
    filters_none = "还没有起名的筛选：先用 / 筛选，再按 F 起名。"
    filters_keys = (("↑↓", "移动"), ("Enter", "使用或存下"), ("Del", "删去"), ("Esc", "返回"))
    filter_keep = "存为“{name}”"
    filter_kept = "筛选已存下：按 F 列出全部"
    palette_hint = "命令、官员、会议：名称、拼音、首字母、日期、次数"
    palette_none = "没有这样的命令、官员或会议。"
    palette_kinds: ClassVar[Mapping[str, str]] = {"command": "命令", "official": "官员", "meeting": "会议"}
    palette_keys = (("↑↓", "移动"), ("Enter", "执行"), ("Esc", "返回"))
    notice_reading = "正在读文件夹……"
    notice_reading_hint = "读到的会议随时列出，可以先读、先筛选。"
    notice_searching = "正在查找……"
    notice_no_match = "没有会议符合“{query}”。"
    notice_no_match_hint = "按 Esc 还原，或按 / 修改。"
    notice_others = ("另有{count}篇未报会议的文章，按 a 一并列出。", "另有{count}篇未报会议的文章，按 a 一并列出。")
    notice_no_meetings = "这里没有会议报道。"
    notice_empty = "这里没有可读的文章。"
    notice_empty_hint = (
        "文章是 .md .markdown .txt .html .htm 文件。"
        "用 customs-reader 文件夹 打开别处；customs-reader check 说明哪些没有读成。"
    )
    officials_hint = "姓名、拼音或首字母，如 nyf"
    officials_none = "没有这样的官员。"
    officials_count = ("{count}场", "{count}场")
    officials_keys = (("↑↓", "移动"), ("Tab", "多选"), ("Enter", "按人筛选"), ("Esc", "返回"))
    help_groups: ClassVar[Mapping[str, str]] = {
        "find": "查找",
        "compare": "比较",
        "read": "阅读",
        "mark": "标注",
        "take": "摘取",
        "move": "移动",
        "rest": "其他",
    }
    help_views = "各视图里的按键"
    help_query_title = "筛选写法"
    help_query = (
        ("口岸 农产品", "两个词都有；不计标点、空格、全半角、大小写、繁简"),
        ("“六稳六保”", "引号内一字不差"),
        ("人*同防", "* 代表同一分句内至多八个字；一次查询至多 32 个"),
        ("精准|科学", "有其一即可；一次查询至多 100 个词、2,000 个字符"),
        ("-视频", "不含"),
        ("official:nyf", "官员（也作 官员:），可写姓名、拼音、首字母"),
        ("chair:倪岳峰", "主持人（也作 主持:）"),
        ("role:党委书记", "职务（也作 职务:）"),
        ("series:例会", "会议系列（也作 会议:）"),
        ("number:46", "第几次"),
        ("since:2022-03", "自（也作 自:）；until: 至，on: 当天、当月、当年"),
        ("in:title", "只查标题；in:body 只查正文"),
        ("is:meeting", "只要会议；is:article 只要其他文章"),
    )
    help_close = "按 / 在帮助中查找，按 Esc 返回。"
    help_hint = "查找按键和写法：词、拼音、首字母"
    help_none = "没有这样的按键或写法。"
    help_narrowed = "只列出“{text}”；按 Esc 恢复全部。"
    help_keys = (("/", "查找"), ("↑↓", "移动"), ("Esc", "返回"))
