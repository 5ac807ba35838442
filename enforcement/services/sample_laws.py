"""Sample instruments with the provisions that the samples cite: illustrations, not legal advice (Art. 3, 10)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from enforcement.models import Instrument, InstrumentVersion, Provision
from enforcement.rules.citations import citations_in, plain_name
from enforcement.services.matters import adopt_version, found_instrument, judge_provision, prepare_version
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited

SAMPLE = Path(__file__).resolve().parent.parent / "data" / "sample_laws.json"
NAMES = ("code", "name_zh", "name_en", "issuer")
FATES = ("fate", "moved_to", "summary", "reason")


def sample_laws() -> dict[str, Any]:
    """The sample as it stands in the product."""
    return json.loads(SAMPLE.read_text(encoding="utf-8"))


def load_laws(*, by: Actor, at: datetime, cited: Iterable[str]) -> list[Instrument]:
    """Enter the sample laws that the words ``cited`` name; what is there by its code is left as it is."""
    by.require(Permission.MATTER_EDIT)
    content, wanted = sample_laws(), {c.law for words in cited for c in citations_in(words)}
    with audited("instrument:load_sample", by=by, at=at, under=Article(3), why=content["note_zh"]):
        known = set(Instrument.objects.values_list("code", flat=True))
        rows = [
            r for r in content["instruments"] if plain_name(r["name_zh"]) in wanted and r["code"] not in known
        ]
        made = [found_instrument(by=by, at=at, **{name: row[name] for name in NAMES}) for row in rows]
        provisions = [p for one, row in zip(made, rows, strict=True) for p in _provisions(one, row)]
        Provision.objects.record_bulk_create(provisions)
        return made


def load_versions(*, by: Actor, at: datetime, of: Iterable[Instrument]) -> list[InstrumentVersion]:
    """Prepare, judge and confirm the sample's new versions of these laws; a past day takes effect at once."""
    by.require(Permission.MATTER_EDIT)
    rows = {row["code"]: row.get("versions", ()) for row in sample_laws()["instruments"]}
    return [_adopt(one, row, by=by, at=at) for one in of for row in rows.get(one.code, ())]


def _provisions(instrument: Instrument, row: dict[str, Any]) -> list[Provision]:
    return [
        Provision(instrument=instrument, article=p["article"], valid_from=_day(p.get("valid_from")))
        for p in row["provisions"]
    ]


def _adopt(instrument: Instrument, row: dict[str, Any], *, by: Actor, at: datetime) -> InstrumentVersion:
    valid_from = date.fromisoformat(row["valid_from"])
    version = prepare_version(
        instrument.pk,
        by=by,
        at=at,
        name=row["name"],
        valid_from=valid_from,
        source=row["source"],
        note=row["note"],
    )
    judged = {p.article: p for p in version.to_judge()}
    for change in row["changes"]:
        values = {name: change[name] for name in FATES if name in change}
        judge_provision(version.pk, by=by, at=at, provision=judged[change["article"]], **values)
    return adopt_version(version.pk, by=by, at=at)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
