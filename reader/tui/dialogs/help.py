"""The help: every key from the table of commands, then the query language with examples; `/` looks for words in it.

May import Textual, `i18n` and this room.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from reader.i18n import N_, _, keyed
from reader.text.safety import one_line
from reader.tui.commands import COMMANDS, GROUP_OF, GROUPS, Command
from reader.tui.key_gate import bound, gate_of
from reader.tui.looking_up import command_fit, holds
from reader.tui.page import Block, Tone
from reader.tui.widgets.line_input import LineInput
from reader.tui.widgets.status_bar import StatusBar
from reader.tui.widgets.text_pane import TextPane
from reader.views import VIEWS

_EXAMPLES = (
    ("口岸 农产品", N_("both words; blind to punctuation, spaces, width, letter case and script")),
    ("“六稳六保”", N_("exactly as written between the quotation marks")),
    ("人*同防", N_("* stands for up to eight characters of one clause; up to 32 in a query")),
    ("精准|科学", N_("either; up to 100 words in a query, and 2,000 characters")),
    ("-视频", N_("without")),
    ("official:nyf", N_("an official (also 官员:) by name, pinyin or initials")),
    ("chair:倪岳峰", N_("who chaired (also 主持:)")),
    ("role:党委书记", N_("a role (also 职务:)")),
    ("series:例会", N_("the meeting's series (also 会议:)")),
    ("number:46", N_("the ordinal of the meeting")),
    ("since:2022-03", N_("from then on (also 自:); until: up to (至:); on: that day, month or year")),
    ("in:title", N_("titles only; in:body the text only")),
    ("is:meeting", N_("meetings only; is:article everything else")),
)
"""The query language."""
_MOVES = (
    (("j",), ("down",), 1),
    (("k",), ("up",), -1),
    ((" ", "d"), ("pagedown",), 10),
    (("b", "u"), ("pageup",), -10),
)


def _bindings() -> Iterator[Binding]:
    """Keys that are letters while one types are `letter`s."""
    yield bound("back", "escape")
    yield bound("enter", "enter")
    yield bound("close", "f1", "ctrl+c", "ctrl+q")
    yield bound("letter('close')", "q", "?")
    yield bound("letter('search')", "/", "、")
    for letters, others, step in _MOVES:
        yield bound(f"letter('scroll',{step})", *letters)
        yield bound(f"scroll({step})", *others)


def help_blocks(commands: Iterable[Command], wanted: str = "") -> Iterator[Block]:
    """The help as blocks of a page; of keys and examples only those that hold what is wanted."""
    listed = [command for command in commands if _is_wanted(command, wanted)]
    examples = [(example, _(meaning)) for example, meaning in _EXAMPLES if holds(f"{example} {_(meaning)}", wanted)]
    groups = dict(zip(GROUPS, _("Find|Compare|Read|Mark|Take away|Move|The rest").split("|"), strict=True))
    for group, members in groupby(listed, lambda command: GROUP_OF[command.name]):
        yield Block(groups[group], Tone.HEADING, gap=0 if group == GROUP_OF[listed[0].name] else 1)
        for command in members:
            yield Block(_(command.help), Tone.BODY, label=command.shown)
    yield from _views(wanted)
    if examples:
        yield Block(_("The query language"), Tone.HEADING, gap=1 if listed else 0)
    for example, meaning in examples:
        yield Block(meaning, Tone.BODY, label=example)
    if not listed and not examples:
        yield Block(_("No such key or example."), Tone.BODY)
    yield Block(
        _("Only what holds “{text}”; press Esc for everything.").format(text=wanted)
        if wanted
        else _("Press / to search the help, Esc to go back."),
        Tone.MUTED,
        gap=1,
    )


def _views(wanted: str) -> Iterator[Block]:
    """The keys of each view, in one paragraph."""
    gap = 1
    # What is new is dimmed in the page, and walked with the keys that its view names.
    footers = {"wording" if view.name == "new" else view.command: view.footer for view in VIEWS.values()}
    listed = (command for command in COMMANDS if command.name in footers)
    for command in sorted(listed, key=lambda command: command.name == "wording"):  # which is no screen of its own
        told = _(", ").join(f"{key} {meaning}" for key, meaning in keyed(_(footers[command.name])))
        label = _(command.label)
        if holds(f"{label} {told}", wanted):
            if gap:
                yield Block(_("Keys in the views"), Tone.HEADING, gap=gap)
            yield Block(told, Tone.BODY, label=label)
            gap = 0


def _is_wanted(command: Command, wanted: str) -> bool:
    text = f"{command.shown} {_(command.label)} {_(command.help)}"
    return holds(text, wanted) or command_fit(command, wanted) is not None


class HelpScreen(Screen[None]):
    """One page over the whole terminal; any closing key goes back."""

    BINDINGS: ClassVar[list[Binding]] = list(_bindings())  # type: ignore[assignment]  # narrower than Textual's union

    DEFAULT_CSS = """
    HelpScreen > TextPane { width: 1fr; height: 1fr; }
    HelpScreen > LineInput { dock: bottom; margin-bottom: 1; }
    """

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands
        self._text = TextPane()
        self._line: LineInput | None = None
        self._wanted = ""

    def compose(self) -> ComposeResult:
        """The widgets, in order."""
        yield self._text
        yield StatusBar(keyed(_("/ Search|↑↓ Move|Esc Back")))

    def on_mount(self) -> None:
        """Shows the page once the pane is there."""
        self._narrow("")

    def _narrow(self, wanted: str) -> None:
        self._wanted = one_line(wanted).strip()
        self._text.show(list(help_blocks(self._commands, self._wanted)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While one types, letters are letters."""
        return action != "letter" or self._line is None

    def action_letter(self, name: str, *parameters: int) -> None:
        """Does what a letter stands for while nobody types."""
        getattr(self, f"action_{name}")(*parameters)

    def action_search(self) -> None:
        """Opens the line in which one types what to look for; it has the keys at once."""
        self._line = LineInput(self._wanted, _("find keys and examples"), self._typed)
        self.mount(self._line)
        self.set_focus(self._line)

    def _typed(self, text: str) -> None:
        if self._line is not None:  # else Esc was quicker than this letter
            self._narrow(text)

    def action_enter(self) -> None:
        """Keeps the narrowed page, once the letters typed before have arrived; without the line, closes."""
        if self._line is None:
            self.action_close()
        else:
            gate_of(self.app).hold()
            self._line.call_later(self._keep)

    def _keep(self) -> None:
        if self._line is not None:
            self._narrow(self._line.value)
            self._end_typing()
        gate_of(self.app).release()

    def _end_typing(self) -> None:
        line, self._line = self._line, None
        self.set_focus(self._text)
        if line is not None:
            line.remove()

    def action_back(self) -> None:
        """Ends the looking for something, and shows the whole page again; else goes back to the reading."""
        if self._line is None and not self._wanted:
            self.action_close()
        else:
            self._end_typing()
            self._narrow("")

    def action_scroll(self, lines: int) -> None:
        """Moves the page."""
        self._text.scroll_lines(lines)

    def action_close(self) -> None:
        """Back to the reading."""
        self.dismiss()
