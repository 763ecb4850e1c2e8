"""The screen's words in Chinese. May import `screen` only."""

from collections.abc import Mapping
from typing import ClassVar

from reader.locale.screen import ScreenWords


class Screen(ScreenWords):
    """Everything else."""

    no_date = "日期不详"
    held = "召开"
    acts: ClassVar[Mapping[str, str]] = {
        "chaired": "主持",
        "spoke": "讲话",
        "reported": "作报告",
        "attended": "出席",
        "appointed": "任职",
        "removed": "免职",
    }
    evidence = "出处 {index}/{count} {fact}"
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
    note = "备注"
    line_keys = (("Enter", "好"), ("Esc", "还原"))
    notes_none = "还没有备注：m 给整篇写，p 给段落写。"
    drafts_wait = "上次有备注没写完：M 列出，Enter 存下。"
    draft = "没写完"
    nothing_to_note = "这里没有可以批注的段落。"
    last_query_hint = "F4：上次查的 {query}"
    versions = "{count}个版本"
    version = "版本{number}/{count}"
    characters = "{count}字"
    outline_none = "这篇没有提纲"
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
    filters_none = "还没有起名的筛选：先用 / 筛选，再按 F 起名。"
    filter_kept = "筛选已存下：按 F 列出全部"
