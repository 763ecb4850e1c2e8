"""Made-up meetings: each has its convener, series, number and people, and no two have the same day and name."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tests.benchmarks.writer import Writer

_DIGITS = "零一二三四五六七八九"
_SERIES = ("形势分析及工作督查例会", "关区风险研判例会", "外贸形势分析例会", "安全生产例会", "督查督办例会")
_TOPICS = ("工作推进会", "工作视频会议", "专题会议", "工作座谈会", "工作部署会")


class Report(NamedTuple):
    """What is reported of one meeting."""

    day: datetime.date
    convener: str
    title: str
    paragraphs: Sequence[str]


class Staff(NamedTuple):
    """Who leads a customs office on some day: the head, the deputies, and what the head is called."""

    office: str
    role: str
    head: str
    deputies: Sequence[str]
    members: str


class Calendar:
    """Makes meetings day after day, counting the sessions of every series."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._sessions: Counter[tuple[str, str]] = Counter()
        self._held: set[tuple[datetime.date, str]] = set()
        persons = writer.words["person"]
        self._staffs = {
            district: [persons[(13 * place + number) % len(persons)] for number in range(26)]
            for place, district in enumerate(writer.words["district"])
        }

    def report(self, day: datetime.date) -> Report:
        """A meeting on this day; the days must not go back."""
        staff = self._staff(day)
        share = self._writer.rng.random()
        if day.month == 1 and share < 0.25 and (annual := self._annual(staff, day)):
            return annual
        if share < 0.45:
            return self._regular(staff, day)
        if share < 0.65:
            return self._study(staff, day)
        name = f"{staff.office}党委会议" if share < 0.85 else self._topic()
        if (day, name) in self._held:
            return self._regular(staff, day)
        self._held.add((day, name))
        return self._committee(staff, day) if share < 0.85 else self._topical(staff, day, name)

    def _staff(self, day: datetime.date) -> Staff:
        """Every fourth meeting is of GACC; its leaders serve about three years, those of a district about two."""
        if self._writer.rng.random() < 0.25:
            leaders = self._writer.words["leader"]
            first = (day.year - 2008) // 3
            return Staff("海关总署", "署长", leaders[first], leaders[first + 1 : first + 8], "署领导")
        district = self._writer.pick(self._writer.words["district"])
        first = (day.year - 2008) // 2
        people = self._staffs[district]
        return Staff(f"{district}海关", "关长", people[first], people[first + 9 : first + 15], "关领导")

    def _counted(self, office: str, series: str, day: datetime.date, form: str) -> str:
        """The name of the next session of an office's series; names that another has that day are passed over."""
        while True:
            self._sessions[office, series] += 1
            name = form.format(chinese(self._sessions[office, series]))
            if (day, name) not in self._held:
                self._held.add((day, name))
                return name

    def _regular(self, staff: Staff, day: datetime.date) -> Report:
        series = _SERIES[0] if self._writer.rng.random() < 0.4 else self._writer.pick(_SERIES)
        name = self._counted(staff.office, series, day, f"第{{}}次{series}")
        lede = (
            f"{_on(day)}，{staff.office}召开{name}，{self._business()}。{self._chaired(staff)}{self._attended(staff)}。"
        )
        return self._reported(staff, day, f"{staff.office}召开{name}", lede)

    def _study(self, staff: Staff, day: datetime.date) -> Report:
        name = self._counted(staff.office, f"学习{day.year}", day, f"{day.year}年第{{}}次集体学习")
        lede = (
            f"{_on(day)}，{staff.office}党委理论学习中心组举行{name}，围绕{self._writer.word('study')}交流研讨。"
            f"{self._chaired(staff)}{self._attended(staff)}。"
        )
        return self._reported(staff, day, f"{staff.office}党委理论学习中心组举行{name}", lede)

    def _committee(self, staff: Staff, day: datetime.date) -> Report:
        lede = (
            f"{_on(day)}，{staff.office}党委书记、{staff.role}{staff.head}主持召开{staff.office}党委会议，"
            f"{self._business()}。党委委员{self._some(staff)}出席会议。"
        )
        title = f"{staff.office}召开党委会议 {self._business()}"
        return self._reported(staff, day, title, lede)

    def _topical(self, staff: Staff, day: datetime.date, name: str) -> Report:
        place = f"在{self._writer.word('city')}" if self._writer.rng.random() < 0.3 else ""
        lede = (
            f"{_on(day)}，{staff.office}{place}召开{name}，{self._business()}。"
            f"{self._chaired(staff, spoke=True)}{self._attended(staff)}。"
        )
        return self._reported(staff, day, f"{staff.office}召开{name}", lede)

    def _annual(self, staff: Staff, day: datetime.date) -> Report | None:
        """The yearly work conference; None when this year's has been held."""
        scope = "全国海关" if staff.office == "海关总署" else staff.office
        if (key := (datetime.date(day.year, 1, 1), scope)) in self._held:
            return None
        self._held.add(key)
        name, deputy = f"{day.year}年{scope}工作会议", staff.deputies[0]
        lede = (
            f"{_on(day)}，{name}在{self._writer.word('city')}召开。{staff.office}{staff.role}、党委书记{staff.head}作工作报告，"
            f"副{staff.role}{deputy}主持会议，{staff.members}{'、'.join(staff.deputies[1:])}出席会议。"
        )
        return self._reported(staff, day, f"{name}召开", lede)

    def _reported(self, staff: Staff, day: datetime.date, title: str, lede: str) -> Report:
        body = self._writer.speeches(self._writer.length() - len(lede))
        tail = f"{staff.office}各部门、各单位主要负责人参加会议。"
        return Report(day, staff.office, title, [lede, *body, tail])

    def _chaired(self, staff: Staff, *, spoke: bool = False) -> str:
        act = "出席会议并讲话" if spoke and self._writer.rng.random() < 0.5 else "主持会议"
        return f"{staff.office}{staff.role}、党委书记{staff.head}{act}，"

    def _attended(self, staff: Staff) -> str:
        return f"{staff.members}{self._some(staff)}出席会议"

    def _some(self, staff: Staff) -> str:
        return "、".join(name for name in staff.deputies if self._writer.rng.random() < 0.8) or staff.deputies[0]

    def _business(self) -> str:
        return f"学习{self._writer.word('study')}，研究{self._writer.word('policy')}"

    def _topic(self) -> str:
        return self._writer.word("policy") + self._writer.pick(_TOPICS)


def chinese(number: int) -> str:
    """A number from 1 to 999 as it is printed in a meeting's name: 四十六, 一百零三."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    head = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if hundreds and rest and not tens:
        head += "零"
    elif tens:
        head += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    return head + (_DIGITS[ones] if ones else "")


def _on(day: datetime.date) -> str:
    return f"{day.month}月{day.day}日"
