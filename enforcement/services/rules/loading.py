"""The rules of law as they stand in the product, entered into the database (Art. 5, 6)."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from enforcement.models import Rule, RuleParameter
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited

FILE = Path(__file__).resolve().parents[2] / "data" / "rules.json"


def rules_in_file() -> list[dict[str, Any]]:
    """The rules as the product states them, in the order of the procedure."""
    rows: list[dict[str, Any]] = json.loads(FILE.read_text(encoding="utf-8"))
    return rows


def load_rules(*, by: Actor, at: datetime) -> list[Rule]:
    """Enter the rules, or bring those that are there up to date; what the city set stays as it is."""
    by.require(Permission.MATTER_EDIT)
    known = {rule.code: rule for rule in Rule.objects.prefetch_related("parameters")}
    with audited("rule:load", by=by, at=at, under=Article(6)):
        return [
            _entered(row, position, known.get(row["code"]))
            for position, row in enumerate(rules_in_file(), start=1)
        ]


def _entered(row: dict[str, Any], position: int, known: Rule | None) -> Rule:
    values = {**row, "position": position, "effective_from": _day(row["effective_from"])}
    parameters = values.pop("parameters")
    rule = known or Rule(code=row["code"])
    if _change(rule, values):
        rule.save()
    held = {p.name: p for p in known.parameters.all()} if known else {}
    for parameter in parameters:
        _enter_parameter(rule, parameter, held.get(parameter["name"]))
    return rule


def _enter_parameter(rule: Rule, row: dict[str, Any], known: RuleParameter | None) -> None:
    parameter = known or RuleParameter(rule=rule)
    values = {n: v for n, v in row.items() if not (n == "value" and known and known.is_local)}
    if _change(parameter, values):
        parameter.save()


def _change(thing: Any, values: dict[str, Any]) -> bool:
    """Set ``values``; whether anything is new."""
    changed = {name: value for name, value in values.items() if getattr(thing, name) != value}
    for name, value in changed.items():
        setattr(thing, name, value)
    return bool(changed) or thing.pk is None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
