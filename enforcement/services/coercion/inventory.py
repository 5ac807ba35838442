"""The inventory of what is sealed or seized, thing by thing until it goes back (Coercion Law, Art. 23-28)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from enforcement.models import CoerciveMeasure, SeizedItem
from enforcement.rules.coercion_need import obstacles_to_item
from enforcement.rules.dates import future_days
from enforcement.services.cases.base import refuse, write
from enforcement.services.coercion.base import working_on_measure
from enforcement.vocabulary.coercion import CoercionState, ItemFate
from foundation.actors import Actor

SAID = frozenset(
    {"name", "mark", "quantity", "unit", "condition", "photo", "kept_at"}
    | {"is_related", "is_necessity", "held_by_other"}
)


def add_item(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    name: str,
    quantity: Decimal,
    unit: str,
    expected: int | None = None,
    **values: Any,
) -> CoerciveMeasure:
    """Enter a thing in the inventory; raises Refused for what must not be sealed or seized (COE-4)."""
    with working_on_measure(measure_id, "add_item", by=by, at=at, expected=expected) as measure:
        item = SeizedItem(measure=measure)
        write(item, {"name": name, "quantity": quantity, "unit": unit, **values}, among=SAID)
        _refuse_untouchable(item)
        item.save()
    return measure


def edit_item(
    measure_id: int, *, by: Actor, at: datetime, item: SeizedItem, expected: int | None = None, **values: Any
) -> CoerciveMeasure:
    """Correct what is said of a thing of this measure; raises SeizedItem.DoesNotExist for another's."""
    with working_on_measure(measure_id, "edit_item", by=by, at=at, expected=expected) as measure:
        known = measure.items.get(pk=item.pk)
        write(known, values, among=SAID)
        _refuse_untouchable(known)
        known.save()
    return measure


def remove_item(
    measure_id: int, *, by: Actor, at: datetime, item: SeizedItem, expected: int | None = None
) -> CoerciveMeasure:
    """Take a thing off the inventory of what is only proposed."""
    with working_on_measure(measure_id, "remove_item", by=by, at=at, expected=expected) as measure:
        measure.items.get(pk=item.pk).delete()
    return measure


def deal_with_item(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    item: SeizedItem,
    fate: str,
    dealt_on: date,
    receipt: str = "",
    expected: int | None = None,
) -> CoerciveMeasure:
    """Record that a thing was given back against a receipt, or dealt with as the law provides."""
    with working_on_measure(measure_id, "deal_with_item", by=by, at=at, expected=expected) as measure:
        refuse(future_days(timezone.localdate(at), dealt_on=dealt_on))
        known = measure.items.get(pk=item.pk)
        known.fate, known.dealt_on, known.receipt = fate, dealt_on, receipt
        known.save()
    return measure


def _refuse_untouchable(item: SeizedItem) -> None:
    """What is marked like a thing that another measure in force keeps is held already (COE-4)."""
    if item.mark.strip() and not item.held_by_other:
        twins = SeizedItem.objects.filter(
            mark=item.mark, fate=ItemFate.KEPT, measure__state=CoercionState.APPLIED
        ).exclude(measure_id=item.measure_id)
        holder = twins.select_related("measure__organ").first()
        item.held_by_other = holder.measure.organ.name if holder else ""
    refuse(obstacles_to_item(item.facts()))
