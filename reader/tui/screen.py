"""The main screen: list, text and footer, the keys, and the parts that obey them.

May import Textual and this room; the parts by their names, with the first key that wants one. Every key is a priority
binding on this screen, so that keys are obeyed in the order in which they were typed: a focus that moves by message
would send the keys after `/` or Enter to the wrong widget. The session decides, widgets paint.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.message import Message
from textual.screen import Screen

from reader.library.places import drafts_folder
from reader.tui.commands import COMMANDS, PART_OF, PREFIXES, Command, key_names
from reader.tui.desk import Desk
from reader.tui.opening import Opening
from reader.tui.part import Part
from reader.tui.parts.following import Following
from reader.tui.parts.moving import Moving
from reader.tui.parts.outline import Outline
from reader.tui.parts.placing import Placing
from reader.tui.widgets.lines import LineView
from reader.tui.widgets.meeting_list import MeetingList
from reader.tui.widgets.outline_rail import OutlineRail
from reader.tui.widgets.text_pane import TextPane

NARROW = 70
"""Below so many cells one pane is shown at a time."""
LIGHTS = ("passage", "evidence", "find", "passage below", "wording", "filter")
"""What is highlighted in the text: the first of these that is on."""
CLOSED = ("selection", "passage", "evidence", "find", "passage below", "zen", "wording")
"""What the keys that close something end: the first of these that is open."""
PARTS = (
    *("moving", "outline", "placing", "following", "evidence", "exporting", "filtering"),
    *("finding", "looks", "marking", "noting", "taking", "views", "wording"),
)
"""The parts in the order in which they hear of what happens: `moving` is the class Moving of the module `moving`."""
LEAVING = ("", "ctrl+c", "ctrl+q")
"""What leaves the program whatever is open: its name in the palette, and these keys."""


class StopWanted(Message):
    """The terminal is to be given back to the shell, until that brings the reader back."""


def bindings(commands: Sequence[Command]) -> Iterator[Binding]:
    """The screen's bindings from a table of commands."""
    for command in commands:
        for keys, typing in ((command.keys, False), (command.typing_keys, True)):
            for key in keys:
                action = f"command('{command.name}',{typing},{key!r})"
                yield Binding(",".join(key_names((key,))), action, show=False, priority=True)


class MainScreen(Screen[None], inherit_bindings=False):
    """Joins the parts, and obeys the commands for which they need each other."""

    BINDINGS: ClassVar[list[Binding]] = list(bindings(COMMANDS))  # type: ignore[assignment]  # narrower than Textual's union
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-wide")]  # noqa: RUF012  # Textual declares no ClassVar
    AUTO_FOCUS = "MeetingList"

    DEFAULT_CSS = """
    MainScreen {
        layout: horizontal;
        & > MeetingList { width: 40%; min-width: 30; max-width: 48; height: 1fr; }
        & > TextPane { width: 1fr; height: 1fr; }
        &.-narrow > MeetingList { width: 1fr; max-width: 100%; }
        &.-narrow > TextPane { display: none; }
        &.-narrow.-text > MeetingList { display: none; }
        &.-narrow.-text > TextPane { display: block; }
        &.-zen > MeetingList { display: none; }
    }
    """

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self.desk = desk = Desk(opening, self)
        self._commands = opening.commands
        self._key = ""
        """The key that is being obeyed."""
        self._filter_light = desk.lights[-1]
        self._outline, self._moving, self._following = Outline(desk), Moving(desk), Following(desk)
        self._placing = Placing(desk)
        from_start = (self._moving, self._outline, self._placing, self._following)
        self._parts: dict[str, Part] = {type(part).__name__.lower(): part for part in from_start}
        self._ends: dict[str, Callable[[], bool]] = {}
        self._join()

    def _join(self) -> None:
        """Puts what the parts bring in the orders that are written above."""
        self.desk.parts = [self._parts[name] for name in PARTS if name in self._parts]
        lights = [self._filter_light, *(light for part in self.desk.parts for light in part.lights())]
        self.desk.lights = sorted(lights, key=lambda light: LIGHTS.index(light.name))
        self._ends = {light.name: light.end for light in lights}
        self._ends |= {"selection": self.desk.end_selection, "zen": self._outline.end_zen}

    def part(self, name: str) -> Any:
        """A part, imported with the first key that wants it."""
        if name not in self._parts:
            module = import_module(f"reader.tui.parts.{name}")
            self._parts[name] = getattr(module, name.capitalize())(self.desk)
            self._join()
        return self._parts[name]

    def compose(self) -> ComposeResult:
        """The widgets, in order."""
        yield self.desk.list
        yield self.desk.text
        yield self.desk.status

    def on_mount(self) -> None:
        """What the index knows is painted at once; the rest is counted, and the folders looked at, after that."""
        self.desk.show_list()
        self.desk.show_text()
        self.call_after_refresh(self.begin)

    def begin(self) -> None:
        """Is called after the first paint."""
        self._following.begin()
        if any(drafts_folder().glob("*")):
            self.part("noting").tell_of_drafts()

    def on_unmount(self) -> None:
        """Keeps what the session leaves, and ends what runs beside the screen."""
        self._placing.end()
        self._following.end()

    def set_anew(self) -> None:
        """Sets everything anew: what is known of the terminal has changed."""
        self.desk.text.set_anew()
        self.refresh()
        for view in self.query(LineView):
            view.paint_all()
        self.desk.status.refresh()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the filter is typed, only the keys that are no letters are commands."""
        return action != "command" or bool(parameters[1]) or not self.desk.is_typing

    def action_command(self, name: str, typing: bool, key: str) -> None:
        """Obeys a key."""
        self.desk.warning = ""
        self.perform(name, key)

    def perform(self, name: str, key: str = "") -> None:
        """Does what the command of this name does; `key` is the key, where it was one."""
        desk = self.desk
        desk.catch_up()
        self._following.is_touched |= desk.post.key is not None
        self._key = key
        if name not in PREFIXES:
            begun = desk.prefix.shown
            desk.number = desk.prefix.take()
            if begun:
                desk.tell()
        if PART_OF[name] == "screen":
            getattr(self, f"do_{name}")()
        else:
            self.part(PART_OF[name]).obey(name)
        self._following.marked()
        self._moved()  # in the same turn as the key: the message that says so comes a paint later

    def do_count(self) -> None:
        """A digit: of the number before a command, or of the part of the text to go to."""
        part = self.desk.prefix.digit(int(self._key))
        self.desk.tell()
        if part is not None:
            self._outline.go_to_part(part)

    def do_go(self) -> None:
        """A g: the second of two goes to the beginning."""
        if self.desk.prefix.go():
            self._moving.do_top()
        self.desk.tell()

    def do_enter(self) -> None:
        """From the filter into the list, from the list into the text."""
        if self.desk.bar is None:
            self.desk.to_text()
        else:
            self.part("filtering").keep()

    def do_back(self) -> None:
        """One step back: out of the filter as it was before, out of what is open, out of the text, out of the query."""
        if self.desk.bar is not None:
            self.part("filtering").leave()
        elif self.close():
            return
        elif self.desk.is_in_text:
            self.desk.to_list()
        elif self.desk.session.text:
            self.part("filtering").apply("")

    def close(self) -> bool:
        """Closes one thing that is open, what lies over the others first; False where nothing is."""
        return any(self._ends[name]() for name in CLOSED if name in self._ends)

    def do_quit(self) -> None:
        """Closes what is open, as Esc does; leaves the program where nothing is, and by the keys that always do."""
        if self._key in LEAVING or not self.close():
            self.app.exit()

    def do_stop(self) -> None:
        """Goes back to the shell, which can bring the reader back."""
        self.post_message(StopWanted())

    def do_help(self) -> None:
        """Opens the help."""
        from reader.tui.dialogs.help import HelpScreen  # noqa: PLC0415  # off the start

        self.app.push_screen(HelpScreen(self._commands))

    def do_palette(self) -> None:
        """Opens the palette: does the command chosen there, filters by the official, shows the meeting."""
        from reader.tui.dialogs.palette import PaletteScreen  # noqa: PLC0415  # as above: it imports Input
        from reader.tui.looking_up import Choice, Kind  # noqa: PLC0415  # off the start

        def picked(choices: list[Choice] | None) -> None:
            for one in choices or ():
                if one.kind is Kind.COMMAND:
                    self.perform(one.name)
                elif one.kind is Kind.OFFICIAL:
                    self.part("filtering").narrow([one.name])
                else:
                    self.desk.show_post(int(one.name))
                    if not self.desk.text.display:
                        self.desk.to_text()

        self.desk.ask(PaletteScreen(self._commands, self.desk.library.look_up), picked)

    def on_resize(self, event: events.Resize) -> None:
        """The outline comes and goes with the room for it."""
        self._outline.fit(event.size.width)

    @on(MeetingList.Chosen)
    def _clicked(self, message: MeetingList.Chosen) -> None:
        self.desk.warning = ""
        self.desk.stand_on(message.index)
        if not self.desk.text.display:
            self.desk.to_text()

    @on(OutlineRail.Chosen)
    def _part_clicked(self, message: OutlineRail.Chosen) -> None:
        self.desk.text.go_to_paragraph(message.paragraph)

    @on(TextPane.Selected)
    def _selected(self) -> None:
        self.part("taking").copy_selection()

    @on(TextPane.Moved)
    def _moved(self) -> None:
        self.desk.show_place()
        for part in self.desk.parts:
            part.moved()


def main_screen(opening: Opening) -> MainScreen:
    """The main screen, with the keys of this session."""
    if opening.commands is COMMANDS:
        return MainScreen(opening)

    class Rebound(MainScreen, inherit_bindings=False):
        """The same with the reader's own keys: bindings belong to classes."""

        BINDINGS: ClassVar[list[Binding]] = list(bindings(opening.commands))

    return Rebound(opening)
