"""Return visits of the past in the invented city: assigned by the scheduler, held by their visitors."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone

from enforcement.models import Notification, Officer
from foundation.due import sweep
from guidance.models import ReturnVisit
from guidance.models.visits import OPEN_VISITS
from guidance.services.visits import close_visit, hold_visit
from guidance.vocabulary import VisitState

STILL_OPEN = 6


def hold_due_visits(people: dict[str, Officer], *, until: datetime) -> None:
    """Hold the visits whose day has passed, but leave the latest six for today."""
    sweep(at=until)
    by_id: dict[int, Officer] = {officer.pk: officer for officer in people.values()}
    assigned = ReturnVisit.objects.filter(state=VisitState.ASSIGNED).order_by("due_on", "id")
    for serial, visit in enumerate(list(assigned)[:-STILL_OPEN]):
        held = min(timezone.make_aware(datetime.combine(visit.due_on, time(15))), until) - timedelta(days=2)
        visitor = by_id[visit.visitors.first().officer_id].as_actor()
        hold_visit(
            visit.pk, by=visitor, at=held, mode="on_site" if serial % 2 else "phone", held_on=timezone.localdate(held),
            rectified="partly" if serial % 9 == 4 else "corrected", recurred=False,
            satisfaction=(5, 5, 4, 5, 3)[serial % 5], opinions="希望多提醒" if serial % 6 == 0 else "",
        )  # fmt: skip
        if serial % 4:
            close_visit(visit.pk, by=visitor, at=held + timedelta(days=1), feedback="已向当事人反馈")
    _read_what_is_done(until)


def _read_what_is_done(at: datetime) -> None:
    """What was told about visits that are over has been read."""
    over = ReturnVisit.objects.exclude(state__in=OPEN_VISITS).values_list("pk", flat=True)
    Notification.objects.filter(thing__in=[f"visit:{pk}" for pk in over]).update(read_at=at)
