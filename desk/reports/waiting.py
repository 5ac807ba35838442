"""What waits for a head or reviewer who has no other duty in it, in two queries (Art. 4, 5, 8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from desk.vocabulary import Wait
from enforcement.models import Case, CaseInterval, CasePerson, LegalReview
from enforcement.rules.coercion_terms import approval_due_at
from enforcement.vocabulary import PENALISING, Approver, CaseRole, CaseState, IntervalKind, ReviewOpinion
from enforcement.vocabulary.coercion import CoercionKind, CoercionState
from foundation.actors import Actor
from foundation.permissions import Permission
from guidance.models import GuidanceAction
from guidance.vocabulary import GuidanceState, Way

MOST = 50
REVIEWABLE = (CaseState.INVESTIGATED, CaseState.ASSESSED, CaseState.NOTIFIED)
DECIDABLE = (CaseState.ASSESSED, CaseState.NOTIFIED)
FLAGGED = Q(is_major=True) | Q(is_complex=True) | Q(has_social_impact=True)
DONE = Q(state=CaseState.CARRIED_OUT) | Q(state=CaseState.DECIDED) & ~Q(outcome__in=PENALISING)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A thing that waits for the actor's word."""

    wait: Wait
    number: str
    about: str
    url: str
    due_on: date | None


def waiting_cases(actor: Actor) -> list[Waiting]:
    """Cases of the own organ to review, decide or close, the nearest deadline first."""
    reviews, decides = actor.may(Permission.CASE_REVIEW), actor.may(Permission.CASE_APPROVE)
    if actor.officer_id is None or not (reviews or decides):
        return []
    wanted = Q(pk__in=[])
    if reviews:
        wanted |= Q(state__in=REVIEWABLE, passed=False) & (FLAGGED | Q(mine=True))
    if decides:
        wanted |= Q(state__in=DECIDABLE) | DONE
    rows = (
        Case.objects.workable_by(actor)
        .annotate(
            passed=Exists(LegalReview.objects.filter(case=OuterRef("pk"), opinion=ReviewOpinion.PASSED)),
            mine=_has_role(actor, CaseRole.REVIEWER),
            barred=_has_role(actor, *_barring(decides)),
        )
        .filter(wanted, barred=False)
        .order_by("deadline_on", "id")
        .values("id", "number", "state", "outcome", "counterpart__name", "deadline_on", "decided_on")
    )
    return [_case(row, decides=decides) for row in rows[:MOST]]


def waiting_coercion(rows: Iterable[dict[str, Any]]) -> list[Waiting]:
    """Coercion of the own organ that waits for the word of a head who does not handle the case."""
    return [_coercion(row) for row in rows if not row["handled"]]


def _coercion(row: dict[str, Any]) -> Waiting:
    urgent = row["state"] == CoercionState.APPLIED
    due_on = timezone.localdate(approval_due_at(row["applied_at"])) if urgent else None
    about = f"{CoercionKind(row['kind']).label} · {row['case__counterpart__name']}"
    number = row["case__number"] or row["case__clue_number"]
    url = reverse("enforcement:coercion_detail", args=[row["id"]])
    return Waiting(Wait.COERCION, number, about, url, due_on)


def waiting_guidance(actor: Actor) -> list[Waiting]:
    """Guidance of the own organ to approve, and the actor's own that may be issued now."""
    if actor.officer_id is None or not actor.may(Permission.GUIDANCE_HANDLE):
        return []
    own = Q(drafted_by_id=actor.officer_id)
    wanted = own & Q(state=GuidanceState.APPROVED)
    if actor.may(Permission.GUIDANCE_APPROVE):
        wanted |= Q(state=GuidanceState.PENDING_APPROVAL) & ~own
    rows = GuidanceAction.objects.workable_by(actor).filter(wanted).order_by("drafted_at", "id")
    columns = ("id", "title", "way", "state", "counterpart__name", "audience", "reply_by")
    return list(_guidance(rows.values(*columns)[:MOST]))


def waiting_intervals(actor: Actor) -> list[Waiting]:
    """Stops and extensions that the actor, or a head beside him or her, is to answer."""
    if actor.officer_id is None or not actor.may(Permission.CASE_APPROVE):
        return []
    asked = CaseInterval.objects.workable_by(actor).waiting().exclude(asked_by=actor.officer_id)
    columns = ("id", "kind", "approver", "case__organ_id", "case__number", "case__deadline_on")
    rows = asked.order_by("id").values(*columns)[:MOST]
    return [_interval(row) for row in rows if _answers(row, actor)]


def _answers(row: dict[str, Any], actor: Actor) -> bool:
    return (row["approver"] == Approver.SUPERIOR) != (row["case__organ_id"] == actor.organ_id)


def _interval(row: dict[str, Any]) -> Waiting:
    url = reverse("enforcement:interval_detail", args=[row["id"]])
    kind = str(IntervalKind(row["kind"]).label)
    return Waiting(Wait.APPROVE, row["case__number"], kind, url, row["case__deadline_on"])


def _guidance(rows: Any) -> Iterator[Waiting]:
    for row in rows:
        wait = Wait.APPROVE if row["state"] == GuidanceState.PENDING_APPROVAL else Wait.ISSUE
        about = f"{Way(row['way']).label} · {row['counterpart__name'] or row['audience']}"
        url = reverse("guidance:guidance_detail", args=[row["id"]])
        yield Waiting(wait, row["title"], about, url, row["reply_by"])


def _case(row: dict[str, Any], *, decides: bool) -> Waiting:
    if row["decided_on"] is not None:
        wait = Wait.CLOSE
    else:
        wait = Wait.DECIDE if decides and row["state"] in DECIDABLE else Wait.REVIEW
    due_on = None if row["decided_on"] else row["deadline_on"]
    url = reverse("enforcement:case_detail", args=[row["id"]])
    return Waiting(wait, row["number"], row["counterpart__name"], url, due_on)


def _has_role(actor: Actor, *roles: CaseRole) -> Exists:
    return Exists(CasePerson.objects.filter(case=OuterRef("pk"), officer=actor.officer_id, role__in=roles))


def _barring(decides: bool) -> tuple[CaseRole, ...]:
    """Who handled, or reviewed and would decide, has no other word in the case."""
    handled = (CaseRole.HANDLER, CaseRole.VISITOR)
    return (*handled, CaseRole.REVIEWER) if decides else (*handled, CaseRole.DECIDER)
