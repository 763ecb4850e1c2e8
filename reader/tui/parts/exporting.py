"""Taking away into a file: this post, the selected words, or every post that the filter leaves.

May import `export`, `text` and this room. A file that is there is never written over, and nothing is ever written into
the folder of posts. A long list is written in moments between which keys are obeyed.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TextIO

from reader.i18n import _, keyed
from reader.text.safety import clean, one_line
from reader.tui.dialogs.asking import AskScreen
from reader.tui.dialogs.export import Export, ExportScreen
from reader.tui.material import Material
from reader.tui.part import Part
from reader.tui.slices import in_slices

_NO_LINES = dict.fromkeys(map(ord, "\t\n"))
SAID_EVERY = 0.25
"""Seconds after which it is said again how far it is."""


class Exporting(Part):
    """The export."""

    def do_export(self) -> None:
        """Asks what is to be written, in which form, and into which file."""
        desk, post = self.desk, self.desk.post
        material = Material(desk.library, desk.session.answer.rows)
        if post.key is not None and post.readout is not None:
            material.take_post(post.key, post.readout, desk.text.selected.spans())
        count = len(material.rows)
        if not material.has_post and not count:
            desk.tell(_("There is nothing to export."))
            return

        def chosen(choices: list[Export] | None) -> None:
            for choice in choices or ():
                name = "meetings" if choice.what == "list" else material.name
                self._ask_file(material, choice, name + choice.suffix)

        whats = ["selection"] * bool(material.spans) + ["post"] * material.has_post + ["list"] * bool(count)
        desk.ask(ExportScreen(whats, count), chosen)

    def _ask_file(self, material: Material, choice: Export, name: str, fault: str = "") -> None:
        def named(given: str | None) -> None:
            fault = self.export(material, choice, given) if given else ""
            if given and fault:
                self._ask_file(material, choice, given, fault)

        dialog = AskScreen(_("A file to write"), name, keys=keyed(_("Enter Write|Esc Do not")), about=one_line(_here()))
        dialog.warn(fault)
        self.desk.ask(dialog, named)

    def export(self, material: Material, choice: Export, name: str) -> str:
        """Begins to write; answers with what is wrong with the file, if something is."""
        try:
            file = Path(clean(name).translate(_NO_LINES)).expanduser().absolute()
            if any(file.resolve().is_relative_to(root.resolve()) for root in self.desk.library.roots):
                return _("Nothing is written into the folder of posts: choose another folder")
            out = file.open("x", encoding="utf-8", newline="")
        except FileExistsError:
            return _("{file} is there already: choose another name").format(file=one_line(file.name))
        except (OSError, ValueError, RuntimeError) as error:  # a name with a NUL, ~nobody, a loop of links
            return _("Not written: {reason}").format(reason=one_line(str(getattr(error, "strerror", None) or error)))
        self.desk.screen.run_worker(self._write_out(out, file, material, choice))
        return ""

    async def _write_out(self, out: TextIO, file: Path, material: Material, choice: Export) -> None:
        """Writes piece by piece into a new file. What cannot be written to its end is removed."""
        tell, count = self.desk.tell, 0
        last, complete = monotonic(), False
        try:
            with out:
                async for pieces in in_slices(material.pieces(choice.what, choice.form)):
                    out.writelines(pieces)
                    count += len(pieces)
                    if monotonic() - last > SAID_EVERY:
                        last = monotonic()
                        tell(_("writing {count} …").format(count=count))
            complete = True
        except OSError as error:
            tell(_("Not written: {reason}").format(reason=error.strerror or error))
        finally:
            if not complete:
                with suppress(OSError):
                    file.unlink()
        if complete:
            sentence = (
                _("Written to {file}; {skipped} posts of the list could not be read any more")
                if material.skipped
                else _("Written to {file}")
            )
            tell(sentence.format(file=one_line(str(file)), skipped=material.skipped))


def _here() -> str:
    """The folder that a name without one lies in; nothing where it has gone."""
    try:
        return str(Path.cwd())
    except OSError:
        return ""
