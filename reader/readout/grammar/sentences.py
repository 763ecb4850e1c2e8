"""Sentences, their clauses, and the bare subject of a clause.

May import `data`, `evidence`, `names` and `passages`. A subject is what is left of a clause before its act without what
opens the sentence (会议由, a dateline) and without adverbs (共同, 7月5日下午, 在京).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reader.readout.data import DAY, HAN, any_of, entries
from reader.readout.evidence import Source
from reader.readout.grammar.names import find_name, split_role
from reader.readout.grammar.passages import Passage, Stretch, without_brackets

_PLACES = any_of("places")
_ADVERBS = any_of("adverbs")
_LONG_ADVERBS = any_of(word for word in entries("adverbs") if len(word) > 1)
"""于 and 在 also begin names and roles."""
_DAY = r"(?:\d{4}年)?" + DAY + r"(?:至\d{1,2}日|[-—－～~]\d{1,2}日)?(?:上午|下午|晚上|晚|全天)?"
_ADVERB = re.compile(
    rf"(?:{_ADVERBS}"
    r"|以视频(?:的)?(?:形式|方式)|通过视频(?:的)?(?:形式|方式|连线)?|率(?:领)?[^，。；]{0,10}代表团"
    r"|代表(?:来宾|与会[^，。；、]{0,6}|[^，。；、]{0,10}(?:企业|单位|双方|中方|外方|代表团))"
    r"|代表[^，。；、]{0,16}?(?:党委|党组|总署|政府|委员会|常委会|理事会)"
    rf"|在(?:{_PLACES})|在[^，。；在]{{1,20}}?(?:会场|会上|分会场)|{_DAY})$"
)
_LONGEST_ADVERB = 24
"""In characters; patterns that end at the end are looked for from there only."""
_LONGEST_AT_END = 60
"""The same where the longest of them counts."""
_LONGEST_END = 600
"""So many of the last characters of a subject, and _MOST_ADVERBS of their ends, are looked through for adverbs."""
_MOST_ADVERBS = 40
_LONGEST_KEPT = 400
"""Subjects of more characters do not come again, and are not kept."""
_OPENING = re.compile(
    rf"\s*(?:[^，。；、]{{0,10}}{_DAY}(?:电|讯|消息)|新华社[^，。；、]{{0,6}}电"
    r"|[^，。；、]{0,20}(?:消息|报道|讯)\s*(?:（[^）]{0,80}）)?[：，]?"
    rf"|(?:本报)?(?:记者|通讯员)\s*[{HAN}]{{2,4}}[\s　]+"
    r"|(?:应邀)?(?:出席|参加|列席)[^，。；]{0,24}会[^，。；]{0,4}的"
    rf"|[^，。；、]{{0,12}}(?:会|会议|大会|仪式|开幕式|论坛|活动)由|由|请|特?邀请(?:了|到)?|(?:并|分别)?(?:与|同(?![志济]))"
    rf"|(?:会议|大会|座谈会)?开始时|会[上前后]|[上下]午|{_DAY}|{_LONG_ADVERBS}|其中|同时|此外|另外|并|和|、)\s*"
)
"""What stands before the first person of a sentence."""
_WHERE = re.compile(r"在(?!京|会|任|职)[^，。；、在]{2,14}$|(?:分别|先后|依次)?(?:就|围绕|结合)[^，。；]{2,}$")
_STOPS = re.compile(r"[。！？；]")
_CLAUSE = re.compile("[^，]+")
_QUOTED = re.compile("[（“《]")
_TITLE_STOPS = re.compile(r"[。！？；：\s|_]")


def sentences(passage: Passage) -> Iterator[Stretch]:
    """The sentences of a passage; a headline is also cut at spaces and colons."""
    stops = _STOPS if passage.source is Source.BODY else _TITLE_STOPS
    start = 0
    for stop in stops.finditer(passage.text):
        if stop.start() > start:
            yield passage.stretch(start, stop.start())
        start = stop.end()
    if start < len(passage.text):
        yield passage.stretch(start, len(passage.text))


def clauses(sentence: Stretch) -> list[Stretch]:
    """A sentence cut at ， but not inside brackets or quotation marks."""
    text = sentence.text
    if not _QUOTED.search(text):
        return [sentence.part(clause.start(), clause.end()) for clause in _CLAUSE.finditer(text)]
    found, depth, start = [], 0, 0
    for index, character in enumerate(text):
        if character in "（“《":
            depth += 1
        elif character in "）”》":
            depth = max(0, depth - 1)
        elif character == "，" and not depth:
            found.append(sentence.part(start, index))
            start = index + 1
    return [*found, sentence.part(start)]


def bare_subject(subject: Stretch) -> Stretch:
    """A subject without what opens its sentence and the adverbs between it and its act."""
    text = subject.text
    return subject.part(*(_bare(text) if len(text) <= _LONGEST_KEPT else _bare.__wrapped__(text)))


@lru_cache(maxsize=4096)
def _bare(text: str) -> tuple[int, int]:
    """Where the bare subject stands in a text; the same words open and end clauses in post after post."""
    start, end = 0, len(text)
    while (opening := _OPENING.match(text, start)) and opening.end() > start:
        start = opening.end()
    for _ in range(_MOST_ADVERBS):
        window = max(start, end - _LONGEST_END)
        bare = without_brackets(text[window:end]).rstrip()
        adverb = _ADVERB.search(bare, max(0, len(bare) - _LONGEST_ADVERB)) or _somewhere(bare)
        if not adverb:
            break
        end = window + adverb.start()
    return start, max(start, end)


def _somewhere(text: str) -> re.Match[str] | None:
    """The place or matter at the end of 署长某某在某地, 就某事, where a person stands before it."""
    place = _WHERE.search(text, max(map(text.rfind, "，。；")) + 1)
    before = text[: place.start()].rstrip() if place else ""
    adverb = _ADVERB.search(before, max(0, len(before) - _LONGEST_AT_END))
    person = (before[: adverb.start()] if adverb else before).rpartition("、")[2]
    return place if find_name(person) or split_role(person) else None
