"""Sample fields, matters and discretion benchmarks: illustrations, not legal advice (Art. 3)."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from enforcement.models import Field, Matter
from enforcement.services.matters import enter_band, found_field, found_matter
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited

SAMPLE = Path(__file__).resolve().parent.parent / "data" / "sample_matters.json"
FINES = ("fine_min", "fine_max")


def sample_matters() -> dict[str, Any]:
    """The sample as it stands in the product: ``fields`` and ``matters``."""
    return json.loads(SAMPLE.read_text(encoding="utf-8"))


def load_matters(*, by: Actor, at: datetime, data: dict[str, Any] | None = None) -> list[Matter]:
    """Enter fields and matters that are not there yet; what is there by its code is left as it is."""
    by.require(Permission.MATTER_EDIT)
    content = sample_matters() if data is None else data
    with audited("matter:load_sample", by=by, at=at, under=Article(3), why=content["note_zh"]):
        fields = {row["code"]: _field(row, by=by, at=at) for row in content["fields"]}
        return [_matter(row, fields, by=by, at=at) for row in content["matters"]]


def _field(row: dict[str, Any], *, by: Actor, at: datetime) -> Field:
    return Field.objects.filter(code=row["code"]).first() or found_field(by=by, at=at, **row)


def _matter(row: dict[str, Any], fields: dict[str, Field], *, by: Actor, at: datetime) -> Matter:
    found = Matter.objects.filter(code=row["code"]).first()
    if found is not None:
        return found
    values = {**_with_money(row), "field": fields[row["field"]]}
    bands = values.pop("bands")
    matter = found_matter(by=by, at=at, **values)
    for band in bands:
        enter_band(matter.pk, by=by, at=at, **_with_money(band))
    return matter


def _with_money(row: dict[str, Any]) -> dict[str, Any]:
    """Money stands as text in the file, so that no fen is lost."""
    return {name: Decimal(v) if name in FINES and v is not None else v for name, v in row.items()}
