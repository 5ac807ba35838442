"""One visit instead of several: going together with another organ (Art. 6)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.lifecycle.inspections import INSPECTION_LIFECYCLE
from enforcement.models import Inspection
from enforcement.services.inspections.watching import watch_plan
from enforcement.vocabulary import InspectionState
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Obstacle, Refused
from foundation.record import audited


def companions_for(inspection: Inspection) -> Any:
    """Planned visits of the same firm by other organs within thirty days, the nearest day first."""
    rows = Inspection.objects.near(inspection.planned_at).filter(state=InspectionState.PLANNED)
    rows = rows.filter(counterpart=inspection.counterpart_id, joined_to=None)
    return rows.exclude(organ=inspection.organ_id).select_related("organ").order_by("planned_at", "id")


def join_inspection(
    inspection_id: int, *, by: Actor, at: datetime, other: Inspection, expected: int | None = None
) -> Inspection:
    """Take the time of ``other`` and go together; raises Refused for a visit that is no companion."""
    with audited("inspection:join", by=by, at=at, under=Article(6)):
        inspection: Inspection = Inspection.objects.workable_by(by).locked(inspection_id, expected=expected)
        if not companions_for(inspection).filter(pk=other.pk).exists():
            raise Refused([_no_companion()])
        INSPECTION_LIFECYCLE.take(inspection, "join", by=by, at=at)
        inspection.joined_to, inspection.planned_at = other, other.planned_at
        inspection.code_expires_at = other.code_expires_at
        inspection.save()
        watch_plan(inspection, at=at)
        return inspection


def _no_companion() -> Obstacle:
    return Obstacle(
        code="INS-4",
        message=_("This visit cannot be joined: another firm, another time, or joined already."),
        article=Article(6),
        field="other",
        next_step=_("Choose among the visits that are offered."),
    )
