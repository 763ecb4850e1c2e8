"""The shared words in Chinese. May import `base`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from reader.locale import base


class Faults(base.Faults):
    """Faults of posts in Chinese."""

    empty = "文件是空的。"
    encoding = "既非 UTF-8 也非 GB18030 编码，无法解码的字显示为 �。请另存为 UTF-8。"
    front_matter_broken = "文件头不是有效的 YAML，只采用了其中简单的行。请给各项的值加上引号。"
    front_matter_broken_at = "文件头第 {detail} 行附近不是有效的 YAML，只采用了其中简单的行。请给该处的值加上引号。"
    front_matter_unclosed = "文件头没有结尾，只采用了开头几行。请在末尾补一行 ---。"
    front_matter_too_long = "文件头长 {detail} 字，超过 16384 字，只采用了其中简单的行。请把正文移到第二个 --- 之后。"
    date = "日期“{detail}”无法识别，发布日期不详。请写成 2022-03-15 的样子。"
    no_text = "文件里没有文字。如果是图片或视频帖，这里无可阅读。"
    many_paragraphs = "文章有 {detail} 段：第 20,000 段以后的合并显示。要逐段看，请拆分文件。"
    too_large = "文件有 {detail} MB，超过 16 MB 的不读。请拆分文件，或去掉不是文字的部分。"
    too_slow = "读了 10 秒还没读完，文件改动之前不再读。可以拆分文件。"
    unreadable = "无法读取。"
    unreadable_at = "无法读取：{detail}。"
    reasons: ClassVar[Mapping[str, str]] = {
        "EACCES": "没有读取权限（可用 chmod +r 放行）",
        "EPERM": "没有读取权限",
        "ENOENT": "文件已不在，或链接没有目标",
        "ENOTDIR": "文件已不在，或链接没有目标",
        "ELOOP": "链接首尾相接",
        "ESPIPE": "是管道或设备，不是文件",
        "ENXIO": "是管道或设备，不是文件",
        "EISDIR": "是文件夹，不是文件",
        "EFBIG": "文件太大",
        "EIO": "磁盘报告错误",
        "EMFILE": "打开的文件太多（可用 ulimit -n 1024 放宽）",
        "ENFILE": "这台机器打开的文件太多",
        "ENOMEM": "内存不够，请关闭别的程序",
        "ENAMETOOLONG": "路径太长",
        "crash": "两次读到一半都中断了，文件改动之前不再读",
        "ESTALE": "网络文件夹已断开，请重新打开",
    }


class QueryErrors(base.QueryErrors):
    """Errors of queries in Chinese."""

    unknown_field = "没有这个字段。可用：官员: 主持: 职务: 会议: number: 自: 至: on: in: is: has:。"
    unknown_field_at = "没有这个字段，也许是 {detail}:。"
    empty_value = "冒号后面缺少内容。"
    bad_date = "“{detail}”不是日期。请写成 2022、2022-03 或 2022-03-15。"
    bad_number = "“{detail}”不是会议的次数。请写成 46 或 四十六。"
    bad_choice = "这里只能写：{detail}。"
    nothing_to_find = "这里没有可查的字；只查标点时请加引号。"
    lonely_bar = "| 两边都要有词。"
    lonely_minus = "- 后面要紧跟一个词。"
    too_long = "查询最多 {detail} 个字符，请缩短。"
    too_many_words = "查询最多 {detail} 个词（排除的和可选的都算），请减少。"
    too_many_gaps = "查询最多 {detail} 个 *，请减少。"


class Labels(base.Labels):
    """Labels in Chinese."""

    date = "会议日期"
    published = "发布"
    delay = "晚 {days} 天"
    convener = "召开"
    place = "地点"
    people = "出席"
    collective = "参加"
    original_title = "原标题"
    author = "作者"
    link = "链接"
    path = "文件"
    paragraph = "第{number}段"
    weekdays = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
    acts: ClassVar[Mapping[str, str]] = {
        "chaired": "主持",
        "spoke": "讲话",
        "reported": "作工作报告",
        "attended": "出席",
        "appointed": "任职",
        "removed": "免职",
    }
    joined = "、"
    colon = "："
    brackets = "（{text}）"


class Notices(base.Notices):
    """Notices in Chinese."""

    sentences: ClassVar[Mapping[str, str]] = {
        "outdated": "索引是另一个版本建的，已重建",
        "damaged": "索引损坏，已重建；标注没有受影响",
        "no_index": "索引不能保存（{detail}），这次用临时索引",
        "no_marks": "标注存不下来（{detail}），只在这次有效；见 customs-reader doctor",
        "marks_foreign": "{detail}是另一个版本写的，原样不动；标注只在这次有效",
        "marks_wait": "标注还没写到盘上（{detail}），每秒再试一次",
        "marks_kept": "标注已全部写到盘上",
        "marks_later": "标注写不进去，先存在{detail}，下次启动时补写",
        "marks_aside": "标注文件损坏，原件保留为{detail}，读得出的已写入新文件",
        "marks_again": "{detail}被删除或替换，已连同这次的标注重新写好",
        "marks_odd": "有{detail}条标注不是本程序写的，已在标注文件里另行存放",
        "note_joined": "另一个窗口刚改过这条备注，两边的文字都已留下",
        "note_stays": "另一个窗口刚改过这条备注，没有删除",
        "note_back": "另一个窗口刚删了这条备注，现按这里的文字留下",
        "filter_renamed": "另一个窗口已把这个名字给了别的筛选，这个存为{detail}",
        "filter_stays": "另一个窗口已把{detail}给了别的筛选，没有删除",
        "folder_gone": "{detail}现在打不开，仍显示已读入的内容",
        "not_read": "索引无法写入（{detail}），新内容无法读入。请腾出磁盘空间或放宽限制（ulimit -a）后重开",
        "no_children": "读文章的进程启动不了（{detail}），新内容无法读入。请关掉别的程序或放宽限制（ulimit -a）后重开",
        "not_answered": "索引读不出来（{detail}）。请放宽限制（ulimit -a）后重开",
        "few_files": "最多只能同时打开 {detail} 个文件，界面不够用。请放宽限制（ulimit -n 256）后重开",
        "not_watched": "系统不通报文件改动（{detail}），改为每 10 秒查看一次文件夹",
    }


class Settings(base.Settings):
    """Settings in Chinese."""

    reasons = Faults.reasons
    comments: ClassVar[Mapping[str, str]] = {
        "language": "界面语言：zh、en，空则随系统",
        "theme": "颜色：dark 深色、light 浅色、terminal 终端自己的颜色；auto 为深色，只有16色时同 terminal",
        "marks": "“ ” … — · 的宽度：auto（问终端）、narrow（一格）、wide（两格）",
        "measure": "正文最宽多少列（汉字占两列），20 到 200",
        "line_spacing": "正文行间空几行，0 到 2",
        "paragraph_spacing": "段间空几行，0 到 3",
        "keys": "命令的按键：一个键或一列键；写字符本身，或 f4、ctrl+p、alt+left、space、pageup 这样的名字。\n"
        "字符的全角形式同样有效。去掉行首的 # 就能改。",
    }
    sentences: ClassVar[Mapping[str, str]] = {
        "broken": "settings.toml 无法识别（{detail}），用默认设置",
        "unknown": "settings.toml 里没有“{detail}”这一项，已略过；customs-reader config 列出全部",
        "command": "settings.toml：没有叫“{detail}”的命令可以配键，customs-reader config 列出全部",
        "key": "settings.toml：{detail} 不能用作命令的按键",
        "key_twice": "settings.toml：一个键给了两个命令，归前一个（{detail}）",
        "value": "settings.toml 里 {detail} 不在允许之列，用默认值；customs-reader config 有说明",
    }


class Offices(base.Offices):
    """None: the Chinese names speak for themselves."""

    names: ClassVar[Mapping[str, str]] = {}
    customs_only = frozenset()
