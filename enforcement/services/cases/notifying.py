"""Prior notice, and the party's statement and defence (Penalty Law, Art. 44-45)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from enforcement.models import Case, Notice
from enforcement.rules import limits
from enforcement.services.calendar import last_day_of
from enforcement.services.cases.base import taking, working_on
from enforcement.services.cases.hearing import gives_hearing
from enforcement.services.numbers import next_number
from enforcement.services.profiles import profile_of
from enforcement.vocabulary import DocumentKind
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission


def serve_notice(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    content: str,
    served_on: date,
    rights_told: bool,
    intended_fine: Decimal | None = None,
    intended_kind: str = "",
    hearing_told: bool = False,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> Case:
    """Serve the prior notice and start the time for defence."""
    parts: list[Notice] = []
    with taking(case_id, "notify", by=by, at=at, expected=expected, overrides=overrides, parts=parts) as case:
        profile = profile_of(case)
        case.gives_hearing = gives_hearing(case, profile, kind=intended_kind, fine=intended_fine)
        case.notice = Notice(
            case=case,
            number=next_number(organ=case.organ, kind=DocumentKind.NOTICE, at=at),
            content=content,
            intended_fine=intended_fine,
            intended_kind=intended_kind,
            rights_told=rights_told,
            hearing_told=hearing_told,
            hearing_until=last_day_of(limits.hearing_request, served_on) if hearing_told else None,
            served_on=served_on,
            defence_until=last_day_of(limits.defence, profile, served_on),
        )
        parts.append(case.notice)
    return case


def record_defence(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    defence: str = "",
    defence_answer: str = "",
    is_waived: bool = False,
    expected: int | None = None,
) -> Case:
    """Record what the party stated, or its written waiver, and the organ's answer."""
    with working_on(
        case_id,
        "record_defence",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(6),
        expected=expected,
    ) as case:
        notice = case.notice
        notice.defence, notice.defence_answer, notice.is_waived = defence, defence_answer, is_waived
        notice.save()
        return case
