"""The command line's words in Chinese. May import `cli` only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from reader.locale.cli import CliWords


class Cli(CliWords):
    """The command line in Chinese."""

    help = """\
用法：customs-reader [PATH ...]             打开阅读界面
      customs-reader 命令 [选项 ...]        不开界面，直接回答

阅读一个文件夹里有关海关总署会议的报道。报道是 .md .markdown .txt .html .htm 文件，
文件夹连同其中各层一起读；不会往里写任何东西。
不写 PATH 时依次取：$CUSTOMS_READER_PATH、上次打开的文件夹、自带样例。

命令：
  list         列出会议，新的在前
  show         按宽度排印一篇正文
  search       在全部文章里查词
  officials    谁列名于哪些会议
  new          每场会议有多少新提法，是哪些
  compare      一场会议保留、改写、删去、新增了什么
  figures      一篇或全部会议的数据，各计什么
  series       会议系列，本集所缺
  kwic         一个词在各场会议里的语境
  phrases      引号里的提法：哪场有、哪场没有
  export       导出全部文章：纯文本、Markdown、JSON、JSON Lines、CSV
  check        各读成什么，哪些没有读成，为什么
  doctor       看到的终端、语言、SQLite和文件，该怎么办
  completions  bash、zsh、fish 的补全
  config       设置有哪些，默认是什么
  directories  程序的文件放在哪里

选项：
  -q, --query QUERY   打开时即按此筛选
  --path PATH         文件夹或文件，可写多次
  --lang zh|en        界面语言（默认随系统）
  -h, --help          本帮助；“命令 --help”看某一命令
  --version           版本

筛选写法：
  口岸 农产品         两个词都有；不计标点、空格、全半角、大小写、繁简
  “六稳六保”          一字不差
  人*同防  甲|乙  -词 中间至多八个字；有其一；不含
  官员:nyf 主持: 职务: 会议: number:46 自:2022-03 至: on: in:title is:article
  一次查询至多 100 个词、32 个 *、2,000 个字符。

退出码：0 完成；1 没有匹配、没有可读的或有不对的地方；2 用法、筛选写法或路径有误；130 中断。

例：
  customs-reader ~/posts
  customs-reader list ~/posts --query "主持:倪岳峰 自:2022"
  customs-reader export ~/posts --format csv > meetings.csv
"""
    usage = "用法："
    arguments_title = "参数"
    options_title = "选项"
    commands_title = "命令"
    commands: ClassVar[Mapping[str, str]] = {
        "": "打开阅读界面；没有终端时列出会议。",
        "list": "列出会议，新的在前：日期、编号、名称、主持人。",
        "show": "按宽度排印一篇正文。",
        "search": "在全部文章里查词，每处连同上下文列出。",
        "officials": "列出会议上列名的人：场次多的在前，附最近一次的职务。",
        "new": "每场会议新提法的比例；或一场会议新在哪里，其余此前在哪里说过。",
        "compare": "两场会议对照：A 与 B，或 A 与同系列的前一场。",
        "figures": (
            "列出一篇或全部会议的数据：各计什么、在哪一句；\n用 --counts 则把所计相同的排在一起，会议早的在前。"
        ),
        "series": "按次数和日期列出各系列会议，并指出本集所缺。",
        "kwic": "列出一个词在各场会议正文里的每一处，旧的在前，词对齐成一列。",
        "phrases": "列出各场会议正文里带引号的提法和关注的提法：场次、次数、首见、末见。",
        "export": "输出全部文章，供阅读或交给别的程序。",
        "check": "清点文章各读成什么，说明哪些没有读成，为什么。",
        "doctor": "打印程序看到的终端、语言、SQLite和自己的文件，不对的地方说明怎么办（退出码1）。",
        "completions": "打印让shell补全命令行的脚本。",
        "config": "打印全部设置的默认值和说明，可存为 settings.toml。",
        "directories": "列出程序的文件和样例在哪里。",
    }
    examples: ClassVar[Mapping[str, str]] = {
        "list": "例：customs-reader list ~/posts --query 精准 --format json",
        "show": "例：customs-reader show 000 --path ~/posts --width 72",
        "search": "例：customs-reader search 人物同防 --path ~/posts",
        "new": "例：customs-reader new 001 --path ~/posts",
        "compare": "例：customs-reader compare 000 001 --path ~/posts",
        "figures": "例：customs-reader figures 002 --path ~/posts\n"
        "    customs-reader figures --counts 外贸进出口总值 --path ~/posts",
        "officials": "例：customs-reader officials ~/posts --matrix --query 自:2022",
        "series": "例：customs-reader series ~/posts --query series:例会",
        "kwic": "例：customs-reader kwic 人物同防 --path ~/posts --sort right",
        "phrases": "例：customs-reader phrases ~/posts --sort dropped\n    customs-reader phrases ~/posts --not-in 003",
        "export": "例：customs-reader export ~/posts --format jsonl > posts.jsonl",
        "check": "例：customs-reader check ~/posts",
        "doctor": "例：customs-reader doctor",
        "completions": (
            "例：customs-reader completions bash > ~/.local/share/bash-completion/completions/customs-reader\n"
            "    customs-reader completions zsh > ~/.zfunc/_customs-reader\n"
            "    customs-reader completions fish > ~/.config/fish/completions/customs-reader.fish"
        ),
        "config": (
            "例：\n    mkdir -p ~/.config/customs-reader\n"
            "    customs-reader config > ~/.config/customs-reader/settings.toml"
        ),
        "directories": "例：customs-reader directories --format json",
    }
    options: ClassVar[Mapping[str, str]] = {
        "paths": "文章所在的文件夹或文件",
        "search": "要查的词；写几个就要几个都有",
        "file": "文件，或 list 列出的编号",
        "other": "另一场；不写则与同系列的前一场对照",
        "against": "与此前全部会议比（默认），或只与同系列、某一场比",
        "post": "文件，或 list 列出的编号；不写则为全部会议",
        "counts": "只要所计含有这几个字的数据，相同的排在一起",
        "shell": "要补全的shell",
        "term": "要查的词，写法同筛选；条件（如 自:2022）限定会议",
        "sort": "排列次序（默认第一种）",
        "not_in": "只列此前至少四分之三的会议有、这一场没有的",
        "bom": "CSV 以字节顺序标记开头（供 Excel）",
        "matrix": "人与会议对照，格中是列名次序",
        "person": "一个人的全部：姓名、拼音或首字母",
        "months": "每月有几场会议",
        "path": "文件夹或文件，可写多次",
        "query": "只要符合此筛选的",
        "all": "连同没有报道会议的文章",
        "width": "终端列数（默认同终端，至多 80）",
        "format": "输出形式（默认 text）",
        "lang": "界面语言",
        "help": "本帮助",
        "version": "版本",
    }
    argument_errors: ClassVar[Mapping[str, str]] = {
        "unrecognized arguments: (.+)": "看不懂 {}",
        "argument (.+): expected one argument": "{} 后面要有值",
        "argument (.+): invalid choice: (.+) \\(choose from (.+)\\)": "{} 不能是 {}，只能是 {} 之一",
        "argument (.+): ignored explicit argument (.+)": "{} 不带值，{} 是多余的",
        "argument (.+?): (.+)": "{}：{}",
    }
    missing = "缺少 {name}"
    bad_width = "要 {low} 到 {high} 之间的整数"
    bad_lang = "--lang 只能是 zh 或 en，不能是“{value}”"
    see_help = "用法见“{program} --help”。"
    no_such_path = "没有这个文件或文件夹：{path}"
    no_such_post = "没有叫 {name} 的文章。“customs-reader list --all”列出各篇的编号。"
    no_meeting = "{name} 没有报道日期可考的会议。"
    perhaps_command = "是想用命令“{command}”吗？"
    no_posts = "{paths} 里没有文章。文章是 .md .markdown .txt .html .htm 文件。"
    no_posts_of_others = "{paths} 里没有文章，只有 {count} 个别的文件。文章是 .md .markdown .txt .html .htm 文件。"
    nothing_readable = "{count} 篇文章都没有读成。“customs-reader check PATH”说明原因。"
    some_unread = "有 {count} 篇没有读成。“customs-reader check PATH”说明原因。"
    nothing_matched = "没有符合的：{query}"
    others_matched = "没有符合的会议；没有报道会议的文章有 {count} 篇，用“list --all”列出。"
    no_meetings = "{count} 篇文章都没有报道会议，用“list --all”列出。"
    nobody = "这里的会议没有列名的人。"
    bad_query = "筛选写法有误："
    reading = "正在读第 {done} 篇，共 {total} 篇"
    interrupted = "已中断。"
    cannot_write = "无法输出：{reason}"
    cannot_open = "{file} 打不开：{reason}。请放宽限制（ulimit -a）后重试。"
    no_memory = "内存不够。请关掉别的程序或放宽限制（ulimit -v）后重试。"
    counts = "会议 {meetings}   其他版本 {versions}   其他文章 {articles}   部分读成 {in_part}   没有读成 {unread}"
    problem = "没有读成   {path}：{sentence}"
    problem_in_part = "部分读成   {path}：{sentence}"
    places: ClassVar[Mapping[str, str]] = {
        "config": "设置",
        "state": "状态",
        "cache": "缓存",
        "samples": "样例",
    }
    looked_at: ClassVar[Mapping[str, str]] = {
        "version": "customs-reader",
        "python": "Python",
        "packages": "所用的包",
        "import_name": "同叫reader的",
        "terminal": "终端",
        "size": "大小",
        "colours": "颜色",
        "marks": "“占几格",
        "clipboard": "剪贴板",
        "locale": "系统语言",
        "language": "界面语言",
        "encoding": "编码",
        "sqlite": "SQLite",
        "config": "设置放在",
        "state": "标注放在",
        "cache": "索引放在",
        "settings": "设置",
    }
    advice: ClassVar[Mapping[str, str]] = {
        "import_name": (
            "{seen} 导入时也叫“reader”，两者会互相覆盖。请把 customs-reader 装进单独的环境（pipx 或 uv）。"
        ),
        "poor_terminal": "TERM 是“{seen}”，画不了界面。请设成终端的实际类型，如 xterm-256color。",
        "small": "{seen} 太小，界面至少要 {detail}。",
        "marks": '终端没有回答“占几格。如果引号盖住后面的字，请在设置里写 marks = "wide"。',
        "encoding": "{seen} 写不了中文，改用 UTF-8 输出。设 LANG=C.UTF-8 可使各程序都如此。",
        "no_fts5": "这个SQLite没有全文检索：照样都能找到，只是慢些。",
        "config": "{seen} 不能写：设置只能读。可用 XDG_CONFIG_HOME 另指一处。",
        "state": "{seen} 不能写：星标、备注只在这一次有效。可用 XDG_STATE_HOME 另指一处。",
        "cache": "{seen} 不能写：每次打开都要重读全部文章。可用 XDG_CACHE_HOME 另指一处。",
        "settings": "设置：{detail}",
    }
    all_well = "一切正常。"
    meetings = "{count}场"
    one_meeting = "1场"
