"""Execution, closing and archiving (Art. 3, 4; Penalty Law, Art. 66)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from enforcement.events import CaseCarriedOut, CaseClosed
from enforcement.models import Case
from enforcement.rules.dates import obstacles_to_service
from enforcement.rules.limits_after import payment
from enforcement.services.calendar import last_day_of
from enforcement.services.cases.base import refuse, taking, working_on
from enforcement.vocabulary import PENALISING
from foundation.actors import Actor
from foundation.articles import Article
from foundation.events import announce
from foundation.permissions import Permission


def carry_out(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    carried_out_on: date,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> Case:
    """Record that the decision has been carried out."""
    with taking(case_id, "carry_out", by=by, at=at, expected=expected, overrides=overrides) as case:
        case.carried_out_on = carried_out_on
    announce(CaseCarriedOut(case.pk))
    return case


def serve_decision(
    case_id: int, *, by: Actor, at: datetime, served_on: date, expected: int | None = None
) -> Case:
    """Record when the decision reached the party: the time to pay runs from then (Penalty Law, Art. 67)."""
    with working_on(
        case_id,
        "serve_decision",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(6),
        expected=expected,
    ) as case:
        decision = case.decision
        refuse(
            obstacles_to_service(
                today=timezone.localdate(at), served_on=served_on, decided_on=case.decided_on
            )
        )
        decision.served_on = served_on
        if case.outcome in PENALISING:
            decision.carry_out_by = last_day_of(payment, served_on)
        decision.save()
        return case


def close_case(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> Case:
    """Close the case; floors above refuse while a return visit is due and not planned."""
    with taking(case_id, "close", by=by, at=at, expected=expected, overrides=overrides) as case:
        case.closed_on = timezone.localdate(at)
    announce(CaseClosed(case.pk))
    return case


def archive_case(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> Case:
    """Put the file into the archive."""
    with taking(case_id, "archive", by=by, at=at, expected=expected, overrides=overrides) as case:
        pass
    return case
