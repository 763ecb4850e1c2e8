"""What the palette and the help find: commands by what was typed, and in one list with officials and meetings.

May import `query`, `i18n`, the model and the table of commands, not Textual.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from reader.i18n import N_, _, counted
from reader.library.model import Candidates
from reader.query.lookup import Fit, Form, fit
from reader.text.folding import blind, fold
from reader.tui.commands import Command


class Kind(StrEnum):
    """What a line of the palette is; among those that fit alike, the first stand first."""

    COMMAND = "command"
    OFFICIAL = "official"
    MEETING = "meeting"


KINDS: Mapping[Kind, str] = {
    Kind.COMMAND: N_("command"),
    Kind.OFFICIAL: N_("official"),
    Kind.MEETING: N_("meeting"),
}


class Choice(NamedTuple):
    """A line of the palette: `head` and `tail` as shown, a command's key between; `name` is what is chosen by it.

    `name` is the command's, the official's, or the number of the post.
    """

    kind: Kind
    name: str
    head: str
    tail: str
    shown: str = ""

    @classmethod
    def of(cls, command: Command) -> Choice:
        """The line of a command."""
        return cls(Kind.COMMAND, command.name, _(command.label), _(command.help), command.shown)


def command_fit(command: Command, typed: str) -> Fit | None:
    """How what was typed fits a command's label, its pinyin, its English name or its explanation."""
    wanted = fold(typed.strip())
    label, english = fold(_(command.label)), command.name.replace("_", " ")
    if wanted in (label, english):
        return Fit.EXACT
    pinyin = command.reading
    found = fit(typed, Form(blind(label), pinyin, "".join(syllable[0] for syllable in pinyin.split())))
    if found is Fit.EXACT or label.startswith(wanted) or english.startswith(wanted):
        return found if found is Fit.EXACT else Fit.BEGINS
    return Fit.HOLDS if found is None and wanted in fold(f"{label} {_(command.help)} {english}") else found


def holds(text: str, typed: str) -> bool:
    """Whether a text holds every typed word, blind to case, width and script."""
    folded = fold(text)
    return all(word in folded for word in fold(typed).split())


def choices(typed: str, commands: Iterable[Command], found: Candidates) -> list[Choice]:
    """What was typed may mean one of these, the best fit first; else commands before officials before meetings."""
    lines: list[tuple[Fit, Choice]] = []
    for command in commands:
        one = command_fit(command, typed)
        if one is not None:
            lines.append((one, Choice.of(command)))
    for person in found.officials:
        count = counted("{count} mtg", "{count} mtgs", person.meetings)
        tail = " · ".join(filter(None, (count, person.pinyin)))
        lines.append((person.fit, Choice(Kind.OFFICIAL, person.name, person.name, tail)))
    for meeting in found.meetings:
        day = meeting.day.isoformat() if meeting.day else _("no date")
        lines.append((meeting.fit, Choice(Kind.MEETING, str(meeting.key), day, meeting.name)))
    return [choice for _, choice in sorted(lines, key=lambda line: line[0])]  # stable
