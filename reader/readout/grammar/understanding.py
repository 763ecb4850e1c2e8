"""What all the words of a post tell together: the steps of this room, joined.

May import every module of this room, `model`, `people`, `evidence` and `text`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.readout.evidence import Evidence, Source
from reader.readout.grammar.appointments import appointments
from reader.readout.grammar.article import read_event
from reader.readout.grammar.dates import Published, meeting_day
from reader.readout.grammar.meeting import NamedMeeting, find_meeting, read_form
from reader.readout.grammar.mentions import mentions, named_with_roles, with_roles
from reader.readout.grammar.officials import attendees
from reader.readout.grammar.passages import Passage, Stretch, passages
from reader.readout.grammar.series import read_name
from reader.readout.grammar.structure import outline
from reader.readout.model import Genre, Kind, Meeting, Readout
from reader.readout.people import Attendance
from reader.text.folding import simplify

_PLACE_NAMES = {"京": "北京", "沪": "上海", "穗": "广州", "津": "天津", "渝": "重庆"}
_OTHERS = re.compile(
    r"(?:香港|澳门|港澳|台湾|[美英法德韩泰]国|越南|朝鲜|日本|俄罗斯|新加坡|泰国|马来西亚|印度|欧盟|哈萨克斯坦|蒙古|老挝|缅甸|外国|世界|国际)(?:的)?海关(?!总署)(?:关长)?"
    r"|海关合作理事会|海关大楼|老海关"
)
"""Customs of others."""
_OWN = re.compile("海关")
_FIRST_WORDS = 60
"""So many characters of the first paragraph say what a post is about."""
_SHORTEST_LEDE = 8
_LEDES = 2
"""A meeting is reported in one of the first paragraphs or not at all."""


def understood(draft: Readout) -> Readout:
    """The readout with what its words tell: the meeting or event, its people, who is mentioned, the outline.

    Of the draft it reads the titles, the body and the publication.
    """
    body, titles = passages(draft.body, draft.title, draft.original_title)
    named = find_meeting(_ledes(body), titles)
    if named:
        meeting = _meeting(named, body, titles, Published(draft.published_day, draft.printed_date))
        genre, people = None, appointments(body, notices_only=True)
    else:
        meeting = None
        genre, people = read_event(body, titles)
    named_people = named_with_roles(body)
    people = with_roles(people, named_people)
    if meeting:
        meeting = meeting._replace(people=with_roles(meeting.people, named_people))
    there = [*(meeting.people if meeting else ()), *people]
    present = {form for person in there for form in (person.name, simplify(person.name))}
    customs = _about_customs(titles, body) or _of_customs(meeting, people, genre)
    return draft._replace(
        kind=Kind.MEETING if meeting else Kind.ARTICLE,
        customs=customs,
        meeting=meeting,
        genre=genre,
        people=people,
        mentions=mentions(named_people, present),
        outline=outline([passage.text for passage in body], present),
    )


def _about_customs(titles: Sequence[Passage], body: Sequence[Passage]) -> bool:
    """Whether a title, or the first words of the body, speak of Chinese customs."""
    texts = [*(title.text for title in titles), *(passage.text[:_FIRST_WORDS] for passage in body[:1])]
    return any(_OWN.search(_OTHERS.sub("", text)) for text in texts)


def _of_customs(meeting: Meeting | None, people: Sequence[Attendance], genre: Genre | None) -> bool:
    """Whether GACC convened or chaired, somebody was appointed there, or one of its people stands first."""
    if meeting:
        chairs = [person.role for person in meeting.chairs]
        return any("海关总署" in simplify(text or "") for text in (meeting.convener, *chairs))
    of_whom = people if genre is Genre.APPOINTMENT else people[:1]
    return any(
        "海关" in simplify(person.role or "") and "香港海关" not in simplify(person.role or "") for person in of_whom
    )


def _ledes(body: Sequence[Passage]) -> list[Passage]:
    return [passage for passage in body[: _LEDES + 1] if len(passage.text) >= _SHORTEST_LEDE][:_LEDES]


def _meeting(named: NamedMeeting, body: Sequence[Passage], titles: Sequence[Passage], published: Published) -> Meeting:
    found = attendees(body, titles, named.name.text)
    parts = read_name(named.name.text, named.name.printed)
    lede = named.lede if named.lede.passage.source is Source.BODY else None
    day = meeting_day(lede or _dateline(body), titles, published, parts.year, body)
    form = read_form(named, body)
    facts = {
        "name": named.name.span,
        "convener": named.convener.span if named.convener else None,
        "date": day.span if day else None,
        "number": named.name.part(*parts.number_at).span if parts.number_at else None,
        "year": named.name.part(*parts.year_at).span if parts.year_at else None,
        "series": named.name.span if parts.series else None,
        "place": named.place.span if named.place else None,
        "form": form[1] if form else None,
    }
    evidence = [Evidence(fact, span) for fact, span in facts.items() if span]
    return Meeting(
        name=named.printed,
        date=day.day if day else None,
        date_basis=day.basis if day else None,
        date_end=day.end if day else None,
        convener=named.convener_name,
        series=parts.series,
        number=parts.number,
        year=parts.year,
        place=_PLACE_NAMES.get(named.place.printed, named.place.printed) if named.place else None,
        form=form[0] if form else None,
        people=found.people,
        collective=tuple(printed for printed, _ in found.collective),
        evidence=(*evidence, *(Evidence("collective", span) for _, span in found.collective)),
    )


def _dateline(body: Sequence[Passage]) -> Stretch | None:
    """The first words of a body whose headline names the meeting."""
    if not body:
        return None
    return body[0].whole().part(0, len(re.split("[，。；]", body[0].text, maxsplit=1)[0]))
