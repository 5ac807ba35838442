"""The written demand, and the application to the court within its window (Coercion Law, Art. 53-57; EXE-4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case, CourtApplication, PerformanceDemand
from enforcement.reports.debts import obligation_of
from enforcement.rules import limits_after
from enforcement.rules.court import CourtFacts, obstacles_to_asking_court, obstacles_to_demanding
from enforcement.rules.court_window import remedies_over
from enforcement.rules.dates import future_days, not_before
from enforcement.rules.holidays import missing_year
from enforcement.services.calendar import known_years, work_calendar
from enforcement.services.cases.base import officer_of, refuse, working_on
from enforcement.services.cases.following import COURT, stop_following
from enforcement.vocabulary import CourtState
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission


def demand_performance(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    served_on: date,
    demanded: str,
    statement: str = "",
    expected: int | None = None,
) -> Case:
    """Keep the demand letter and the last of its ten working days; a later letter takes the place of an earlier.

    Raises Refused while the party still has time, and while a year of holidays is missing.
    """
    with working_on(
        case_id,
        "demand_performance",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(6),
        expected=expected,
    ) as case:
        refuse(obstacles_to_demanding(court_facts(case, at=at), served_on=served_on))
        row = PerformanceDemand.objects.filter(case=case).first() or PerformanceDemand(case=case)
        with known_years():
            until = limits_after.demand(served_on, work_calendar()).due_on
        assert until is not None  # noqa: S101 - nothing stops these days
        row.served_on, row.until = served_on, until
        row.demanded, row.statement, row.recorded_by = demanded, statement, officer_of(by)
        row.save()
        return case


def ask_court(
    case_id: int, *, by: Actor, at: datetime, court: str, reference: str = "", expected: int | None = None
) -> Case:
    """Ask the court to execute; raises Refused before the remedies and the demand are over, and after three months."""
    with working_on(
        case_id, "ask_court", by=by, at=at, needs=Permission.CASE_APPROVE, under=Article(6), expected=expected
    ) as case:
        refuse(obstacles_to_asking_court(_with_remedies(case, court_facts(case, at=at))))
        CourtApplication(
            case=case,
            court=court,
            reference=reference,
            applied_on=timezone.localdate(at),
            applied_by=officer_of(by),
        ).save()
        stop_following(case, COURT)
        return case


def record_court_answer(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    answer: str,
    answered_on: date,
    note: str = "",
    reference: str = "",
    expected: int | None = None,
) -> Case:
    """Record what the court answered; executed or ended, the case can be carried out and closed."""
    with working_on(
        case_id,
        "record_court_answer",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(6),
        expected=expected,
    ) as case:
        row = CourtApplication.objects.exclude(state=CourtState.REFUSED).get(case=case)
        refuse(future_days(timezone.localdate(at), answered_on=answered_on))
        refuse(
            not_before(
                "answered_on", answered_on, row.applied_on, _("The court cannot answer before it was asked.")
            )
        )
        row.state, row.answered_on, row.note = answer, answered_on, note
        row.reference = reference or row.reference
        row.save()
        return case


def court_facts(case: Case, *, at: datetime) -> CourtFacts:
    """What the rules ask before a demand or an application, but for the remedies."""
    today, owed = timezone.localdate(at), obligation_of(case)
    decision, demand = case.decision, getattr(case, "demand", None)
    following = owed.balance(today).next_due if owed else None
    return CourtFacts(
        today=today,
        is_owed=following is not None,
        served_on=decision.served_on,
        due_on=following.due_on if following else None,
        apply_by=decision.court_until,
        has_remedy_pending=any(span.ended_on is None for span in case.remedy_spans()),
        demand_until=demand.until if demand else None,
        is_hardship_waiting=owed is not None and owed.waiting is not None,
    )


def _with_remedies(case: Case, facts: CourtFacts) -> CourtFacts:
    """With the last day on which the party may seek a remedy; raises Refused while a year of it is missing."""
    served_on = case.decision.served_on
    if served_on is None:
        return facts
    over = remedies_over(served_on, case.remedy_runs(), work_calendar())
    if over is None:
        return replace(facts, is_taken_over=not facts.has_remedy_pending)
    if over.unsure_of is not None:
        refuse([missing_year(over.unsure_of)])
    return replace(facts, remedies_end_on=over.day)
