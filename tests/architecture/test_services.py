"""Whatever changes something says who and when, asks for the right, and is written down (Art. 4, 6)."""

from __future__ import annotations

import ast
from collections import defaultdict
from functools import cache

from tests.architecture.sources import FILES, called, in_rooms, name_of, room_of, tree_of

ASKS = {"require", "visible_to", "workable_by", "take"}
WRITES = {"save", "delete", "record_bulk_create", "record_update", "bulk_create"}
MODULES = in_rooms("services")
SERVICES = [p for p in in_rooms("services") if p.name not in {"__init__.py", "base.py"}]
ABOVE_AND_BESIDE = {
    "api", "forms", "lifecycle", "lists", "reactions", "reports", "rules", "scope", "serializers", "tasks", "views",
}  # fmt: skip
BY_COMMAND_ONLY = ("desk/services/founding/", "desk/services/volume/")
WITHOUT_A_RIGHT = {
    "guidance/services/publications/public_comments.py": "anybody may comment on what is before the public",
    "enforcement/services/feeds.py": "everybody keeps the own calendar link",
    "enforcement/services/inspections/rating.py": "a firm rates a visit by its code, without an account",
    "enforcement/services/notifications.py": "everybody reads and ticks off the own notices",
    "enforcement/services/officers/own_account.py": "everybody keeps the own account",
    "enforcement/services/officers/second_factor.py": "everybody keeps the own second factor",
    "enforcement/services/officers/sessions.py": "everybody ends the own sessions",
    "enforcement/services/officers/sign_in.py": "signing in and out is noted, whoever does it",
    "enforcement/services/counterparts/revealing.py": "notes what a token read, after it was allowed to",
}

DERIVED = {"enforcement/services/notifications.py": "notices are derived rows, told to one person"}


def functions() -> list[tuple[str, ast.FunctionDef]]:
    """The public functions of the services that act for somebody."""
    return [
        (name_of(path), node)
        for path in SERVICES
        for node in tree_of(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and "by" in _parameters(node)
    ]


def _parameters(function: ast.FunctionDef) -> list[str]:
    return [a.arg for a in (*function.args.args, *function.args.kwonlyargs)]


@cache
def _calls_by_function() -> dict[str, set[str]]:
    """What every function of the services calls, by name; functions of one name are one."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in MODULES:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef):
                found[node.name] |= {called(c) for c in ast.walk(node) if isinstance(c, ast.Call)}
    return found


def reaches(function: str, wanted: set[str]) -> bool:
    """Whether ``function`` calls one of ``wanted``, itself or through other services."""
    seen, ahead = set(), {function}
    while ahead:
        name = ahead.pop()
        seen.add(name)
        direct = _calls_by_function().get(name, set())
        if direct & wanted:
            return True
        ahead |= direct - seen
    return False


def test_by_and_at_are_said_by_name() -> None:
    positional = [(w, f.name) for w, f in functions() if {"by", "at"} & {a.arg for a in f.args.args}]
    assert positional == []


def test_whoever_acts_is_asked_for_the_right() -> None:
    bare = [
        f"{where}: {function.name}"
        for where, function in functions()
        if not reaches(function.name, ASKS)
        and where not in WITHOUT_A_RIGHT
        and not where.startswith(BY_COMMAND_ONLY)
    ]
    assert bare == []


def test_whoever_writes_is_written_down() -> None:
    unwritten = [
        f"{where}: {function.name}"
        for where, function in functions()
        if _writes(function)
        and not reaches(function.name, {"audited", "current_entry"})
        and where not in DERIVED
    ]
    assert unwritten == []


def _writes(function: ast.FunctionDef) -> bool:
    return bool({called(c) for c in ast.walk(function) if isinstance(c, ast.Call)} & WRITES)


def test_nothing_above_the_services_writes() -> None:
    """Doors, forms and reports hand over to a service; saving there would escape its rules."""
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in FILES
        if room_of(path) in ABOVE_AND_BESIDE
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in WRITES
    ]
    assert found == []


def test_no_import_hides_in_a_function() -> None:
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in FILES
        for function in ast.walk(tree_of(path))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, (ast.Import, ast.ImportFrom))
    ]
    assert found == []
