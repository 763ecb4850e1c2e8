"""What the index keeps of a post is what was read of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.library.posts.reading import read_one, read_record
from reader.library.posts.scan import find_posts
from reader.library.records.codec import pack, pack_words, unpack, unpack_texts, unpack_words
from reader.library.records.record import Record
from reader.library.records.tokens import near, phrase, tokens
from reader.library.sqlite import NotOurs
from reader.library.tables import order
from reader.library.tables.order import Section
from reader.readout.model import Readout
from reader.text.folding import blind_clauses
from tests.conftest import PROJECT, SAMPLES

POSTS = find_posts([SAMPLES, PROJECT / "tests" / "readout" / "imitations"]).files


@pytest.mark.parametrize("file", POSTS, ids=lambda file: file.path)
def test_a_readout_comes_back_as_it_was_kept(file: object) -> None:
    """Every form of post that we know is shown from the index as it was read from its file."""
    readout = read_one(file)  # type: ignore[arg-type]  # a stand-in
    if isinstance(readout, Readout):
        packed = pack(readout)
        assert repr(unpack(packed)) == repr(readout)
        assert unpack_texts(packed) == ((readout.title, readout.original_title or ""), list(readout.body))
        record = read_record(file)  # type: ignore[arg-type]  # a stand-in
        assert isinstance(record, Record)
        titles = blind_clauses(f"{readout.title}\n{readout.original_title or ''}")
        assert unpack_words(record.words) == (titles, blind_clauses("\n".join(readout.body)))


@pytest.mark.parametrize("data", [b"", b"x", pack_words("a", "b")])
def test_what_is_no_readout_is_told(data: bytes) -> None:
    """Bytes of something else in the place of a readout or a text are damage, not an accident of another kind."""
    with pytest.raises(NotOurs):
        unpack(data)
    with pytest.raises(NotOurs):
        unpack_texts(data)
    with pytest.raises(NotOurs):
        unpack_words(data[:1])


def test_a_point_a_sign_and_a_paragraph_are_tokens_of_their_own() -> None:
    """1.5万 is no 15万, a plus is not lost, and no phrase runs from one paragraph into the next."""
    assert tokens("1.5万+a\n口") == "1 u46 5 万 u43 a u10 口"
    assert phrase("口岸") == '"口 岸"'
    assert near(("海关", "会", "工作"), 8) == 'NEAR("海 关" "会" "工 作", 17)'


days = st.none() | st.integers(1, 3_652_059)


@given(st.lists(st.tuples(st.sampled_from(Section), days), min_size=2, max_size=2))
def test_places_sort_by_part_then_newest_day_then_undated(two: list[tuple[Section, int | None]]) -> None:
    """Whatever the days: meetings before articles, later days before earlier ones, posts without a day last."""
    keys = [(part, day is None, -(day or 0)) for part, day in two]
    groups = [order.group_of(part, day) for part, day in two]
    assert (keys[0] < keys[1]) == (groups[0] < groups[1])
    for (part, day), group in zip(two, groups, strict=True):
        found = order.day_at(group)
        assert (found.toordinal() if found else None) == day
        low, high = order.range_of(part)
        assert low <= group < high


@given(st.lists(st.booleans(), max_size=12))
def test_slots_ascend_and_leave_what_is_taken(stays: list[bool]) -> None:
    """Between posts that stay where they are, new ones find places of their own, in the order of the list."""
    taken = [order.STRIDE * (number + 1) if here else None for number, here in enumerate(stays)]
    places = order.slots(0, taken)
    assert places is not None
    assert places == sorted(set(places))
    assert all(new == old for new, old in zip(places, taken, strict=True) if old is not None)
    assert order.spread(0, len(stays)) == sorted(set(order.spread(0, len(stays))))


def test_where_there_is_no_room_the_day_is_spread_anew() -> None:
    """Two neighbours without a gap between them take no third."""
    assert order.slots(0, [5, None, 6]) is None
    assert order.slots(0, [9, None, 5]) is None
