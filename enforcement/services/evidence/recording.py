"""The record of the whole process, note by note and recording by recording (Penalty Law, Art. 47, 55)."""

from __future__ import annotations

from datetime import datetime

from enforcement.models import Case, Evidence, ProcessRecord
from enforcement.rules.records import obstacles_to_recording
from enforcement.services.cases.base import officer_of, working_on
from enforcement.vocabulary import Signature
from foundation.actors import Actor
from foundation.articles import Article
from foundation.firing import weigh
from foundation.permissions import Permission


def record_process(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    phase: str,
    medium: str,
    kind: str,
    title: str,
    made_at: datetime,
    uploaded_at: datetime | None = None,
    has_gap: bool = False,
    gap_reason: str = "",
    shows_both_sides: bool = True,
    signature: str = Signature.NONE,
    witness: str = "",
    evidence: Evidence | None = None,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> Case:
    """Keep what was written or recorded in one step of the procedure.

    Raises Refused for a note without signature or witnessed refusal, and warns of defects of a recording.
    """
    with working_on(
        case_id,
        "record_process",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(6),
        expected=expected,
    ) as case:
        row = ProcessRecord(
            case=case,
            phase=phase,
            medium=medium,
            kind=kind,
            title=title,
            made_at=made_at,
            uploaded_at=uploaded_at or at,
            has_gap=has_gap,
            gap_reason=gap_reason,
            shows_both_sides=shows_both_sides,
            signature=signature,
            witness=witness,
            evidence=case.evidence.get(pk=evidence.pk) if evidence else None,
            recorded_by=officer_of(by),
        )
        weigh(
            obstacles_to_recording(row.facts(), at=at),
            action="case:record_process",
            thing=case,
            by=by,
            at=at,
            overrides=overrides,
            facts=row.facts(),
        )
        row.save()
        return case
