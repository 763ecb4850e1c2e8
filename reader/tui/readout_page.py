"""A readout as blocks for the reading pane: titles, dates, people, body, credits.

May import `readout`, `library.marks`, `i18n`, `text` and this room's helpers. Names stand bright and roles muted, in
the printed order; who shares role and acts with the one before shares a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from reader.i18n import _, weekday
from reader.library.marks.mark import Mark
from reader.readout.faults import FaultCode
from reader.readout.model import DateBasis, Meeting, ParagraphKind, Readout
from reader.readout.people import ACT_LABELS, Act, Attendance
from reader.text.safety import clean, one_line
from reader.text.typeset import INDENT
from reader.tui.outline import STAR, highlighted
from reader.tui.page import ORIGINAL_TITLE, TITLE, Block, Span, Tone
from reader.tui.passages import Noted, locate
from reader.tui.status import day_text, delay_text

NOTE = "+"
"""What stands at the margin where a noted passage begins."""
UNMARKED = Mark()
_QUOTED = 12
"""So many characters of noted words stand before the note on them."""


def readout_blocks(readout: Readout, mark: Mark = UNMARKED, spacing: int = 1) -> list[Block]:
    """The whole page of a readout, top to bottom, with the reader's own note under its head and those on passages
    under their paragraphs; `spacing` blank lines stand between two paragraphs.
    """
    noted = locate(mark.passages, readout.body)
    lost = [one for one in noted if one.paragraph is None]
    own = list(_lines(mark.note, _("Note")))
    for one in lost:
        own += _note(one, "", _("Note"))
    return [*_head(readout), *own, *_body(readout, spacing, noted), *_foot(readout)]


def _lines(note: str, label: str) -> Iterator[Block]:
    """A note, a block a line; without a label the second line stands below the words of the first."""
    for number, line in enumerate(clean(note).splitlines()):
        yield Block(line, Tone.ACCENT, label=label, aside=True, indent=len(NOTE) + 1 if number and not label else 0)
        label = " " if label else ""


def _note(noted: Noted, paragraph: str, label: str = "") -> Iterator[Block]:
    """A note on a passage, behind the beginning of its words unless they are the whole paragraph."""
    words = noted.passage.words
    quoted = words.strip()[:_QUOTED] + "…" * (len(words.strip()) > _QUOTED)
    quotation = "" if words == paragraph else f"“{quoted}” "
    yield from _lines(f"{NOTE} {quotation}{noted.passage.note}", label)


def _head(readout: Readout) -> Iterator[Block]:
    yield Block(readout.title or _("(untitled)"), Tone.TITLE, key=TITLE)
    dated = []
    if readout.original_title and readout.original_title != readout.title:
        dated.append(Block(readout.original_title, Tone.BODY, key=ORIGINAL_TITLE, label=_("Original title")))
    if readout.meeting:
        dated.append(_held(readout.meeting))
    dated.append(_published(readout))
    yield dated[0]._replace(gap=1)
    yield from dated[1:]
    yield from _people(readout)
    for fault in readout.faults:
        if fault.code is FaultCode.MANY_PARAGRAPHS:
            yield Block(fault.sentence, Tone.ACCENT, gap=1, aside=True)


def _held(meeting: Meeting) -> Block:
    if not meeting.date or meeting.date_basis is DateBasis.PUBLISHED:
        return Block(_("the text gives no day"), Tone.MUTED, label=_("Held"))
    text = " – ".join(day_text(day) for day in (meeting.date, meeting.date_end) if day)
    details = "".join(f" · {detail}" for detail in (meeting.place, meeting.form) if detail)
    spans = (Span(len(text), len(text) + len(details), Tone.MUTED),) if details else ()
    return Block(text + details, Tone.BODY, spans, label=_("Held"))


def _published(readout: Readout) -> Block:
    published = readout.published
    text = day_text(readout.published_day)
    if isinstance(published, datetime):
        text = f"{published:%Y-%m-%d %H:%M} {weekday(published.weekday())}"
    delay = ""
    meeting, day = readout.meeting, readout.published_day
    if meeting and meeting.date and day:
        delay = delay_text((day - (meeting.date_end or meeting.date)).days)
    spans = (Span(len(text) + 3, len(text) + 3 + len(delay), Tone.ACCENT),) if delay else ()
    return Block(f"{text} · {delay}" if delay else text, Tone.BODY, spans, label=_("Published"))


def _people(readout: Readout) -> Iterator[Block]:
    for (role, acts), group in groupby(readout.everyone, lambda person: (person.role, person.acts)):
        yield _group(list(group), role, acts)
    if readout.meeting and readout.meeting.collective:
        yield Block("；".join(readout.meeting.collective), Tone.MUTED, label=_("Took part"))


def _group(people: list[Attendance], role: str | None, acts: tuple[Act, ...]) -> Block:
    lead = f"{role}　" if role else ""
    names = [person.name for person in people]
    label = _(", ").join(_(ACT_LABELS[act]) for act in acts)
    spans = (Span(0, len(lead), Tone.MUTED),)
    return Block(lead + "、".join(names), Tone.NAME, spans, label=label, whole=names)


def _body(readout: Readout, spacing: int, noted: Sequence[Noted]) -> Iterator[Block]:
    if not readout.paragraphs:
        yield Block(_("This post has no text."), Tone.MUTED, gap=2)
    names, stars = tuple(set(readout.names)), highlighted(readout)
    for index, paragraph in enumerate(readout.paragraphs):
        heading = paragraph.kind is ParagraphKind.HEADING
        yield Block(
            paragraph.text,
            Tone.HEADING if heading else Tone.BODY,
            key=index,
            indent=0 if heading else INDENT,
            gap=spacing if index else 2,
            whole=names,
            signs=(
                *((one.start, NOTE) for one in noted if one.paragraph == index),
                *((star, STAR) for star in stars.get(index, ())),
            ),
        )
        for one in noted:
            if one.paragraph == index:
                yield from _note(one, paragraph.text)


def _foot(readout: Readout) -> Iterator[Block]:
    gap = 2
    for caption in readout.captions:
        yield Block(caption, Tone.MUTED, label=_("Caption"), gap=gap)
        gap = 0
    if readout.credits:
        text = "　".join(f"{credit.label}{_(': ')}{credit.value}" for credit in readout.credits)
        yield Block(text, Tone.MUTED, gap=gap or 1)
        gap = 0
    credited = " ".join(credit.value for credit in readout.credits)
    author = readout.author if readout.author and readout.author not in credited else None
    for label, value in ((_("Author"), author), (_("Link"), readout.link)):
        if value:
            yield Block(f"{label}{_(': ')}{one_line(value)}", Tone.MUTED, gap=gap)
            gap = 0
