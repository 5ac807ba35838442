"""Registering and correcting counterparts with checked identifiers (Art. 8, 9)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pypinyin import lazy_pinyin

from enforcement.models import Counterpart, CounterpartSearch, Organ
from enforcement.rules.counterparts import (
    birth_year_of,
    obstacle_of_twin,
    obstacles_to_identifier,
    standard_form,
)
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Forbidden, Refused
from foundation.permissions import Permission
from foundation.record import audited
from foundation.secrecy import blind_index


def register_counterpart(*, by: Actor, at: datetime, **values: Any) -> Counterpart:
    """Register a counterpart; raises Refused when the identifier is wrong or known already."""
    by.require(Permission.COUNTERPART_EDIT)
    if by.organ_id is None:
        raise Forbidden("organ")
    with audited("counterpart:register", by=by, at=at, under=Article(8)):
        counterpart = Counterpart()
        counterpart.place_under(Organ.objects.get(pk=by.organ_id))
        _write(counterpart, values)
        return counterpart


def edit_counterpart(
    counterpart_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> Counterpart:
    """Correct what is known of a counterpart; raises Refused, Stale, or DoesNotExist outside the reach."""
    by.require(Permission.COUNTERPART_EDIT)
    with audited("counterpart:edit", by=by, at=at, under=Article(8)):
        counterpart: Counterpart = Counterpart.objects.workable_by(by).locked(
            counterpart_id, expected=expected
        )
        _write(counterpart, values)
        return counterpart


def _write(counterpart: Counterpart, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(counterpart, name, value)
    _put_identifier(counterpart)
    counterpart.district = counterpart.region.county
    counterpart.name_pinyin = " ".join(lazy_pinyin(counterpart.name))[:400]
    counterpart.save()
    CounterpartSearch.of(counterpart).save()


def _put_identifier(counterpart: Counterpart) -> None:
    found = list(obstacles_to_identifier(kind=counterpart.kind, identifier=counterpart.identifier))
    if found:
        raise Refused(found)
    counterpart.identifier = standard_form(counterpart.identifier)
    counterpart.identifier_index = blind_index(counterpart.identifier)
    twins = Counterpart.objects.filter(identifier_index=counterpart.identifier_index)
    if counterpart.identifier and twins.exclude(pk=counterpart.pk).exists():
        raise Refused([obstacle_of_twin()])
    if counterpart.is_citizen and counterpart.identifier:
        counterpart.birth_year = birth_year_of(counterpart.identifier)
