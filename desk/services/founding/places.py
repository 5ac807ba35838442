"""Regions, fields, calendar and organs of the invented city, in both of Article 4's lines."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings

from enforcement.models import Field, Holiday, HolidayYear, Organ, Region
from enforcement.services.organs import found_organ, found_region
from enforcement.vocabulary import OrganKind, RegionLevel
from foundation.actors import COMMAND
from foundation.articles import Article
from foundation.record import audited

REGIONS = (
    ("990000", RegionLevel.CITY, "善治市（示例）", "Shanzhi City (invented)", ""),
    ("990101", RegionLevel.COUNTY, "南示范区", "South Model District", "990000"),
    ("990102", RegionLevel.COUNTY, "北示范区", "North Model District", "990000"),
    ("990201", RegionLevel.COUNTY, "东示范县", "East Model County", "990000"),
    ("990101001", RegionLevel.TOWNSHIP, "南示范区一街道", "First Subdistrict, South", "990101"),
    ("990102001", RegionLevel.TOWNSHIP, "北示范区一街道", "First Subdistrict, North", "990102"),
    ("990201101", RegionLevel.TOWNSHIP, "东示范县甲镇", "Jia Township, East", "990201"),
)
FIELDS = (
    ("market", "市场监管", "Market regulation"),
    ("urban", "城市管理", "Urban management"),
    ("environment", "生态环境", "Ecology and environment"),
    ("fire", "消防", "Fire safety"),
    ("labour", "人力资源社会保障", "Labour and social security"),
    ("culture", "文化旅游", "Culture and tourism"),
    ("agriculture", "农业农村", "Agriculture"),
    ("health", "卫生健康", "Health"),
    ("emergency", "应急管理", "Work safety"),
    ("transport", "交通运输", "Transport"),
)
D, A, E, S = OrganKind.DEPARTMENT, OrganKind.AUTHORISED, OrganKind.ENTRUSTED, OrganKind.SUPERVISION
# code, sign, kind, level, region, parent, Chinese, English, fields
ORGANS: tuple[tuple[str, str, OrganKind, RegionLevel, str, str, str, str, str], ...] = (
    ("SC01", "善市监", D, RegionLevel.CITY, "990000", "", "善治市市场监督管理局",
     "Shanzhi Market Regulation Bureau", "market"),
    ("SC02", "善城管", D, RegionLevel.CITY, "990000", "", "善治市城市管理局",
     "Shanzhi Urban Management Bureau", "urban environment"),
    ("SC03", "善交执", A, RegionLevel.CITY, "990000", "", "善治市交通运输综合执法支队",
     "Shanzhi Transport Enforcement Detachment", "transport"),
    ("SC04", "善司", S, RegionLevel.CITY, "990000", "", "善治市司法局", "Shanzhi Justice Bureau", ""),
    ("SD11", "南市监", D, RegionLevel.COUNTY, "990101", "SC01", "南示范区市场监督管理局",
     "South District Market Regulation Bureau", "market"),
    ("SD12", "南司", S, RegionLevel.COUNTY, "990101", "SC04", "南示范区司法局",
     "South District Justice Bureau", ""),
    ("SD21", "北市监", D, RegionLevel.COUNTY, "990102", "SC01", "北示范区市场监督管理局",
     "North District Market Regulation Bureau", "market"),
    ("SD31", "东城管", D, RegionLevel.COUNTY, "990201", "SC02", "东示范县城市管理局",
     "East County Urban Management Bureau", "urban environment fire"),
    ("ST32", "东甲镇综执", E, RegionLevel.TOWNSHIP, "990201101", "SD31", "东示范县甲镇综合行政执法队",
     "Jia Township Enforcement Team", "urban"),
    ("ST12", "南一所", E, RegionLevel.TOWNSHIP, "990101001", "SD11", "南示范区一街道市场监管所",
     "First Subdistrict Market Regulation Station", "market"),
)  # fmt: skip
HOLIDAYS = Path(settings.BASE_DIR) / "enforcement" / "data" / "holidays_cn.json"


@dataclass(frozen=True)
class Places:
    regions: dict[str, Region]
    fields: dict[str, Field]
    organs: dict[str, Organ]


def found_places(*, at: datetime) -> Places:
    """Enter regions, fields, holidays and organs; returns them by code."""
    _enter_holidays(at)
    fields = _enter_fields(at)
    regions: dict[str, Region] = {}
    for code, level, zh, en, parent in REGIONS:
        regions[code] = found_region(
            by=COMMAND, at=at, code=code, level=level, name_zh=zh, name_en=en, parent=regions.get(parent)
        )
    organs: dict[str, Organ] = {}
    for code, sign, kind, level, region, parent, zh, en, codes in ORGANS:
        organs[code] = found_organ(
            by=COMMAND, at=at, code=code, sign=sign, kind=kind, level=level, region=regions[region],
            parent=organs.get(parent), name_zh=zh, name_en=en, phone="0000-12345",
            fields=[fields[f] for f in codes.split()],
        )  # fmt: skip
    return Places(regions, fields, organs)


def _enter_fields(at: datetime) -> dict[str, Any]:
    with audited("field:found", by=COMMAND, at=at, under=Article(3)):
        found = {code: Field(code=code, name_zh=zh, name_en=en) for code, zh, en in FIELDS}
        Field.objects.record_bulk_create(list(found.values()))
    return {field.code: field for field in Field.objects.filter(code__in=found)}


def _enter_holidays(at: datetime) -> None:
    years = json.loads(HOLIDAYS.read_text(encoding="utf-8"))
    with audited("holiday:enter", by=COMMAND, at=at, under=Article(6)):
        for year, days in years.items():
            arrangement = HolidayYear(year=int(year), is_official=True, source=days.get("source", ""))
            arrangement.save()
            Holiday.objects.record_bulk_create(
                [
                    Holiday(day=date.fromisoformat(day), is_off=is_off, arrangement=arrangement)
                    for key, is_off in (("off", True), ("makeup", False))
                    for day in days[key]
                ]
            )
