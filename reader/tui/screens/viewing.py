"""The views across meetings: opens them, and shows the passage for which one is left.

May import Textual, `query` and this room. Whoever looks at such a passage comes back to the view with Esc.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.tui.key_gate import gate_of
from reader.tui.screens.exporting import ExportingScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.model import Held
    from reader.query.model import Hit
    from reader.readout.model import Readout
    from reader.tui.report import ReportScreen
    from reader.tui.views.view import ViewScreen
    from reader.views.report import Target


class ViewingScreen(ExportingScreen):
    """Everything below, with the views. `do_…` methods are commands of the table."""

    _view: ViewScreen[Any] | ReportScreen | ReportScreen | None = None
    """The view that was left for the passage that is shown."""
    _passage_shown: tuple[int, Hit] | None = None
    """That passage: the post's key, and where it is."""
    _lit_over = False
    """Whether it is lit over the words that were found, or the evidence that was shown, before; not over later ones."""

    _origin: tuple[int | None, bool] = (None, False)
    """The post that was shown when the view was opened, and whether the keys were the text's."""
    _opened_early: ViewScreen[Any] | ReportScreen | None = None
    """A view that was opened while posts were still being read."""

    def _ask_view(self, name: str, **asked: Any) -> None:
        """Opens a view of the table over the filter's meetings, or says why there is none."""
        from reader.tui.report import Stage, ask_view, screen_of  # noqa: PLC0415  # off the start
        from reader.views.report import Asked  # noqa: PLC0415  # off the start

        self._show_state()  # what was told before has nothing to do with what is asked
        stage = Stage(self, lambda report: self._open_view(screen_of(report)), self._show_state)
        ask_view(stage, name, self._session.library, Asked(self._session.query, **asked))

    def _open_view(self, view: ViewScreen[Any] | ReportScreen) -> None:
        """Opens a view; where posts are still being read it says that it shows what has been read."""
        self._origin = self._shown, self._in_text
        self._opened_early = None
        if self._progress is not None and not self._progress.finished:
            self._opened_early = view
            view.told = self._words.screen.still_reading
        self._push_view(view)

    def _report_read(self) -> None:
        """Tells a view that was opened too early that there is more by now."""
        if self._opened_early is not None and self._progress is not None and self._progress.finished:
            self._opened_early.tell(self._words.screen.read_now)
            self._opened_early = None

    def _refresh(self) -> None:
        super()._refresh()
        self._report_read()

    def _push_view(self, view: ViewScreen[Any] | ReportScreen) -> None:
        self._view = None

        def left(target: Target | None) -> None:
            if target is not None:
                self._view = view.again()
                self._show_target(target)
            gate_of(self.app).release()

        self._show_state()
        self.app.push_screen(view, left)

    def _show_target(self, target: Target) -> None:
        """Shows a post, with the passage lit in it and nothing else."""
        from reader.query.model import Hit  # noqa: PLC0415  # off the start

        self._passage_shown = (target.key, Hit(*target.where)) if target.where else None
        self._lit_over = True
        self._show_post(target.key)
        self.do_to_text()
        if target.where:
            self._text.mean(target.where.paragraph)

    def _lit(self, readout: Readout) -> list[Hit]:
        """The passage that a view was left for, else what is lit otherwise."""
        if self._passage_shown is not None:
            key, hit = self._passage_shown
            if key != self._key:
                self._passage_shown = None
            elif self._lit_over or not super()._stays_here:
                return [hit]
        return super()._lit(readout)

    def _look_for(self, text: str) -> None:
        """Words that are looked for now are lit, not the passage."""
        self._lit_over = self._lit_over and not text
        super()._look_for(text)

    def do_evidence(self) -> None:
        """The same of the evidence."""
        was_covered, self._lit_over = self._is_covered, False
        if was_covered and self._shows_evidence:
            self._show_text()
        else:
            super().do_evidence()

    @property
    def _is_covered(self) -> bool:
        return self._passage_shown is not None and self._lit_over

    @property
    def _stays_here(self) -> bool:
        return self._passage_shown is not None or super()._stays_here

    def _go_back(self) -> bool:
        """Goes back to the view that was left, if one was; else shows the list again where only the text is shown."""
        view = self._view
        if (view is None or not self._lit_over) and super()._go_back():
            return True
        if view is None:
            if zen := self.has_class("-zen"):
                self.do_zen()
            return zen
        self._view = self._passage_shown = None
        origin, from_text = self._origin
        if origin is not None:
            self._show_post(origin)
        self._show_text()
        if not from_text:
            self.do_to_list()
        self._push_view(view)
        return True

    def _held(self, meetings: Sequence[Held]) -> Held | None:
        """The meeting that is shown; of a version, the listed one. None for what is no meeting with a day."""
        listed = self._session.library.versions(self._shown)[:1] if self._shown is not None else []
        return next((held for held in meetings if held.key in listed), None)
