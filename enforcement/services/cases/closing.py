"""Execution, closing and archiving (Art. 3, 4; Penalty Law, Art. 66)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from enforcement.events import CaseCarriedOut, CaseClosed
from enforcement.models import Case
from enforcement.services.cases.base import taking
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
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> Case:
    """Put the file into the archive."""
    with taking(case_id, "archive", by=by, at=at, expected=expected, overrides=overrides) as case:
        pass
    return case
