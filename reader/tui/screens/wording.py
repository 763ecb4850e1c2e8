"""What is new in the text: the rest goes dim, n and N walk the new passages, W tells where the rest was said before.

May import Textual and this room. The baseline is every earlier meeting, whatever the filter; a key makes it the series,
or one meeting: the remembered one, else the one that comparing would take.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.locale.screen import numbered
from reader.tui.screens.figuring import FiguringScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.library.mark import Mark
    from reader.library.model import Held
    from reader.locale.views import WordingWords
    from reader.query.model import Hit
    from reader.readout.model import Readout
    from reader.tui.page import Block
    from reader.views.wording import Baseline, Wording


class WordingScreen(FiguringScreen):
    """Everything below, with new wording. `do_…` methods are commands of the table."""

    _baseline: Baseline | None = None
    """What the text is compared with; None where it is shown as it is."""
    _wording: tuple[int, Baseline, Readout, Wording | None] | None = None
    """What is new in the post that was last asked for."""
    _one: Held | None = None
    """The one meeting that the post is compared with."""

    def do_wording(self) -> None:
        """Dims what was said before, or shows the text as it is again."""
        from reader.views.wording import Baseline  # noqa: PLC0415  # off the start

        self._compare_with(Baseline.ALL if self._baseline is None else None)

    def do_baseline(self) -> None:
        """Compares with something else: all earlier meetings, those of the series, one."""
        from reader.views.wording import Baseline  # noqa: PLC0415  # off the start

        kinds = list(Baseline)
        after = kinds.index(self._baseline) + 1 if self._baseline else 0
        self._compare_with(kinds[after % len(kinds)])

    def _compare_with(self, baseline: Baseline | None) -> None:
        """Shows what is new against something else, or the text as it is; where only the list is seen, the text."""
        if self._nothing_there:
            self._show_state(self._nothing_there)
            return
        self._baseline = baseline
        if baseline is not None and not self._text.display:
            self.do_to_text()
        self._show_wording()

    def _step_hit(self, step: int) -> None:
        """The paragraph of the new words that are stood on is the one that W means."""
        super()._step_hit(step)
        if self._walks_wording and self._text.current is not None:
            paragraph = self._text.hits[self._text.current].paragraph
            if paragraph is not None:
                self._text.mean(paragraph)

    @property
    def _foot_keys(self) -> Sequence[tuple[str, str]]:
        if self._baseline is None:
            return super()._foot_keys
        from reader.locale.views import view_words  # noqa: PLC0415  # off the start

        return view_words(self._words.lang).wording.keys

    def _show_wording(self) -> None:
        self._wording = None
        if not self._typing:
            self._status.show_keys(self._foot_keys)
        self._show_again()
        self._show_state()

    def _told_wording(self) -> Wording | None:
        """What is new in the post that is shown; None where it is not known, or is not asked for."""
        key, readout, baseline = self._shown, self._readout, self._baseline
        if key is None or readout is None or baseline is None:
            return None
        known = self._wording
        if known is None or known[:2] != (key, baseline) or known[2] is not readout:
            known = self._wording = key, baseline, readout, self._ask_wording(key, baseline)
        return known[3]

    def _ask_wording(self, key: int, baseline: Baseline) -> Wording | None:
        from reader.views.wording import Baseline, wording  # noqa: PLC0415  # off the start

        self._one = self._meeting_before() if baseline is Baseline.ONE else None
        if baseline is Baseline.ONE and self._one is None:
            return None
        try:
            return wording(self._session.library, key, baseline, self._one.key if self._one else None)
        except KeyError:
            return None

    def _meeting_before(self) -> Held | None:
        """The one meeting to compare with."""
        meetings = self._session.library.across.meetings()
        here = self._held(meetings)
        partner = self._partner(meetings, here) if here else None
        return partner.meeting if partner else None

    def _renew(self) -> None:
        """Shows what has been worked out meanwhile."""
        super()._renew()
        if self._wording is not None and self._wording[3] is None:
            self._show_wording()

    def _blocks_of(self, mark: Mark, readout: Readout) -> list[Block]:
        blocks = super()._blocks_of(mark, readout)
        told = self._told_wording()
        if told is None:
            return blocks
        from reader.tui.page import Span, Tone  # noqa: PLC0415  # off the start

        dim: dict[int, list[Span]] = {}
        for paragraph, start, end in told.said:
            dim.setdefault(paragraph, []).append(Span(start, end, Tone.SAID))

        def lit(block: Block) -> Block:
            if block.key is None or block.key < 0:  # no body
                return block
            new = block._replace(tone=Tone.NEW) if block.tone is Tone.BODY else block
            return new._replace(spans=tuple(dim[block.key])) if block.key in dim else new

        return list(map(lit, blocks))

    @property
    def _walks_wording(self) -> bool:
        """Whether n and N walk what is new: nothing else is lit in the post."""
        return self._baseline is not None and not super()._stays_here

    def _lit(self, readout: Readout) -> list[Hit]:
        if not self._walks_wording:
            return super()._lit(readout)
        from reader.query.model import Hit  # noqa: PLC0415  # off the start

        told = self._told_wording()
        return [Hit(*where) for where in told.new] if told and told.earlier else []

    @property
    def _is_quiet(self) -> bool:
        return self._walks_wording

    @property
    def _stays_here(self) -> bool:
        return self._baseline is not None or super()._stays_here

    def _state(self) -> str:
        if not self._walks_wording:
            return super()._state()
        from reader.locale.views import view_words  # noqa: PLC0415  # off the start

        words, told = view_words(self._words.lang).wording, self._told_wording()
        if told is None:
            return self._why_not(words)
        if not told.earlier:
            return self._against(words, 0)
        share = words.share.format(share=f"{told.share:.1f}") if told.share is not None else ""
        current = self._text.current
        place = f"{current + 1}/{len(told.new)}" if current is not None else numbered(words.passages, len(told.new))
        return " · ".join(filter(None, (share, place, self._against(words, told.earlier))))

    def _against(self, words: WordingWords, earlier: int) -> str:
        """What the text is compared with."""
        from reader.views.wording import Baseline  # noqa: PLC0415  # off the start

        if self._one is not None and self._baseline is Baseline.ONE:
            return words.against_one.format(day=self._one.day)
        if not earlier:
            in_series = self._baseline is Baseline.SERIES
            return words.nothing_before_in_series if in_series else words.nothing_before
        return numbered(words.against_series if self._baseline is Baseline.SERIES else words.against_all, earlier)

    def _why_not(self, words: WordingWords) -> str:
        """Why it is not known what is new."""
        from reader.views.wording import Baseline  # noqa: PLC0415  # off the start

        held = self._held(self._session.library.across.meetings())
        if held is None:
            return words.no_meeting
        if self._baseline is Baseline.ONE:
            return words.nothing_before
        return words.no_series if self._baseline is Baseline.SERIES and held.series is None else words.not_yet

    @property
    def _no_more_hits(self) -> str:
        if not self._walks_wording:
            return super()._no_more_hits
        from reader.locale.views import view_words  # noqa: PLC0415  # off the start

        words, told = view_words(self._words.lang).wording, self._told_wording()
        return words.no_more if told and told.earlier else self._state()

    def _go_back(self) -> bool:
        """Ends it, where nothing else is to be ended before."""
        if super()._go_back():
            return True
        if self._baseline is None:
            return False
        self._baseline = None
        self._show_wording()
        return True

    def do_said(self) -> None:
        """Opens the list of the places where the words of the paragraph, or the selected ones, were said before."""
        from reader.locale.views import view_words  # noqa: PLC0415  # off the start
        from reader.tui.views.sources import SourcesScreen  # noqa: PLC0415  # off the start
        from reader.views.wording import earlier_holding, repeated, sources  # noqa: PLC0415  # off the start

        words, library = view_words(self._words.lang).wording, self._session.library
        if self._nothing_there or self._shown is None or self._readout is None:
            self._show_state(self._nothing_there)
            return
        here, said = self._held(library.across.meetings()), library.across.said_before(self._shown)
        if here is None or said is None:
            self._show_state(words.not_yet if here else words.no_meeting)
            return
        meant = repeated(said.passages, *self._meant(self._readout))
        found = list(sources(self._readout.body, meant, earlier_holding(library, here)))
        if found:
            self._open_view(SourcesScreen(self._readout.body, found, words))
        else:
            self._show_state(words.not_said)

    def _meant(self, readout: Readout) -> tuple[int, int, int]:
        """The words that are selected, else the paragraph that the keys mean: the first while only the list is seen."""
        for span in self._text.selected_spans():
            return span
        paragraph = self._text.paragraph or 0
        return paragraph, 0, len(readout.body[paragraph]) if readout.body else 0
