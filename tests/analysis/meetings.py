"""Made-up meetings for the tests of comparing: clauses that come again and are reworded, people whose order changes.

Nothing of a real post stands here. The same seed makes the same meetings.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from reader.readout.people import Act, Attendance

COUNT = 300


def _words(text: str) -> list[str]:
    return text.split()


_VERBS = _words("推进 完善 加强 落实 改进 核对 压缩 整理 检查 扩大 稳定 提前 统一 记录 公布 保障")
_HOW = _words("稳妥 逐项 按月 分批 持续 从严 就近 统筹 及时 重点 认真 主动")
_WHAT = _words(
    "码头查验流程 仓库登记办法 货车通行安排 船舶到港信息 邮包分拣次序 样品检测能力 单证归档质量 窗口排队时间 "
    "夜间值守制度 设备检修计划 新员工培训 风险提示清单 边境市场供应 水果进口通道 铁路班列衔接 账目公开范围"
)
_SLOGANS = _words(
    "五清单 三个当天 快查快放 一口清 两头看、中间查 早知道、早准备 人人有账 单单有据 七个明白 四步走 不等不靠 "
    "一图一表 码头微课堂 零点交接 双签字 边走边改 绿灯时段 百日对账"
)
_FAMILIES = "赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕"
_GIVEN = _words("一帆 宏远 思齐 明 立秋 建平 雨 文博 青 若水 正 长河")
_ROLES = (None, "署领导", "在京署领导", "党委委员", "副署长", "总工程师")
_SERIES = (
    ("总署", "月度对账例会"),
    ("总署", "年度工作会议"),
    ("某关", "月度对账例会"),
    (None, "党委会议"),
    (None, None),
)


class Made(NamedTuple):
    """A made-up meeting: what `library.model.ListedMeeting` tells of one, its body, and who is named."""

    day: date
    convener: str | None
    series: str | None
    number: int | None
    name: str
    body: Sequence[str]
    people: Sequence[Attendance]


def made_meetings(seed: int = 0, count: int = COUNT) -> list[Made]:
    """So many meetings, oldest first; sometimes several on a day."""
    chance = Random(seed)
    text, people, series = _Text(chance), _People(chance), _Numbers(chance)
    day = date(2011, 1, 5)
    meetings = []
    for _ in range(count):
        day += timedelta(days=chance.choice((0, 1, 3, 7, 9, 12, 20, 45)))
        convener, name, number = series.next(day)
        title = (f"第{number}次" if number else "") + (name or "座谈会")
        meetings.append(Made(day, convener, name, number, title, text.body(), people.named()))
    return meetings


class _Text:
    """Bodies. What was said is remembered, and said again: as it was, or a little otherwise."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._said: list[str] = []

    def body(self) -> list[str]:
        """Paragraphs of a report."""
        return [self._paragraph() for _ in range(self._chance.randint(1, 6))]

    def _paragraph(self) -> str:
        clauses = [self._clause() for _ in range(self._chance.randint(1, 7))]
        marks = [self._chance.choice("，，，；。：") for _ in clauses[1:]]
        return "".join(clause + mark for clause, mark in zip(clauses, [*marks, "。"], strict=True))

    def _clause(self) -> str:
        chance = self._chance
        way = chance.random()
        if self._said and way < 0.35:
            return chance.choice(self._said)
        clause = self._reworded(chance.choice(self._said)) if self._said and way < 0.6 else self._new()
        self._said.append(clause)
        return clause

    def _new(self) -> str:
        chance = self._chance
        parts = [chance.choice(_HOW), chance.choice(_VERBS), chance.choice(_WHAT)]
        if chance.random() < 0.3:
            parts.insert(chance.randint(0, 2), f"“{chance.choice(_SLOGANS)}”")
        if chance.random() < 0.2:
            parts += ["、", chance.choice(_WHAT)]
        return "".join(parts)

    def _reworded(self, clause: str) -> str:
        chance = self._chance
        for old in chance.sample([*_VERBS, *_HOW], 12):
            if old in clause:
                return clause.replace(old, chance.choice(_VERBS if old in _VERBS else _HOW), 1)
        return clause + chance.choice(_VERBS)


class _People:
    """Lists of people. They come and go, rise and fall, and are not named at every meeting."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._there = [self._person() for _ in range(9)]

    def _person(self) -> str:
        return self._chance.choice(_FAMILIES) + self._chance.choice(_GIVEN)

    def named(self) -> list[Attendance]:
        """Who is named at the next meeting; now and then nobody, or somebody twice."""
        chance, there = self._chance, self._there
        if chance.random() < 0.15:
            there[chance.randrange(len(there))] = self._person()
        if chance.random() < 0.25:
            at = chance.randrange(len(there) - 1)
            there[at], there[at + 1] = there[at + 1], there[at]
        names = [name for name in dict.fromkeys(there) if chance.random() < 0.8]
        if chance.random() < 0.04:
            names = []
        if names and chance.random() < 0.04:
            names.append(names[0])
        common = chance.choice(_ROLES)
        chair = chance.randint(0, 1)
        return [
            Attendance(
                name,
                common if at > 1 else chance.choice(_ROLES),
                (Act.CHAIRED,) if at == chair else chance.choice(((Act.ATTENDED,), (Act.ATTENDED, Act.SPOKE))),
                at + 1,
            )
            for at, name in enumerate(names)
        ]


class _Numbers:
    """Series with their ordinals: some are skipped, some not printed; one is counted anew every year."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._last: dict[object, int] = {}

    def next(self, day: date) -> tuple[str | None, str | None, int | None]:
        """Convener, series and ordinal of the next meeting."""
        chance = self._chance
        convener, name = chance.choice(_SERIES)
        if name is None or name == "党委会议":
            return convener, name, None
        key = (convener, name, day.year if name == "年度工作会议" else 0)
        self._last[key] = self._last.get(key, 0) + chance.choice((1, 1, 1, 2, 4))
        return convener, name, self._last[key] if chance.random() < 0.9 else None
