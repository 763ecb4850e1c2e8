"""The house is tidy: rooms say what they are for, functions are short, exceptions to a rule have a reason."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import PROJECT

LONGEST = 39
"""Lines that a function may have."""
LARGEST = 400
"""Lines that a module may have, but for lists of sentences."""
MODULES = sorted((PROJECT / "reader").rglob("*.py"))
_EXCEPTION = re.compile(r"#\s*(?:noqa: [A-Z0-9, ]+|type: ignore\[[a-z, -]+\])(.*)$")


def exceptions(folder: Path) -> Iterator[tuple[Path, int, str]]:
    """Every place that a tool is told to pass over, with what stands behind it on the line."""
    for module in sorted(folder.rglob("*.py")):
        for number, line in enumerate(module.read_text("utf-8").split("\n"), 1):
            if found := _EXCEPTION.search(line):
                yield module, number, found[1].strip(" -#")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_a_module_says_what_it_is_for(module: Path) -> None:
    """Its docstring is there and says what it may import; it is not too long, nor is any of its functions."""
    tree = ast.parse(module.read_text("utf-8"))
    about = ast.get_docstring(tree) or ""
    assert about
    assert "import" in about or module.name in ("__init__.py", "__main__.py")
    lines = len(module.read_text("utf-8").split("\n"))
    assert lines <= LARGEST or module.parent.name == "locale", f"{lines} lines, {LARGEST} are allowed: part it"
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= LONGEST] == []


def test_exceptions_have_reasons() -> None:
    """Whoever passes over a rule says on the line why."""
    found = [*exceptions(PROJECT / "reader"), *exceptions(PROJECT / "tests")]
    assert [f"{module}:{number}" for module, number, reason in found if not reason] == []
