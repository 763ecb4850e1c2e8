"""The views' words in English. May import `views` only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from reader.locale.views import (
    CompareWords,
    ContextWords,
    FiguresWords,
    MatrixWords,
    PhrasesWords,
    SeriesWords,
    WordingWords,
)


class Compare(CompareWords):
    """Two meetings side by side."""

    title = "Compare"
    kept = "kept"
    reworded = "reworded"
    dropped = "dropped"
    new = "new"
    share = "new wording {share}% (against all earlier)"
    share_of_partner = "new wording {share}% (against the former alone)"
    newly_named = "newly named"
    not_named = "not named"
    role_changed = "role changed"
    order_changed = "order changed"
    same_people = "the same people"
    no_role = "no role printed"
    other_series = "No earlier meeting of this series: compared with the meeting before"
    no_former = "This is the earliest meeting of the collection: there is none to compare it with"
    no_more = "No more reworded clauses in this direction"
    chosen = "Remembered: press C on another meeting to compare the two"
    unchosen = "Not remembered any more"
    no_meeting = "This post reports no meeting whose day is known"
    gone = "A post to be compared is not there any more"
    columns = ("kind", "former", "latter", "alike", "paragraph of former", "paragraph of latter")
    keys = (("n", "Next reworded"), ("c", "Changes only"), ("Enter", "Open"), ("Esc", "Back"))


class Context(ContextWords):
    """A word in its contexts (KWIC)."""

    title = "In context"
    hits = ("{count} hit", "{count} hits")
    counted = "{hits} in {meetings} of {total} meetings"
    looking = "{hits} so far, {meetings} of {total} meetings looked at"
    filtered = "filtered by: {query}"
    orders: ClassVar[Mapping[str, str]] = {
        "date": "by date, oldest first",
        "left": "by left context, outwards",
        "right": "by right context",
    }
    spellings = "spelled: "
    more_spellings = "{count} more"
    nothing = "No meeting has it in its text; press / for another term"
    no_term = "A word is needed; fields such as since:2022 only narrow the meetings"
    hint = "a term: 六稳 or 人*同防"
    columns = ("path", "date", "meeting", "paragraph", "start", "end", "left", "match", "right")
    keys = (("s", "Sort"), ("/", "Ask"), ("Enter", "Open"), ("Esc", "Back"))
    ask_keys = (("Enter", "Look for it"), ("Esc", "Do not"))


class Phrases(PhrasesWords):
    """Phrases by meeting."""

    title = "Phrases"
    quoted = ("{count} quoted phrase", "{count} quoted phrases")
    counted = "{times} in {total} meetings"
    watched = "{count} watched"
    only_watched = "watched only"
    filtered = "filtered by: {query}"
    orders: ClassVar[Mapping[str, str]] = {
        "common": "in most meetings first",
        "newest": "last come first",
        "dropped": "last gone first",
        "longest": "longest life first",
    }
    not_here = "not in {day} {name}"
    three_quarters = ("in 3/4 or more before it: {count} phrase", "in 3/4 or more before it: {count} phrases")
    before = "before"
    heads = ("phrase", "mtgs", "times", "first", "last", "old-new")
    in_meetings = "in {meetings} of {total} meetings"
    times = ("{count} time", "{count} times")
    first = "first in this collection"
    last = "last in this collection"
    gaps = ("a gap of {count}", "gaps of {count}")
    no_gap = "no gap"
    not_found = "in none of them"
    counting = "counting …"
    nothing = "The texts of these meetings have no phrase in quotation marks"
    nothing_missing = "None: what at least three quarters of the meetings before have, this one has too"
    no_meeting = "The list was not on a meeting whose day is known when this was opened"
    no_watch_list = "No phrases are watched yet: write them into {file}, one a line"
    watch_list_cut = "{file} is too long: its first {count} items are read"
    columns = (
        *("phrase", "watched", "meetings", "of", "times", "first", "last", "gaps"),
        *("meetings before", "of meetings before"),
    )
    keys = (("s", "Sort"), ("n", "Not here"), ("w", "Watched"), ("Enter", "In context"), ("Esc", "Back"))


class Matrix(MatrixWords):
    """People x meetings, and one person."""

    title = "Named"


class Figures(FiguresWords):
    """The figures of a meeting, and one figure through the meetings."""

    title = "Figures"


class Series(SeriesWords):
    """Series of meetings, and all meetings by month."""

    title = "Series"


class Wording(WordingWords):
    """What is new in a text, and where the rest was said before."""

    title = "New wording"
