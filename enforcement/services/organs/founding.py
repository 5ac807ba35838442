"""Entering organs and changing them, with their place in territory and line (Art. 4 para. 2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from enforcement.models import Case, Organ, OrganField
from enforcement.rules.organs import (
    ClosingFacts,
    PlacingFacts,
    obstacles_to_closing_organ,
    obstacles_to_placing,
)
from enforcement.services.organs.placing import move_rows_of, place, place_subordinates
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Refused
from foundation.permissions import Permission
from foundation.record import audited


def found_organ(*, by: Actor, at: datetime, fields: Iterable[Any] = (), **values: Any) -> Organ:
    """Enter an organ with its fields of enforcement; raises Refused when it cannot stand there."""
    by.require(Permission.ORGAN_EDIT)
    with audited("organ:found", by=by, at=at, under=Article(4)):
        organ = Organ(**values)
        _refuse_wrong_place(organ)
        organ.save()
        place(organ)
        organ.save()
        set_fields(organ, fields)
        return organ


def edit_organ(
    organ_id: int,
    *,
    by: Actor,
    at: datetime,
    expected: int | None = None,
    fields: Iterable[Any] | None = None,
    **values: Any,
) -> Organ:
    """Change an organ; moved to another superior or region, it takes its subordinates and rows with it.

    Raises Refused, Stale, or DoesNotExist for an organ that the actor does not keep.
    """
    by.require(Permission.ORGAN_EDIT)
    with audited("organ:edit", by=by, at=at, under=Article(4)):
        organ: Organ = Organ.objects.workable_by(by).locked(organ_id, expected=expected)
        before = _place_of(organ)
        for name, value in values.items():
            setattr(organ, name, value)
        _refuse_wrong_place(organ)
        _refuse_closing(organ)
        place(organ)
        organ.save()
        if fields is not None:
            set_fields(organ, fields)
        if _place_of(organ) != before:
            move_rows_of(organ)
            place_subordinates(organ)
        return organ


def set_fields(organ: Organ, fields: Iterable[Any]) -> None:
    """Make ``fields`` the organ's fields of enforcement; call it inside an open act."""
    wanted = {field.pk: field for field in fields}
    held = {row.field_id: row for row in OrganField.objects.filter(organ=organ)}
    for field_id, row in held.items():
        if field_id not in wanted:
            row.delete()
    for field_id, field in wanted.items():
        if field_id not in held:
            OrganField(organ=organ, field=field).save()


def _place_of(organ: Organ) -> tuple[int | None, ...]:
    return organ.line_id, organ.branch_id, organ.district_id


def _refuse_wrong_place(organ: Organ) -> None:
    superiors: list[int] = []
    superior = organ.parent
    while superior is not None and superior.pk not in superiors:
        superiors.append(superior.pk)
        superior = superior.parent
    facts = PlacingFacts(
        level=organ.level,
        region_level=organ.region.level,
        organ_id=organ.pk,
        superior_ids=tuple(superiors),
        superior_level=organ.parent.level if organ.parent else None,
    )
    if found := list(obstacles_to_placing(facts)):
        raise Refused(found)


def _refuse_closing(organ: Organ) -> None:
    if organ.is_active:
        return
    facts = ClosingFacts(
        officers=organ.officers.filter(is_active=True).count(),
        subordinates=organ.subordinates.filter(is_active=True).count(),
        open_cases=Case.objects.open().filter(organ=organ).count(),
    )
    if found := list(obstacles_to_closing_organ(facts)):
        raise Refused(found)
