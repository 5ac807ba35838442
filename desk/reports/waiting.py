"""What waits for a head or reviewer who has no other duty in it, each part in one query (Art. 4, 5, 8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, Exists, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from desk.vocabulary import Wait
from enforcement.models import (
    BandDeparture,
    Case,
    CaseInterval,
    CasePerson,
    Hardship,
    LegalReview,
    Publication,
    ReviewRequest,
)
from enforcement.models.publicity import is_handled
from enforcement.rules.coercion_terms import approval_due_at
from enforcement.vocabulary import (
    PENALISING,
    Approver,
    CaseRole,
    CaseState,
    HardshipState,
    IntervalKind,
    ReviewOpinion,
)
from enforcement.vocabulary.coercion import CoercionKind, CoercionState
from enforcement.vocabulary.publicity import PublicityState
from foundation.actors import Actor
from foundation.permissions import Permission
from guidance.models import GuidanceAction
from guidance.vocabulary import GuidanceState, Way
from leniency.models import LeniencyChoice

AHEAD = timedelta(days=7)
DEPARTURE, CHOICE = "departure", "choice"
WAITS = {
    GuidanceState.LEGAL_REVIEW: Wait.REVIEW,
    GuidanceState.REVIEWED: Wait.COMMENTS,
    GuidanceState.PENDING_APPROVAL: Wait.APPROVE,
}
MOST = 50
REVIEWABLE = (CaseState.INVESTIGATED, CaseState.ASSESSED, CaseState.NOTIFIED)
DECIDABLE = (CaseState.ASSESSED, CaseState.NOTIFIED)
FLAGGED = Q(is_major=True) | Q(is_complex=True) | Q(has_social_impact=True)
TO_APPROVE = Q(state__in=(PublicityState.DRAFT, PublicityState.CORRECTING)) | Q(
    state=PublicityState.PUBLISHED, withdraw_by__isnull=False
)
PUBLIC_TEXT = "text"
DONE = Q(state=CaseState.CARRIED_OUT) | Q(state=CaseState.DECIDED) & ~Q(outcome__in=PENALISING)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A thing that waits for the actor's word."""

    wait: Wait
    number: str
    about: str
    url: str
    due_on: date | None


def waiting_cases(actor: Actor, today: date) -> list[Waiting]:
    """Clues and cases of the own organ to file, review, decide or close, the nearest day first (DEC-3, FIL-1)."""
    reviews, decides = actor.may(Permission.CASE_REVIEW), actor.may(Permission.CASE_APPROVE)
    if actor.officer_id is None or not (reviews or decides):
        return []
    wanted = Q(pk__in=[])
    if reviews:
        wanted |= Q(state__in=REVIEWABLE, passed=False) & (
            FLAGGED | Q(mine=True) | Q(asked_due__isnull=False)
        )
    if decides:
        unfiled = Q(state=CaseState.CLUE, verify_by__lte=today + AHEAD)
        late = Q(state__in=REVIEWABLE, asked_due__lt=today)
        wanted |= Q(state__in=DECIDABLE) | DONE | unfiled | late | Q(asks=True)
    unanswered = ReviewRequest.objects.filter(case=OuterRef("pk"), answered_on=None)
    rows = (
        Case.objects.workable_by(actor)
        .annotate(
            passed=Exists(LegalReview.objects.filter(case=OuterRef("pk"), opinion=ReviewOpinion.PASSED)),
            mine=_has_role(actor, CaseRole.REVIEWER),
            asked_due=Subquery(unanswered.values("due_on")[:1]),
            asks=Exists(Hardship.objects.filter(case=OuterRef("pk"), state=HardshipState.ASKED)),
            barred=_has_role(actor, *_barring(decides)),
        )
        .filter(wanted, barred=False)
        .order_by(Coalesce("asked_due", "deadline_on", "verify_by"), "id")
        .values(
            "id", "number", "clue_number", "state", "counterpart__name", "deadline_on", "decided_on", "verify_by",
            "asked_due", "asks",
        )
    )  # fmt: skip
    return [_case(row, today, decides=decides) for row in rows[:MOST]]


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
    """Guidance of the own organ to review or approve, and the actor's own that goes on."""
    handles, reviews = actor.may(Permission.GUIDANCE_HANDLE), actor.may(Permission.GUIDANCE_REVIEW)
    if actor.officer_id is None or not (handles or reviews):
        return []
    own = Q(drafted_by_id=actor.officer_id)
    wanted = own & Q(state__in=(GuidanceState.APPROVED, GuidanceState.REVIEWED)) if handles else Q(pk__in=[])
    if reviews:
        wanted |= Q(state=GuidanceState.LEGAL_REVIEW) & ~own
    if actor.may(Permission.GUIDANCE_APPROVE):
        wanted |= Q(state=GuidanceState.PENDING_APPROVAL) & ~own
    rows = GuidanceAction.objects.workable_by(actor).filter(wanted).order_by("drafted_at", "id")
    columns = ("id", "title", "way", "state", "counterpart__name", "audience", "reply_by")
    return list(_guidance(rows.values(*columns)[:MOST]))


def waiting_requests(actor: Actor) -> list[Waiting]:
    """Stops, extensions, departures and choices to answer, public texts to approve or withdraw; in one query."""
    if actor.officer_id is None or not actor.may(Permission.CASE_APPROVE):
        return []
    columns = ("id", "kind", "approver", "case__organ_id", "case__number", "case__deadline_on")
    intervals = CaseInterval.objects.workable_by(actor).waiting().exclude(asked_by=actor.officer_id)
    departures = BandDeparture.objects.workable_by(actor).waiting().exclude(asked_by=actor.officer_id)
    named = departures.annotate(kind=Value(DEPARTURE, CharField()))
    rows = (
        intervals.order_by()
        .values(*columns)
        .union(
            named.order_by().values(*columns), _choices(actor).order_by(), _texts(actor).order_by(), all=True
        )
    )
    return [_request(row) for row in rows.order_by("id")[:MOST] if _answers(row, actor)]


def _choices(actor: Actor) -> Any:
    """Departures from leniency assessments that the actor did not propose, in the columns of requests (LEN-9)."""
    seen = LeniencyChoice.objects.workable_by(actor).waiting().exclude(asked_by=actor.officer_id)
    told = seen.annotate(kind=Value(CHOICE, CharField()), approver=Value(Approver.HEAD.value, CharField()))
    return told.values("id", "kind", "approver", "case__organ_id", "case__number", "case__deadline_on")


def _texts(actor: Actor) -> Any:
    """Public texts of things that the actor does not handle, in the columns of requests."""
    seen = Publication.objects.workable_by(actor).filter(TO_APPROVE, ~is_handled(actor.officer_id))
    told = seen.annotate(
        step=F("state"),
        approver=Value(PUBLIC_TEXT, CharField()),
        called=Coalesce("case__number", "measure__number", "inspection__number"),
        due=Coalesce("withdraw_by", "publish_by"),
    )
    return told.values("id", "step", "approver", "organ_id", "called", "due")


def _answers(row: dict[str, Any], actor: Actor) -> bool:
    return (row["approver"] == Approver.SUPERIOR) != (row["case__organ_id"] == actor.organ_id)


def _request(row: dict[str, Any]) -> Waiting:
    if row["approver"] == PUBLIC_TEXT:
        wait = Wait.WITHDRAW if row["kind"] == PublicityState.PUBLISHED else Wait.APPROVE
        url = reverse("enforcement:publicity_detail", args=[row["id"]])
        told = str(_("public text"))
        return Waiting(wait, row["case__number"], told, url, row["case__deadline_on"])
    if row["kind"] == CHOICE:
        url = reverse("leniency:choice_detail", args=[row["id"]])
        told = str(_("departing from the leniency assessment"))
        return Waiting(Wait.APPROVE, row["case__number"], told, url, row["case__deadline_on"])
    leaves = row["kind"] == DEPARTURE
    page = "enforcement:departure_detail" if leaves else "enforcement:interval_detail"
    about = _("leaving the benchmark") if leaves else IntervalKind(row["kind"]).label
    url = reverse(page, args=[row["id"]])
    return Waiting(Wait.APPROVE, row["case__number"], str(about), url, row["case__deadline_on"])


def _guidance(rows: Any) -> Iterator[Waiting]:
    for row in rows:
        wait = WAITS.get(row["state"], Wait.ISSUE)
        about = f"{Way(row['way']).label} · {row['counterpart__name'] or row['audience']}"
        url = reverse("guidance:guidance_detail", args=[row["id"]])
        yield Waiting(wait, row["title"], about, url, row["reply_by"])


def _case(row: dict[str, Any], today: date, *, decides: bool) -> Waiting:
    wait, due_on = _awaited(row, today, decides=decides)
    url = reverse("enforcement:case_detail", args=[row["id"]])
    return Waiting(wait, row["number"] or row["clue_number"], row["counterpart__name"], url, due_on)


def _awaited(row: dict[str, Any], today: date, *, decides: bool) -> tuple[Wait, date | None]:
    """What the case waits for, and by when; a late legal opinion is shown to the head (DEC-3)."""
    asked_due = row["asked_due"]
    if row["asks"]:
        return Wait.HARDSHIP, None
    if row["decided_on"] is not None:
        return Wait.CLOSE, None
    if row["state"] == CaseState.CLUE:
        return Wait.FILE, row["verify_by"]
    if decides and asked_due is not None and asked_due < today:
        return Wait.LATE_REVIEW, asked_due
    if decides and row["state"] in DECIDABLE:
        return Wait.DECIDE, row["deadline_on"]
    return Wait.REVIEW, asked_due or row["deadline_on"]


def _has_role(actor: Actor, *roles: CaseRole) -> Exists:
    return Exists(CasePerson.objects.filter(case=OuterRef("pk"), officer=actor.officer_id, role__in=roles))


def _barring(decides: bool) -> tuple[CaseRole, ...]:
    """Who handled, or reviewed and would decide, has no other word in the case."""
    handled = (CaseRole.HANDLER, CaseRole.VISITOR)
    return (*handled, CaseRole.REVIEWER) if decides else (*handled, CaseRole.DECIDER)
