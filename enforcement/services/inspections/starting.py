"""Beginning an inspection on site, planned before or registered there (Art. 6; Penalty Law, Art. 55)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from enforcement.lifecycle.inspections import INSPECTION_LIFECYCLE
from enforcement.models import Inspection, Officer
from enforcement.services.forbidden_times import record_emergency
from enforcement.services.inspections.planning import plan_inspection
from enforcement.services.inspections.times import signal_times
from enforcement.services.inspections.watching import watch_visit
from enforcement.vocabulary import TimedAct
from foundation.actors import Actor
from foundation.articles import Article
from foundation.record import audited


def start_inspection(
    inspection_id: int,
    *,
    by: Actor,
    at: datetime,
    started_at: datetime,
    certificates_shown: bool,
    check_in: str = "",
    late_reason: str = "",
    urgent_reason: str = "",
    urgent_approver: Officer | None = None,
    expected: int | None = None,
    overrides: Mapping[str, str] | None = None,
) -> Inspection:
    """Begin: certificates shown, the firm's code scanned, or an emergency that a head approved.

    Raises Refused by SUB-2 to SUB-4, INS-3, INS-5 and PT-4.
    """
    given = dict(overrides or {})
    with audited("inspection:start", by=by, at=at, under=Article(6)):
        inspection: Inspection = Inspection.objects.workable_by(by).locked(inspection_id, expected=expected)
        inspection.started_at, inspection.certificates_shown = started_at, certificates_shown
        inspection.check_in, inspection.late_reason = check_in, late_reason
        inspection.is_emergency = bool(urgent_reason.strip())
        INSPECTION_LIFECYCLE.take(inspection, "start", by=by, at=at, overrides=given)
        inspection.save()
        if inspection.is_emergency:
            _note_emergency(inspection, by, at, urgent_reason, urgent_approver)
        signal_times(inspection, by=by, at=at)
        watch_visit(inspection, at=at)
        return inspection


def register_on_spot(
    *,
    by: Actor,
    at: datetime,
    started_at: datetime,
    certificates_shown: bool,
    check_in: str = "",
    late_reason: str = "",
    urgent_reason: str = "",
    urgent_approver: Officer | None = None,
    overrides: Mapping[str, str] | None = None,
    **wanted: Any,
) -> Inspection:
    """Plan and begin in one act what could not be planned; ``wanted`` is what ``plan_inspection`` takes."""
    with audited("inspection:start", by=by, at=at, under=Article(6)):
        planned = plan_inspection(by=by, at=at, planned_at=started_at, overrides=overrides, **wanted)
        return start_inspection(
            planned.pk,
            by=by,
            at=at,
            started_at=started_at,
            certificates_shown=certificates_shown,
            check_in=check_in,
            late_reason=late_reason,
            urgent_reason=urgent_reason,
            urgent_approver=urgent_approver,
            overrides=overrides,
        )


def _note_emergency(
    inspection: Inspection, by: Actor, at: datetime, reason: str, approver: Officer | None
) -> None:
    assert inspection.started_at is not None  # noqa: S101 - it has just begun
    record_emergency(
        by=by,
        at=at,
        act=TimedAct.INSPECTION,
        organ=inspection.organ,
        acted_at=inspection.started_at,
        reason=reason,
        approver=approver,
        thing=f"inspection:{inspection.pk}",
        title=inspection.number,
        url=inspection.get_absolute_url(),
        codes=("INS-5",),
    )
