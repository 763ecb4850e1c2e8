"""Bodies of meetings that never were, the same for the same seed: clauses said again, reworded and new, in our words.

They hold what real ones hold: headings, list items, quotation marks, numbers with points, colons between digits,
half-width marks, sentences of every length, a clause that stands twice, paragraphs shorter than a run.
"""

from __future__ import annotations

from functools import cache
from random import Random

Body = tuple[str, ...]

_WORDS = {
    "verb": "推进 落实 提升 加强 优化 守住 看好 完善 支持 查获 抓好 做到 坚持",
    "how": "全面 扎实 持续 稳妥 从严 精准 深入 着力 不断 认真",
    "what": "口岸防线 通关便利 监管效能 外贸稳定 队伍作风 智慧海关 减税措施 检验检疫 打私力度 企业服务 基层党建"
    " 制度创新 风险防控 粮食安全 国门安全 数据共享 边境贸易 食品抽检 知识产权 班列运行 综合保税区 自由贸易港",
    "quoted": "人、物 国门卫士 多病共防 六个到位 一线放开，二线管住 清单之外无要求",
    "label": "会议指出 会议强调 会议要求 一是 二是 三是",
}
_LISTS = {name: words.split() for name, words in _WORDS.items()}
_SIGNS = "天地人和山水风云春夏秋冬东西南北日月星辰"


@cache
def made_bodies(count: int = 300, seed: int = 6) -> tuple[Body, ...]:
    """So many bodies, oldest first."""
    maker = _Maker(Random(seed))
    return tuple(maker.body() for _ in range(count))


class _Maker:
    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._said: list[str] = []

    def body(self) -> Body:
        """One body: mostly some paragraphs, now and then a single short one."""
        if self._rng.random() < 0.03:
            return ("会议结束。",)
        return tuple(self._paragraph(number) for number in range(self._rng.randint(2, 5)))

    def _paragraph(self, number: int) -> str:
        rng = self._rng
        if rng.random() < 0.15:
            return f"{'一二三四五'[number]}、{self._new()}"  # a heading has no mark at its end
        clauses = [self._clause() for _ in range(rng.randint(1, 7))]
        marks = [rng.choice("，，，，；。；！：？,;") for _ in clauses[1:]] + ["。" if rng.random() < 0.9 else "”。"]
        if rng.random() < 0.2:
            clauses.insert(1, clauses[0])
            marks.insert(0, "，")
        text = "".join(clause + mark for clause, mark in zip(clauses, marks, strict=True))
        return (self._word("label") + rng.choice("，：") if rng.random() < 0.6 else "") + text

    def _clause(self) -> str:
        kind = self._rng.random()
        if kind < 0.4 and self._said:
            return self._rng.choice(self._said)
        if kind < 0.65 and self._said:
            return self._keep(self._reworded(self._rng.choice(self._said[-60:])))
        return self._keep(self._new())

    def _word(self, name: str) -> str:
        return self._rng.choice(_LISTS[name])

    def _keep(self, clause: str) -> str:
        self._said.append(clause)
        return clause

    def _reworded(self, clause: str) -> str:
        """A clause with a few characters taken out, put in, or replaced."""
        signs = list(clause)
        for _ in range(self._rng.randint(1, 3)):
            at = self._rng.randrange(len(signs))
            change = self._rng.randrange(3)
            if change == 0 and len(signs) > 2:
                del signs[at]
            elif change == 1:
                signs.insert(at, self._rng.choice(_SIGNS))
            else:
                signs[at] = self._rng.choice(_SIGNS)
        return "".join(signs).strip() or clause

    def _new(self) -> str:
        rng = self._rng
        kind = rng.random()
        if kind < 0.12:
            return f"{self._word('what')}{rng.randint(1, 99)}.{rng.randint(1, 9)}{rng.choice(['万亿元', '%', '万批'])}"
        if kind < 0.18:
            return f"{self._word('what')}增长{rng.randint(1, 60)}%"
        if kind < 0.21:
            return (
                f"{rng.randint(8, 17)}:{rng.randint(10, 59)}开始，共{rng.randint(1, 9)},{rng.randint(100, 999)}家企业"
            )
        if kind < 0.35:
            return f"{self._word('how')}做到“{self._word('quoted')}”{self._word('what')}"
        if kind < 0.4:
            return "".join(rng.choice(_SIGNS) for _ in range(rng.randint(1, 14)))
        parts = [self._word("how") + self._word("verb") + self._word("what") for _ in range(rng.randint(1, 2))]
        return "、".join(parts)
