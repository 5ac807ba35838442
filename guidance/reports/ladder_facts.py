"""What the ladder is told of a case or a counterpart: what was tried, and what came up again (Art. 3, 8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, Q
from django.utils import timezone

from enforcement.models import Case, Counterpart
from enforcement.vocabulary import PENALISING, CaseState, Outcome
from foundation.actors import Actor
from guidance.models import GuidanceAction
from guidance.rules.ladder import LadderFacts, PenaltyFacts, Tried, guidance_could_suffice
from guidance.vocabulary import RUNG_OF, GuidanceState

A_YEAR = timedelta(days=365)
ESTABLISHED = (CaseState.INVESTIGATED, CaseState.ASSESSED, CaseState.NOTIFIED)
UNCERTAIN = (CaseState.CLUE, CaseState.FILED)
VIOLATIONS = (*PENALISING, Outcome.NO_PENALTY)


def ladder_facts_of_case(case: Case, *, at: datetime, by: Actor | None = None) -> LadderFacts:
    """Guidance on the case, or on its matter to its party in the year before, by the same organ; two queries.

    With ``by`` only what that actor may see.
    """
    tried, prong = _tried(_given(by).filter(_about(case, at), organ=case.organ_id))
    known = getattr(case, "circumstances", None)
    return LadderFacts(
        tried=tried,
        prong=prong,
        recurrences=_earlier(case, at).count(),
        harm=known.harm if known else "",
        endangers_safety=known.endangers_safety if known else None,
        is_established=case.state in ESTABLISHED,
        is_decided=case.state not in (*ESTABLISHED, *UNCERTAIN),
    )


def ladder_facts_of_counterpart(party: Counterpart, *, at: datetime, by: Actor) -> LadderFacts:
    """What ``by`` may see of the guidance and the violations of the last year; two queries."""
    tried, prong = _tried(_given(by).filter(counterpart=party, issued_at__gte=at - A_YEAR))
    since = timezone.localdate(at - A_YEAR)
    decided = Case.objects.visible_to(by).filter(counterpart=party, outcome__in=VIOLATIONS)
    return LadderFacts(tried=tried, prong=prong, recurrences=decided.filter(decided_on__gte=since).count())


def ladder_facts_of_draft(action: GuidanceAction, *, at: datetime) -> LadderFacts:
    """What stands before a draft, in its case or with its party, by the same organ; its own ground counts."""
    case = action.case
    facts = _facts_of_party(action, at) if case is None else ladder_facts_of_case(case, at=at)
    own = getattr(action.detail, "prong", "")
    return replace(facts, prong=own or facts.prong)


def _facts_of_party(action: GuidanceAction, at: datetime) -> LadderFacts:
    about = {"organ": action.organ_id, "counterpart": action.counterpart_id}
    if action.matter_id is not None:
        about["matter"] = action.matter_id
    tried, prong = _tried(_given(None).filter(issued_at__gte=at - A_YEAR, **about))
    decided = Case.objects.filter(outcome__in=VIOLATIONS, decided_on__gte=timezone.localdate(at - A_YEAR))
    return LadderFacts(tried=tried, prong=prong, recurrences=decided.filter(**about).count())


def _given(by: Actor | None) -> Any:
    rows = GuidanceAction.objects.all() if by is None else GuidanceAction.objects.visible_to(by)
    return rows.issued().exclude(state=GuidanceState.WITHDRAWN).filter(way__in=list(RUNG_OF))


def _tried(rows: Any) -> tuple[tuple[Tried, ...], str]:
    """In the order in which they were given, and the prong of the last exhortation."""
    found = list(rows.order_by("issued_at", "pk").values_list("way", "effect", "exhort__prong"))
    prongs = [prong for _way, _effect, prong in found if prong]
    return tuple(Tried(way, effect) for way, effect, _prong in found), prongs[-1] if prongs else ""


def penalty_facts_of(case: Case, *, at: datetime) -> PenaltyFacts:
    """What stands before a penalty; whether the party was guided or met before is asked only where it matters."""
    known = getattr(case, "circumstances", None)
    facts = PenaltyFacts(
        harm=known.harm if known else "",
        endangers_safety=known.endangers_safety if known else None,
        is_flagged=case.is_flagged,
    )
    if not guidance_could_suffice(facts):
        return facts
    guided = Exists(_given(None).filter(_about(case, at), organ=case.organ_id))
    met = Exists(_earlier(case, at))
    was_guided, was_met = Case.objects.filter(pk=case.pk).values_list(guided, met).get()
    return replace(facts, was_guided=was_guided, was_met_before=was_met)


def _about(case: Case, at: datetime) -> Q:
    """Guidance on the case, or on its matter to its party in the year before."""
    of_the_party = Q(counterpart=case.counterpart_id, matter=case.matter_id, issued_at__gte=at - A_YEAR)
    return Q(case=case.pk) | of_the_party


def _earlier(case: Case, at: datetime) -> Any:
    """Cases in which the same organ established the same matter with the same party in the year before."""
    rows = Case.objects.filter(
        organ=case.organ_id,
        counterpart=case.counterpart_id,
        matter=case.matter_id,
        outcome__in=VIOLATIONS,
        decided_on__gte=timezone.localdate(at - A_YEAR),
    )
    return rows.exclude(pk=case.pk)
