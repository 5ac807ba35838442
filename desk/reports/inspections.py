"""Inspections that an officer is to hold or to conclude, on Today and in the calendar (Art. 6)."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from desk.reports.tasks import MOST, Task
from enforcement.models import Inspection
from enforcement.vocabulary import InspectionState
from foundation.actors import Actor
from foundation.permissions import Permission

COLUMNS = ("id", "number", "state", "planned_at", "started_at", "counterpart__name")


def inspection_tasks(actor: Actor) -> Iterator[Task]:
    """The open inspections that name the actor: to be held on their day, to be concluded once begun."""
    if actor.officer_id is None or not actor.may(Permission.INSPECTION_HANDLE):
        return
    mine = Inspection.objects.workable_by(actor).open().filter(officers__officer=actor.officer_id)
    for row in mine.order_by("planned_at", "id").values(*COLUMNS)[:MOST]:
        url = reverse("enforcement:inspection_detail", args=[row["id"]])
        begun = row["state"] == InspectionState.UNDER_WAY
        what = _("inspection to be concluded, begun on") if begun else _("inspection planned for")
        day = timezone.localdate(row["started_at"] if begun else row["planned_at"])
        yield Task("clipboard-check", what, row["number"], row["counterpart__name"], url, day)
