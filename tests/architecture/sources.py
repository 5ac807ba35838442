"""The sources of the product as syntax trees, and what is found in them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings

ROOT = Path(__file__).parents[2]
APPS = tuple(settings.PROJECT_APPS)
FILES = [p for app in APPS for p in sorted((ROOT / app).rglob("*.py")) if "migrations" not in p.parts]
TEMPLATES = [*sorted((ROOT / "templates").rglob("*.html"))]


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def room_of(path: Path) -> str:
    """`enforcement/rules/cases.py` and `enforcement/rules.py` are both of the room `rules`."""
    return path.relative_to(ROOT).parts[1].removesuffix(".py")


def in_rooms(*rooms: str) -> list[Path]:
    return [path for path in FILES if room_of(path) in rooms]


def calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    """Each call with what is called: ``audited`` or ``foundation.record.audited``."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            yield node, called(node)


def called(call: ast.Call) -> str:
    """The last name of what is called: ``save`` for ``case.save()``."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def keyword(call: ast.Call, name: str) -> ast.expr | None:
    return next((k.value for k in call.keywords if k.arg == name), None)


def text_of(node: ast.expr | None) -> str | None:
    """The words of a literal; nothing for anything that is computed."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
