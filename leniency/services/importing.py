"""Loading whole lists at once, each through the steps that every list takes (Art. 10 para. 1)."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Field, Matter, Organ
from enforcement.services.sample_laws import load_laws, load_versions
from foundation.actors import Actor
from foundation.obstacles import Obstacle, Refused
from foundation.record import audited
from leniency.models import LeniencyList
from leniency.services.drafts import ARTICLE
from leniency.services.entries import add_entry
from leniency.services.lists import draft_list
from leniency.services.publishing import approve_list, publish_list, review_list, seek_opinions

SAMPLE = Path(__file__).resolve().parent.parent / "data" / "sample_lists.json"
AS_A_SAMPLE = {"LST-18": {"reason": "other", "text": "示例清单，列出以便查询。"}}
HEADING = ("type", "title_zh", "title_en")


def sample_lists() -> dict[str, Any]:
    """The sample as it stands in the product: marked as an illustration, not as legal advice."""
    return json.loads(SAMPLE.read_text(encoding="utf-8"))


def load_lists(*, by: Actor, at: datetime, data: dict[str, Any] | None = None) -> list[LeniencyList]:
    """Enter and publish lists, in force from the day of ``at``.

    The sample laws that they cite are entered first and their new versions taken up last, so that an entry
    whose basis has vanished by then is suspended. Each list is issued by the city organ of its field, else by
    the city's supervision body; matters are found by their code. Lists that are there already are left as they
    are. Raises Refused when a field or an organ is missing.
    """
    content = sample_lists() if data is None else data
    with audited("leniency_list:load", by=by, at=at, under=ARTICLE, why=content["note_zh"]):
        laws = load_laws(by=by, at=at, cited=_cited(content))
        made = [_load(row, number, content, by=by, at=at) for number, row in enumerate(content["lists"], 1)]
        load_versions(by=by, at=at, of=laws)
    return [found for found in made if found is not None]


def _load(
    row: dict[str, Any], number: int, content: dict[str, Any], *, by: Actor, at: datetime
) -> LeniencyList | None:
    field = _field(row["field"])
    organ, year = _issuer(field), timezone.localdate(at).year
    edition = f"{year}年版"
    if LeniencyList.objects.filter(organ=organ, field=field, type=row["type"], edition=edition).exists():
        return None
    found = draft_list(
        by=by,
        at=at,
        organ=organ,
        field=field,
        edition=edition,
        note_zh=content["note_zh"],
        note_en=content["note_en"],
        **{name: row[name] for name in HEADING},
    )
    for entry in row["entries"]:
        _load_entry(entry, found, by=by, at=at)
    _publish(found, f"{organ.sign}清单〔{year}〕{number}号", content["note_zh"], by=by, at=at)
    return found


def _load_entry(row: dict[str, Any], found: LeniencyList, *, by: Actor, at: datetime) -> None:
    values = {k: v for k, v in row.items() if k not in ("conditions", "matter")}
    matter = Matter.objects.filter(code=row["matter"]).first()
    conditions = [_with_number(terms) for terms in row["conditions"]]
    add_entry(found.pk, by=by, at=at, matter=matter, conditions=conditions, **values)


def _with_number(terms: dict[str, Any]) -> dict[str, Any]:
    return {**terms, "number": Decimal(terms["number"])} if "number" in terms else terms


def _publish(found: LeniencyList, document_number: str, note: str, *, by: Actor, at: datetime) -> None:
    seek_opinions(found.pk, by=by, at=at)
    review_list(found.pk, by=by, at=at, opinions=note, review=note)
    approve_list(found.pk, by=by, at=at, approval=note)
    publish_list(
        found.pk,
        by=by,
        at=at,
        document_number=document_number,
        effective_from=timezone.localdate(at),
        overrides=AS_A_SAMPLE,
    )


def _cited(content: dict[str, Any]) -> list[str]:
    rows = [row for one in content["lists"] for row in one.get("entries", ())]
    return [row.get(name, "") for row in rows for name in ("violated", "basis")]


def _field(code: str) -> Field:
    found = Field.objects.filter(code=code).first()
    if found is None:
        raise Refused([_missing(_("There is no field of enforcement called %(code)s.") % {"code": code})])
    return found


def _issuer(field: Field) -> Organ:
    found = Organ.objects.issuing_for(field)
    if found is None:
        raise Refused(
            [_missing(_("No organ of the city can issue lists of “%(field)s”.") % {"field": field})]
        )
    return found


def _missing(message: object) -> Obstacle:
    return Obstacle(
        code="LST-12",
        message=message,
        article=ARTICLE,
        next_step=_("Enter it in the reference data first, then load the lists again."),
    )
