"""No coercion without approval, and none beyond its term (Art. 10 (2); Coercion Law, Art. 18-19, 25)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import F, Q
from django.utils import timezone

from enforcement.lifecycle import COERCION_LIFECYCLE
from enforcement.models import CoerciveMeasure, SeizedItem
from enforcement.rules.coercion_terms import APPROVE_WITHIN
from enforcement.vocabulary.coercion import MEASURES, CoercionState, ItemFate
from foundation.invariants import invariant
from foundation.record.paths import illegal_steps

SWEEP_TAKES = timedelta(minutes=10)
EMPTY_HANDED = (CoercionState.LIFTED, CoercionState.CONVERTED)


@invariant("coercion:approved")
def unapproved(at: datetime) -> Iterator[str]:
    """What is in force was approved by another than who proposed it, or is urgent and younger than a day."""
    since = at - APPROVE_WITHIN - SWEEP_TAKES
    late = Q(approved_at=None) & (Q(is_urgent=False) | Q(applied_at__lt=since))
    wrong = late | Q(approved_by=F("proposed_by"))
    rows = CoerciveMeasure.objects.filter(wrong, state=CoercionState.APPLIED)
    for measure in rows.select_related("case").order_by("pk").iterator():
        yield f"{measure} ({measure.pk}) is in force without the approval of another"


@invariant("coercion:within_its_term")
def overdue(at: datetime) -> Iterator[str]:
    """No measure is in force beyond its last day, and none without one."""
    today = timezone.localdate(at - SWEEP_TAKES)
    rows = CoerciveMeasure.objects.filter(
        Q(expires_on=None) | Q(expires_on__lt=today), state=CoercionState.APPLIED, kind__in=MEASURES
    )
    for measure in rows.select_related("case").order_by("pk").iterator():
        yield f"{measure} ({measure.pk}) is in force beyond {measure.expires_on}"


@invariant("coercion:nothing_kept_after_its_end")
def kept_after_end(_at: datetime) -> Iterator[str]:
    """What was lifted or passed into the decision keeps no thing."""
    kept = SeizedItem.objects.filter(fate=ItemFate.KEPT, measure__state__in=EMPTY_HANDED)
    for item in kept.select_related("measure").order_by("pk").iterator():
        yield f"{item} ({item.pk}) is kept, and its measure {item.measure_id} is over"


@invariant("coercion:path_of_the_law")
def illegal_paths(_at: datetime) -> Iterator[str]:
    """Every change of state is a transition of the table."""
    return illegal_steps(CoerciveMeasure, COERCION_LIFECYCLE)
