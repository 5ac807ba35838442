"""Which phase of a case has text, and which a recording (Penalty Law, Art. 47; EVI-4)."""

from __future__ import annotations

from typing import Any

from enforcement.models import Case
from enforcement.rules.records import PhaseCover
from enforcement.vocabulary import EvidenceKind, HearingState, Medium, Phase, PreservationState, RecordKind


def coverage_of(case: Case) -> tuple[PhaseCover, ...]:
    """One row a phase; a case that has not come so far lacks nothing there."""
    records = list(case.process_records.all())
    reached, texts = _reached(case), _texts(case)
    needed = _phases_to_be_recorded(case, records)
    recorded = {r.phase for r in records if r.medium != Medium.TEXT}
    if any(e.kind == EvidenceKind.AUDIOVISUAL for e in case.evidence.all()):
        recorded.add(Phase.EVIDENCE)
    written = {r.phase for r in records if r.medium == Medium.TEXT}
    return tuple(
        PhaseCover(
            phase=phase,
            reached=reached[phase],
            has_text=phase in written or texts[phase],
            has_recording=phase in recorded,
            needs_recording=phase in needed,
        )
        for phase in Phase
    )


def _reached(case: Case) -> dict[Phase, bool]:
    decision = getattr(case, "decision", None)
    return {
        Phase.START: case.filed_on is not None,
        Phase.EVIDENCE: case.filed_on is not None,
        Phase.REVIEW: decision is not None and bool(case.reviews.all() or case.review_requests.all()),
        Phase.DECISION: decision is not None,
        Phase.SERVICE: decision is not None,
        Phase.EXECUTION: case.carried_out_on is not None,
    }


def _texts(case: Case) -> dict[Phase, bool]:
    """The written record that the procedure itself leaves."""
    decision = getattr(case, "decision", None)
    return {
        Phase.START: bool(case.number),
        Phase.EVIDENCE: bool(case.evidence.all()),
        Phase.REVIEW: bool(case.reviews.all()),
        Phase.DECISION: decision is not None,
        Phase.SERVICE: bool(decision and decision.served_on),
        Phase.EXECUTION: case.carried_out_on is not None,
    }


def _phases_to_be_recorded(case: Case, records: list[Any]) -> set[Phase]:
    """Where great interests of the party are touched: a hearing, and things registered on the spot."""
    needed: set[Phase] = set()
    hearing = getattr(case, "hearing", None)
    heard = hearing is not None and hearing.state == HearingState.HELD
    if heard or any(r.kind == RecordKind.HEARING for r in records):
        needed.add(Phase.REVIEW)
    registered = (PreservationState.APPROVED, PreservationState.ENDED, PreservationState.LAPSED)
    if any(p.state in registered for p in case.preservations.all()):
        needed.add(Phase.EVIDENCE)
    return needed
