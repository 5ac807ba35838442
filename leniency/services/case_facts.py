"""The facts of a case as the rules take them, and earlier decisions of all organs (Art. 10 para. 1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import Case as Choice
from django.db.models import CharField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from enforcement.models import Case, Circumstances
from enforcement.rules.own_corrections import OwnCorrection, own_correction_of
from enforcement.services.counterparts import candidates_of, same_as
from enforcement.services.own_corrections import own_corrections_of
from enforcement.vocabulary import (
    LENIENT_GROUNDS,
    PENALISING,
    CaseState,
    CounterpartKind,
    Outcome,
    PenaltyKind,
)
from leniency.models import LeniencyAssessment
from leniency.rules.facts import CaseFacts, PriorDecision, SpecialLaw
from leniency.services.special_laws import special_laws_of
from leniency.vocabulary import PartyKind, PriorKind

KIND = Choice(
    When(state=CaseState.NOT_FILED, then=Value(PriorKind.NOT_OPENED)),
    When(outcome=Outcome.NO_PENALTY, then=Value(PriorKind.WAIVER)),
    When(decision__penalty_kind=PenaltyKind.WARNING, then=Value(PriorKind.WARNING)),
    default=Value(PriorKind.PENALTY),
    output_field=CharField(),
)
"""What kind of trace a case left."""

RECORDED = (
    "gravity",
    "harm",
    "fault",
    "no_fault_proven",
    "correct_by",
    "corrected_on",
    "corrected_when",
    "refuses_correction",
    "found_by_self",
    "amount",
    "goods_value",
    "unlawful_gain",
    "refunded",
    "area",
    "quantity",
    "days_late",
    "endangers_safety",
    "life_health_or_finance",
    "continuing",
    "obstructed",
    "exploited_emergency",
    "endangered_minors",
    "forged_evidence",
    "party_age",
    "capacity",
    "removed_harm",
    "was_coerced",
    "confessed",
    "has_merit",
    "other_ground",
)
MILDER = ("removed_harm", "was_coerced", "confessed", "has_merit", "other_ground")
IMAGED = (
    "occurred_on",
    "discovered_on",
    "matter_id",
    "field_id",
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
)
ADDED = tuple(name for name in RECORDED if name not in (*IMAGED, *MILDER))
"""Circumstances that older assessments did not know of: while nothing is known of them, nothing changed."""

PARTY_KINDS = {
    CounterpartKind.CITIZEN: PartyKind.PERSON,
    CounterpartKind.SOLE_TRADER: PartyKind.SOLE_TRADER,
}


def facts_of(case: Case, *, today: date) -> CaseFacts:
    """Everything that is known of the case today, with the earlier decisions against its party."""
    return whole_facts(
        case,
        Circumstances.objects.filter(case=case).first(),
        today=today,
        priors=_known_priors(case, today=today),
        special_laws=special_laws_of(
            case.matter_id, violation_on=case.ended_on or case.occurred_on, decision_on=today
        ),
        own=own_corrections_of([case.counterpart_id]).get(case.counterpart_id, ()),
    )


def whole_facts(
    case: Case,
    stored: Circumstances | None,
    *,
    today: date,
    priors: tuple[PriorDecision, ...] | None,
    special_laws: tuple[SpecialLaw, ...],
    own: tuple[OwnCorrection, ...] = (),
) -> CaseFacts:
    """The facts out of what was read of the case already; asks only for findings that are not loaded."""
    return replace(
        _facts(case, stored),
        decided_on=today,
        ended_on=case.ended_on,
        counterpart_kind=party_kind_of(case),
        priors=priors,
        look_back=settings.LENIENCY_LOOK_BACK_MONTHS,
        special_laws=special_laws,
        own_correction=own_correction_of(
            own, matter_id=case.matter_id, occurred_on=case.occurred_on, discovered_on=case.discovered_on
        ),
    )


def party_kind_of(case: Case) -> str:
    """Whether the party is a person, trades under its own name, or is an organisation."""
    return PARTY_KINDS.get(CounterpartKind(case.counterpart.kind), PartyKind.ORGANISATION).value


def recorded_facts(case: Case) -> CaseFacts:
    """What is recorded of the case itself, as it is in hand: enough to see whether anything changed."""
    return replace(_facts(case, getattr(case, "circumstances", None)), priors=())


def _facts(case: Case, stored: Circumstances | None) -> CaseFacts:
    return CaseFacts(
        occurred_on=case.occurred_on,
        discovered_on=case.discovered_on,
        matter_id=case.matter_id,
        field_id=case.matter.field_id,
        findings={f.condition_id: f.holds for f in case.leniency_findings.all()},
        **({name: getattr(stored, name) for name in RECORDED} if stored else {}),
    )


def priors_of(counterpart_id: int, *, today: date, but_not: int | None = None) -> tuple[PriorDecision, ...]:
    """Decided violations of a counterpart in the whole city: days alone, never case or organ (Art. 4).

    Decisions not to penalise count, and so do clues that were not filed out of leniency: whoever was spared
    once is not in breach for the first time.
    """
    rows = traces_until(today).filter(counterpart__in=same_as(counterpart_id)).exclude(pk=but_not)
    return tuple(PriorDecision(*row) for row in rows.values_list(*TRACE))


TRACE = ("matter_id", "matter__field_id", "occurred_on", "on", "kind", "entry")


def traces_until(today: date) -> Any:
    """Every case that left a trace by a day, the earliest first, with the columns of ``TRACE``."""
    decided = Q(decided_on__lte=today, outcome__in=(*PENALISING, Outcome.NO_PENALTY))
    spared = Q(state=CaseState.NOT_FILED, closed_on__lte=today, non_filing__ground__in=LENIENT_GROUNDS)
    rows = Case.objects.filter(decided | spared)
    applied = LeniencyAssessment.objects.filter(case=OuterRef("pk")).order_by("-pk")
    entry = Subquery(applied.values("chosen_entry__code")[:1])
    return rows.annotate(on=Coalesce("decided_on", "closed_on"), kind=KIND, entry=entry).order_by("on", "id")


def _known_priors(case: Case, *, today: date) -> tuple[PriorDecision, ...] | None:
    """Earlier decisions; None while somebody with traces may be the same party and nobody has said so or not."""
    found = priors_of(case.counterpart_id, today=today, but_not=case.pk)
    return None if not found and is_in_doubt(case, today=today) else found


def is_in_doubt(case: Case, *, today: date) -> bool:
    """Whether an entry that may be the same party as that of ``case`` was decided against before."""
    return any(priors_of(c.counterpart.pk, today=today) for c in candidates_of(case.counterpart))


def image_of_facts(facts: CaseFacts) -> dict[str, Any]:
    """What was recorded about the case, as plain JSON: the same image means the same facts."""
    image = {name: _plain(getattr(facts, name)) for name in IMAGED}
    image |= {name: _plain(known) for name in ADDED if (known := getattr(facts, name)) not in (None, "")}
    if founded := [name for name in MILDER if getattr(facts, name)]:
        image["milder_grounds"] = founded
    image["findings"] = {str(key): facts.findings[key] for key in sorted(facts.findings)}
    return image


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return f"{value.normalize():f}" if isinstance(value, Decimal) else value
