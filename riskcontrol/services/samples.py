"""The sample list of risk points: an illustration to start from, marked as such everywhere (Art. 9)."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

from enforcement.models import Field, Matter
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited
from riskcontrol.models import RiskCause, RiskMeasure, RiskPoint
from riskcontrol.services.catalogues import ensure_catalogue
from riskcontrol.services.levels import place_level
from riskcontrol.services.publishing import check_point, publish_point

SAMPLE = Path(__file__).resolve().parent.parent / "data" / "sample_risk_points.json"
SAMPLE_OPINION = "示例清单，仅供参考，非法律意见 / A sample for illustration, not legal advice"
SAMPLE_REASON = "示例清单所列等级 / as the sample list has it"
_COLUMNS = (
    "code",
    "name_zh",
    "name_en",
    "manifestation_zh",
    "manifestation_en",
    "consequence_zh",
    "consequence_en",
    "basis",
    "season_months",
    "industries",
    "ways",
)


def load_risk_points(
    *, by: Actor, at: datetime, source: Path = SAMPLE, publish: bool = True
) -> list[RiskPoint]:
    """Enter the risk points of ``source`` that are not known yet, with causes and measures.

    Raises Field.DoesNotExist when a field of enforcement is missing; a missing matter is left open.
    """
    by.require(Permission.RISK_EDIT)
    entries = json.loads(source.read_text(encoding="utf-8"))["points"]
    known = set(RiskPoint.objects.values_list("code", flat=True))
    with audited("risk_point:load_sample", by=by, at=at, under=Article(9)):
        made = [_load(entry, at=at) for entry in entries if entry["code"] not in known]
        if publish:
            made = [_publish(point, by=by, at=at) for point in made]
    return made


def _publish(point: RiskPoint, *, by: Actor, at: datetime) -> RiskPoint:
    check_point(point.pk, by=by, at=at, opinion=SAMPLE_OPINION)
    return publish_point(point.pk, by=by, at=at, confirmed=point.measures.all())


def _load(entry: dict[str, Any], *, at: datetime) -> RiskPoint:
    point = RiskPoint(is_sample=True, **{name: entry[name] for name in _COLUMNS})
    point.field = Field.objects.get(code=entry["field"])
    point.matter = Matter.objects.filter(code=entry["matter"]).first() if entry["matter"] else None
    ensure_catalogue(point.field, at=at)
    follows = entry["by_rule"] and point.matter is not None
    place_level(point, "" if follows else entry["level"], SAMPLE_REASON, at=at)
    point.save()
    RiskCause.objects.record_bulk_create([RiskCause(point=point, **cause) for cause in entry["causes"]])
    RiskMeasure.objects.record_bulk_create(
        [RiskMeasure(point=point, adds_no_duty=True, **measure) for measure in entry["measures"]]
    )
    return point
