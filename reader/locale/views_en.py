"""The views' words in English. May import `views` only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from reader.locale.views import (
    ContextWords,
    FiguresWords,
    MatrixWords,
    PhrasesWords,
    SeriesWords,
    SharedWords,
    WordingWords,
)


class Shared(SharedWords):
    """What several views say."""

    filtered = "filtered by: {query}"
    cut_rows = "The first {shown} of {total} rows are shown: the command customs-reader {command} lists all"
    searching = "Looking for the meetings of the filter"
    working = "{what} … {percent}% done"
    working_begun = "{what} …"
    working_keys = (("Esc", "stop"),)


class Context(Shared, ContextWords):
    """A word in its contexts (KWIC)."""

    title = "In context"
    hits = ("{count} hit", "{count} hits")
    counted = "{hits} in {meetings} of {total} meetings"
    looking = "{hits} so far, {meetings} of {total} meetings looked at"
    first_only = "More hits than can be shown: these are the first, the command customs-reader kwic lists all"
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


class Phrases(Shared, PhrasesWords):
    """Phrases by meeting."""

    title = "Phrases"
    quoted = ("{count} quoted phrase", "{count} quoted phrases")
    counted = "{times} in {total} meetings"
    watched = "{count} watched"
    only_watched = "watched only"
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
    first_filtered = "first within the filter"
    last = "last in this collection"
    last_filtered = "last within the filter"
    gaps = ("a gap of {count}", "gaps of {count}")
    no_gap = "no gap"
    gone = ("not in the last one", "not in the last {count}")
    not_found = "in none of them"
    counting = "counting …"
    nothing = "The texts of these meetings have no phrase in quotation marks"
    nothing_missing = "None: what at least three quarters of the meetings before have, this one has too"
    no_meeting = "The list was not on a meeting whose day is known when this was opened"
    no_watch_list = "No phrases are watched yet: write them into {file}, one a line"
    watch_list_cut = "{file} is too long: its first {count} items are read"
    watch_list_unread = "{file} cannot be read: {reason}"
    looking = "Looking for phrases"
    columns = (
        *("phrase", "watched", "meetings", "of", "times", "first", "last", "gaps"),
        *("meetings before", "of meetings before"),
    )
    keys = (("s", "Sort"), ("n", "Not here"), ("w", "Watched"), ("Enter", "In context"), ("Esc", "Back"))


class Matrix(Shared, MatrixWords):
    """People x meetings, and one person."""

    title = "Named"
    summary = "people {people}  meetings {meetings}"
    inverted = "order inverted {count}"
    signs: ClassVar[Mapping[str, str]] = {"chaired": "C", "spoke": "S", "reported": "R"}
    order_cut = "Long lists: the order of the first {count} people of each meeting is looked at"
    legend = (
        "A number is the printed position. C chaired, S spoke, R delivered the work report; ^ moved up, v moved down, \
^v both (against the last meeting that named both). An empty cell: not named."
    )
    signs_told = "C chaired  S spoke  R reported  ^ v order"
    nobody = "No meeting here names anyone."
    no_such_person = "Nobody who is named here is called {name}."
    position = "no. {position} of {total}"
    not_named = "not named"
    lists = "the list names: {claims}"
    lists_nobody = "this report names nobody"
    claim = "{role} x{count}"
    claim_of_one = "{count} with a role of their own"
    no_role = "no role printed"
    span = "first in this collection {first}, last {last}"
    span_filtered = "first within the filter {first}, last {last}"
    share = "{named} of {meetings} meetings"
    ahead = "^ here before {others}; on {former} after"
    behind = "v here after {others}; on {former} before"
    no_inversion = "The order is inverted nowhere else in this direction"
    roles = "Roles as printed: {count}"
    meetings = "Meetings: named at {named} of the {between} from the first to the last (of {meetings} in all)"
    mentions = "Mentions elsewhere: {count}"
    mentions_so_far = "Mentions elsewhere: {count} so far, {done} of {total} posts with the name read"
    times = ("{count} meeting", "{count} meetings")
    until = "until {day}"
    mentioned = "mentioned"
    gone = "This post is not there any more"
    columns = ("name", "pinyin", "meetings", "first", "last")
    person_columns = ("date", "file", "meeting", "position", "of", "acts", "role")
    keys = (("Enter", "Open"), ("p", "Person"), ("Esc", "Back"), ("n", "Inverted"))
    person_keys = (("Enter", "Open"), ("Esc", "Back"))


class Figures(Shared, FiguresWords):
    """The figures of a meeting, and one figure through the meetings."""

    title = "Figures"
    level = "level"
    derived = "derived"
    count = ("{count} figure", "{count} figures")
    derived_count = ("{count} derived", "{count} derived")
    none = "This text holds no figures"
    nothing = "No meeting here holds figures."
    nothing_counted = "No figure here counts {counts}."
    unclear = "The text does not say clearly what this figure counts: there is no line to follow"
    nothing_through = "No meeting that the filter leaves holds this figure"
    looking = "Looking for figures"
    first_only = "More figures than can be shown: these are the first, the command customs-reader figures lists all"
    through = "Through the meetings"
    meetings = "in {count} of {total} meetings"
    gone = "This post is not there any more"
    columns = (
        *("path", "date", "paragraph", "value", "unit", "counts", "measure", "against", "change"),
        *("derived", "number", "sentence"),
    )
    keys = (("t", "History"), ("Enter", "Open"), ("Esc", "Back"))
    through_keys = (("Enter", "Open"), ("Esc", "Back"))


class Series(Shared, SeriesWords):
    """Series of meetings, and all meetings by month."""

    title = "Series"
    whole = "series are shown whole"
    by_month = "By month"
    summary = "series {series}  meetings {meetings}  {alone} of no series"
    alone = "Of no series"
    no_convener = "convener not told"
    held = ("{count} meeting", "{count} meetings")
    ordinals = "nos. {first}-{last}"
    ordinal = "no. {number}"
    missing = "missing {numbers}"
    missing_many = "missing {count} numbers"
    joined = ", "
    complete = "no number missing"
    not_here = "not in this collection"
    days_since = "after {days} d"
    same_day = "same day"
    none = "No meetings whose day is known."
    columns = ("series", "convener", "date", "number", "days since the former", "file", "meeting")
    month_columns = ("month", "meetings")
    keys = (("Enter", "Open"), ("m", "By month"), ("Esc", "Back"), ("a", "Open or fold all"))
    month_keys = (("Enter", "Open"), ("m", "Series"), ("Esc", "Back"), ("a", "Open or fold all"))


class Wording(WordingWords):
    """What is new in a text, and where the rest was said before."""

    share = "new wording {share}%"
    against_all = ("against {count} earlier meeting", "against {count} earlier meetings")
    against_series = ("against {count} earlier meeting of the series", "against {count} earlier meetings of the series")
    against_one = "against {day}"
    nothing_before = "no earlier meeting here"
    nothing_before_in_series = "no earlier meeting of its series here"
    passages = ("{count} new passage", "{count} new passages")
    no_more = "No more new wording in this direction"
    not_yet = "comparing with earlier meetings …"
    no_meeting = "This post reports no meeting whose day is known"
    no_series = "This meeting is of no series"
    not_said = "Nothing of this paragraph was said before"
    sources = "Said before: paragraph {number}"
    paragraph = "para {number}"
    source = ("in {count} earlier meeting, ", "in {count} earlier meetings, last ")
    keys = (("n", "Next"), ("W", "Said where"), ("B", "Against"), ("Esc", "Back"))
    sources_keys = (("↑↓", "Move"), ("Enter", "Open"), ("Esc", "Back"))
    columns = ("date", "path", "meeting", "new share %", "characters", "new passages", "earlier meetings")
