"""The trace of a clue that was not filed out of leniency: on what it rests, and as what it counts (Art. 10 para. 1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from enforcement.models import Case
from enforcement.vocabulary import LENIENT_GROUNDS, CaseState
from foundation.articles import Citation
from leniency.models import AssessmentResult, LeniencyAssessment
from leniency.rules.not_filing import LAW_OF_GROUND, LIST_OF, held_grounds
from leniency.vocabulary import CITATION_OF_GROUND, PriorKind, Verdict


@dataclass(frozen=True, slots=True)
class NotOpened:
    """Counted in look-backs from its day, and told apart from penalties; ``entries`` and the law bear it."""

    on: date
    ground: str
    label: str
    citation: Citation
    entries: tuple[AssessmentResult, ...]
    is_borne_by_law: bool

    @property
    def kind(self) -> PriorKind:
        return PriorKind.NOT_OPENED


def not_opened(case: Case) -> NotOpened | None:
    """The trace that ``case`` leaves, as it was assessed last; None unless it was let go out of leniency."""
    refusal = getattr(case, "non_filing", None)
    if case.closed_on is None or case.state != CaseState.NOT_FILED or refusal is None:
        return None
    if refusal.ground not in LENIENT_GROUNDS:
        return None
    latest = LeniencyAssessment.objects.filter(case=case).order_by("-id").first()
    held = set(held_grounds(latest.grounds)) if latest else set()
    rows = AssessmentResult.objects.filter(assessment=latest, applies=Verdict.HOLDS) if latest else ()
    return NotOpened(
        on=case.closed_on,
        ground=refusal.ground,
        label=refusal.get_ground_display(),
        citation=CITATION_OF_GROUND[refusal.ground],
        entries=tuple(row for row in rows if row.type == LIST_OF[refusal.ground]),
        is_borne_by_law=LAW_OF_GROUND[refusal.ground] in held,
    )
