"""Collective discussion, and the referral of a suspected crime (Penalty Law, Art. 27, 57)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case, CrimeReferral, Discussion, DiscussionMember, Officer
from enforcement.rules.dates import future_days, not_before
from enforcement.services.cases.base import refuse, working_on
from enforcement.vocabulary import CrimeAnswer
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission


def record_discussion(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    held_on: date,
    chair: Officer,
    members: list[Officer],
    opinions: str,
    conclusion: str,
    expected: int | None = None,
) -> Case:
    """Keep the minute of a collective discussion: members, opinions, conclusion (DEC-4)."""
    with working_on(
        case_id,
        "record_discussion",
        by=by,
        at=at,
        needs=Permission.CASE_APPROVE,
        under=Article(6),
        expected=expected,
    ) as case:
        refuse(future_days(timezone.localdate(at), held_on=held_on))
        row = Discussion.objects.filter(case=case).first() or Discussion(case=case)
        row.held_on, row.chair, row.opinions, row.conclusion = held_on, chair, opinions, conclusion
        row.save()
        _seat(row, members)
        return case


def _seat(row: Discussion, members: list[Officer]) -> None:
    wanted = {officer.pk for officer in members}
    for seat in row.members.all():
        if seat.officer_id in wanted:
            wanted.discard(seat.officer_id)
        else:
            seat.delete()
    for officer in members:
        if officer.pk in wanted:
            DiscussionMember(discussion=row, officer=officer).save()


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
    with working_on(
        case_id,
        "suspect_crime",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(6),
        expected=expected,
        why=facts_suspected,
    ) as case:
        today = timezone.localdate(at)
        refuse(future_days(today, sent_on=sent_on))
        CrimeReferral(
            case=case, suspected_on=today, facts_suspected=facts_suspected, body=body, sent_on=sent_on
        ).save()
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
    """Record what the judicial organ answered; given back, the case goes on (Penalty Law, Art. 27)."""
    with working_on(
        case_id,
        "answer_crime",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(6),
        expected=expected,
    ) as case:
        row = CrimeReferral.objects.get(case=case, answer=CrimeAnswer.WAITING)
        refuse(future_days(timezone.localdate(at), answered_on=answered_on))
        refuse(
            not_before(
                "answered_on", answered_on, row.sent_on, _("An answer cannot come before the case was sent.")
            )
        )
        row.answer, row.answered_on, row.answer_note = answer, answered_on, answer_note
        row.save()
        return case
