"""Keys in the order in which they were typed, however fast.

May import Textual and the table of commands. A key that closes a line of input has to wait for the letters that are
still on their way to it; the keys typed after it must wait as well, or they would go to the wrong widget, or overtake
it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from textual import events
from textual.app import App
from textual.binding import Binding
from textual.message import Message
from textual.reactive import Reactive

from reader.tui.commands import key_names


class KeyGate:
    """Holds keys back, and sends them on their way again in order."""

    def __init__(self, post: Callable[[Message], object]) -> None:
        """`post` puts a message at the end of the application's queue."""
        self._post = post
        self._holding = False
        self._held: list[events.Key] = []
        self._sent: deque[events.Key] = deque()

    def hold(self) -> None:
        """Holds back every key from now on."""
        self._holding = True

    def release(self) -> None:
        """Sends what was held back; keys that came meanwhile line up behind it."""
        self._holding = False
        held, self._held = self._held, []
        for event in held:
            self._send(event)

    def stops(self, event: events.Key) -> bool:
        """Whether a key that comes out of the queue has to wait; it comes again."""
        is_sent = bool(self._sent) and event is self._sent[0]
        if is_sent:
            self._sent.popleft()
        if self._holding:
            self._held.append(event)
        elif self._sent and not is_sent:
            self._send(event)
        else:
            return False
        return True

    def _send(self, event: events.Key) -> None:
        again = events.Key(event.key, event.character)
        self._sent.append(again)
        self._post(again)


class GatedApp(App[None]):
    """An application that keys enter by a gate."""

    reading: Reactive[tuple[str, str]] = Reactive(("", ""), repaint=False)
    """How far the reading of the folder is, at length and briefly: every foot tells it."""
    newline_is_enter = True
    """What is typed ahead of the start arrives with its Enter as a line end, which terminals call Ctrl+J: it is Enter
    wherever that is, unless the reader has given Ctrl+J to a command.
    """

    def __init__(self, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self.gate = KeyGate(self.post_message)

    async def on_event(self, event: events.Event) -> None:
        """Lets a key in, unless it has to wait for those before it. One that no widget wanted comes by here again."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            if event.key == "ctrl+j" and self.newline_is_enter:
                event = events.Key("enter", "\r")
            if self.gate.stops(event):
                return
        await super().on_event(event)


def bound(action: str, *keys: str) -> Binding:
    """Keys, single characters with their full-width twins, that are obeyed in the order in which they were typed."""
    return Binding(",".join(key_names(keys)), action, show=False, priority=True)


def gate_of(app: App[object]) -> KeyGate:
    """The gate of the reader's application. Raises TypeError for another application."""
    return _ours(app).gate


def tell_reading(app: App[object], told: tuple[str, str]) -> None:
    """Has every foot tell how far the reading of the folder is. Raises TypeError as `gate_of`."""
    _ours(app).reading = told


def _ours(app: App[object]) -> GatedApp:
    if not isinstance(app, GatedApp):
        raise TypeError("an application without a gate for keys")
    return app
