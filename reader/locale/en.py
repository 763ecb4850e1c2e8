"""The shared words in English. May import `base`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from reader.locale import base


class Labels(base.Labels):
    """Labels in English."""

    paragraph = "paragraph {number}"
    weekdays = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    acts: ClassVar[Mapping[str, str]] = {
        "chaired": "chaired",
        "spoke": "spoke",
        "reported": "delivered the work report",
        "attended": "attended",
        "appointed": "appointed",
        "removed": "removed",
    }
    joined = ", "
    brackets = " ({text})"
