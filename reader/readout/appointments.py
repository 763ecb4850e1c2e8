"""Who was appointed or removed: 任命甲为某职, 免去乙的某职职务, 甲任某职, 乙不再担任某职.

May import this room's model, `attendance`, `groups`, `officials` and `passages`. The name stands before the role
here. The role is what follows up to the end of the clause, exactly as printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.readout.attendance import Register
from reader.readout.groups import Named, read_group
from reader.readout.model import Act, Attendance
from reader.readout.officials import bare_subject
from reader.readout.passages import Passage

_WHO = r"(?P<names>任?[^，。；：！？“”的为任兼担免]{2,80}?)(?:同志)?"
_POST = r"(?P<role>[^，。；！？“”]{2,60}?)"
_END = r"(?=[，。；！？\s]|$)"
_PATTERNS: tuple[tuple[Act, re.Pattern[str]], ...] = (
    (Act.APPOINTED, re.compile(rf"任命(?:：\s*)?{_WHO}(?:兼任|兼|为|担任|任){_POST}{_END}")),
    (Act.REMOVED, re.compile(rf"免去{_WHO}(?:兼任)?的{_POST}(?:的)?职务{_END}")),
    (Act.REMOVED, re.compile(rf"(?:^|[，。；：、\s]){_WHO}不再(?:担任|兼任){_POST}(?:的)?(?:职务)?{_END}")),
    (Act.APPOINTED, re.compile(rf"(?:^|[，。；：、\s]){_WHO.removesuffix('?')}(?:担任|任){_POST}(?:职务)?{_END}")),
    (
        Act.APPOINTED,
        re.compile(
            rf"(?:^|[，。；：\s]){_WHO}(?:已)?(?:出任|升任|接任|履新|就任|获任|担任|兼任|任|当选为?){_POST}(?:职务|一职)?{_END}"
        ),
    ),
)
_HINT = re.compile("任命|免去|不再|[任担兼]任|当选|出任|任")
_NOTICE = re.compile("任命|免去|不再[担兼]|同志[担兼任]")
_NOT_POST = re.compile(r"^(?:务|期|何|意|免|职|由|命|用|教|凭|重|性|人民)|[一二三四五六]?届|以来|期间$")


def appointments(passages: Iterable[Passage], *, notices_only: bool) -> tuple[Attendance, ...]:
    """Those whom these texts tell to be appointed or removed, in printed order, with the post as role.

    `notices_only` keeps to the wordings of a decision (任命, 免去, 不再担任): 某某任某职 stands in any life.
    """
    register = Register()
    for passage in passages:
        if not (_NOTICE if notices_only else _HINT).search(passage.text):
            continue
        patterns = _PATTERNS[:4] if notices_only else _PATTERNS
        matches = [(match, act) for act, pattern in patterns for match in pattern.finditer(passage.text)]
        for match, act in sorted(matches, key=lambda pair: pair[0].start("names")):
            role = passage.stretch(*match.span("role"))
            people = read_group(bare_subject(passage.stretch(*match.span("names"))))
            if not _NOT_POST.search(role.text) and not people.collective:
                named = [Named(person.name, role) for person in people.people]
                register.add(named, [(act, passage.span(*match.span()))])
    return register.result().people
