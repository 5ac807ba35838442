"""Special provisions of a matter: entered, changed, loaded, and found for a question (Penalty Law, Art. 33(2))."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

from enforcement.models import Matter
from foundation.actors import Actor
from foundation.permissions import Permission
from foundation.record import audited
from leniency.models import SpecialProvision
from leniency.rules.facts import SpecialLaw
from leniency.services.drafts import ARTICLE

SAMPLE = Path(__file__).resolve().parent.parent / "data" / "special_provisions.json"


def enter_special_provision(
    *, by: Actor, at: datetime, matter: Matter, citation_zh: str, **values: Any
) -> SpecialProvision:
    """Enter where a special law knows another answer for a matter; raises Forbidden."""
    by.require(Permission.MATTER_EDIT)
    with audited("special_provision:enter", by=by, at=at, under=ARTICLE):
        found = SpecialProvision(matter=matter, citation_zh=citation_zh, **values)
        found.save()
        return found


def edit_special_provision(
    provision_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> SpecialProvision:
    """Change a special provision; raises Forbidden and Stale."""
    by.require(Permission.MATTER_EDIT)
    with audited("special_provision:edit", by=by, at=at, under=ARTICLE):
        found: SpecialProvision = SpecialProvision.objects.workable_by(by).locked(
            provision_id, expected=expected
        )
        for name, value in values.items():
            setattr(found, name, value)
        found.save()
        return found


def load_special_provisions(*, by: Actor, at: datetime) -> list[SpecialProvision]:
    """Enter those that the product knows, for matters that are there and have none yet."""
    content: dict[str, Any] = json.loads(SAMPLE.read_text(encoding="utf-8"))
    matters = {
        m.code: m
        for m in Matter.objects.filter(code__in={c for r in content["provisions"] for c in r["matters"]})
    }
    taken = set(SpecialProvision.objects.values_list("matter__code", "displaces"))
    with audited("special_provision:load", by=by, at=at, under=ARTICLE, why=content["note_zh"]):
        return [
            enter_special_provision(by=by, at=at, matter=matters[code], **_values(row))
            for row in content["provisions"]
            for code in row["matters"]
            if code in matters and (code, row["displaces"]) not in taken
        ]


def _values(row: dict[str, Any]) -> dict[str, Any]:
    values = {name: value for name, value in row.items() if name != "matters"}
    return {**values, "valid_from": date.fromisoformat(row["valid_from"])}


def special_laws_of(matter_id: int, *, violation_on: date, decision_on: date) -> tuple[SpecialLaw, ...]:
    """Those in force on the day of the violation or of the decision (Penalty Law, Art. 37)."""
    rows = SpecialProvision.objects.filter(matter=matter_id).order_by("id")
    return tuple(r.terms for r in rows if r.is_in_force(violation_on) or r.is_in_force(decision_on))
