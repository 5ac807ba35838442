"""Asking to decide outside a tier of the benchmark (Art. 5; Penalty Law, Art. 34; DIS-2)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from django.utils import timezone

from enforcement.models import BandDeparture, Case
from enforcement.rules.departures import AskedDeparture, obstacles_to_asking_departure
from enforcement.rules.facts import BandFacts
from enforcement.rules.reasons import obstacles_to_silence
from enforcement.services.cases.base import officer_of, refuse, working_on
from enforcement.services.departures.telling import tell_approvers
from enforcement.vocabulary import Approver, DepartureState
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission


def ask_departure(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    tier: str,
    fine: Decimal,
    ground: str,
    reason: str,
    approver: str = Approver.HEAD,
    expected: int | None = None,
) -> Case:
    """Ask the head, the heads together or the superior organ for leave to decide outside ``tier``.

    Raises Refused without a reason, for a fine within the tier or outside the statute, and while one waits.
    """
    refuse(obstacles_to_silence(reason, field="reason"))
    with working_on(
        case_id,
        "ask_departure",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(5),
        expected=expected,
        why=reason,
    ) as case:
        refuse(obstacles_to_asking_departure(_facts(case, tier, fine)))
        row = BandDeparture(
            case=case,
            tier=tier,
            fine=fine,
            ground=ground,
            reason=reason,
            approver=approver,
            asked_by=officer_of(by),
            asked_on=timezone.localdate(at),
        )
        row.save()
        tell_approvers(row, at=at)
        return case


def _facts(case: Case, tier: str, fine: Decimal) -> AskedDeparture:
    matter = case.matter
    return AskedDeparture(
        tier=tier,
        fine=fine,
        bands=tuple(BandFacts(b.tier, b.fine_min, b.fine_max) for b in matter.bands.all()),
        statutory_min=matter.fine_min,
        statutory_max=matter.fine_max,
        is_waiting=case.departures.filter(state=DepartureState.ASKED).exists(),
    )
