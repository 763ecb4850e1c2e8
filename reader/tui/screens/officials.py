"""The officials of the collection: name, pinyin, role, count, first and last meeting; narrows as one types.

May import Textual and this room. A name, its pinyin or its initials narrow the list; Tab marks several, Enter takes
the marked ones, or the one under the cursor.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.style import Style
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Input

from reader.library.model import Official
from reader.locale.screen import Words, numbered
from reader.query.match import names_match
from reader.text.typeset import cells
from reader.tui.widgets.inks import Ink, on_paper
from reader.tui.widgets.lines import LineView, Pen
from reader.tui.widgets.status_bar import StatusBar

ROOMY = 66
"""From so many cells on a line has room for the pinyin and for whole dates."""


class OfficialsList(LineView, can_focus=False):
    """One line an official. `marked` are the names chosen so far."""

    INKS: ClassVar[Mapping[str, Ink]] = {
        "name": Ink(),
        "detail": Ink("text-muted"),
        "mark": Ink("accent", bold=True),
        "cursor": Ink(paper="block-cursor-background", bold=True),
    }

    DEFAULT_CSS = "OfficialsList { height: 1fr; background: $background; }"

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.officials: list[Official] = []
        self.marked: dict[str, None] = {}
        self.cursor = 0

    def show(self, officials: list[Official]) -> None:
        """Shows these officials with the cursor on the first."""
        self.officials = officials
        self.cursor = 0
        self.set_line_count(max(1, len(officials)))
        self.scroll_to_line(0)

    def move(self, cursor: int) -> None:
        """Puts the cursor on a line, as far as there are lines."""
        self.cursor = max(0, min(cursor, len(self.officials) - 1))
        if self.cursor < self.top_line:
            self.scroll_to_line(self.cursor)
        elif self.cursor >= self.top_line + self.pane_height:
            self.scroll_to_line(self.cursor - self.pane_height + 1)
        self.refresh()

    def mark(self) -> None:
        """Marks the official under the cursor, or takes the mark away, and goes one on."""
        if self.officials:
            name = self.officials[self.cursor].name
            if name in self.marked:
                del self.marked[name]
            else:
                self.marked[name] = None
            self.move(self.cursor + 1)

    def paint(self, line: int) -> tuple[Strip, Style]:
        """One line of the list."""
        base = self.rich_style
        pen = Pen(self.pane_width)
        detail = self.ink("detail")
        if not self.officials:
            return pen.space(2, base).write(self._words.screen.officials_none, detail).strip(), base
        official = self.officials[line]
        if line == self.cursor:
            base = self.ink("cursor")
        mark = "✓" if official.name in self.marked else "›" if line == self.cursor else " "
        pen.write(mark + " ", on_paper(self.ink("mark"), base))
        self._columns(pen, official, base)
        return pen.strip(), base

    def _columns(self, pen: Pen, official: Official, base: Style) -> None:
        """Name and pinyin, count, first and last day; the latest role in what is left. A narrow line makes do."""
        roomy = self.pane_width >= ROOMY
        ends = (official.meetings[0].day, official.meetings[-1].day)
        days = " – ".join(dict.fromkeys(day.isoformat()[: 10 if roomy else 7] if day else "?" for day in ends))
        detail = on_paper(self.ink("detail"), base)
        columns = [
            (_spaced(official.name), 8, on_paper(self.ink("name"), base)),
            (official.pinyin, 16, detail),
            (numbered(self._words.screen.officials_count, len(official.meetings)), 6, detail),
            (days, 23 if roomy else 17, detail),
        ]
        if not roomy:
            del columns[1]
        for text, width, style in columns:
            pen.write(text, style)
            pen.space(width - min(width, cells(text)) + (2 if roomy else 1), base)
        if roomy:
            pen.write(official.meetings[-1].role or "", detail, reserve=1)

    @property
    def role(self) -> str:
        """The latest role of the official under the cursor, where a line has no room for it."""
        if self.pane_width >= ROOMY or not self.officials:
            return ""
        return self.officials[self.cursor].meetings[-1].role or ""

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a line."""
        self.move(event.y + self.top_line)


def _spaced(name: str) -> str:
    """A name of two characters with a space between, as tables set it, to be as wide as one of three."""
    return f"{name[0]}\u3000{name[1]}" if len(name) == 2 else name


class OfficialsScreen(Screen[list[str]]):
    """Dismissed with the names chosen, an empty list for none."""

    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # narrower than Textual's union
        Binding("escape,ctrl+c,ctrl+q", "leave", show=False, priority=True),
        Binding("enter", "take", show=False, priority=True),
        Binding("tab", "mark", show=False, priority=True),
        Binding("down,ctrl+n", "move(1)", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", show=False, priority=True),
        Binding("pagedown", "move(10)", show=False, priority=True),
        Binding("pageup", "move(-10)", show=False, priority=True),
    ]
    AUTO_FOCUS = "Input"

    DEFAULT_CSS = """
    OfficialsScreen {
        & > Input, & > Input:focus {
            dock: top; height: 1; border: none; padding: 0 2; background: $block-cursor-background; color: $foreground;
        }
    }
    """

    def __init__(self, officials: list[Official], words: Words) -> None:
        super().__init__()
        self._officials = officials
        self._words = words
        self._input = Input(placeholder=words.screen.officials_hint, compact=True)
        self._list = OfficialsList(words)
        self._foot = StatusBar(words.screen.officials_keys)

    def compose(self) -> ComposeResult:
        """The widgets, in order."""
        yield self._input
        yield self._list
        yield self._foot

    def on_mount(self) -> None:
        """Shows everyone at first."""
        self._list.show(self._officials)
        self.call_after_refresh(self._tell_role)

    def on_resize(self) -> None:
        """Another width may have room for the roles, or none."""
        self.call_after_refresh(self._tell_role)

    def _tell_role(self) -> None:
        self._foot.state = self._list.role

    @on(Input.Changed)
    def _narrow(self) -> None:
        typed = self._input.value
        self._list.show([each for each in self._officials if names_match(typed, each.name)])
        self._tell_role()

    def action_move(self, step: int) -> None:
        """Moves the cursor."""
        self._list.move(self._list.cursor + step)
        self._tell_role()

    def action_mark(self) -> None:
        """Marks the official under the cursor."""
        self._list.mark()

    def action_take(self) -> None:
        """Takes the marked officials, else the first that matches, once the letters typed before Enter have arrived."""
        self._input.call_later(self._take)

    def _take(self) -> None:
        here = self._list.officials[self._list.cursor : self._list.cursor + 1]
        if here and not names_match(self._input.value, here[0].name):
            self._narrow()
            here = self._list.officials[:1]
        self.dismiss(list(self._list.marked) or [official.name for official in here])

    def action_leave(self) -> None:
        """Leaves without choosing."""
        self.dismiss([])
