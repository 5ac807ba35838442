"""What an import contract cannot say: rules are pure, and the clock is an argument."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

PURE = {"rules", "lifecycle"}
READS_THE_CLOCK = {
    "admin",
    "api",
    "context",
    "endpoints",
    "management",
    "middleware",
    "pages",
    "reactions",
    "tasks",
    "views",
}
NOT_FOR_RULES = re.compile(
    r"django\.(db|http|utils\.timezone|shortcuts|conf)|rest_framework|celery|\w+\.models"
)
CLOCKS = {"timezone.now", "time.time", "datetime.now", "datetime.utcnow", "date.today"}
CLOCKS_WHEN_ASKED_NOTHING = {"timezone.localdate", "timezone.localtime"}  # with a moment they only convert it

SOURCES = [
    path.relative_to(settings.BASE_DIR)
    for app in settings.PROJECT_APPS
    for path in sorted((settings.BASE_DIR / app).rglob("*.py"))
    if "migrations" not in path.parts
]


def room_of(path: Path) -> str:
    """`enforcement/rules/cases.py` and `enforcement/rules.py` are both of the room `rules`."""
    return Path(path.parts[1]).stem


def tree_of(path: Path) -> ast.Module:
    return ast.parse((settings.BASE_DIR / path).read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Each imported module, and each name taken from one."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def reads_the_clock(call: ast.Call) -> bool:
    name = ast.unparse(call.func)
    return name in CLOCKS or (name in CLOCKS_WHEN_ASKED_NOTHING and not call.args)


def clock_readings(path: Path) -> list[str]:
    calls = (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.Call))
    return [f"{path}:{call.lineno}" for call in calls if reads_the_clock(call)]


def test_rules_and_life_cycles_ask_neither_database_nor_web() -> None:
    found = [
        f"{path}: {module}"
        for path in SOURCES
        if room_of(path) in PURE
        for module in imports(path)
        if NOT_FOR_RULES.match(module)
    ]
    assert found == []


def test_only_entry_points_read_the_clock() -> None:
    below = [path for path in SOURCES if room_of(path) not in READS_THE_CLOCK]
    assert [reading for path in below for reading in clock_readings(path)] == []


def test_migrations_are_named_by_what_they_do() -> None:
    migrations = [path.stem for app in settings.PROJECT_APPS for path in Path(app).glob("migrations/0*.py")]
    assert [name for name in migrations if "_auto_" in name or name == "0001_initial"] == []


@pytest.mark.parametrize("app", settings.PROJECT_APPS)
def test_an_app_says_in_one_sentence_what_it_is(app: str) -> None:
    said = ast.get_docstring(tree_of(Path(app) / "__init__.py"))
    assert said
    assert "\n" not in said
