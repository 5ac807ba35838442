"""Planning inspections, moving and cancelling them (Art. 6)."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from enforcement.lifecycle.inspections import INSPECTION_LIFECYCLE
from enforcement.models import (
    Counterpart,
    Inspection,
    InspectionMatter,
    InspectionOfficer,
    Matter,
    Officer,
    Organ,
)
from enforcement.rules.inspections import obstacles_to_planning
from enforcement.services.inspections.times import PRESENT, time_of_plan
from enforcement.services.inspections.watching import (
    CALLED_OFF,
    MOVED,
    stop_watching,
    tell_companions,
    watch_plan,
)
from enforcement.services.numbers import next_number
from enforcement.vocabulary import DocumentKind
from foundation.actors import Actor
from foundation.articles import Article
from foundation.firing import weigh
from foundation.permissions import Permission
from foundation.record import audited

CODE_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 10
CODE_LASTS = timedelta(days=30)


def plan_inspection(
    *,
    by: Actor,
    at: datetime,
    counterpart: Counterpart,
    matters: Iterable[Matter],
    officers: Iterable[Officer],
    origin: str,
    purpose: str,
    basis: str,
    planned_at: datetime,
    overrides: Mapping[str, str] | None = None,
    **more: Any,
) -> Inspection:
    """Plan the visit of a firm in the actor's own organ.

    ``more`` are ``plan_reference``, ``approver``, ``why_on_site``, ``exception``, ``exempt_reason``.
    Raises Refused by INS-1 to INS-7, SUB-2 and SUB-3, and Counterpart.DoesNotExist out of reach.
    """
    by.require(Permission.INSPECTION_HANDLE)
    organ = Organ.objects.get(pk=by.organ_id or 0)
    Counterpart.objects.visible_to(by).get(pk=counterpart.pk)
    with audited("inspection:plan", by=by, at=at, under=Article(6), why=purpose):
        inspection = Inspection(
            counterpart=counterpart, origin=origin, purpose=purpose, basis=basis, planned_at=planned_at,
            number=next_number(organ=organ, kind=DocumentKind.INSPECTION, at=at), code=_new_code(),
            code_expires_at=planned_at + CODE_LASTS, **more,
        )  # fmt: skip
        inspection.place_under(organ)
        inspection.save()
        for matter in matters:
            InspectionMatter(inspection=inspection, matter=matter).save()
        for officer in officers:
            InspectionOfficer(inspection=inspection, officer=officer).save()
        _refuse(inspection, by, at, overrides)
        watch_plan(inspection, at=at)
        return inspection


def move_inspection(
    inspection_id: int,
    *,
    by: Actor,
    at: datetime,
    planned_at: datetime,
    reason: str,
    exception: str = "",
    expected: int | None = None,
    overrides: Mapping[str, str] | None = None,
) -> Inspection:
    """Move a planned visit; every rule of planning is asked again."""
    with audited("inspection:move", by=by, at=at, under=Article(6), why=reason):
        inspection: Inspection = Inspection.objects.workable_by(by).locked(inspection_id, expected=expected)
        inspection.planned_at, inspection.exception = planned_at, exception
        inspection.code_expires_at = planned_at + CODE_LASTS
        INSPECTION_LIFECYCLE.take(inspection, "move", by=by, at=at)
        inspection.save()
        _refuse(inspection, by, at, overrides)
        watch_plan(inspection, at=at)
        tell_companions(inspection, kind=MOVED, at=at)
        return inspection


def cancel_inspection(
    inspection_id: int, *, by: Actor, at: datetime, reason: str, expected: int | None = None
) -> Inspection:
    """Cancel a planned visit, with the reason; its code is worth nothing from now on."""
    with audited("inspection:cancel", by=by, at=at, under=Article(6), why=reason):
        inspection: Inspection = Inspection.objects.workable_by(by).locked(inspection_id, expected=expected)
        INSPECTION_LIFECYCLE.take(inspection, "cancel", by=by, at=at)
        inspection.code_expires_at = at
        inspection.save()
        stop_watching(inspection)
        tell_companions(inspection, kind=CALLED_OFF, at=at)
        return inspection


def _refuse(inspection: Inspection, by: Actor, at: datetime, overrides: Mapping[str, str] | None) -> None:
    row = Inspection.objects.with_everything().get(pk=inspection.pk)
    found = list(obstacles_to_planning(row.facts_of_plan(by=by, at=at)))
    if row.planned_at >= at - PRESENT:
        found += time_of_plan(row, by, at)
    weigh(found, action="inspection:plan", thing=inspection, by=by, at=at, overrides=overrides)


def _new_code() -> str:
    return "".join(secrets.choice(CODE_SIGNS) for _sign in range(CODE_LENGTH))
