"""Lifting coercion as soon as it is not needed, and its end by the decision (Coercion Law, Art. 27-28, 33)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from enforcement.models import CoerciveMeasure
from enforcement.rules.dates import future_days
from enforcement.services.cases.base import refuse
from enforcement.services.coercion.base import taking_step
from enforcement.services.coercion.lapsing import forget_what_follows
from enforcement.vocabulary.coercion import ItemFate
from foundation.actors import Actor


def lift_measure(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    reason: str,
    returned_on: date | None = None,
    receipt: str = "",
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> CoerciveMeasure:
    """Lift the measure; with ``returned_on`` and ``receipt`` every thing still kept goes back with it."""
    with taking_step(
        measure_id, "lift", by=by, at=at, expected=expected, overrides=overrides, why=reason
    ) as measure:
        refuse(future_days(timezone.localdate(at), returned_on=returned_on))
        if returned_on is not None and receipt.strip():
            _give_everything_back(measure, returned_on, receipt)
        measure.over_on, measure.end_reason = timezone.localdate(at), reason
        forget_what_follows(measure)
    return measure


def _give_everything_back(measure: CoerciveMeasure, returned_on: date, receipt: str) -> None:
    for item in measure.kept_items():
        item.fate, item.dealt_on, item.receipt = ItemFate.RETURNED, returned_on, receipt
        item.save()


def convert_measure(
    measure_id: int,
    *,
    by: Actor,
    at: datetime,
    reason: str,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> CoerciveMeasure:
    """End the measure because the decision took its place: confiscation, destruction, transfer (Art. 27)."""
    with taking_step(
        measure_id, "convert", by=by, at=at, expected=expected, overrides=overrides, why=reason
    ) as measure:
        measure.over_on, measure.end_reason = timezone.localdate(at), reason
        forget_what_follows(measure)
    return measure
