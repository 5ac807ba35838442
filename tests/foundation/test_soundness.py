"""Every list of the house is sound: scoped, with paths that exist, sorted by what is never null."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import URLPattern, get_resolver

from enforcement.models import Case
from foundation.lists import Column, ListSpec
from foundation.lists.soundness import flaws
from foundation.permissions import Permission


def patterns(resolver: Any) -> Iterator[URLPattern]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLPattern):
            yield entry
        else:
            yield from patterns(entry)


def specs() -> set[ListSpec]:
    """Every list that some address shows or gives."""
    views = (pattern.callback for pattern in patterns(get_resolver("tests.foundation.sample")))
    classes = (getattr(view, "view_class", getattr(view, "cls", None)) for view in views)
    found = (getattr(cls, "spec", None) for cls in classes)
    return {spec for spec in found if isinstance(spec, ListSpec)}


def test_every_list_is_sound() -> None:
    found = specs()
    assert len(found) >= 2
    assert [flaw for spec in found for flaw in flaws(spec)] == []


def test_every_list_can_be_asked_and_its_filters_built() -> None:
    for spec in specs():
        assert spec.filterset_class.base_filters.keys() == spec.all_filters.keys()


@pytest.mark.parametrize(
    ("column", "said"),
    [
        (Column("deadline_on", "x", sort="deadline_on"), "may be null"),
        (Column("x", "x", source="notice__served_on"), ""),
        (Column("x", "x", source="colour"), "there is no colour"),
        (Column("x", "x", source="counterpart__colour"), "there is no counterpart__colour"),
        (Column("district", "x", source="district__code", sort="district__code"), "may be null"),
    ],
)
def test_flaws_are_found(column: Column, said: str) -> None:
    columns = (Column("id", "Id", sort="pk"), column)
    spec = ListSpec("x", "X", columns, Case.objects.all, "id", Permission.CASE_READ)
    assert said in " ".join(flaws(spec))
    assert bool(said) == bool(list(flaws(spec)))
