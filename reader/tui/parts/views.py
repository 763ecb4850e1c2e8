"""The views across meetings: opens them, and shows the passage for which one is left.

May import `query`, `views`, `i18n` and this room. From such a passage the key that closes leads back to the view.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reader.analysis.where import Where
from reader.i18n import _
from reader.query.model import Hit
from reader.tui.desk import Desk
from reader.tui.part import Light, Part
from reader.tui.report import ReportScreen, Stage, ask_view, screen_of
from reader.views import VIEWS
from reader.views.report import Asked, Report, Target, meeting_of

if TYPE_CHECKING:
    from reader.readout.model import Readout


class Views(Part):
    """The way to a view and back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.passage: tuple[int, Hit] | None = None
        """The passage for which a view was left: the post's key, and where it is."""
        self.is_over = False
        """Whether it shows over the words that were found, or the evidence, before; not over later ones."""
        self._left: Report[Any] | None = None
        """The report that was left for it."""
        self._origin: tuple[int | None, bool] = (None, False)
        """The post that was shown when the view was opened, and whether the keys were the text's."""
        self._early: ReportScreen | None = None
        """A view that was opened while posts were still being read."""

    def lights(self) -> Sequence[Light]:
        """The passage has two places in the orders."""
        return Passage(self, over=True), Passage(self, over=False)

    def obey(self, command: str) -> None:
        """Opens the view that has this command."""
        name = next((view.name for view in VIEWS.values() if view.command == command), None)
        if name is None:
            super().obey(command)
        else:
            self._open(name)

    def _open(self, name: str) -> None:
        """Asks a view of the table about what is on the desk, and shows its report."""
        desk = self.desk
        if VIEWS[name].of_meetings and desk.nothing_there:
            desk.tell(desk.nothing_there)
            return
        desk.tell()  # what was told before has nothing to do with what is asked
        stage = Stage(desk.screen, self._show, desk.tell)
        ask_view(stage, name, desk.library, self._asked())

    def _asked(self) -> Asked:
        """What is on the desk: the filter, the post, the meeting that is remembered, and what the keys mean.

        These are the words that are selected of one paragraph, the first of several; else the paragraph that is stood
        on, the first while only the list is seen.
        """
        desk = self.desk
        asked = Asked(desk.session.query, post=desk.post.key, other=desk.list.remembered)
        if desk.post.readout is None:
            return asked
        body = desk.post.readout.body
        for span in desk.text.selected.spans():
            return asked._replace(selected=Where(*span).words(body), meant=Where(*span))
        paragraph = desk.text.paragraph or 0
        return asked._replace(meant=Where(paragraph, 0, len(body[paragraph]) if body else 0))

    def do_remember(self) -> None:
        """Remembers the meeting, to be compared with another; or forgets it."""
        desk = self.desk
        here = meeting_of(desk.library, desk.library.across.meetings(), desk.post.key)
        if here is None:
            desk.tell(_("This post reports no meeting whose day is known"))
            return
        desk.list.remembered = None if desk.list.remembered == here.key else here.key
        desk.list.paint_all()
        is_remembered = desk.list.remembered is not None
        desk.tell(
            _("Remembered: press C on another meeting to compare the two")
            if is_remembered
            else _("Not remembered any more")
        )

    def _show(self, report: Report[Any]) -> None:
        """Shows a report; where posts are still being read it says that it shows what has been read."""
        desk = self.desk
        self._origin = desk.post.key, desk.is_in_text
        self._early = None
        if desk.progress is None or desk.progress.finished:
            self._push(report)
        else:
            report.notice = _("Posts are still being read: this is what has been read so far")
            self._early = self._push(report)

    def renewed(self) -> None:
        """Tells a view that was opened too early that there is more by now."""
        if self._early is not None and self.desk.progress is not None and self.desk.progress.finished:
            self._early.tell(_("All posts have been read: Esc and the same key again show everything"))
            self._early = None

    def _push(self, report: Report[Any]) -> ReportScreen:
        self._left = None
        view = screen_of(report)

        def left(target: Target | None) -> None:
            if target is not None:
                self._left = view.report
                self._show_target(target)

        self.desk.ask(view, left)
        return view

    def _show_target(self, target: Target) -> None:
        """Shows a post, with the passage highlighted in it and nothing else."""
        self.passage = (target.key, Hit(*target.where)) if target.where else None
        self.is_over = True
        self.desk.show_post(target.key)
        self.desk.to_text()
        if target.where:
            self.desk.text.mean(target.where.paragraph)

    @property
    def is_elsewhere(self) -> bool:
        """Whether there is no passage, or another post is shown than the one that holds it."""
        return self.passage is None or self.desk.key not in (None, self.passage[0])

    def leaving(self) -> None:
        """With another post the passage is forgotten; not while a filter that leaves nothing is being typed."""
        if self.is_elsewhere:
            self.passage = None

    def go_back(self) -> bool:
        """Goes back to the view that was left; False where none was."""
        desk, report = self.desk, self._left
        if report is None:
            return False
        self._left = self.passage = None
        post, was_in_text = self._origin
        if post is not None:
            desk.show_post(post)
        desk.show_text()
        if not was_in_text:
            desk.to_list()
        self._push(report)
        return True


class Passage(Light):
    """The passage that a view was left for: over what was highlighted before, but below what is asked for later."""

    def __init__(self, views: Views, *, over: bool) -> None:
        super().__init__(views.desk)
        self._views = views
        self._is_over = over
        self.name = "passage" if over else "passage below"

    @property
    def is_on(self) -> bool:
        """Whether it is in the post that is shown, and not in its other place in the orders."""
        return not self._views.is_elsewhere and self._views.is_over == self._is_over

    def hits(self, readout: Readout) -> list[Hit]:
        """The passage."""
        return [self._views.passage[1]] if self._views.passage is not None else []

    def give_way(self) -> None:
        """Goes below what is asked for now."""
        self._views.is_over = False

    def end(self) -> bool:
        """Goes back to the view."""
        return self._views.is_over == self._is_over and self._views.go_back()
