"""What an inspection tells the rules: its facts, and what planning asks besides (Art. 6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils import timezone

from enforcement.models.inspection_caps import InspectionCap
from enforcement.models.officers import Officer
from enforcement.rules.facts import OfficerFacts
from enforcement.rules.inspections import InspectionFacts
from foundation.wording import day_text


def facts_of_inspection(inspection: Any, *, at: datetime) -> InspectionFacts:
    """What the rules need to know about ``inspection`` now."""
    return InspectionFacts(
        recorded_at=at,
        officers=tuple(_as_facts(row.officer, inspection.organ_id, at) for row in inspection.officers.all()),
        organ_is_active=inspection.organ.is_active,
        origin=inspection.origin,
        has_plan=bool(inspection.plan_reference.strip()),
        has_approval=inspection.approver_id is not None,
        exempt_reason=inspection.exempt_reason,
        purpose=inspection.purpose,
        why_on_site=inspection.why_on_site,
        certificates_shown=inspection.certificates_shown,
        checked_in=bool(inspection.check_in.strip()),
        is_emergency=inspection.is_emergency,
        started_at=inspection.started_at,
        ended_at=inspection.ended_at,
        late_reason=inspection.late_reason,
        note=inspection.note,
        note_sign=inspection.note_sign,
        witness=inspection.witness,
    )


def facts_of_plan(inspection: Any, *, at: datetime) -> InspectionFacts:
    """The same with what only planning asks: duties, the cap, this year's visits, and who else comes."""
    duties = {duty.field_id for duty in inspection.organ.organ_fields.all()}
    items = list(inspection.items.all())
    return replace(
        facts_of_inspection(inspection, at=at),
        matters=len(items),
        matters_in_duties=all(i.matter.is_active and i.matter.field_id in duties for i in items),
        cap=InspectionCap.objects.of_year(inspection.organ, timezone.localdate(inspection.planned_at)),
        this_year=_visits_of_the_year(inspection),
        others=_others(inspection),
    )


def _visits_of_the_year(inspection: Any) -> int:
    year = timezone.localdate(inspection.planned_at).year
    rows = (
        type(inspection)
        .objects.not_cancelled()
        .filter(counterpart=inspection.counterpart_id, organ=inspection.organ_id, planned_at__year=year)
    )
    return int(rows.exclude(pk=inspection.pk).count())


def _others(inspection: Any) -> tuple[str, ...]:
    """Other visits near in time, by any organ: the firm's peace knows no scope."""
    rows = type(inspection).objects.near(inspection.planned_at).filter(counterpart=inspection.counterpart_id)
    rows = rows.exclude(pk=inspection.pk).exclude(pk=inspection.joined_to_id).exclude(joined_to=inspection.pk)
    rows = rows.exclude(joined_to=inspection.joined_to_id) if inspection.joined_to_id else rows
    found = rows.select_related("organ").order_by("planned_at", "id")[:5]
    return tuple(f"{row.organ} ({day_text(timezone.localdate(row.planned_at))})" for row in found)


def _as_facts(officer: Officer, organ_id: int, at: datetime) -> OfficerFacts:
    certified = officer.is_active and officer.is_certified(timezone.localdate(at))
    return OfficerFacts(officer.pk, officer.name_zh, certified, officer.organ_id == organ_id)
