"""Asking the lists without a case: nothing is stored (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Matter
from foundation.actors import Actor
from foundation.permissions import Permission
from leniency.models import LeniencyEntry
from leniency.rules.assessment import Assessment, assess
from leniency.rules.facts import SAME, CaseFacts, PriorDecision
from leniency.services.coming import Coming, coming_entries, milder_of
from leniency.services.matching import Candidate, candidates_for, suspended_for
from leniency.services.special_laws import special_laws_of
from leniency.vocabulary import ConditionKind


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What the lists and the law say to bare facts, with the entries they were held against, and what comes later."""

    matter: Matter
    violation_on: date
    decision_on: date
    candidates: tuple[Candidate, ...]
    assessment: Assessment
    coming: Coming | None = None
    suspended: tuple[LeniencyEntry, ...] = ()


def evaluate_facts(
    *,
    by: Actor,
    at: datetime,
    matter: Matter,
    act_on: date,
    decide_on: date | None = None,
    priors: tuple[PriorDecision, ...] | None = None,
    **known: Any,
) -> Evaluated:
    """Hold facts against the law and the lists in force in the actor's place on the two days.

    ``known`` holds facts as the rules name them; what is left out is not known. Raises Forbidden, and
    ValidationError for a finding on what no entry of the matter asks.
    """
    by.require(Permission.LENIENCY_READ)
    decided = decide_on or timezone.localdate(at)
    candidates = candidates_for(matter, violation_on=act_on, decision_on=decided, district_id=by.district_id)
    _refuse_strange_findings(known.get("findings") or {}, candidates)
    facts = CaseFacts(
        occurred_on=act_on,
        decided_on=decided,
        matter_id=matter.pk,
        field_id=matter.field_id,
        priors=None if priors is None else _of_matter(priors, matter),
        look_back=settings.LENIENCY_LOOK_BACK_MONTHS,
        special_laws=special_laws_of(matter.pk, violation_on=act_on, decision_on=decided),
        **known,
    )
    found = assess([c.terms for c in candidates], facts)
    later = coming_entries(matter.pk, by.district_id, after=decided)
    coming = milder_of(later, facts, present=(found.conclusion, found.could_be))
    suspended = () if candidates else suspended_for(matter, decision_on=decided, district_id=by.district_id)
    return Evaluated(matter, act_on, decided, tuple(candidates), found, coming, suspended)


def _of_matter(priors: Iterable[PriorDecision], matter: Matter) -> tuple[PriorDecision, ...]:
    """Earlier decisions that were told as the same, with what they are the same as."""
    return tuple(
        replace(
            prior,
            matter_id=matter.pk if prior.matter_id == SAME else prior.matter_id,
            field_id=matter.field_id if prior.field_id == SAME else prior.field_id,
        )
        for prior in priors
    )


def _refuse_strange_findings(findings: dict[int, bool], candidates: Iterable[Candidate]) -> None:
    asked = {
        condition.id
        for candidate in candidates
        for condition in candidate.terms.conditions
        if condition.kind == ConditionKind.ATTESTED
    }
    if strange := sorted(set(findings) - asked):
        message = _("No entry of this matter asks about %(keys)s.") % {"keys": ", ".join(map(str, strange))}
        raise ValidationError({"findings": ValidationError(message, code="unknown")})
