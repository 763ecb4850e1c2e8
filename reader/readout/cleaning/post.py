"""Bytes of one file -> front matter and text.

May import `text` and `faults`. The crawler's files begin with a blank line, may carry a BOM, CRLF or GB18030 bytes, and
their YAML may be broken, unclosed or hostile: all of it survives, with a fault noted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from reader.readout.faults import Fault, FaultCode
from reader.text.safety import clean

FRONT_MATTER_CAP = 16 * 1024
"""Longest front matter that is given to the YAML parser, in characters."""
NESTING_CAP = 200
"""Most brackets in front matter: deeper nesting can exhaust the C stack of the YAML parser."""

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # PyYAML built without libyaml
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]  # same interface, slower

_NOISE_SAMPLE = 2048
_NOISE_LEAST = 8
"""So many odd characters a damaged text may hold however short it is."""
_NO_SCRIPT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff]")
"""Control characters (an escape is no sign: logs of terminals are text), private, unassigned and lost ones."""
_EXPECTED = re.compile("[\t\n\r -~\xa0-\u024f\u2000-\u27ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")

_OPENING = re.compile(r"\s*-{3,}[ \t]*\n")
_CLOSING = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)
_FIELD = re.compile(r"^([A-Za-z_]+):(.*)$", re.MULTILINE)


class Post(NamedTuple):
    """One post before cleaning: its fields as printed (never typed), its HTML or plain text, what was wrong."""

    fields: Mapping[str, Any]
    text: str
    faults: tuple[Fault, ...]

    def field(self, name: str) -> str | None:
        """A field's text, or None where it is missing, empty or no scalar."""
        value = self.fields.get(name)
        return value.strip() or None if isinstance(value, str) else None

    def items(self, name: str) -> tuple[str, ...]:
        """A field's list of texts; a single text is a list of one."""
        value = self.fields.get(name)
        values = value if isinstance(value, list) else [value]
        return tuple(item.strip() for item in values if isinstance(item, str) and item.strip())


class _Printed(YAMLHandler):
    """Reads every scalar as it is printed: a title 12:30:45 stays a text and does not become 45045."""

    def load(self, fm: str, **kwargs: object) -> Any:
        return yaml.load(fm, Loader=_Loader)


def parse_post(data: bytes) -> Post:
    """Splits the bytes of a file into fields and text; raises nothing, faults are in the answer."""
    text, faults = _decode(data)
    opening = _OPENING.match(text)
    if not opening:
        return Post({}, text, faults)
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        return _unclosed(text[opening.end() :], faults)
    front, body = text[opening.end() : closing.start()], text[closing.end() :]
    if len(front) > FRONT_MATTER_CAP:
        return Post(_salvage(front), body, (*faults, Fault(FaultCode.FRONT_MATTER_TOO_LONG, str(len(front)))))
    if sum(map(front.count, "[{")) > NESTING_CAP:
        return Post(_salvage(front), body, (*faults, Fault(FaultCode.FRONT_MATTER_BROKEN)))
    try:
        fields, content = frontmatter.parse(text, handler=_Printed())
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return Post(_salvage(front), body, (*faults, Fault(FaultCode.FRONT_MATTER_BROKEN, _line_of(error, text))))
    return Post(fields, content, faults)


def _decode(data: bytes) -> tuple[str, tuple[Fault, ...]]:
    """The text of a file and what was wrong with its bytes; no text where they are no text's."""
    encodings = ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "gb18030")
    lost = (Fault(FaultCode.ENCODING),)
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        noise = _is_noise(text) or (encoding == "utf-16" and _is_foreign(text))
        return ("", lost) if noise else (clean(text), ())
    text = data.decode("utf-8", errors="replace")
    return "" if _is_noise(text) else clean(text), lost


def _is_noise(text: str) -> bool:
    """Whether a text is a program's or a picture's bytes: a tenth of its beginning is of no script."""
    sample = text[:_NOISE_SAMPLE]
    odd = len(_NO_SCRIPT.findall(sample))
    return odd >= _NOISE_LEAST and odd * 10 > len(sample)


def _is_foreign(text: str) -> bool:
    """Whether more than half of a text is neither Latin nor Chinese: any bytes are UTF-16 of some script or other."""
    sample = text[:_NOISE_SAMPLE]
    return len(_EXPECTED.findall(sample)) * 2 < len(sample)


def _unclosed(text: str, faults: tuple[Fault, ...]) -> Post:
    """Front matter without an end: its fields are the lines before the first blank line or tag."""
    end = re.search(r"\n[ \t]*(?=\n|<)", text[:FRONT_MATTER_CAP])
    split = end.end() if end else 0
    return Post(_salvage(text[:split]), text[split:], (*faults, Fault(FaultCode.FRONT_MATTER_UNCLOSED)))


def _salvage(front: str) -> dict[str, str]:
    """The simple `name: value` lines of front matter that is no YAML; the first of a name counts."""
    fields: dict[str, str] = {}
    for name, printed in _FIELD.findall(front[:FRONT_MATTER_CAP]):
        value = printed.strip()
        quoted = len(value) >= 2 and value[0] == value[-1] and value[0] in "'\""
        fields.setdefault(name, value[1:-1].replace("''", "'") if quoted else value)
    return fields


def _line_of(error: Exception, text: str) -> str:
    """The line of the file, from 1, where YAML gave up; nothing where it does not say."""
    mark = getattr(error, "problem_mark", None)
    blank = text[: len(text) - len(text.lstrip())].count("\n")  # frontmatter drops them before it counts
    return str(blank + mark.line + 1) if mark else ""
