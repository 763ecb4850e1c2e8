"""The shared words in Chinese. May import `base`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from reader.locale import base


class Labels(base.Labels):
    """Labels in Chinese."""

    paragraph = "第{number}段"
    weekdays = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
    acts: ClassVar[Mapping[str, str]] = {
        "chaired": "主持",
        "spoke": "讲话",
        "reported": "作工作报告",
        "attended": "出席",
        "appointed": "任职",
        "removed": "免职",
    }
    joined = "、"
    brackets = "（{text}）"
