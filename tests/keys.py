"""The tables of keys in the guide, made from what `customs-reader config` prints: `make manual` writes them.

May import the command line. A table stands between two marks of its page; the rest of the page is written by hand.
"""

from __future__ import annotations

import io
import json
import re
import sys
from contextlib import redirect_stdout
from pathlib import Path

from reader.cli import main as customs_reader

PAGES = {"en": "docs/guide/keys.md", "zh": "docs/guide/zh/keys.md"}
"""The page of each language."""
BEGIN, END = "<!-- written by `make manual` -->\n", "<!-- end of what was written -->\n"
_HEADS = {"en": ("keys", "what they do", "in the settings"), "zh": ("按键", "作用", "设置中的名字")}
_GROUPS = {
    "filter": {"en": "Find", "zh": "查找"},
    "wording": {"en": "Compare", "zh": "比较"},
    "evidence": {"en": "Read", "zh": "阅读"},
    "star": {"en": "Mark", "zh": "标注"},
    "select": {"en": "Take", "zh": "摘取"},
    "enter": {"en": "Move", "zh": "移动"},
    "help": {"en": "The rest", "zh": "其他"},
}
"""The heading before the command that a group begins with."""
_SETTING = re.compile(r"^# (.+)\n# (\w+) = (\[.+\])$", re.MULTILINE)


def table(lang: str) -> str:
    """What the commands do and their keys, a table for each group, as Markdown."""
    printed = io.StringIO()
    with redirect_stdout(printed):
        customs_reader(["config", "--lang", lang])
    lines = []
    for about, name, keys in _SETTING.findall(printed.getvalue()):
        if name in _GROUPS:
            head = " | ".join(_HEADS[lang])
            lines += ["", f"## {_GROUPS[name][lang]}", "", f"| {head} |", "|---|---|---|"]
        lines.append(f"| {' '.join(map(_shown, json.loads(keys)))} | {about} | `{name}` |")
    return "\n".join(lines) + "\n\n"


def _shown(key: str) -> str:
    """A key as it is typed; the settings write `ctrl+p` for Ctrl+P."""
    return f"`{key if len(key) == 1 else '+'.join(part.capitalize() for part in key.split('+'))}`"


def parted(page: str) -> tuple[str, str, str]:
    """A page as what stands before its table, the table, and what stands after it."""
    head, tail = page.index(BEGIN) + len(BEGIN), page.index(END)
    return page[:head], page[head:tail], page[tail:]


def main(project: Path) -> None:
    """Writes the tables into their pages."""
    for lang, name in PAGES.items():
        before, _, after = parted((project / name).read_text("utf-8"))
        (project / name).write_text(f"{before}{table(lang)}{after}", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
