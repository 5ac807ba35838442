"""Documents about coercion: which are possible as far as it has come (Coercion Law, Art. 24, 28, 31, 35, 37)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from enforcement.models import CoerciveMeasure
from enforcement.rules.coercion_terms import ARTICLE
from enforcement.services.documents import Draft, Source, register_source
from enforcement.services.documents.texts.coercion import coercion_decision, end_of_coercion
from enforcement.services.documents.texts.demands import written_demand
from enforcement.services.documents.texts.things import inventory
from enforcement.vocabulary import CaseState, LetterKind
from enforcement.vocabulary.coercion import CoercionState
from foundation.permissions import Permission

OVER = (CoercionState.LIFTED, CoercionState.EXPIRED, CoercionState.CONVERTED)
WRITERS: dict[str, Callable[[CoerciveMeasure], Draft]] = {
    LetterKind.COERCION: coercion_decision,
    LetterKind.INVENTORY: inventory,
    LetterKind.DEMAND: written_demand,
    LetterKind.LIFTING: end_of_coercion,
}


def kinds_of(measure: CoerciveMeasure) -> Iterator[LetterKind]:
    """Nothing before there is a number: what nobody approved, and is not urgent, is told to nobody."""
    if not measure.number or measure.case.state == CaseState.ARCHIVED:
        return
    execution = getattr(measure, "execution", None)
    if execution is not None and execution.demand_served_on is not None:
        yield LetterKind.DEMAND
    if measure.approved_at is not None or measure.is_urgent:
        yield LetterKind.COERCION
    if measure.applied_at is not None and measure.items.all():
        yield LetterKind.INVENTORY
    if measure.state in OVER:
        yield LetterKind.LIFTING


register_source(
    Source(
        noun="coercion",
        model=CoerciveMeasure,
        handle=Permission.COERCION_PROPOSE,
        article=ARTICLE,
        rows=CoerciveMeasure.objects.with_everything,
        kinds=kinds_of,
        write=lambda measure, kind: WRITERS[kind](measure),
        act_url="enforcement:coercion_act",
        case_of=lambda measure: measure.case,
        field_of=lambda measure: measure.case.matter.field_id,
    )
)
