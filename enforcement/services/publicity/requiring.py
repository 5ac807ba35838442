"""The duty to publish comes with the decision itself (PUB-1; Penalty Law, Art. 48)."""

from __future__ import annotations

from datetime import date, datetime

from enforcement.models import Case, Publication
from enforcement.rules.limits_after import publication
from enforcement.rules.publicity import obstacles_to_opening
from enforcement.services.calendar import work_calendar
from enforcement.services.cases.base import refuse, working_on
from enforcement.services.publicity.watching import watch_publicity
from enforcement.services.publicity.yearly import plan_yearly_report
from enforcement.vocabulary import PENALISING
from foundation.actors import Actor
from foundation.articles import Article
from foundation.calendar import MissingYear
from foundation.permissions import Permission


def publicity_owed(case: Case, *, at: datetime) -> list[Publication]:
    """The publicity (unsaved) that a decision just taken brings with it: of a penalty one, of the rest none.

    Plans who is told of it, and the yearly report of the organ; call it in the act that decides.
    """
    if case.outcome not in PENALISING or case.decided_on is None:
        return []
    row = Publication(case=case, decided_on=case.decided_on, publish_by=publish_by(case.decided_on))
    row.place_under(case.organ)
    watch_publicity(row, at=at)
    plan_yearly_report(case.organ_id, at=at)
    return [row]


def open_publicity(case_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> Case:
    """Begin the publicity of a penalty that was decided before publicity was kept here.

    Raises Refused for a case without penalty, or one whose publicity is kept already.
    """
    with working_on(
        case_id,
        "open_publicity",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(4),
        expected=expected,
    ) as case:
        is_kept = Publication.objects.filter(case=case).exists()
        refuse(obstacles_to_opening(is_penal=case.outcome in PENALISING, is_kept=is_kept))
        for row in publicity_owed(case, at=at):
            row.save()
    return case


def publish_by(decided_on: date) -> date | None:
    """The last day to publish; none while a year that it rests on was not entered."""
    try:
        return publication(decided_on, work_calendar(), is_penalty_or_licence=True).due_on
    except MissingYear:
        return None
