"""Taking away into a file: this post, the selected words, or every post that the filter leaves.

May import `export`, `text`, `i18n` and this room. A file that is there is never written over, and nothing is ever
written into the folder of posts. A long list is written in moments between which keys are obeyed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, TextIO

from reader.export.data import Post
from reader.export.excerpt import Excerpt, export_excerpts
from reader.export.prose import export
from reader.i18n import _, keyed
from reader.text.safety import clean, one_line
from reader.tui.dialogs.asking import AskScreen
from reader.tui.dialogs.export import Export, ExportScreen
from reader.tui.part import Part
from reader.tui.slices import in_slices

if TYPE_CHECKING:
    from reader.library.index import Library
    from reader.library.model import Listing
    from reader.readout.model import Readout

_NO_LINES = dict.fromkeys(map(ord, "\t\n"))
SAID_EVERY = 0.25
"""Seconds after which it is said again how far it is."""


class Material:
    """A post, its selected spans (paragraph, first and last character), and the rows of a list, as they were when the
    export was asked for: while a file's name is typed, posts may change or go.
    """

    def __init__(self, library: Library, rows: Listing) -> None:
        self.rows = rows
        self.name = ""
        self.spans: Sequence[tuple[int, int, int]] = ()
        self.skipped = 0
        """How many posts of the list could not be read any more."""
        self._library = library
        self._post: Post | None = None

    def take_post(self, key: int, readout: Readout, spans: Sequence[tuple[int, int, int]]) -> None:
        """Takes the post that is shown, unless it has gone from the index meanwhile."""
        try:
            row = self._library.row(key)
        except KeyError:
            return
        self._post = Post(row.id, row.path, readout)
        self.name = "-".join(filter(None, [row.day.isoformat() if row.day else "", row.id.replace("/", "-")]))
        self.spans = spans

    @property
    def has_post(self) -> bool:
        """Whether there is a post."""
        return self._post is not None

    def pieces(self, what: str, form: str) -> Iterator[str]:
        """The text of a file, in pieces; `what` is `list`, `post` or `selection`, `form` one of the export's."""
        if what == "list":
            return export(self._listed(), form)
        assert self._post is not None
        if what == "post":
            return export([self._post], form)
        excerpts = [Excerpt(*span) for span in self.spans]
        return iter([export_excerpts(self._post, excerpts, form)])

    def _listed(self) -> Iterator[Post]:
        for row in self.rows:
            try:
                readout = self._library.readout(row.key)
            except KeyError:  # it has gone since the list was made, or the index cannot be read now
                self.skipped += 1
            else:
                yield Post(row.id, row.path, readout)


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
