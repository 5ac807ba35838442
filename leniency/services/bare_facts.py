"""Asking the lists without a case: nothing is stored (Art. 10 para. 1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from enforcement.models import Case, Counterpart, Matter
from foundation.actors import Actor
from foundation.permissions import Permission
from leniency.models import LeniencyAssessment
from leniency.rules.assessment import Assessment, assess
from leniency.rules.facts import CaseFacts
from leniency.services.assessing import assess_case
from leniency.services.case_facts import RECORDED, priors_of
from leniency.services.matching import Candidate, candidates_for

KNOWN = ("matter", "occurred_on", "discovered_on", "counterpart", *RECORDED)


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What the lists say to bare facts, with the entries it was held against."""

    violation_on: date
    decision_on: date
    candidates: tuple[Candidate, ...]
    assessment: Assessment


def evaluate_facts(
    *,
    by: Actor,
    at: datetime,
    matter: Matter,
    occurred_on: date,
    discovered_on: date | None = None,
    counterpart: Counterpart | None = None,
    **known: Any,
) -> Evaluated:
    """Hold facts against the lists in force in the actor's place; raises Forbidden.

    ``known`` holds circumstances by name; what is left out is not known. Earlier decisions are looked
    up when a ``counterpart`` is named.
    """
    by.require(Permission.LENIENCY_READ)
    today = timezone.localdate(at)
    candidates = candidates_for(
        matter, violation_on=occurred_on, decision_on=today, district_id=by.district_id
    )
    facts = CaseFacts(
        occurred_on=occurred_on,
        discovered_on=discovered_on or occurred_on,
        matter_id=matter.pk,
        field_id=matter.field_id,
        priors=priors_of(counterpart.pk, today=today) if counterpart else None,
        **known,
    )
    found = assess([c.terms for c in candidates], facts)
    return Evaluated(occurred_on, today, tuple(candidates), found)


def assess_or_evaluate(
    *, by: Actor, at: datetime, case: Case | None = None, **known: Any
) -> LeniencyAssessment | Evaluated:
    """Assess the case, which is stored; or hold bare facts against the lists, which is not."""
    if case is not None:
        return assess_case(case.pk, by=by, at=at)
    return evaluate_facts(by=by, at=at, **{name: known[name] for name in KNOWN if name in known})
