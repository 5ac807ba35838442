"""Each rule with its functions, transitions, services and tests, or the reason why it has none."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

from enforcement.models.base import in_words
from enforcement.reports.rulebook.functions import FLOORS, Function, functions, reached_from
from enforcement.reports.rulebook.proofs import tests_by_rule
from foundation.lifecycle import Lifecycle

NOT_ENCODED = Path(__file__).resolve().parents[2] / "data" / "rules_not_encoded.toml"


@dataclass(frozen=True, slots=True)
class Entry:
    """Where one rule bites, and what proves it."""

    code: str
    functions: tuple[str, ...] = ()
    transitions: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()

    @property
    def is_encoded(self) -> bool:
        return bool(self.functions)


def book() -> dict[str, Entry]:
    """The entries of all rules that the source names, by code; read anew from the source."""
    known, tests = functions(), tests_by_rule()
    named = _by_code((f.key, f.codes) for f in known.values())
    transitions = _by_code(_reached_by_transitions(known))
    public = (f for f in known.values() if f.room == "services" and f.is_public)
    services = _by_code((f.key, reached_from(f.key, known)) for f in public)
    return {
        code: Entry(code, *(tuple(sorted(places[code])) for places in (named, transitions, services, tests)))
        for code in sorted({*named, *tests})
    }


@cache
def groups_not_encoded() -> dict[str, dict[str, Any]]:
    """The groups of rules that the program does not hold people to, each with its reason."""
    return tomllib.loads(NOT_ENCODED.read_text(encoding="utf-8"))


def missing_among(codes: Iterable[str], entries: dict[str, Entry]) -> Iterator[str]:
    """Rules that are neither encoded nor listed, or both, or encoded without a test; one sentence each."""
    listed = [code for group in groups_not_encoded().values() for code in group["codes"]]
    for code in codes:
        entry = entries.get(code, Entry(code))
        if not entry.is_encoded and code not in listed:
            yield f"{code} is neither encoded nor listed as not encoded"
        elif entry.is_encoded and code in listed:
            yield f"{code} is encoded, yet listed as not encoded"
        elif entry.is_encoded and not entry.tests:
            yield f"{code} is encoded and no test proves it"


def reason_not_encoded(code: str) -> str:
    """Why the program does not hold people to the rule, in the reader's language; nothing when it does."""
    groups = (group for group in groups_not_encoded().values() if code in group["codes"])
    return next((in_words(group["reason_zh"], group["reason_en"]) for group in groups), "")


def _reached_by_transitions(known: dict[str, Function]) -> Iterator[tuple[str, frozenset[str]]]:
    for lifecycle in lifecycles():
        for name, rules in lifecycle.rules_by_transition():
            keys = (f"{rule.__module__}:{rule.__name__}" for rule in rules)
            yield f"{lifecycle.noun}:{name}", frozenset().union(*(reached_from(k, known) for k in keys))


def lifecycles() -> list[Lifecycle]:
    """Every table of every floor, once."""
    found: dict[str, Lifecycle] = {}
    for floor in FLOORS:
        for module in _modules_of(floor):
            tables = (value for value in vars(import_module(module)).values() if isinstance(value, Lifecycle))
            found |= {table.noun: table for table in tables}
    return list(found.values())


def _modules_of(floor: str) -> Iterator[str]:
    parent = import_module(floor)
    for found in walk_packages(parent.__path__, f"{floor}."):
        if found.name.split(".")[1] == "lifecycle":
            yield found.name


def _by_code(pairs: Iterable[tuple[str, Iterable[str]]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for place, codes in pairs:
        for code in codes:
            found[code].add(place)
    return found
