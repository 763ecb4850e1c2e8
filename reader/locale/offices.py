"""The English that China Customs itself uses for its offices; the Chinese is always shown beside it.

May import `i18n`.
"""

from __future__ import annotations

from collections.abc import Mapping

from reader import i18n

_NAMES: Mapping[str, str] = {
    "署长": "Minister of GACC",
    "副署长": "Vice Minister",
    "党委书记": "CPC Committee Secretary, GACC",
    "党委委员": "Member of the CPC GACC Committee",
    "政治部主任": "Director-General of the Political Department",
    "总工程师": "Chief Engineer",
    "总检验师": "Chief Inspector",
    "署领导": "GACC leader",
}
_CUSTOMS_ONLY = frozenset(("署长", "副署长", "署领导"))
"""Offices that no other body has: beside one of them the other names in a role are those of China Customs."""


def gloss(role: str | None) -> str:
    """The English of a printed role, as far as it is known; empty for a role of another body, or none, or in Chinese.

    Most offices (CPC Committee Secretary, Chief Engineer) exist everywhere, so that they are glossed only where
    the role itself names China Customs or holds an office of it.
    """
    parts = (role or "").split("、") if i18n.language() != "zh" else []
    bare = [part.removeprefix("在京").removeprefix("海关总署").removeprefix("总署") for part in parts]
    named = any("总署" in part or short in _CUSTOMS_ONLY for part, short in zip(parts, bare, strict=True))
    return ", ".join(_NAMES[short] for short in bare if short in _NAMES) if named else ""
