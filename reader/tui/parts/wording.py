"""What is new in the text: the rest is dimmed, and the keys of hits walk the new passages.

May import `i18n`, `views.new` and this room. The baseline is every earlier meeting, whatever the filter; a key makes it
the series, or one meeting: the remembered one, else the one that comparing would take.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reader.i18n import _, counted, keyed
from reader.query.model import Hit
from reader.tui.desk import Desk
from reader.tui.page import Block, Span, Tone
from reader.tui.part import Light, Part
from reader.views import VIEWS
from reader.views import new as novelty
from reader.views.compared import partner_of
from reader.views.new import NO_MEETING, NO_SERIES, NOT_YET, NOTHING_BEFORE, SHARE, Baseline
from reader.views.report import meeting_of

if TYPE_CHECKING:
    from reader.library.model import ListedMeeting
    from reader.readout.model import Readout


class Wording(Part, Light):
    """The new wording."""

    name = "wording"
    is_quiet = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.baseline: Baseline | None = None
        """What the text is compared with; None where it is shown as it is."""
        self._known: tuple[int, Baseline, Readout, novelty.Wording | None] | None = None
        """What is new in the post that was last asked for."""
        self._one: ListedMeeting | None = None
        """The one meeting that the post is compared with."""

    @property
    def is_on(self) -> bool:
        """Whether the text is compared with something."""
        return self.baseline is not None

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """Keys of its own."""
        return keyed(_(VIEWS["new"].footer))

    def do_wording(self) -> None:
        """Dims what was said before, or shows the text as it is again."""
        self._compare_with(Baseline.ALL if self.baseline is None else None)

    def do_baseline(self) -> None:
        """Compares with something else: all earlier meetings, those of the series, one."""
        kinds = list(Baseline)
        after = kinds.index(self.baseline) + 1 if self.baseline else 0
        self._compare_with(kinds[after % len(kinds)])

    def _compare_with(self, baseline: Baseline | None) -> None:
        """Shows what is new against something else, or the text as it is; where only the list is seen, the text."""
        desk = self.desk
        if desk.nothing_there:
            desk.tell(desk.nothing_there)
            return
        self.baseline = baseline
        if baseline is not None and not desk.text.display:
            desk.to_text()
        self._show()

    def _show(self) -> None:
        self._known = None
        if not self.desk.is_typing:
            self.desk.show_keys()
        self.desk.show_again()
        self.desk.tell()

    def renewed(self) -> None:
        """Shows what has been worked out meanwhile."""
        if self._known is not None and self._known[3] is None:
            self._show()

    def end(self) -> bool:
        """Shows the text as it is again."""
        if self.baseline is None:
            return False
        self.baseline = None
        self._show()
        return True

    def _new(self) -> novelty.Wording | None:
        """What is new in the post that is shown; None where it is not known, or is not asked for."""
        key, readout, baseline = self.desk.post.key, self.desk.post.readout, self.baseline
        if key is None or readout is None or baseline is None:
            return None
        known = self._known
        if known is None or known[:2] != (key, baseline) or known[2] is not readout:
            known = self._known = key, baseline, readout, self._ask(key, baseline)
        return known[3]

    def _ask(self, key: int, baseline: Baseline) -> novelty.Wording | None:
        self._one = None
        if baseline is Baseline.ONE:
            meetings = self.desk.library.across.meetings()
            here = meeting_of(self.desk.library, meetings, self.desk.post.key)
            other = partner_of(meetings, here.key, self.desk.list.remembered) if here else None
            if other is None:
                return None
            self._one = other.meeting
        try:
            return novelty.wording(self.desk.library, key, baseline, self._one.key if self._one else None)
        except KeyError:
            return None

    def dim(self, blocks: list[Block], readout: Readout) -> list[Block]:
        """What was said before is dimmed."""
        new = self._new()
        if new is None:
            return blocks
        spans: dict[int, list[Span]] = {}
        for paragraph, start, end in new.said:
            spans.setdefault(paragraph, []).append(Span(start, end, Tone.SAID))
        return [_dimmed(block, spans) for block in blocks]

    def hits(self, readout: Readout) -> list[Hit]:
        """The new passages."""
        new = self._new()
        return [Hit(*where) for where in new.new] if new and new.earlier else []

    def state(self) -> str:
        """How much is new, which passage is stood on, and what the text is compared with."""
        new, current = self._new(), self.desk.text.current
        if new is None:
            return self._why_not()
        if not new.earlier:
            return self._against(0)
        share = _(SHARE).format(share=f"{new.share:.1f}") if new.share is not None else ""
        place = counted("{count} new passage", "{count} new passages", len(new.new))
        if current is not None:
            place = f"{current + 1}/{len(new.new)}"
        return " · ".join(filter(None, (share, place, self._against(new.earlier))))

    def _against(self, earlier: int) -> str:
        """What the text is compared with."""
        if self._one is not None and self.baseline is Baseline.ONE:
            return _("against {day}").format(day=self._one.day)
        in_series = self.baseline is Baseline.SERIES
        if not earlier:
            return _("no earlier meeting of its series here") if in_series else _(NOTHING_BEFORE)
        if not in_series:
            return counted("against {count} earlier meeting", "against {count} earlier meetings", earlier)
        return counted(
            "against {count} earlier meeting of the series", "against {count} earlier meetings of the series", earlier
        )

    def _why_not(self) -> str:
        """Why it is not known what is new."""
        here = meeting_of(self.desk.library, self.desk.library.across.meetings(), self.desk.post.key)
        if here is None:
            return _(NO_MEETING)
        if self.baseline is Baseline.ONE:
            return _(NOTHING_BEFORE)
        return _(NO_SERIES if self.baseline is Baseline.SERIES and here.series is None else NOT_YET)

    def no_more(self) -> str:
        """There are no more new passages; where there are none, why."""
        new = self._new()
        return _("No more new wording in this direction") if new and new.earlier else self.state()


def _dimmed(block: Block, spans: Mapping[int, Sequence[Span]]) -> Block:
    """A block whose paragraph is in `spans` with these, a line of the body as new."""
    if block.key is None or block.key < 0:  # no body
        return block
    new = block._replace(tone=Tone.NEW) if block.tone is Tone.BODY else block
    return new._replace(spans=tuple(spans[block.key])) if block.key in spans else new
