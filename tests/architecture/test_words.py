"""Names that people and programs rely on: actions have labels, obstacles have sources, steps have owners."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from foundation.actors import Actor
from foundation.labels import labelled
from foundation.lifecycle import Lifecycle
from foundation.permissions import PERMISSIONS_OF, Permission, Role
from tests.architecture.sources import APPS, FILES, called, calls, keyword, name_of, room_of, text_of, tree_of
from tests.city import NOON


def lifecycles() -> list[Lifecycle]:
    rooms = [import_module(f"{app}.lifecycle") for app in APPS if app != "foundation" and _has_lifecycle(app)]
    return [value for room in rooms for value in vars(room).values() if isinstance(value, Lifecycle)]


def _has_lifecycle(app: str) -> bool:
    return find_spec(f"{app}.lifecycle") is not None


LIFECYCLES = lifecycles()
STEPS = [(table, t) for table in LIFECYCLES for t in table.transitions]


def noun_of(value: Any) -> str:
    return getattr(value, "noun", getattr(value, "name", ""))


class TestEveryLifecycle:
    def test_is_found(self) -> None:
        assert {table.noun for table in LIFECYCLES} >= {"case", "guidance", "visit"}
        assert len(LIFECYCLES) >= 5

    @pytest.mark.parametrize(("table", "step"), STEPS, ids=noun_of)
    def test_lets_a_step_leave_its_own_states_only(self, table: Lifecycle, step: Any) -> None:
        bare = replace(table, transitions=tuple(replace(t, rules=()) for t in table.transitions))
        everything = Actor(name="x", permissions=frozenset(Permission))
        for state in table.states.values:
            found = bare.obstacles(SimpleNamespace(state=state), step.name, by=everything, at=NOON)
            assert bool(found) is (state not in step.sources), state

    @pytest.mark.parametrize(("table", "step"), STEPS, ids=noun_of)
    def test_gives_a_step_to_its_roles_only(self, table: Lifecycle, step: Any) -> None:
        bare = replace(table, transitions=tuple(replace(t, rules=()) for t in table.transitions))
        for role in Role:
            actor = Actor(name="x", permissions=PERMISSIONS_OF[role])
            found = bare.obstacles(SimpleNamespace(state=step.sources[0]), step.name, by=actor, at=NOON)
            assert bool(found) is (step.permission not in PERMISSIONS_OF[role]), role

    @pytest.mark.parametrize("table", LIFECYCLES, ids=noun_of)
    def test_can_reach_every_state_from_its_first(self, table: Lifecycle) -> None:
        reached = {table.states.values[0]}
        for _round in table.states.values:
            reached |= {t.target for t in table.transitions if reached & set(t.sources)}
        assert reached == set(table.states.values)

    @pytest.mark.parametrize(("table", "step"), STEPS, ids=noun_of)
    def test_has_a_role_for_every_step(self, table: Lifecycle, step: Any) -> None:
        assert any(step.permission in held for held in PERMISSIONS_OF.values())


class TestEveryAction:
    def test_that_is_written_has_words_for_people(self) -> None:
        assert sorted(set(_actions()) - labelled()) == []

    def test_is_named_by_noun_and_verb(self) -> None:
        assert [action for action in _actions() if action.count(":") != 1] == []

    def test_is_found_where_the_verb_is_given_by_the_caller(self) -> None:
        assert set(_actions()) >= {
            "case:review",
            "case:decide",
            "guidance:issue",
            "visit:hold",
            "officer:move",
        }


def _actions() -> Iterator[str]:
    """Every action that some service records, also where a wrapper is given the verb."""
    for path in FILES:
        for call, name in calls(path):
            if name == "audited" and call.args and (action := text_of(call.args[0])):
                yield action
    for app in APPS:
        for wrapper, noun, parameter in _wrappers(app):
            for verb in _verbs(app, wrapper, parameter):
                yield f"{noun}:{verb}"


def _wrappers(app: str) -> Iterator[tuple[ast.FunctionDef, str, str]]:
    """Functions that call ``audited(f"noun:{parameter}")``, with the noun and the parameter."""
    for path in _services(app):
        for function in (n for n in ast.walk(tree_of(path)) if isinstance(n, ast.FunctionDef)):
            for call in (n for n in ast.walk(function) if isinstance(n, ast.Call) and called(n) == "audited"):
                if call.args and isinstance(call.args[0], ast.JoinedStr) and len(call.args[0].values) == 2:
                    noun, verb = call.args[0].values
                    if isinstance(verb, ast.FormattedValue) and isinstance(verb.value, ast.Name):
                        yield function, str(text_of(noun)).rstrip(":"), verb.value.id


def _verbs(app: str, wrapper: ast.FunctionDef, parameter: str) -> Iterator[str]:
    """What the callers of ``wrapper`` in the same app give for ``parameter``."""
    positional = [a.arg for a in wrapper.args.args]
    for path in _services(app):
        for call, name in calls(path):
            if name != wrapper.name:
                continue
            place = positional.index(parameter) if parameter in positional else len(call.args)
            given = call.args[place] if place < len(call.args) else keyword(call, parameter)
            if verb := text_of(given):
                yield verb


def _services(app: str) -> list[Path]:
    return [p for p in FILES if name_of(p).startswith(f"{app}/") and room_of(p) == "services"]


class TestEveryObstacle:
    def test_of_the_domain_names_its_article_or_its_law(self) -> None:
        """What only the machinery asks (an old version, a form sent twice) has no source in law."""
        assert [
            w for w, call in _obstacles() if not _has_source(call) and not w.startswith("foundation/")
        ] == []

    def test_has_a_code_of_noun_and_reason_or_a_number(self) -> None:
        codes = [text_of(keyword(call, "code")) for _where, call in _obstacles()]
        assert [c for c in codes if c is not None and not (":" in c or "-" in c)] == []

    def test_says_what_to_do_next(self) -> None:
        silent = [w for w, call in _obstacles() if keyword(call, "next_step") is None and _is_whole(call)]
        assert silent == []


def _obstacles() -> list[tuple[str, ast.Call]]:
    return [
        (f"{name_of(path)}:{call.lineno}", call)
        for path in FILES
        for call, name in calls(path)
        if name == "Obstacle"
    ]


def _is_whole(call: ast.Call) -> bool:
    """Written out here, and not filled from a mapping (``**given``)."""
    return all(k.arg is not None for k in call.keywords)


def _has_source(call: ast.Call) -> bool:
    return not _is_whole(call) or bool(
        keyword(call, "article") or keyword(call, "citation") or len(call.args) > 2
    )
