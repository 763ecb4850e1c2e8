"""The house is tidy: rooms say what they are for, functions are short, exceptions to a rule have a reason."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.conftest import PROJECT

LONGEST_FUNCTION, LARGEST_CLASS, LARGEST_MODULE = 40, 250, 400
"""In lines. What grows beyond them is parted by meaning, not by the limit."""
MOST_LINES = 28_100
"""Of Python in `reader/`: a ratchet on the way to 23,000, which only comes down."""
DEEPEST = 2
"""Classes of our own in a line of inheritance."""
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
    """Its docstring is there and says what it may import; neither it nor a class or function of it is too long."""
    tree = ast.parse(module.read_text("utf-8"))
    about = ast.get_docstring(tree) or ""
    assert about
    assert "import" in about or module.name in ("__init__.py", "__main__.py")
    assert len(module.read_text("utf-8").split("\n")) <= LARGEST_MODULE + 1
    limits = {ast.ClassDef: LARGEST_CLASS, ast.FunctionDef: LONGEST_FUNCTION, ast.AsyncFunctionDef: LONGEST_FUNCTION}
    too_long = [
        f"{node.name} has {length} lines"
        for node in ast.walk(tree)
        for kind, limit in limits.items()
        if isinstance(node, kind) and (length := (node.end_lineno or 0) - node.lineno + 1) > limit
    ]
    assert too_long == []


def test_the_house_is_not_larger_than_it_has_to_be() -> None:
    """Whoever adds a feature takes away as much elsewhere, or says here why not."""
    assert sum(module.read_text("utf-8").count("\n") for module in MODULES) <= MOST_LINES


def test_inheritance_is_not_deep() -> None:
    """No class of ours inherits from one of ours that inherits from one of ours."""
    bases = {
        (name, node.name): [_origin(name, ast.unparse(base).split("[")[0], TREES) for base in node.bases]
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }

    def depth(one: tuple[str, str]) -> int:
        return 1 + max(map(depth, bases[one]), default=0) if one in bases else 0

    assert [".".join(one) for one in bases if depth(one) > DEEPEST] == []


def test_imports_go_in_no_circle() -> None:
    """No module of the house needs itself by way of others, not even inside a function."""
    imported = {name: set(_imported(tree)) & TREES.keys() - {name} for name, tree in TREES.items()}
    left = dict(imported)
    while free := [
        name for name in left if not left[name] & left.keys() or not any(name in one for one in left.values())
    ]:
        for name in free:
            del left[name]
    assert sorted(left) == []


def _name(module: Path) -> str:
    return ".".join(module.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__")


TREES = {_name(module): ast.parse(module.read_text("utf-8")) for module in MODULES}


def _imported(tree: ast.AST) -> Iterator[str]:
    """The modules that are imported when the program runs, not only when its types are checked."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                yield whole if whole in TREES else node.module
        else:
            yield from _imported(node)


def _origin(module: str, name: str, trees: Mapping[str, ast.Module]) -> tuple[str, str]:
    """Where a class that a module names is defined: (module, class)."""
    for node in ast.walk(trees[module]):
        if isinstance(node, ast.ImportFrom) and name in (alias.asname or alias.name for alias in node.names):
            return node.module or "", name
    return module, name


def test_exceptions_have_reasons() -> None:
    """Whoever passes over a rule says on the line why."""
    found = [*exceptions(PROJECT / "reader"), *exceptions(PROJECT / "tests")]
    assert [f"{module}:{number}" for module, number, reason in found if not reason] == []
