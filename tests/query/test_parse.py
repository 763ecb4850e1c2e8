"""Reading what was typed: every form of the query language, and what is said of a bad one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.query import QueryError, QueryErrorCode, parse
from reader.query.model import Condition, Days, Name, Number, Role, Scope, Series, State, Term, Word
from reader.query.parse import parted
from tests.fuzz.steps import steps_of


def only(text: str) -> Term:
    """The single term of a query."""
    (condition,) = parse(text).conditions
    (term,) = condition.terms
    return term


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("精准", Word("精准", exact=False)),
        ('"人物 同防"', Word("人物 同防", exact=True)),
        ("“人物同防”", Word("人物同防", exact=True)),
        ("“还没有写完", Word("还没有写完", exact=True)),
        ("人＊同防", Word("人*同防", exact=False)),
        ('"人*同防"', Word("人*同防", exact=True)),
        ("official:nyf", Name("nyf", chair=False)),
        ('official:"ni yuefeng"', Name("ni yuefeng", chair=False)),
        ("官员：倪岳峰", Name("倪岳峰", chair=False)),
        ("chair:倪岳峰", Name("倪岳峰", chair=True)),
        ("主持:倪岳峰", Name("倪岳峰", chair=True)),
        ("职务:党委书记", Role("党委书记")),
        ("role:党委书记", Role("党委书记")),
        ("会议:例会", Series("例会")),
        ("series:例会", Series("例会")),
        ("number:46", Number(46)),
        ("number:四十六", Number(46)),
        ("number:第４６次", Number(46)),
        ("number:十", Number(10)),
        ("number:一百零二", Number(102)),
        ("number:一百二十", Number(120)),
        ("since:2022", Days(date(2022, 1, 1), None)),
        ("自:2022-03", Days(date(2022, 3, 1), None)),
        ("until:2022-02", Days(None, date(2022, 2, 28))),
        ("至：２０２２", Days(None, date(2022, 12, 31))),
        ("on:2022-03-15", Days(date(2022, 3, 15), date(2022, 3, 15))),
        ("on:2022年3月", Days(date(2022, 3, 1), date(2022, 3, 31))),
        ("IS:meeting", State.MEETING),
        ("is:unread", State.UNREAD),
        ("has:note", State.NOTE),
        ("会议强调：全国", Word("会议强调：全国", exact=False)),
        ("12:30", Word("12:30", exact=False)),
    ],
)
def test_one_term(typed: str, term: Term) -> None:
    """Each form means one thing, in Chinese and in English, in full width and in half."""
    assert only(typed) == term


def test_conditions_alternatives_and_exclusions() -> None:
    """Words are all wanted, a bar gives a choice, a minus excludes; full-width marks and spaces do as well."""
    query = parse("口岸　精准｜科学 －视频 a | b")
    assert query.conditions == (
        Condition((Word("口岸", False),), negated=False),
        Condition((Word("精准", False), Word("科学", False)), negated=False),
        Condition((Word("视频", False),), negated=True),
        Condition((Word("a", False), Word("b", False)), negated=False),
    )


def test_alternatives_share_the_field() -> None:
    """official:胡伟|许大纯 asks for either of them."""
    assert parse("official:胡伟|许大纯").conditions[0].terms == (Name("胡伟", False), Name("许大纯", False))


def test_scope() -> None:
    """in:title and in:body say where to look and are no condition of their own."""
    assert parse("in:title 口岸").scope is Scope.TITLE
    assert parse("口岸 in:body").scope is Scope.BODY
    assert parse("in:all").is_empty
    assert parse("in:title|body 口岸").scope is Scope.ALL
    assert parse("  　 ").is_empty


@pytest.mark.parametrize(
    ("typed", "code", "fault"),
    [
        ("口岸 foo:x", QueryErrorCode.UNKNOWN_FIELD, "foo:"),
        ("since:2022-13", QueryErrorCode.BAD_DATE, "2022-13"),
        ("on:2022-02-30", QueryErrorCode.BAD_DATE, "2022-02-30"),
        ("on:2022-00", QueryErrorCode.BAD_DATE, "2022-00"),
        ("since:2022-03-00", QueryErrorCode.BAD_DATE, "2022-03-00"),
        ("number:很多", QueryErrorCode.BAD_NUMBER, "很多"),
        ("number:四六", QueryErrorCode.BAD_NUMBER, "四六"),
        ("official:，", QueryErrorCode.NOTHING_TO_FIND, "，"),
        ("role:“、”", QueryErrorCode.NOTHING_TO_FIND, "、”"),
        ("series:%", QueryErrorCode.NOTHING_TO_FIND, "%"),
        ("in:title|口岸", QueryErrorCode.BAD_CHOICE, "口岸"),
        ("in:title|is:read", QueryErrorCode.LONELY_BAR, "is:read"),
        ("口岸|in:title", QueryErrorCode.LONELY_BAR, "in:title"),
        ("-in:title", QueryErrorCode.LONELY_MINUS, "-"),
        ("口岸|-精准", QueryErrorCode.LONELY_BAR, "|-"),
        ("is:good", QueryErrorCode.BAD_CHOICE, "good"),
        ("in:x", QueryErrorCode.BAD_CHOICE, "x"),
        ("official:", QueryErrorCode.EMPTY_VALUE, "official:"),
        ("口岸 ，", QueryErrorCode.NOTHING_TO_FIND, "，"),
        ("口岸|", QueryErrorCode.LONELY_BAR, "|"),
        ("｜口岸", QueryErrorCode.LONELY_BAR, "｜"),
        ("口岸 -", QueryErrorCode.LONELY_MINUS, "-"),
    ],
)
def test_what_is_wrong_is_pointed_at(typed: str, code: QueryErrorCode, fault: str) -> None:
    """The error names its kind and the characters at fault."""
    with pytest.raises(QueryError) as caught:
        parse(typed)
    assert caught.value.code is code
    assert typed[caught.value.start : caught.value.end] == fault


def test_a_misspelt_field_is_guessed() -> None:
    """oficial: brings the proposal official."""
    with pytest.raises(QueryError) as caught:
        parse("oficial:nyf")
    assert caught.value.detail == "official"


TOKENS = ["in:", "official:", "会议：", "on:", "number:", "is:", "title", "2022-0", "四十", "口岸", *'"“”|-*，. ']


@given(
    st.lists(st.sampled_from(TOKENS), max_size=8).map("".join)
    | st.text(alphabet=st.sampled_from(list('ab精准同防"“”＂:：|｜-－*＊ 　2022-officalsncein')), max_size=30)
    | st.text(max_size=30)
)
def test_reading_never_fails_otherwise(typed: str) -> None:
    """Whatever is typed is a query or an error that points into it."""
    try:
        parse(typed)
    except QueryError as error:
        assert 0 <= error.start < error.end <= len(typed)


@pytest.mark.parametrize(
    ("typed", "code", "fault"),
    [
        ("海" * 2001, QueryErrorCode.TOO_LONG, "海"),
        ("海" * 1_000_000, QueryErrorCode.TOO_LONG, "海" * 998_000),
        ('"' * 3000, QueryErrorCode.TOO_LONG, '"' * 1000),
        ("|".join("海" * 101), QueryErrorCode.TOO_MANY_WORDS, "海"),
        (" ".join(["-海"] * 101), QueryErrorCode.TOO_MANY_WORDS, "-海"),
        ("official:" + "|".join("n" * 101), QueryErrorCode.TOO_MANY_WORDS, "n"),
        ("号：" + "海*" * 33, QueryErrorCode.TOO_MANY_GAPS, "号：" + "海*" * 33),
        ("海*关 " * 32 + "海＊关", QueryErrorCode.TOO_MANY_GAPS, "海＊关"),
    ],
    ids=str,
)
def test_too_much_is_refused_at_once(typed: str, code: QueryErrorCode, fault: str) -> None:
    """What is more than a query may hold is refused with what is too much, and not looked at any further."""
    found: list[QueryError] = []

    def refused() -> None:
        with pytest.raises(QueryError) as error:
            parse(typed)
        found.append(error.value)

    assert steps_of(refused) < 10_000
    (error,) = found
    assert (error.code, typed[error.start : error.end]) == (code, fault)


@pytest.mark.parametrize(
    "typed",
    [
        "海" * 2000,
        "|".join("海" * 100),
        " ".join(["-海"] * 100),
        "海*" * 32 + "关",
        '"' + "*" * 1000 + '"',
        "official:" + "|".join("n" * 100),
    ],
    ids=lambda typed: typed[:12],
)
def test_a_query_may_hold_much(typed: str) -> None:
    """Two thousand characters, a hundred words and thirty-two stars are not too much; such a query can be parted."""
    words, fields = parted(typed)
    assert words.conditions + fields.conditions == parse(typed).conditions


def test_what_is_parted_may_be_longer_than_what_was_typed() -> None:
    """Quotations that stand side by side are parted by a space; the query stays one that can be asked."""
    typed = '"海"' * 99 + "海" * 1703
    assert len(typed) == 2000
    assert parted(typed)[0].conditions == parse(typed).conditions


def test_a_sentence_names_the_beginning_of_a_long_value() -> None:
    """Of a date of a thousand characters no more is told than a line holds."""
    with pytest.raises(QueryError) as error:
        parse("since:" + "2" * 1000)
    assert len(error.value.detail) <= 41
