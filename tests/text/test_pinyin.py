"""The pinyin of names, as one would type it."""

from __future__ import annotations

import pytest

from reader.text.pinyin import initials_of, pinyin_of, plain


@pytest.mark.parametrize(
    ("name", "pinyin", "initials"),
    [
        ("倪岳峰", "ni yuefeng", "nyf"),
        ("胡伟", "hu wei", "hw"),
        ("欧阳明", "ouyang ming", "oym"),
        ("单慧敏", "shan huimin", "shm"),
        ("仇保兴", "qiu baoxing", "qbx"),
        ("曾培炎", "zeng peiyan", "zpy"),
        ("吕布", "lu bu", "lb"),
        ("薄明", "bo ming", "bm"),
        ("鄒志武", "zou zhiwu", "zzw"),
    ],
)
def test_names(name: str, pinyin: str, initials: str) -> None:
    """Family names are read as family names, in either script, ü as u."""
    assert pinyin_of(name) == pinyin
    assert initials_of(name) == initials


def test_parts_of_a_name_are_parted() -> None:
    """A name with a dot has a space for it."""
    assert pinyin_of("哈里木拉提·阿不都").count(" ") == 1
    assert pinyin_of("买买提·吕") == "maimaiti lu"


def test_typed_pinyin() -> None:
    """v, ü and tone marks are taken as they are meant."""
    assert plain("Lǚ") == plain("lv") == plain("lü") == "lu"
