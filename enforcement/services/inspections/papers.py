"""Documents about an inspection: its record, and the letter that tells the firm the result (Penalty Law, Art. 55)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from enforcement.models import Inspection
from enforcement.services.documents import Draft, Source, register_source
from enforcement.services.documents.texts.visits import record_of_inspection, result_of_inspection
from enforcement.vocabulary import CaseState, InspectionState, LetterKind
from foundation.articles import Article
from foundation.permissions import Permission

WRITERS: dict[str, Callable[[Inspection], Draft]] = {
    LetterKind.VISIT: record_of_inspection,
    LetterKind.VISIT_RESULT: result_of_inspection,
}


def kinds_of(visit: Inspection) -> Iterator[LetterKind]:
    """Both once the inspection is concluded, none after its case was archived."""
    archived = visit.case is not None and visit.case.state == CaseState.ARCHIVED
    if visit.state == InspectionState.CONCLUDED and not archived:
        yield from (LetterKind.VISIT, LetterKind.VISIT_RESULT)


register_source(
    Source(
        noun="inspection",
        model=Inspection,
        handle=Permission.INSPECTION_HANDLE,
        article=Article(6),
        rows=Inspection.objects.with_everything,
        kinds=kinds_of,
        write=lambda visit, kind: WRITERS[kind](visit),
        act_url="enforcement:inspection_act",
        case_of=lambda visit: visit.case,
    )
)
