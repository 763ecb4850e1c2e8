"""The driver of the terminal, where the terminal goes."""

from __future__ import annotations

from io import StringIO

from reader.tui.driver import Lasting


class Gone(StringIO):
    """A terminal that has gone: writing to it fails."""

    tried = 0

    def write(self, text: str) -> int:
        self.tried += 1
        raise OSError(5, "Input/output error")

    def fileno(self) -> int:
        return 2


def test_what_is_written_to_a_terminal_that_has_gone_is_lost_and_nobody_waits() -> None:
    """The thread that writes goes on taking what it is given; a dead one would let everybody wait behind it."""
    gone = Gone()
    lasting = Lasting(gone)
    assert lasting.write("口岸") == 2
    lasting.flush()
    lasting.write("口岸")
    assert gone.tried == 1
