"""What a part of the main screen is, and what a light is: a mode of the text in which something is highlighted.

May import `i18n` and this room; of the desk, which each is given, nothing but its type.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.i18n import _
from reader.tui.status import state_text

if TYPE_CHECKING:
    from reader.query.model import Hit
    from reader.readout.model import Readout
    from reader.tui.desk import Desk
    from reader.tui.page import Block


class Part:
    """An object with `do_NAME` for each command that names it in the table. By these methods it hears what happens."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def obey(self, command: str) -> None:
        """Does what a command of the table says."""
        getattr(self, f"do_{command}")()

    def lights(self) -> Sequence[Light]:
        """The lights that it brings: itself, where it is one."""
        return (self,) if isinstance(self, Light) else ()

    def leaving(self) -> None:
        """Another text is about to be shown."""

    def opened(self) -> None:
        """Another text is shown, or none."""

    def entered(self) -> None:
        """The reader has gone into the text."""

    def moved(self) -> None:
        """Other lines of the text may be seen: after every command, and after every move by mouse."""

    def asking(self) -> None:
        """Another answer is about to be asked for."""

    def answered(self) -> None:
        """It is shown."""

    def renewed(self) -> None:
        """More of the library has been read."""

    def marked(self) -> None:
        """Marks were made, or tried to be made."""


class Light:
    """A mode of the text that highlights something. Of those that are on, the first in the screen's order shows."""

    name = ""
    """Its name in the orders of the screen."""
    is_quiet = False
    """Whether of what is highlighted only that is seen which is stood on."""
    stays_here = True
    """Whether n and N stay in this post."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @property
    def is_on(self) -> bool:
        """Whether there is something to show."""
        raise NotImplementedError

    def hits(self, readout: Readout) -> list[Hit]:
        """What is highlighted in a post."""
        raise NotImplementedError

    def dim(self, blocks: list[Block], readout: Readout) -> list[Block]:
        """A post's page with what is to be dimmed in it, also where another light shows."""
        return blocks

    def state(self) -> str:
        """What the status line says at its right end: here, what it says of the answer."""
        return self.state_of_answer(None)

    def state_of_answer(self, current: int | None) -> str:
        """What it says of the answer; `current` is the index of the hit of the filter that is stood on."""
        desk = self.desk
        return state_text(desk.session, desk.key, current, desk.progress)

    def place(self) -> str:
        """What the status line says before the place in the text."""
        return ""

    def no_more(self) -> str:
        """Why there is no next hit to go to."""
        return (
            _("No more hits in this direction")
            if self.desk.text.hits
            else _("No hits to go to: press / and type a word first")
        )

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys that the footer names, with what they do; none for those of the next light that is on."""
        return ()

    def uncover(self) -> None:
        """It is asked for: the lights above it give way."""
        for above in self.desk.lights[: self.desk.lights.index(self)]:
            above.give_way()

    def give_way(self) -> None:
        """Something below this light is asked for."""

    def end(self) -> bool:
        """Ends it; False where there is nothing to end."""
        return False


class FilterLight(Light):
    """The hits of the filter: the last of the lights, always on."""

    name = "filter"
    is_on = True
    stays_here = False

    def hits(self, readout: Readout) -> list[Hit]:
        """The hits of the query."""
        return self.desk.session.hits(readout)

    def state(self) -> str:
        """The answer, and the hit that is stood on."""
        return self.state_of_answer(None if self.desk.is_behind else self.desk.text.current)

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of the table that have a place in the footer."""
        return self.desk.footer_keys
