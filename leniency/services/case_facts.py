"""The facts of a case as the rules take them, and earlier decisions of all organs (Art. 10 para. 1)."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from enforcement.models import Case, Circumstances
from enforcement.vocabulary import PENALISING, Outcome
from leniency.models import CaseFinding
from leniency.rules.facts import CaseFacts, PriorDecision

RECORDED = (
    "harm",
    "fault",
    "correct_by",
    "corrected_on",
    "refuses_correction",
    "found_by_self",
    "amount",
    "area",
    "quantity",
    "days_late",
    "endangers_safety",
    "party_age",
    "capacity",
    "milder_grounds",
)
ADDED = ("capacity", "milder_grounds")
"""Circumstances that older assessments did not know of: while nothing is known of them, nothing changed."""

COUNTED = (*PENALISING, Outcome.NO_PENALTY)


def facts_of(case: Case, *, today: date) -> CaseFacts:
    """Everything that is known of the case today, with the earlier decisions against its party."""
    stored = Circumstances.objects.filter(case=case).first()
    return _facts(case, stored, priors=priors_of(case.counterpart_id, today=today, but_not=case.pk))


def recorded_facts(case: Case) -> CaseFacts:
    """What is recorded of the case itself, as it is in hand: enough to see whether anything changed."""
    return _facts(case, getattr(case, "circumstances", None), priors=())


def _facts(case: Case, stored: Circumstances | None, *, priors: tuple[PriorDecision, ...]) -> CaseFacts:
    return CaseFacts(
        occurred_on=case.occurred_on,
        discovered_on=case.discovered_on,
        matter_id=case.matter_id,
        field_id=case.matter.field_id,
        priors=priors,
        findings=dict(CaseFinding.objects.filter(case=case).values_list("condition_id", "holds")),
        **({name: getattr(stored, name) for name in RECORDED} if stored else {}),
    )


def priors_of(counterpart_id: int, *, today: date, but_not: int | None = None) -> tuple[PriorDecision, ...]:
    """Decided violations of a counterpart in the whole city: days alone, never case or organ (Art. 4).

    Decisions not to penalise count: whoever was spared once is not in breach for the first time.
    """
    rows = (
        Case.objects.filter(counterpart=counterpart_id, decided_on__lte=today, outcome__in=COUNTED)
        .exclude(pk=but_not)
        .order_by("decided_on", "id")
        .values_list("matter_id", "matter__field_id", "occurred_on", "decided_on")
    )
    return tuple(PriorDecision(*row) for row in rows)


def image_of_facts(facts: CaseFacts) -> dict[str, Any]:
    """What was recorded about the case, as plain JSON: the same image means the same facts."""
    names = [f.name for f in fields(facts) if f.name not in ("priors", "findings")]
    image = {name: _plain(getattr(facts, name)) for name in names if name not in ADDED}
    image |= {name: _plain(known) for name in ADDED if (known := getattr(facts, name))}
    image["findings"] = {str(key): facts.findings[key] for key in sorted(facts.findings)}
    return image


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, date):
        return value.isoformat()
    return f"{value.normalize():f}" if isinstance(value, Decimal) else value
