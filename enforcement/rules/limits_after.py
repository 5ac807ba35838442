"""The periods after a decision: payment, remedies, publicity, execution; and those of coercion."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from enforcement.rules.periods import Period, period_under
from enforcement.rules.reckoning import (
    Reckoning,
    Stop,
    latest_day_before,
    months_after,
    reckon,
    reckon_for_now,
    reckon_months,
    reckon_months_for_now,
    reckon_strictly,
)
from enforcement.vocabulary import Law, PenaltyKind, Unit
from foundation.articles import COERCION, LITIGATION, PENALTY, PUBLICITY, RECONSIDERATION, Citation
from foundation.calendar import WorkCalendar

PAYMENT = Period(15, Unit.CALENDAR)
ANNOUNCEMENT = Period(30, Unit.CALENDAR)
RECONSIDERATION_DAYS = period_under(Law.RECONSIDERATION, 60)
LITIGATION_MONTHS = 6
COURT_MONTHS = 3
DEMAND = period_under(Law.COERCION, 10)
SUBSTITUTE_DEMAND = FREEZE_DOCUMENT = period_under(Law.COERCION, 3)
SEIZURE = period_under(Law.COERCION, 30)
PUBLISH_PENALTY, PUBLISH_OTHER = period_under(Law.PUBLICITY, 7), period_under(Law.PUBLICITY, 20)
WITHDRAW = period_under(Law.PUBLICITY, 3)
UNEXECUTED_YEARS = 3


def payment(served_on: date, calendar: WorkCalendar) -> Reckoning:
    """EXE-1: by when a fine is paid: fifteen days from the service of the decision (Penalty Law, Art. 67).

    With a holiday arrangement missing, the earliest day it could be.
    """
    return reckon_for_now(PAYMENT, start=served_on, calendar=calendar, citation=Citation(PENALTY, "67"))


def reconsideration(served_on: date, calendar: WorkCalendar) -> Reckoning:
    """Until when the party may apply for reconsideration: sixty days; raises MissingYear."""
    source = Citation(RECONSIDERATION, "20")
    return reckon(RECONSIDERATION_DAYS, start=served_on, calendar=calendar, citation=source)


def litigation(served_on: date, calendar: WorkCalendar) -> Reckoning:
    """Until when the party may sue: six months; raises MissingYear."""
    source = Citation(LITIGATION, "46")
    return reckon_months(LITIGATION_MONTHS, start=served_on, calendar=calendar, citation=source)


def announcement(announced_on: date, calendar: WorkCalendar) -> Reckoning:
    """SRV-1: the day on which what was announced counts as served: thirty days later, whatever day that is."""
    return reckon_strictly(
        ANNOUNCEMENT, start=announced_on, calendar=calendar, citation=Citation(PENALTY, "61")
    )


def reconsideration_for_now(served_on: date, calendar: WorkCalendar) -> Reckoning:
    """Like ``reconsideration``; with a holiday arrangement missing, the earliest day it could be."""
    source = Citation(RECONSIDERATION, "20")
    return reckon_for_now(RECONSIDERATION_DAYS, start=served_on, calendar=calendar, citation=source)


def litigation_for_now(served_on: date, calendar: WorkCalendar) -> Reckoning:
    """Like ``litigation``; with a holiday arrangement missing, the earliest day it could be."""
    source = Citation(LITIGATION, "46")
    return reckon_months_for_now(LITIGATION_MONTHS, start=served_on, calendar=calendar, citation=source)


def court_application(remedies_ended_on: date, calendar: WorkCalendar) -> Reckoning:
    """EXE-4: until when the court may be asked to execute: three months after the remedies ended."""
    source = Citation(COERCION, "53")
    return reckon_months(COURT_MONTHS, start=remedies_ended_on, calendar=calendar, citation=source)


def demand(served_on: date, calendar: WorkCalendar) -> Reckoning:
    """EXE-4: the end of the ten working days after a demand, before which the court is not asked.

    Raises MissingYear: they are the party's days, none may be missing.
    """
    return reckon(DEMAND, start=served_on, calendar=calendar, citation=Citation(COERCION, "54"))


def substitute_demand(planned_on: date, calendar: WorkCalendar) -> date:
    """COE-11: the last day to demand once more, three working days before substitute performance."""
    return latest_day_before(planned_on, SUBSTITUTE_DEMAND.days, calendar)


def seizure(
    began_on: date, calendar: WorkCalendar, *, testing: Sequence[Stop] = (), extended: bool = False
) -> Reckoning:
    """COE-5: the last day of sealing or seizure: thirty days, once thirty more, testing not counted.

    No holiday lengthens what the law allows “at most”.
    """
    more = [SEIZURE] if extended else []
    source = Citation(COERCION, "25")
    return reckon_strictly(
        SEIZURE, start=began_on, calendar=calendar, stops=testing, more=more, citation=source
    )


def freezing(began_on: date, calendar: WorkCalendar, *, extended: bool = False) -> Reckoning:
    """COE-6: the last day of freezing: thirty days, once thirty more."""
    more = [SEIZURE] if extended else []
    return reckon_strictly(
        SEIZURE, start=began_on, calendar=calendar, more=more, citation=Citation(COERCION, "32")
    )


def freeze_document(frozen_on: date, calendar: WorkCalendar) -> Reckoning:
    """COE-6: by when the party has the decision on freezing: three working days; raises MissingYear."""
    return reckon(FREEZE_DOCUMENT, start=frozen_on, calendar=calendar, citation=Citation(COERCION, "31"))


def end_of_execution(suspended_on: date) -> date:
    """COE-13: the day from which what was suspended for three years is executed no more."""
    return months_after(suspended_on, 12 * UNEXECUTED_YEARS)


def publication(decided_on: date, calendar: WorkCalendar, *, is_penalty_or_licence: bool) -> Reckoning:
    """PUB-1: by when a result is published: seven working days for penalties and licences, else twenty."""
    period = PUBLISH_PENALTY if is_penalty_or_licence else PUBLISH_OTHER
    return reckon(period, start=decided_on, calendar=calendar, citation=Citation(PUBLICITY, "6"))


def withdrawal(undone_on: date, calendar: WorkCalendar) -> Reckoning:
    """PUB-3: by when a decision that was changed or revoked is withdrawn from publicity."""
    return reckon(WITHDRAW, start=undone_on, calendar=calendar, citation=Citation(PENALTY, "48"))


def end_of_publicity(published_on: date, *, is_slight: bool) -> date:
    """PUB-4: the last day of publicity: three months for a circular or low fine, else three years."""
    return months_after(published_on, 3 if is_slight else 36)


def is_slight(penalty_kind: str, fine: Decimal | None, *, low_fine: int) -> bool:
    """PUB-4: whether a penalty is shown for the short term: criticism in a circular, or a low fine alone."""
    if penalty_kind == PenaltyKind.WARNING and not fine:
        return True
    return penalty_kind in (PenaltyKind.WARNING, PenaltyKind.FINE) and fine is not None and fine <= low_fine


def yearly_report_due(year: int) -> date:
    """PUB-5: the last day to publish what the enforcement of the year before came to: 31 January."""
    return date(year, 1, 31)


def yearly_report_begins(year: int) -> date:
    """PUB-5: the day on which the responsible head is told of it: the first week of the year."""
    return date(year, 1, 4)
