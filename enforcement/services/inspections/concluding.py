"""Concluding an inspection: note, checklist, and what follows from it (Art. 6; Penalty Law, Art. 55)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from enforcement.lifecycle.inspections import INSPECTION_LIFECYCLE
from enforcement.models import Case, Inspection, InspectionMatter, Matter
from enforcement.services.cases import register_clue
from enforcement.services.inspections.planning import CODE_LASTS
from enforcement.services.inspections.watching import stop_watching
from enforcement.services.publicity import publicity_of_inspection
from enforcement.vocabulary import CaseSource, Finding, InspectionResult
from foundation.actors import Actor
from foundation.articles import Article
from foundation.record import audited


def conclude_inspection(
    inspection_id: int,
    *,
    by: Actor,
    at: datetime,
    ended_at: datetime,
    note: str,
    note_sign: str,
    result: str,
    in_order: Iterable[Matter] = (),
    not_in_order: Iterable[Matter] = (),
    witness: str = "",
    remarks: str = "",
    expected: int | None = None,
) -> Inspection:
    """Conclude with the findings; matters that are in neither list count as not examined.

    A clue is registered as a case at once, about the first matter that is not in order. The firm may
    rate the visit for thirty days. Raises Refused by EVI-6 and for times that cannot be.
    """
    with audited("inspection:conclude", by=by, at=at, under=Article(6)):
        inspection: Inspection = Inspection.objects.workable_by(by).locked(inspection_id, expected=expected)
        wrong = [matter.pk for matter in not_in_order]
        _write_findings(inspection, {matter.pk for matter in in_order}, set(wrong))
        inspection.ended_at, inspection.note, inspection.note_sign = ended_at, note, note_sign
        inspection.result, inspection.witness, inspection.remarks = result, witness, remarks
        INSPECTION_LIFECYCLE.take(inspection, "conclude", by=by, at=at)
        inspection.code_expires_at = at + CODE_LASTS
        if result == InspectionResult.CLUE:
            inspection.case = _clue_of(inspection, by, at, wrong)
        inspection.save()
        stop_watching(inspection)
        for publication in publicity_of_inspection(inspection, at=at):
            publication.save()
        return inspection


def _write_findings(inspection: Inspection, right: set[int], wrong: set[int]) -> None:
    for item in InspectionMatter.objects.filter(inspection=inspection):
        item.finding = _finding_of(item.matter_id, right, wrong)
        item.save()


def _finding_of(matter_id: int, right: set[int], wrong: set[int]) -> Finding:
    if matter_id in wrong:
        return Finding.FAILS
    return Finding.COMPLIES if matter_id in right else Finding.NOT_EXAMINED


def _clue_of(inspection: Inspection, by: Actor, at: datetime, wrong: list[int]) -> Case:
    items = InspectionMatter.objects.filter(inspection=inspection).select_related("matter")
    matter = min(items, key=lambda item: (item.matter_id not in wrong, item.pk)).matter
    day = timezone.localdate(inspection.started_at or at)
    return register_clue(
        by=by,
        at=at,
        title=f"{inspection.counterpart} {matter.name_zh}"[:200],
        counterpart=inspection.counterpart,
        matter=matter,
        source=CaseSource.INSPECTION,
        occurred_on=day,
        discovered_on=day,
        facts_found=inspection.note,
    )
