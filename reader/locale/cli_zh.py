"""The command line's words in Chinese. May import `cli` only."""

from __future__ import annotations

from reader.locale.cli import CliWords


class Cli(CliWords):
    """The command line in Chinese."""

    no_meeting = "{name} 没有报道日期可考的会议。"
    nothing_matched = "没有符合的：{query}"
    nobody = "这里的会议没有列名的人。"
    meetings = "{count}场"
    one_meeting = "1场"
