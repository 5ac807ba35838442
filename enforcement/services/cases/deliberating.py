"""Collective discussion of the heads (Penalty Law, Art. 57)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from enforcement.models import Case, Discussion, DiscussionMember, Officer
from enforcement.rules.dates import future_days
from enforcement.services.cases.base import refuse, working_on
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
