"""Taking away into a file: this post, the selected words, or every post that the filter leaves.

May import Textual, `export` and this room. A file that is there is never written over, and nothing is ever written into
the folder of posts. A long list is written in moments between which keys are obeyed.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, TextIO

from textual import work

from reader.tui.screens.filtering import FilteringScreen

if TYPE_CHECKING:
    from reader.tui.material import Material
    from reader.tui.screens.export import Export

SLICE, PAUSE = 0.008, 0.001
"""Seconds that are written at once, and between two such moments."""
_NO_LINES = dict.fromkeys(map(ord, "\t\n"))
TOLD_EVERY = 0.25
"""Seconds between two looks at how far it is."""


class ExportingScreen(FilteringScreen):
    """Everything below, with the export. `do_…` methods are commands of the table."""

    def do_export(self) -> None:
        """Asks what is to be written, in which form, and into which file."""
        from reader.tui.material import Material  # noqa: PLC0415  # off the start
        from reader.tui.screens.export import Export, ExportScreen  # noqa: PLC0415  # off the start: it imports Input

        material = Material(self._session.library, self._session.answer.rows)
        if self._shown is not None and self._readout is not None:
            material.take_post(self._shown, self._readout, self._text.selected_spans())
        count = len(material.rows)
        if not material.has_post and not count:
            self._show_state(self._words.screen.nothing_to_export)
            return

        def chosen(keys: list[str] | None) -> None:
            for choice in map(Export.of, keys or ()):
                name = "meetings" if choice.what == "list" else material.name
                self._ask_file(material, choice, name + choice.suffix)

        whats = ["selection"] * bool(material.spans) + ["post"] * material.has_post + ["list"] * bool(count)
        self._ask_over(ExportScreen(whats, count), chosen)

    def _ask_file(self, material: Material, choice: Export, name: str, fault: str = "") -> None:
        from reader.tui.screens.asking import AskScreen  # noqa: PLC0415  # off the start: it imports Input

        def named(given: str | None) -> None:
            fault = self._export(material, choice, given) if given else ""
            if given and fault:
                self._ask_file(material, choice, given, fault)

        words = self._words.screen
        screen = AskScreen(words.export_file_hint, name, keys=words.export_keys, about=self._clean(_here()))
        screen.warn(fault)
        self._ask_over(screen, named)

    def _export(self, material: Material, choice: Export, name: str) -> str:
        """Begins to write; answers with what is wrong with the file, if something is."""
        from reader.text.safety import clean  # noqa: PLC0415  # off the start

        screen = self._words.screen
        try:
            file = Path(clean(name).translate(_NO_LINES)).expanduser().absolute()
            if any(file.resolve().is_relative_to(root.resolve()) for root in self._session.library.roots):
                return screen.export_into_posts
            out = file.open("x", encoding="utf-8", newline="")
        except FileExistsError:
            return screen.export_exists.format(file=self._clean(file.name))
        except (OSError, ValueError, RuntimeError) as error:  # a name with a NUL, ~nobody, a loop of links
            return screen.export_failed.format(reason=self._clean(str(getattr(error, "strerror", None) or error)))
        self._write_out(out, file, material, choice)
        return ""

    @work(exit_on_error=True)
    async def _write_out(self, out: TextIO, file: Path, material: Material, choice: Export) -> None:
        """Writes piece by piece into a new file. What cannot be written to its end is removed."""
        screen, count = self._words.screen, 0
        told = paused = monotonic()
        complete = False
        try:
            with out:
                for piece in material.pieces(choice.what, choice.form):
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
            sentence = screen.exported_in_part if material.skipped else screen.exported
            self._show_state(sentence.format(file=self._clean(str(file)), skipped=material.skipped))

    def _clean(self, text: str) -> str:
        from reader.text.safety import one_line  # noqa: PLC0415  # off the start

        return one_line(text)


def _here() -> str:
    """The folder that a name without one lies in; nothing where it has gone."""
    try:
        return str(Path.cwd())
    except OSError:
        return ""
