"""Leading a remedy, and money that an officer collected, to the point that a test is about."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from enforcement.models import Case, Payment, Remedy
from enforcement.services import cases, remedies
from tests.city import City
from tests.enforcement.case_course import AFTER_DEFENCE, served

DECIDED = AFTER_DEFENCE.date()


def attacked(
    city: City, case: Case | None = None, *, kind: str = "reconsideration", on: date = DECIDED
) -> Remedy:
    """A remedy that was filed and accepted on one day against a decision that was served."""
    case, officer = case or served(city), city.actor("officer")
    at = AFTER_DEFENCE if on == DECIDED else at_noon(on)
    remedies.file_remedy(case.pk, by=officer, at=at, kind=kind, body="示例市人民政府", filed_on=on)
    remedy = Remedy.objects.filter(case=case, kind=kind).latest("pk")
    return remedies.accept_remedy(remedy.pk, by=officer, at=at, accepted_on=on)


def copied(
    city: City, remedy: Remedy | None = None, *, course: str = "ordinary", on: date = DECIDED
) -> Remedy:
    """The copy of the application is there: the organ owes its answer."""
    remedy = remedy or attacked(city)
    return remedies.receive_copy(
        remedy.pk, by=city.actor("officer"), at=at_noon(on), copy_received_on=on, course=course
    )


def ruled(city: City, remedy: Remedy, result: str, *, on: date, received_on: date | None = None) -> Remedy:
    """The remedy was concluded with ``result``."""
    given: dict[str, Any] = {
        "result": result,
        "ended_on": on,
        "decision_number": "复决字1号",
        "reason": "处罚不当。",
    }
    return remedies.conclude_remedy(
        remedy.pk, by=city.actor("officer"), at=at_noon(max(on, received_on or on)),
        ruling_received_on=received_on, **given,
    )  # fmt: skip


def collected(city: City, *, ashore_on: date | None = None, at: datetime = AFTER_DEFENCE) -> Payment:
    """A fine taken in a remote place, as the party asked."""
    case = served(city)
    cases.record_payment(
        case.pk, by=city.actor("officer"), at=at, amount=Decimal(500), paid_on=DECIDED, means="on_spot",
        receipt_number="专用票据1", ground="remote", ashore_on=ashore_on,
    )  # fmt: skip
    return case.payments.get()


def at_noon(day: date) -> datetime:
    return AFTER_DEFENCE.replace(year=day.year, month=day.month, day=day.day)
