"""A remedy that the party took, and whether it was accepted (Penalty Law, Art. 7)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from enforcement.models import Case, Remedy
from enforcement.rules.remedies import RemedyFacts, obstacles_to_filing_remedy
from enforcement.services.cases.base import officer_of, refuse, working_on
from enforcement.services.remedies.base import taking_remedy, tell_of
from enforcement.services.remedies.court_time import keep_court_time
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission


def file_remedy(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    kind: str,
    body: str,
    filed_on: date,
    number: str = "",
    grounds: str = "",
    expected: int | None = None,
) -> Case:
    """Record that the party asked for reconsideration or sued; raises Refused for an impossible day."""
    with working_on(
        case_id,
        "file_remedy",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(6),
        expected=expected,
    ) as case:
        pending = Remedy.objects.pending().filter(case=case, kind=kind).exists()
        facts = RemedyFacts(
            today=timezone.localdate(at), decided_on=case.decided_on, filed_on=filed_on, is_pending=pending
        )
        refuse(obstacles_to_filing_remedy(facts))
        remedy = Remedy(
            case=case, kind=kind, body=body, number=number, filed_on=filed_on, grounds=grounds,
            recorded_by=officer_of(by),
        )  # fmt: skip
        remedy.place_under(case.organ)
        remedy.save()
        keep_court_time(case, at=at)
        tell_of(remedy, "remedy:filed", at=at, but=by.officer_id)
    return case


def accept_remedy(
    remedy_id: int,
    *,
    by: Actor,
    at: datetime,
    accepted_on: date,
    number: str = "",
    expected: int | None = None,
) -> Remedy:
    """Record that it was accepted, under the number that it has there."""
    with taking_remedy(remedy_id, "accept", by=by, at=at, expected=expected) as remedy:
        remedy.accepted_on, remedy.number = accepted_on, number or remedy.number
    return remedy
