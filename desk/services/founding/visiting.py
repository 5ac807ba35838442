"""Return visits of the past in the invented city: assigned by the scheduler, held by their visitors."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone

from enforcement.models import Notification, Officer
from foundation.due import sweep
from guidance.models import ReturnVisit
from guidance.models.visits import OPEN_VISITS
from guidance.services.concluding import conclude_guidance
from guidance.services.drafting import draft_guidance
from guidance.services.issuing import issue_guidance
from guidance.services.recording import record_progress
from guidance.services.responding import acknowledge_guidance
from guidance.services.visits import close_visit, hold_visit
from guidance.vocabulary import Channel, Effect, Trigger, VisitState, Way

STILL_OPEN = 6
SWEPT_EVERY = timedelta(days=3)
EXAMINATIONS, FREE_FROM = 6, 10


def hold_due_visits(people: dict[str, Officer], *, since: datetime, until: datetime) -> None:
    """Let the scheduler work from day to day, then hold the visits whose day has passed but the latest six."""
    for number in range((until - since) // SWEPT_EVERY):
        sweep(at=since + SWEPT_EVERY * number)
    sweep(at=until)
    by_id: dict[int, Officer] = {officer.pk: officer for officer in people.values()}
    assigned = ReturnVisit.objects.filter(state=VisitState.ASSIGNED).order_by("due_on", "id")
    for serial, visit in enumerate(list(assigned)[:-STILL_OPEN]):
        held = _free(
            min(timezone.make_aware(datetime.combine(visit.due_on, time(15))), until) - timedelta(days=2)
        )
        visitor = by_id[visit.visitors.first().officer_id].as_actor()
        hold_visit(
            visit.pk, by=visitor, at=held, mode="on_site" if serial % 2 else "phone", held_on=timezone.localdate(held),
            rectified="partly" if serial % 9 == 4 else "corrected", recurred=False,
            satisfaction=(5, 5, 4, 5, 3)[serial % 5], opinions="希望多提醒" if serial % 6 == 0 else "",
        )  # fmt: skip
        if serial % 4:
            close_visit(visit.pk, by=visitor, at=held + timedelta(days=1), feedback="已向当事人反馈")
        if serial % 4 == 2:
            _write_record(visit, by_id, at=held + timedelta(hours=1))
    _read_what_is_done(until)


def _free(moment: datetime) -> datetime:
    """A week earlier where the city keeps quiet for examinations."""
    day = timezone.localdate(moment)
    return moment - timedelta(days=7) if day.month == EXAMINATIONS and day.day < FREE_FROM else moment


def _write_record(visit: ReturnVisit, people: dict[int, Officer], *, at: datetime) -> None:
    """The document of a visit: guidance of the eighth way, by the visitors."""
    visitors = [people[person.officer_id] for person in visit.visitors.all()]
    by, case = visitors[0].as_actor(), visit.case
    action = draft_guidance(
        by=by, at=at, way=Way.REVISIT, case=case, trigger=Trigger.VISIT, channel=Channel.ON_SITE,
        title="案后回访记录", content="了解改正情况与经营困难，说明后续可申请的帮助。",
        reasons="巩固改正成果，听取意见", basis="本办法第八条", contact=f"{by.name} 0000-12345",
        implementers=visitors, detail={"visit": visit, "mode": "on_site", "purpose": "查看改正情况"},
    )  # fmt: skip
    issue_guidance(action.pk, by=by, at=at, voluntariness_shown=True)
    acknowledge_guidance(action.pk, by=by, at=at)
    found = {"visited_on": timezone.localdate(at), "rectified": "corrected", "difficulties": ""}
    record_progress(action.pk, by=by, at=at, detail=found)
    if action.undecided_case is None:  # of the same matter: guidance never stands in for its decision
        conclude_guidance(action.pk, by=by, at=at, effect=Effect.EFFECTIVE, effect_note="改正保持良好")


def _read_what_is_done(at: datetime) -> None:
    """What was told about visits that are over has been read."""
    over = ReturnVisit.objects.exclude(state__in=OPEN_VISITS).values_list("pk", flat=True)
    Notification.objects.filter(thing__in=[f"visit:{pk}" for pk in over]).update(read_at=at)
