"""The shared words in Chinese. May import `base`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from reader.locale import base


class Faults(base.Faults):
    """Faults of posts in Chinese."""

    empty = "文件是空的。"
    encoding = "既非 UTF-8 也非 GB18030 编码，无法解码的字显示为 �。请另存为 UTF-8。"
    date = "日期“{detail}”无法识别，发布日期不详。请写成 2022-03-15 的样子。"
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
