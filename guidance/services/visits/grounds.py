"""Why a case is visited: what the case itself says, and what floors above know of it (Art. 8 (8))."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, Value
from django.utils import timezone

from enforcement.models import Case
from enforcement.models.remedies import Remedy
from enforcement.vocabulary import CaseSource, HearingState, Outcome
from enforcement.vocabulary.remedies import UNDOING
from guidance.models import ReturnVisit
from guidance.rules.visits import Selection, reasons_to_visit
from guidance.vocabulary import SelectionReason

_CONTESTED = Exists(Remedy.objects.filter(case=OuterRef("pk")))
_UNDONE = Remedy.objects.filter(result__in=UNDOING)
_BY_ITSELF = (
    Q(is_major=True)
    | Q(is_complex=True)
    | Q(has_social_impact=True)
    | Q(outcome=Outcome.NO_PENALTY)
    | Q(source__in=[CaseSource.COMPLAINT, CaseSource.SUPERIOR, CaseSource.MEDIA])
    | Q(hearing__state=HearingState.HELD)
    | Q(_CONTESTED)
)
_known_above: dict[SelectionReason, Any] = {}
_second_looks: list[Any] = []


def register_ground(reason: SelectionReason, condition: Any) -> None:
    """Have cases visited for ``reason`` where ``condition``, an expression of the case's row, holds."""
    _known_above[reason] = condition


def register_second_look(condition: Any) -> None:
    """Have a case visited a second time where ``condition``, an expression of the case's row, holds."""
    _second_looks.append(condition)


def needed() -> Q:
    """The cases that must be visited."""
    found = _BY_ITSELF
    for condition in _known_above.values():
        found |= Q(condition)
    return found


def unseen_since_undone() -> Q:
    """The cases whose decision was undone after the last visit to their parties was due."""
    later = ReturnVisit.objects.filter(case=OuterRef("case"), due_on__gte=OuterRef("ended_on"))
    return Q(Exists(_UNDONE.filter(Q(case=OuterRef("pk")), ~Exists(later))))


def with_grounds(cases: Any) -> Any:
    """Cases with all that says why they are visited, in three queries however many they are."""
    above = {f"is_{reason.value}": condition for reason, condition in _known_above.items()}
    return cases.select_related("circumstances", "hearing").prefetch_related("remedies").annotate(**above)


def reasons_of(case: Case) -> list[SelectionReason]:
    """Why ``case``, loaded with its grounds, must be visited; empty when the Measures do not ask for it."""
    above = [reason for reason in _known_above if getattr(case, f"is_{reason.value}")]
    return [*reasons_to_visit(selection_of(case)), *above]


def is_looked_at_twice(case: Case) -> bool:
    """Whether the party is visited once more after some months."""
    found = Q(Value(False))
    for condition in _second_looks:
        found |= Q(condition)
    return Case.objects.filter(found, pk=case.pk).exists()


def selection_of(case: Case) -> Selection:
    """The facts that decide whether and when the case is visited."""
    hearing = getattr(case, "hearing", None)
    results = [remedy.result for remedy in case.remedies.all()]
    return Selection(
        is_major=case.is_major,
        is_complex=case.is_complex,
        has_social_impact=case.has_social_impact,
        source=case.source,
        outcome=case.outcome,
        decided_on=case.decided_on or timezone.localdate(case.opened_at),
        carried_out_on=case.carried_out_on,
        correct_by=case.circumstances.correct_by,
        was_heard=hearing is not None and hearing.state == HearingState.HELD,
        is_contested=bool(results),
        was_undone=any(result in UNDOING for result in results),
    )
