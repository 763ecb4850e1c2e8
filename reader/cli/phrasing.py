"""`phrases`: quoted phrases, and those of the watch list, by meeting.

May import `views`, `analysis`, `library`, `locale`, `text` and this room.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from reader.analysis.phrases import Order
from reader.cli.answers import put_answer
from reader.cli.collection import meeting_named, parsed, read
from reader.cli.lines import NO_DAY, table
from reader.cli.output import CommandError, ExitCode, say
from reader.cli.session import Session
from reader.library.index import IndexLibrary
from reader.library.places import watch_file
from reader.library.watch_list import load
from reader.locale.views import PhrasesWords, view_words
from reader.text.cells import crop
from reader.text.reasons import reason_text
from reader.text.safety import one_line
from reader.views.phrasing import Entry, Found, bar, count_watched, entries, find, told, told_missing, with_watched

BAR, TEXT = 40, 60
"""The most cells of a bar, and of a phrase: another may be as long as its paragraph."""
WATCHED = "*"


def phrases(session: Session) -> ExitCode:
    """`phrases`: a line a phrase, in most meetings first unless they are sorted otherwise."""
    words, arguments = view_words(session.shared.lang).phrases, session.arguments
    watch, query = load(watch_file()), parsed(session)
    with read(session) as library:
        found = find(library, query, watch.items)
        found = with_watched(found, chain.from_iterable(count_watched(library, found)))
        not_in = _number(library, found, session) if arguments.not_in else None
    if watch.fault:
        reason = reason_text(watch.fault)
        say(words.watch_list_unread.format(file=one_line(str(watch.file)), reason=reason))
    if watch.is_cut:
        say(words.watch_list_cut.format(file=one_line(str(watch.file)), count=len(watch.items)))
    listed = entries(found, Order(arguments.sort), not_in=not_in)
    objects = (as_object(entry, found) for entry in listed)
    put_answer(session, objects, as_rows(listed, found, words), as_lines(listed, found, not_in, words))
    if not listed:
        nothing = words.nothing if not_in is None else words.nothing_missing
        say(nothing if found.meetings else session.own.nothing_matched.format(query=query.text))
    return ExitCode.DONE if listed else ExitCode.NOTHING


def _number(library: IndexLibrary, found: Found, session: Session) -> int:
    """The number of the meeting that `--not-in` names. Raises CommandError where it is not among these."""
    held = meeting_named(library, library.across.meetings(), session.arguments.not_in, session)
    if held not in found.meetings:
        raise CommandError(ExitCode.NOTHING, session.own.nothing_matched.format(query=session.arguments.query))
    return found.meetings.index(held)


def as_object(entry: Entry, found: Found) -> dict[str, Any]:
    """A phrase for JSON: `counts` by meeting, all of them, oldest first; `first` and `last` are days in ISO form.

    `meetings` of `of` meetings have it; of what one meeting has not, `had` of the `earlier` meetings before it do.
    What is watched is counted wherever it stands, as searching finds it, and may be nowhere.
    """
    phrase = entry.phrase
    counts = phrase.counts if phrase else {}
    ends = [found.meetings[number] for number in (phrase.first, phrase.last)] if phrase else [None, None]
    days = [held.day.isoformat() if held else None for held in ends]
    paths = [held.path if held else None for held in ends]
    shown = {
        "text": entry.text,
        "counts": [counts.get(number, 0) for number in range(len(found.meetings))],
        "first": days[0],
        "last": days[1],
        "total": phrase.total if phrase else 0,
        "meetings": len(counts),
        "of": len(found.meetings),
        "gaps": phrase.gaps if phrase else None,
        "first_path": paths[0],
        "last_path": paths[1],
        "watched": entry.watched,
    }
    return shown if entry.missing is None else {**shown, "had": entry.missing.had, "earlier": entry.missing.earlier}


def as_rows(listed: Sequence[Entry], found: Found, words: PhrasesWords) -> Iterator[list[object]]:
    """The phrases as rows of a table, each meeting a column that is headed by its day and id."""
    yield [*words.columns, *(f"{held.day} {held.id}" for held in found.meetings)]
    for entry in listed:
        one = as_object(entry, found)
        names = ("text", "watched", "meetings", "of", "total", "first", "last", "gaps")
        yield [*(one[name] for name in names), one.get("had"), one.get("earlier"), *one["counts"]]


def as_lines(listed: Sequence[Entry], found: Found, not_in: int | None, words: PhrasesWords) -> Iterator[str]:
    """The phrases for people: how many they are, then a line each; nothing where there are none."""
    if listed:
        yield "  ".join(told(found, words) if not_in is None else told_missing(found.meetings[not_in], listed, words))
        yield ""
        yield from table(_columns(listed, found, words))


def _columns(listed: Sequence[Entry], found: Found, words: PhrasesWords) -> Iterator[tuple[str, ...]]:
    """A phrase, n of N meetings, times, first and last day, the bar; of those not in one meeting, n of N before it."""
    phrase_head, *heads = words.heads
    if any(entry.missing for entry in listed):
        heads[0] = words.before
    yield ("", phrase_head, *heads)
    total = len(found.meetings)
    for entry in listed:
        phrase, absent = entry.phrase, entry.missing
        share = (absent.had, absent.earlier) if absent else (len(phrase.counts) if phrase else 0, total)
        ends = [str(found.meetings[number].day) for number in (phrase.first, phrase.last)] if phrase else [NO_DAY] * 2
        yield (
            WATCHED if entry.watched else "",
            crop(one_line(entry.text), TEXT),
            f"{share[0]}/{share[1]}",
            str(phrase.total if phrase else 0),
            *ends,
            bar(phrase, total, BAR) if phrase else "",
        )
