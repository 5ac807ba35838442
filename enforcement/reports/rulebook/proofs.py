"""Which test proves which rule, by the marks of the tests."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator

from enforcement.reports.rulebook.functions import ROOT


def tests_by_rule() -> dict[str, list[str]]:
    """Tests by the codes that their marks name; none where the tests are not installed."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        text = path.read_text(encoding="utf-8")
        if ".rule(" in text:
            tree = ast.parse(text)
            for codes, name in _marked(tree.body, _of_module(tree)):
                for code in codes:
                    found[code].append(f"{path.relative_to(ROOT).as_posix()}::{name}")
    return found


def _marked(body: list[ast.stmt], inherited: set[str], prefix: str = "") -> Iterator[tuple[set[str], str]]:
    for node in body:
        if isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            yield from _marked(node.body, inherited | _codes(node.decorator_list), f"{node.name}::")
        elif isinstance(node, ast.FunctionDef) and node.name.startswith("test"):
            yield inherited | _codes(node.decorator_list), prefix + node.name


def _of_module(tree: ast.Module) -> set[str]:
    assigned = [n.value for n in tree.body if isinstance(n, ast.Assign) and _is_pytestmark(n)]
    return {code for value in assigned for code in _codes(ast.walk(value))}


def _is_pytestmark(node: ast.Assign) -> bool:
    return any(getattr(target, "id", "") == "pytestmark" for target in node.targets)


def _codes(nodes: Iterable[ast.AST]) -> set[str]:
    return {
        str(value.value)
        for node in nodes
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "rule"
        for value in node.args
        if isinstance(value, ast.Constant)
    }
