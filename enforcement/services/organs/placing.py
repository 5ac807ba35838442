"""Where an organ stands in line, branch and district, and all rows that stand under it (Art. 4 para. 2)."""

from __future__ import annotations

from typing import Any

from django.apps import apps

from enforcement.models import Organ, OrganScoped
from enforcement.vocabulary import RegionLevel

_CHUNK = 500


def place(organ: Organ) -> None:
    """Work out line, branch and district of a stored organ, unsaved."""
    parent = organ.parent
    organ.district = organ.region.county
    if parent is not None:
        organ.line = parent.line
    else:
        organ.line = organ if organ.level == RegionLevel.CITY else None
    if organ.level == RegionLevel.COUNTY:
        organ.branch = organ
    else:
        organ.branch = parent.branch if parent and organ.level == RegionLevel.TOWNSHIP else None


def place_subordinates(organ: Organ) -> None:
    """Work out and save the place of everything below ``organ``, inside an open act."""
    for subordinate in Organ.objects.filter(parent=organ).order_by("id"):
        place(subordinate)
        subordinate.save()
        move_rows_of(subordinate)
        place_subordinates(subordinate)


def move_rows_of(organ: Organ) -> int:
    """Give every row under ``organ`` the organ's present place; returns how many changed."""
    return sum(_move_rows(model, organ) for model in scoped_models())


def scoped_models() -> list[type[OrganScoped]]:
    """Every kind of row that copies the place of its organ, in this app and in those above."""
    return [m for m in apps.get_models() if issubclass(m, OrganScoped)]


def _move_rows(model: Any, organ: Organ) -> int:
    moved = 0
    for row in model.objects.filter(organ=organ).order_by("pk").iterator(chunk_size=_CHUNK):
        before = (row.line_id, row.branch_id, row.district_id)
        row.place_under(organ)
        if (row.line_id, row.branch_id, row.district_id) != before:
            row.save()
            moved += 1
    return moved
