"""Who was appointed or removed: 任命甲为某职, 免去乙的某职职务, 甲任某职, 乙不再担任某职, lists of both.

May import `evidence`, `people`, `groups`, `names`, `passages` and `sentences`. The name stands before the role here.
The role is what follows up to the end of the clause, exactly as printed; who gets one post and leaves another is told
of twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reader.readout.evidence import Evidence
from reader.readout.grammar.groups import read_group
from reader.readout.grammar.names import ends_in_role, without_spaces
from reader.readout.grammar.passages import Passage, Stretch, without_brackets
from reader.readout.grammar.sentences import bare_subject
from reader.readout.people import Act, Attendance

_WHO = r"(?P<names>任?[^，。；：！？“”的为任兼担免]{2,80}?)(?:同志)?"
_POST = r"(?P<role>[^，。；！？“”]{2,60}?(?:，(?:并|同时)?兼任[^，。；！？“”]{2,40})?)"
_END = r"(?:的)?(?:职务|一职)?(?=[，。；！？\s]|$)"
_START = r"(?:^|[，。；：、\s])"
_NOTICES: tuple[tuple[Act, re.Pattern[str]], ...] = (
    (Act.APPOINTED, re.compile(rf"任命(?:：\s*)?{_WHO}(?:兼任|兼|为|担任|任){_POST}{_END}")),
    (Act.REMOVED, re.compile(rf"免去{_WHO}(?:兼任)?的{_POST}(?:的)?职务(?=[，。；！？\s]|$)")),
    (Act.REMOVED, re.compile(rf"{_START}{_WHO}(?:因[^，。；]{{1,20}}，)?不再(?:担任|兼任){_POST}{_END}")),
    (Act.APPOINTED, re.compile(rf"{_START}{_WHO.removesuffix('?')}(?:担任|任){_POST}{_END}")),
)
"""The wordings of a decision."""
_NEWS: tuple[tuple[Act, re.Pattern[str]], ...] = (
    (
        Act.APPOINTED,
        re.compile(
            rf"{_START}{_WHO}(?:已)?(?:出任|升任|接任|履新|就任|获任|担任|兼任|任|当选为?|被任命为){_POST}{_END}"
        ),
    ),
    (Act.APPOINTED, re.compile(rf"^\s*{_WHO}，[男女][^。]{{2,160}}?，拟任{_POST}{_END}")),
)
_LIST_HEAD = re.compile(r"(?P<appointed>任命)|(?P<removed>免去)")
_LIST_ITEM = {
    Act.APPOINTED: re.compile(rf"^\s*{_WHO}为{_POST}{_END}"),
    Act.REMOVED: re.compile(rf"^\s*{_WHO}的{_POST}(?:的)?职务(?=[，。；！？\s]|$)"),
}
_HINT = re.compile("任|免去|当选|履新")
_NOTICE_HINT = re.compile("任命|免去|不再[担兼]|同志[担兼任]")
_NOT_POST = re.compile(r"^(?:务|期|何|意|免|职|由|命|用|教|凭|重|性|人民|主席团)|[一二三四五六]?届$|以来|期间$")


def appointments(passages: Iterable[Passage], *, notices_only: bool) -> tuple[Attendance, ...]:
    """Those whom these texts tell to be appointed or removed, in printed order, with the post as role.

    `notices_only` keeps to the wordings of a decision (任命, 免去, 不再担任): 某某任某职 stands in any life.
    """
    found: dict[tuple[str, str, Act], tuple[Stretch, Stretch, Evidence]] = {}
    listing: Act | None = None
    for passage in passages:
        head = _LIST_HEAD.fullmatch(passage.text.strip("：: 　"))
        if head:
            listing = Act.APPOINTED if head["appointed"] else Act.REMOVED
            continue
        for act, match in _matches(passage, listing, notices_only):
            role = passage.stretch(*match.span("role"))
            group = read_group(bare_subject(passage.stretch(*match.span("names"))))
            if not group.collective and ends_in_role(role.text) and not _NOT_POST.search(role.text):
                told = Evidence(str(act), passage.span(*match.span()))
                for named in group.people:
                    found.setdefault((named.name.text, role.text, act), (named.name, role, told))
    people = ((*key, *value) for key, value in found.items())
    return tuple(
        Attendance(
            without_spaces(name.printed),
            role.printed,
            (act,),
            position,
            (Evidence("name", name.span), Evidence("role", role.span), told),
        )
        for position, (_, _, act, name, role, told) in enumerate(people, 1)
    )


def _matches(passage: Passage, listing: Act | None, notices_only: bool) -> Iterator[tuple[Act, re.Match[str]]]:
    """The matches of a passage in the order of its text; `listing` is what the heading above a list says."""
    text = without_brackets(passage.text)
    item = _LIST_ITEM[listing].match(text) if listing else None
    if listing and item:
        yield listing, item
        return
    if not (_NOTICE_HINT if notices_only else _HINT).search(text):
        return
    patterns = _NOTICES if notices_only else _NOTICES + _NEWS
    matches = [(act, match) for act, pattern in patterns for match in pattern.finditer(text)]
    yield from sorted(matches, key=lambda pair: pair[1].start("names"))
