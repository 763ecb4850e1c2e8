"""Taking away into a file: this post, the selected words, or every post that the filter leaves.

May import Textual, `export` and this room. A file that is there is never written over, and nothing is ever written into
the folder of posts. A long list is written in moments between which keys are obeyed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual import work

from reader.tui.screens.filtering import FilteringScreen

if TYPE_CHECKING:
    from reader.export.data import Post
    from reader.library.model import Row
    from reader.tui.screens.export import Choice

SLICE, PAUSE = 0.008, 0.001
"""Seconds that are written at once, and between two such moments."""
TOLD_EVERY = 0.25
"""Seconds between two looks at how far it is."""


class ExportingScreen(FilteringScreen):
    """Everything below, with the export. `do_…` methods are commands of the table."""

    def do_export(self) -> None:
        """Asks what is to be written, in which form, and into which file."""
        from reader.tui.screens.export import ExportScreen  # noqa: PLC0415  # off the start: it imports Input

        selected = bool(self._text.selected_spans())
        count = len(self._session.answer.rows)
        if self._shown is None and not count:
            self._show_state(self._words.screen.nothing_to_export)
            return
        self._ask_over(ExportScreen(self._words, count, selected=selected), self._export_chosen)

    def _export_chosen(self, chosen: list[str] | None) -> None:
        from reader.tui.screens.export import Choice  # noqa: PLC0415  # off the start: it imports Input

        for key in chosen or ():
            choice = Choice.of(key)
            name = "meetings" if choice.what == "list" else self._file_name()
            self._ask_file(choice, name + choice.suffix)

    def _file_name(self) -> str:
        """The day and the id of the post that is shown."""
        if self._shown is None:
            return "post"
        row = self._session.library.row(self._shown)
        return "-".join(filter(None, [row.day.isoformat() if row.day else "", row.id.replace("/", "-")]))

    def _ask_file(self, choice: Choice, name: str) -> None:
        from reader.tui.screens.asking import AskScreen  # noqa: PLC0415  # off the start: it imports Input

        def named(given: str | None) -> None:
            if not given:
                return
            file = Path(given).expanduser().absolute()
            fault = self._export(choice, file)
            if fault:
                self._ask_file(choice, given)
                self._show_state(fault)

        self._ask_over(AskScreen(self._words.screen.export_file_hint, name), named)

    def _export(self, choice: Choice, file: Path) -> str:
        """Begins to write; answers with what is wrong with the file, if something is."""
        screen = self._words.screen
        if any(file.resolve().is_relative_to(root.resolve()) for root in self._session.library.roots):
            return screen.export_into_posts
        try:
            with file.open("x", encoding="utf-8"):
                pass
        except FileExistsError:
            return screen.export_exists.format(file=self._clean(file.name))
        except (OSError, ValueError) as error:  # ValueError: a name with a NUL
            return screen.export_failed.format(reason=self._clean(str(getattr(error, "strerror", None) or error)))
        self._write_out(file, self._pieces(choice))
        return ""

    def _pieces(self, choice: Choice) -> Iterator[str]:
        from reader.export.forms import export  # noqa: PLC0415  # off the start
        from reader.export.passage import Passage, export_passages  # noqa: PLC0415  # off the start

        labels = self._words.labels
        if choice.what == "list":
            return export(self._posts(self._session.answer.rows), choice.form, labels)
        assert self._shown is not None
        posts = list(self._posts([self._session.library.row(self._shown)]))
        if choice.what == "post":
            return export(posts, choice.form, labels)
        passages = [Passage(*span) for span in self._text.selected_spans()]
        return iter([export_passages(post, passages, choice.form, labels) for post in posts])

    def _posts(self, rows: Iterable[Row]) -> Iterator[Post]:
        from reader.export.data import Post  # noqa: PLC0415  # off the start

        for row in rows:
            with suppress(KeyError):  # it has gone meanwhile
                yield Post(row.id, row.path, self._session.library.readout(row.key))

    @work(exit_on_error=True)
    async def _write_out(self, file: Path, pieces: Iterator[str]) -> None:
        """Writes piece by piece. What cannot be written to its end is removed."""
        screen, count = self._words.screen, 0
        told = paused = monotonic()
        complete = False
        try:
            with file.open("w", encoding="utf-8", newline="") as out:
                for piece in pieces:
                    out.write(piece)
                    count += 1
                    if (now := monotonic()) - paused > SLICE:
                        if now - told > TOLD_EVERY:
                            told = now
                            self._show_state(screen.exporting.format(count=count))
                        await asyncio.sleep(PAUSE)
                        paused = monotonic()
            complete = True
        except OSError as error:
            self._show_state(screen.export_failed.format(reason=error.strerror or error))
        finally:
            if not complete:
                with suppress(OSError):
                    file.unlink()
        if complete:
            self._show_state(screen.exported.format(file=self._clean(str(file))))

    def _clean(self, text: str) -> str:
        from reader.text.safety import one_line  # noqa: PLC0415  # off the start

        return one_line(text)
