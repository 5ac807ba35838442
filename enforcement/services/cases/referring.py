"""A suspected crime goes to the police, who sign for it and answer; else it comes back (Penalty Law, Art. 27)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case, CrimeReferral
from enforcement.rules.dates import future_days, not_before
from enforcement.services.cases.base import refuse, working_on
from enforcement.services.cases.clues import register_clue
from enforcement.services.cases.following import CRIME, follow, stop_following
from enforcement.services.rules.setting import parameter
from enforcement.vocabulary import CaseSource, CrimeAnswer, Outcome
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission

ASK_AFTER = 10
CALENDAR_DAY = timedelta(days=1)


def suspect_crime(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    facts_suspected: str,
    body: str,
    sent_on: date,
    expected: int | None = None,
) -> Case:
    """Send a suspected crime to the judicial organ in time (DEC-7)."""
    with _referring(case_id, "suspect_crime", by, at, expected, why=facts_suspected) as case:
        today = timezone.localdate(at)
        refuse(future_days(today, sent_on=sent_on))
        row = CrimeReferral(
            case=case, suspected_on=today, facts_suspected=facts_suspected, body=body, sent_on=sent_on
        )
        _ask_after(row, sent_on, at=at)
        row.save()
        return case


def record_crime_receipt(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    received_on: date,
    receipt_number: str,
    expected: int | None = None,
) -> Case:
    """Record that the judicial organ has signed for the case; from then its answer is waited for."""
    with _referring(case_id, "record_crime_receipt", by, at, expected) as case:
        row = _waiting(case)
        refuse(future_days(timezone.localdate(at), received_on=received_on))
        refuse(
            not_before(
                "received_on", received_on, row.sent_on, _("A receipt cannot come before the case was sent.")
            )
        )
        row.received_on, row.receipt_number = received_on, receipt_number
        _ask_after(row, received_on, at=at)
        row.save()
        return case


def answer_crime(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    answer: str,
    answered_on: date,
    answer_note: str = "",
    expected: int | None = None,
) -> Case:
    """Record what the judicial organ answered; given back, the case goes on (Penalty Law, Art. 27).

    A case that was decided as transferred stays as it was decided: what came back is taken up as a new clue.
    """
    with _referring(case_id, "answer_crime", by, at, expected) as case:
        row = _waiting(case)
        refuse(future_days(timezone.localdate(at), answered_on=answered_on))
        refuse(
            not_before(
                "answered_on", answered_on, row.sent_on, _("An answer cannot come before the case was sent.")
            )
        )
        row.answer, row.answered_on, row.answer_note = answer, answered_on, answer_note
        stop_following(case, CRIME)
        if answer == CrimeAnswer.RETURNED and case.outcome == Outcome.TRANSFERRED:
            row.came_back_as = _take_up_again(case, answered_on, by=by, at=at)
        row.save()
        return case


def _take_up_again(case: Case, came_back_on: date, *, by: Actor, at: datetime) -> Case:
    return register_clue(
        by=by, at=at, title=case.title, counterpart=case.counterpart, matter=case.matter, source=CaseSource.REFERRAL,
        occurred_on=case.occurred_on, discovered_on=case.discovered_on, ended_on=case.ended_on, place=case.place,
    )  # fmt: skip


def _ask_after(row: CrimeReferral, day: date, *, at: datetime) -> None:
    """DEC-7: the day on which the officer asks for the answer, a number that the city sets."""
    row.ask_by = day + CALENDAR_DAY * parameter("DEC-7", "answer", default=ASK_AFTER)
    follow(CRIME, row.case, row.ask_by, at=at)


def _waiting(case: Case) -> CrimeReferral:
    return CrimeReferral.objects.get(case=case, answer=CrimeAnswer.WAITING)


def _referring(
    case_id: int, action: str, by: Actor, at: datetime, expected: int | None, why: str = ""
) -> Any:
    needs = Permission.CASE_HANDLE
    return working_on(
        case_id, action, by=by, at=at, needs=needs, under=Article(6), expected=expected, why=why
    )
