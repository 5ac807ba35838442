"""Print duty -> rules -> tests; a duty without a test fails."""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.articles.duties import DUTIES

ROOT = Path(__file__).resolve().parents[2]
APPS = ("enforcement", "guidance", "riskcontrol", "leniency", "evaluation", "desk")


def rules_by_article() -> dict[str, set[str]]:
    """Codes of obstacles by the article that they cite."""
    found: dict[str, set[str]] = defaultdict(set)
    for app in APPS:
        for path in (ROOT / app).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Obstacle":
                    given = {k.arg: k.value for k in node.keywords}
                    code, article = given.get("code"), given.get("article")
                    if isinstance(code, ast.Constant) and isinstance(article, ast.Call):
                        parts = [str(a.value) for a in article.args if isinstance(a, ast.Constant)]
                        found[".".join(parts)].add(str(code.value))
    return found


def tests_by_article() -> dict[str, list[str]]:
    """Tests by the article that their marks name."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in (ROOT / "tests").rglob("test_*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for codes, name in _marked(tree.body, _codes_of_module(tree)):
            for code in codes:
                found[code].append(f"{path.relative_to(ROOT)}::{name}")
    return found


def _marked(body: list[ast.stmt], inherited: set[str], prefix: str = "") -> Iterator[tuple[set[str], str]]:
    for node in body:
        if isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            yield from _marked(node.body, inherited | _codes(node.decorator_list), f"{node.name}::")
        elif isinstance(node, ast.FunctionDef) and node.name.startswith("test"):
            yield inherited | _codes(node.decorator_list), prefix + node.name


def _codes_of_module(tree: ast.Module) -> set[str]:
    marks = [n.value for n in tree.body if isinstance(n, ast.Assign) and "pytestmark" in _targets(n)]
    return {code for mark in marks for code in _codes(list(ast.walk(mark)))}


def _targets(node: ast.Assign) -> set[str]:
    return {getattr(target, "id", "") for target in node.targets}


def _codes(nodes: list[ast.AST] | list[ast.expr]) -> set[str]:
    return {
        str(n.args[0].value)
        for n in nodes
        if isinstance(n, ast.Call)
        and getattr(n.func, "attr", "") == "article"
        and n.args
        and isinstance(n.args[0], ast.Constant)
    }


def main() -> int:
    rules, tests = rules_by_article(), tests_by_article()
    unproven = [code for code in DUTIES if not tests[code]]
    for code, duty in DUTIES.items():
        print(f"\nArticle {code}: {duty}")
        print(f"  rules: {', '.join(sorted(rules[code])) or '-'}")
        for name in tests[code]:
            print(f"  {name}")
    for code in unproven:
        print(f"\nNo test proves Article {code}.", file=sys.stderr)
    return 1 if unproven else 0


if __name__ == "__main__":
    sys.exit(main())
