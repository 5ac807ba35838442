"""The duty to publish comes with the decision or result itself (PUB-1; Penalty Law, Art. 48)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from enforcement.models import Case, CoerciveMeasure, Inspection, OrganScoped, Publication
from enforcement.rules.limits_after import publication
from enforcement.rules.publicity import obstacles_to_opening
from enforcement.services.calendar import work_calendar
from enforcement.services.cases.base import refuse, working_on
from enforcement.services.publicity.watching import watch_publicity
from enforcement.services.publicity.yearly import plan_yearly_report
from enforcement.vocabulary import PENALISING
from enforcement.vocabulary.publicity import PublicKind
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
    return [_begun(Publication(case=case), case, case.decided_on, at=at)]


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


def publicity_of_measure(measure: CoerciveMeasure, *, at: datetime) -> list[Publication]:
    """PUB-1: the publicity (unsaved) of coercion that was applied and approved: within twenty working days.

    Nothing before a head approved it, nor a second time; call it in the act that applies or confirms.
    """
    if measure.applied_at is None or measure.approved_at is None or _is_kept(measure):
        return []
    row = Publication(kind=PublicKind.COERCION, measure=measure)
    return [_begun(row, measure, timezone.localdate(measure.applied_at), at=at)]


def publicity_of_inspection(visit: Inspection, *, at: datetime) -> list[Publication]:
    """PUB-1: the publicity (unsaved) of the result of an inspection: within twenty working days."""
    if visit.ended_at is None or _is_kept(visit):
        return []
    row = Publication(kind=PublicKind.INSPECTION, inspection=visit)
    return [_begun(row, visit, timezone.localdate(visit.ended_at), at=at)]


def _begun(row: Publication, thing: OrganScoped, decided_on: date, *, at: datetime) -> Publication:
    row.decided_on, row.publish_by = decided_on, publish_by(decided_on, kind=row.kind)
    row.place_under(thing.organ)
    watch_publicity(row, at=at)
    plan_yearly_report(thing.organ_id, at=at)
    return row


def _is_kept(thing: CoerciveMeasure | Inspection) -> bool:
    found: bool = Publication.objects.all().of_thing(thing).exists()
    return found


def publish_by(decided_on: date, *, kind: str = PublicKind.PENALTY) -> date | None:
    """The last day to publish; none while a year that it rests on was not entered."""
    is_penalty = kind == PublicKind.PENALTY
    try:
        return publication(decided_on, work_calendar(), is_penalty_or_licence=is_penalty).due_on
    except MissingYear:
        return None
