"""Execution, closing and archiving (Art. 3, 4; Penalty Law, Art. 66)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from enforcement.events import CaseCarriedOut, CaseClosed
from enforcement.models import Case
from enforcement.services.cases.base import taking
from enforcement.services.cases.following import COURT, PAY, stop_following
from enforcement.services.cases.serving import late_receipt
from enforcement.vocabulary import Receipt, ServiceMeans
from foundation.actors import Actor
from foundation.events import announce


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
        stop_following(case, PAY, COURT)
    announce(CaseCarriedOut(case.pk))
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
    served_on: date | None = None,
    means: str = ServiceMeans.IN_PERSON,
    receipt: str = Receipt.SIGNED,
    witness: str = "",
    trace: str = "",
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> Case:
    """Put the file into the archive; a receipt of service that was never entered is entered now.

    Raises Refused with every piece that is missing.
    """
    with taking(case_id, "archive", by=by, at=at, expected=expected, overrides=overrides) as case:
        if served_on is not None:
            row = late_receipt(
                case,
                by=by,
                at=at,
                served_on=served_on,
                means=means,
                receipt=receipt,
                witness=witness,
                trace=trace,
            )
            row.save()
            case.decision.served_on = case.decision.served_on or row.served_on
            case.decision.save()
    return case
