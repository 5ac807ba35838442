"""Facts and circumstances, and the end of investigation and assessment (Penalty Law, Art. 32-33, 46, 54)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from enforcement.events import CaseInvestigated
from enforcement.models import Case
from enforcement.rules.dates import future_days
from enforcement.services.cases.base import refuse, taking, working_on, write
from foundation.actors import Actor
from foundation.articles import Article
from foundation.events import announce
from foundation.permissions import Permission

CIRCUMSTANCES = frozenset(
    {
        "amount",
        "area",
        "capacity",
        "confessed",
        "continuing",
        "correct_by",
        "corrected_on",
        "corrected_when",
        "days_late",
        "endangered_minors",
        "endangers_safety",
        "exploited_emergency",
        "fault",
        "forged_evidence",
        "found_by_self",
        "goods_value",
        "gravity",
        "harm",
        "has_merit",
        "life_health_or_finance",
        "no_fault_proven",
        "obstructed",
        "other_ground",
        "party_age",
        "quantity",
        "refunded",
        "refuses_correction",
        "removed_harm",
        "unlawful_gain",
        "was_coerced",
    }
)


def conclude_investigation(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    facts_found: str,
    certificates_shown_on: date | None = None,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> Case:
    """Write down what was found and end the investigation."""
    with taking(case_id, "investigate", by=by, at=at, expected=expected, overrides=overrides) as case:
        case.facts_found = facts_found
        case.certificates_shown_on = certificates_shown_on or case.certificates_shown_on
    announce(CaseInvestigated(case.pk))
    return case


def record_circumstances(
    case_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> Case:
    """Record what leniency turns on; an empty value means not known (Art. 10 para. 1)."""
    with working_on(
        case_id,
        "record_circumstances",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(10, "1"),
        expected=expected,
    ) as case:
        today = timezone.localdate(at)
        refuse(future_days(today, corrected_on=values.get("corrected_on")))
        write(case.circumstances, values, among=CIRCUMSTANCES)
        case.circumstances.save()
        return case


def conclude_assessment(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> Case:
    """End the assessment of leniency; the floor above refuses while none was made."""
    with taking(case_id, "assess", by=by, at=at, expected=expected, overrides=overrides) as case:
        pass
    return case
