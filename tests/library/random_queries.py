"""Queries of every kind, drawn from the texts of a collection, so that most of them find something."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from reader.query import QueryError, parse
from reader.text.pinyin import initials_of, pinyin_of
from tests.library.brute import Post

_TRADITIONAL = str.maketrans(
    "关总会议进贸国长党风险检验区为实业动务组织经济稳东书记来说这发产个开们学习领导监着了干",
    "關總會議進貿國長黨風險檢驗區為實業動務組織經濟穩東書記來說這發產個開們學習領導監著瞭幹",
)
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_NOWHERE = ("龘龘", "zzqx", "海关海关海关", "9876543", '"。。。。"', "𪚥", "￥￥￥1", "官*龘", "口*岸*龘")
_MARKS = (
    "，",
    "。",
    "、",
    "：",
    "“",
    "”",
    "%",
    ".",
    "（",
    "——",
    "·",
    "《",
    "，海",
    "。会",
    " ",
    "　",
    "\x1f",
    "…",
    "‰",
)
_SYMBOLS: tuple[str, ...] = (
    *"+=<>$@#&_~^`|￥±×℃½①㎡☆🙂",
    "C++",
    "R&D",
    "1.5",
    "15",
    "1.5%",
    "5%",
    "3‰",
    "%",
    "e\u0301",
    "\u0301",
)
_OFTEN = ("的", "海关", "会议", "总署", "一", "1", "2", "0", "a", "年", "进出口", "口岸", "企业", "监管", "署长", "5")
_DAYS = ("2022", "2021", "2022-03", "2021年12月", "2022.1.5", "2022/03/15", "２０２２－０３", "2019", "2016", "2030")

Draw = Callable[[Random, Sequence[Post]], str]


def random_query(random: Random, posts: Sequence[Post]) -> str:
    """One query that can be read."""
    while True:
        query = _query(random, posts)
        try:
            parse(query)
        except QueryError:
            continue
        return query


def _query(random: Random, posts: Sequence[Post]) -> str:
    """One to three conditions, often of one post; sometimes a place to look; sometimes one more that excludes."""
    if random.random() < 0.6:
        posts = [random.choice(posts)]
    count = random.choices((1, 2, 3), (6, 3, 1))[0]
    conditions = [_condition(random, posts) for _ in range(count)]
    if random.random() < 0.15:
        conditions.append(random.choice("-－") + _condition(random, posts))
    if random.random() < 0.2:
        scope = random.choice(("in:title", "in:body", "in:all", "in:title|body", "IN:Title", "in：body", "in:ｔitle"))
        conditions.insert(random.randrange(len(conditions) + 1), scope)
    if random.random() < 0.01:
        return random.choice(("", "in:title", "-is:meeting", " "))
    return random.choice((" ", " ", " ", "　", "  ")).join(conditions)


def _condition(random: Random, posts: Sequence[Post]) -> str:
    """One term, or alternatives."""
    count = random.choices((1, 2, 3), (8, 2, 1))[0]
    return random.choice(("|", "|", "｜", " | ")).join(_term(random, posts) for _ in range(count))


def _term(random: Random, posts: Sequence[Post]) -> str:
    draws, weights = zip(*_DRAWS, strict=True)
    draw: Draw = random.choices(draws, weights)[0]
    return draw(random, posts)


def _text(random: Random, posts: Sequence[Post]) -> str:
    """Any text of a post that is searched; never empty."""
    readout = random.choice(posts).readout
    titles = [text for text in (readout.title, readout.original_title) if text]
    body = [text for text in readout.body if text]
    if titles and (not body or random.random() < 0.25):
        return random.choice(titles)
    return random.choice(body or ["海关总署"])


def _slice(random: Random, text: str, shortest: int, longest: int) -> str:
    length = random.randint(shortest, longest)
    start = random.randrange(max(1, len(text) - length + 1))
    return text[start : start + length]


def _character(random: Random, posts: Sequence[Post]) -> str:
    return random.choice(_text(random, posts))


def _word(random: Random, posts: Sequence[Post]) -> str:
    """A few characters as they stand, marks and all, or in another guise."""
    word = _slice(random, _text(random, posts), 2, 6)
    guise = random.choice(("", "", "", "traditional", "wide", "capitals", "small", "marks"))
    if guise == "capitals":
        return word.upper()
    if guise == "small":
        return word.lower()
    if guise == "traditional":
        return word.translate(_TRADITIONAL)
    if guise == "wide":
        return word.translate(_FULL_WIDTH)
    if guise == "marks":
        middle = len(word) // 2
        return word[:middle] + random.choice(_MARKS).strip() + word[middle:]
    return word


def _sentence(random: Random, posts: Sequence[Post]) -> str:
    return _slice(random, _text(random, posts), 8, 40)


def _often(random: Random, posts: Sequence[Post]) -> str:
    return random.choice(_OFTEN)


def _symbol(random: Random, posts: Sequence[Post]) -> str:
    return random.choice(_SYMBOLS)


def _number(random: Random, posts: Sequence[Post]) -> str:
    """A number as printed, with what stands about it."""
    text = _text(random, posts)
    numbers = [match.span() for match in re.finditer(r"[0-9０-９][0-9０-９.%‰．％]*", text)]
    if not numbers:
        return random.choice(("1.5", "15", "5%", ".5", "1.", "50", "%5"))
    start, end = random.choice(numbers)
    return text[max(0, start - random.randint(-1, 1)) : end + random.randint(-1, 1)]


def _gaps(random: Random, posts: Sequence[Post]) -> str:
    """Two to four parts of one text in their order, near one another, in one clause or not."""
    text = _text(random, posts)
    at = random.randrange(len(text))
    parts = []
    for _ in range(random.choice((2, 2, 2, 3, 3, 4))):
        length = random.randint(1, 3)
        parts.append(text[at : at + length])
        at += length + random.randint(0, 10)
    return random.choice(("*", "*", "*", "＊", "**")).join(parts) + random.choice(("", "", "", "*"))


def _often_gaps(random: Random, posts: Sequence[Post]) -> str:
    return "*".join(random.choice(_OFTEN) for _ in range(random.choice((2, 2, 3))))


def _exact(random: Random, posts: Sequence[Post]) -> str:
    """A quotation of what stands there, or of what nearly does."""
    text = _slice(random, _text(random, posts), 1, random.choice((1, 2, 4, 8, 30)))
    kind = random.random()
    if kind < 0.15:
        text = text.translate(random.choice((_TRADITIONAL, _FULL_WIDTH)))
    elif kind < 0.25:
        text = random.choice((_often, _symbol, _number, _gaps))(random, posts)
    left, right = random.choice(('""', '""', "“”", "＂＂"))
    return left + text.replace(right, "") + (right if random.random() < 0.95 else "")


def _marks(random: Random, posts: Sequence[Post]) -> str:
    return f'"{random.choice(_MARKS)}"'


def _same_twice(random: Random, posts: Sequence[Post]) -> str:
    """A word and what covers the same place: the word in quotation marks, a part of it, with a gap in it."""
    word = _slice(random, _text(random, posts), 2, 6)
    other = random.choice((f'"{word}"', word[:-1], word[1:], f"{word[0]}*{word[-1]}", word.upper(), f"{word}，"))
    return random.choice(("{} {}", "{}|{}", "{} -{}")).format(word, other)


def _unsearched(random: Random, posts: Sequence[Post]) -> str:
    """What stands in the credits or pull-quotes of a post, which are not searched."""
    for _ in range(20):
        readout = random.choice(posts).readout
        texts = [credit.label + credit.value for credit in readout.credits]
        texts += [highlight.text for highlight in readout.highlights] + [*readout.captions, *readout.categories]
        if texts:
            return _slice(random, random.choice(texts), 2, 6)
    return "责任编辑"


def _nowhere(random: Random, posts: Sequence[Post]) -> str:
    return random.choice(_NOWHERE)


def _person(random: Random, posts: Sequence[Post]) -> str:
    """Somebody by name, a part of it, pinyin or initials."""
    chair = random.random() < 0.4
    names: list[str] = []
    for _ in range(20):
        readout = random.choice(posts).readout
        names = [person.name for person in (readout.chairs if chair else readout.everyone)]
        if names:
            break
    name = random.choice(names or ["倪岳峰"])
    pinyin = pinyin_of(name)
    forms = (
        name,
        name[:1],
        name[1:],
        name[-1],
        name.translate(_TRADITIONAL),
        pinyin.replace(" ", ""),
        pinyin.partition(" ")[2].replace(" ", ""),
        pinyin[: random.randint(1, 6)].strip(),
        f'"{pinyin}"',
        initials_of(name),
        initials_of(name).upper(),
        initials_of(name)[:2],
        random.choice(("nyf", "w", "ni", "倪", "王", "x", "lǜ", "1", "署")),
    )
    return _field(random, "chair 主持" if chair else "official 官员", random.choice(forms))


def _role(random: Random, posts: Sequence[Post]) -> str:
    roles = [person.role for person in random.choice(posts).readout.everyone if person.role]
    role = random.choice(roles or ["署长", "党委书记", "副署长", "關長", "司长", "市"])
    return _field(random, "role 职务", random.choice((role, _slice(random, role, 1, 4))))


def _series(random: Random, posts: Sequence[Post]) -> str:
    meeting = random.choice(posts).readout.meeting
    series = (meeting and meeting.series) or random.choice(("例会", "工作会议", "會議", "党委"))
    return _field(random, "series 会议", random.choice((series, _slice(random, series, 1, 4))))


def _ordinal(random: Random, posts: Sequence[Post]) -> str:
    meeting = random.choice(posts).readout.meeting
    number = (meeting and meeting.number) or random.randint(1, 60)
    return _field(random, "number", random.choice((str(number), f"第{number}次", "四十六", "１", "5")))


def _day(random: Random, posts: Sequence[Post]) -> str:
    day = random.choice(posts).readout.day
    value = random.choice((str(day), str(day)[:7], str(day)[:4])) if day else random.choice(_DAYS)
    field = random.choice(("since 自", "until 至", "on"))
    return _field(random, field, value if random.random() < 0.8 else random.choice(_DAYS))


def _state(random: Random, posts: Sequence[Post]) -> str:
    return random.choice(
        ("is:meeting", "is:article", "is:Article", "is:starred", "is:unread", "is:read", "has:note", "IS：meeting")
    )


def _field(random: Random, names: str, value: str) -> str:
    if " " in value and not value.startswith('"'):
        value = f'"{value}"'
    return random.choice(names.split()) + random.choice("::：") + value


_DRAWS: tuple[tuple[Draw, int], ...] = (
    (_word, 30),
    (_gaps, 14),
    (_exact, 14),
    (_character, 10),
    (_often, 8),
    (_person, 8),
    (_number, 6),
    (_same_twice, 5),
    (_often_gaps, 5),
    (_day, 5),
    (_symbol, 4),
    (_sentence, 4),
    (_role, 4),
    (_state, 4),
    (_marks, 3),
    (_unsearched, 3),
    (_series, 3),
    (_ordinal, 3),
    (_nowhere, 2),
)
