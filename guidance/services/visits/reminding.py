"""Reminding the visitors before and after the due day (Art. 8 (8))."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from enforcement.services.notifications import notify
from foundation.due import handles
from foundation.models import DueItem
from guidance.models import ReturnVisit
from guidance.models.visits import OPEN_VISITS

BEFORE = 1


@handles("visit:remind")
def remind_when_due(item: DueItem, at: datetime) -> None:
    """Tell each visitor once a round while the visit is open."""
    visit = ReturnVisit.objects.select_related("case").get(pk=item.thing.partition(":")[2])
    late = item.round == BEFORE and visit.due_on < timezone.localdate(at)  # the next round says so
    if visit.state not in OPEN_VISITS or late:
        return
    for person in visit.visitors.select_related("officer"):
        notify(
            person.officer,
            kind="visit:due",
            thing=item.thing,
            round=item.round,
            at=at,
            url=visit.get_absolute_url(),
            data={"number": str(visit.case), "day": visit.due_on.isoformat()},
        )
