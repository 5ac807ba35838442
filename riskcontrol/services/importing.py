"""Risk points of a catalogue from a sheet: every row is checked first, then all are written or none (Art. 9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from enforcement.models import Matter, Region
from enforcement.services.sheets import in_row, lines_of_sheet, refuse_rows, refuse_twice
from enforcement.vocabulary import CounterpartKind, Industry
from foundation.actors import Actor
from foundation.obstacles import Refused
from foundation.permissions import Permission
from foundation.record import audited
from guidance.vocabulary import Way
from riskcontrol.models import RiskCatalogue, RiskCause, RiskMeasure, RiskPoint
from riskcontrol.rules.short import (
    SHEET_COLUMNS,
    code_of,
    read_causes,
    read_lines,
    read_many,
    read_measures,
    read_months,
)
from riskcontrol.services.base import ARTICLE, refuse_unless_worked_on, require_duty
from riskcontrol.services.levels import place_level
from riskcontrol.vocabulary import Level

HEADS = frozenset({"code", "序号", "编号", "代码", "风险点代码"})
PLAIN = (
    "code", "name_zh", "name_en", "basis", "manifestation_zh", "manifestation_en", "consequence_zh",
    "consequence_en",
)  # fmt: skip


@dataclass(slots=True)
class SheetRow:
    """A sound row: the risk point that comes of it, not stored yet, with its causes and measures."""

    point: RiskPoint
    causes: list[RiskCause] = field(default_factory=list)
    measures: list[RiskMeasure] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Known:
    """What a row may name."""

    catalogue: RiskCatalogue
    matters: Mapping[str, Matter]
    regions: Mapping[str, Region]
    points: Mapping[str, RiskPoint]
    adds_no_duty: bool


def try_points(
    catalogue_id: int,
    *,
    by: Actor,
    at: datetime,
    file: Any,
    adds_no_duty: bool,
    expected: int | None = None,
) -> RiskCatalogue:
    """Check a sheet and write nothing; raises as ``import_points``."""
    by.require(Permission.RISK_EDIT)
    found: RiskCatalogue = RiskCatalogue.objects.workable_by(by).get(pk=catalogue_id)
    _sound(file, found, adds_no_duty, by=by, at=at)
    return found


def import_points(
    catalogue_id: int,
    *,
    by: Actor,
    at: datetime,
    file: Any,
    adds_no_duty: bool,
    expected: int | None = None,
) -> RiskCatalogue:
    """Enter the rows of a sheet as drafts: one of the same code is replaced, others are added, none is removed.

    Raises ValidationError with one line a wrong row, a row of a published risk point among them, Refused
    outside the organ's duties, and Stale.
    """
    by.require(Permission.RISK_EDIT)
    with audited("risk_catalogue:import", by=by, at=at, under=ARTICLE):
        found: RiskCatalogue = RiskCatalogue.objects.workable_by(by).locked(catalogue_id, expected=expected)
        rows = _sound(file, found, adds_no_duty, by=by, at=at)
        for row in rows:
            _write(row, by=by)
        found.save()
        require_duty(rows[0].point, by=by, at=at)
        return found


def _write(row: SheetRow, *, by: Actor) -> None:
    row.point.edited_by_id = by.officer_id
    row.point.save()
    for old in (*row.point.causes.all(), *row.point.measures.all()):
        old.delete()
    RiskCause.objects.record_bulk_create(row.causes)
    RiskMeasure.objects.record_bulk_create(row.measures)


def _sound(file: Any, found: RiskCatalogue, adds_no_duty: bool, *, by: Actor, at: datetime) -> list[SheetRow]:
    points = RiskPoint.objects.workable_by(by).select_for_update(of=("self",))
    known = Known(
        catalogue=found,
        matters={matter.code: matter for matter in Matter.objects.filter(field=found.field_id)},
        regions={region.code: region for region in Region.objects.all()},
        points={point.code: point for point in points},
        adds_no_duty=adds_no_duty,
    )
    rows: list[SheetRow] = []
    errors: list[str] = []
    codes: set[str] = set()
    for number, cells in lines_of_sheet(file, width=len(SHEET_COLUMNS), heads=HEADS):
        try:
            rows.append(_row(dict(zip(SHEET_COLUMNS, cells, strict=False)), known, at))
            refuse_twice(rows[-1].point.code, codes)
        except ValueError as error:
            errors.append(in_row(number, error))
        except Refused as refusal:
            errors.append(in_row(number, " ".join(str(o.message) for o in refusal.obstacles)))
        except ValidationError as error:
            errors.append(in_row(number, " ".join(error.messages)))
    if not rows and not errors:
        errors = [_("The sheet is empty.")]
    refuse_rows(errors)
    return rows


def _row(cells: dict[str, str], known: Known, at: datetime) -> SheetRow:
    point = _point(cells["code"].upper(), known)
    for name in PLAIN:
        setattr(point, name, cells[name])
    point.code = point.code.upper()
    point.matter = _named(
        cells["matter"], known.matters, _("There is no matter of this field with the code %(code)s.")
    )
    point.region = _named(cells["region"], known.regions, _("There is no region with the code %(code)s."))
    point.industries = read_many(cells["industries"], Industry)
    point.kinds = read_many(cells["kinds"], CounterpartKind)
    point.licences = read_lines(cells["licences"])
    point.season_months = read_months(cells["season_months"])
    point.ways = read_many(cells["ways"], Way)
    place_level(point, code_of(cells["level"], Level) if cells["level"] else "", cells["level_reason"], at=at)
    point.clean_fields(exclude=["field", "matter", "region", "edited_by", "checked_by"])
    causes = [RiskCause(point=point, **one) for one in read_causes(cells["causes"])]
    measures = [
        RiskMeasure(point=point, adds_no_duty=known.adds_no_duty, **one)
        for one in read_measures(cells["measures"])
    ]
    _refuse_doubles([(c.kind, c.text_zh) for c in causes] + [(m.side, m.level, m.text_zh) for m in measures])
    for part in (*causes, *measures):
        part.clean_fields(exclude=["point"])
    for measure in measures:
        measure.validate_constraints(exclude=["point", "text_zh"])
    return SheetRow(point, causes, measures)


def _point(code: str, known: Known) -> RiskPoint:
    """The draft of this code, or a new one; raises Refused when published, ValueError for another field's."""
    point = known.points.get(code)
    if point is None:
        return RiskPoint(field=known.catalogue.field)
    if point.field_id != known.catalogue.field_id:
        raise ValueError(_("The code %(code)s belongs to another field.") % {"code": code})
    refuse_unless_worked_on(point)
    return point


def _named(code: str, known: Mapping[str, Any], message: str) -> Any:
    if code and code not in known:
        raise ValueError(message % {"code": code[:40]})
    return known.get(code)


def _refuse_doubles(parts: list[tuple[str, ...]]) -> None:
    doubled = [part[-1] for part in parts if parts.count(part) > 1]
    if doubled:
        raise ValueError(_("This stands in the row twice: %(text)s.") % {"text": doubled[0][:40]})
