"""A catalogue as the sheet in which it is worked on: what it holds can be imported again (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, Any

from django.utils.translation import gettext_lazy as _

from foundation.lists import Column
from foundation.lists.xlsx_file import write_xlsx
from riskcontrol.models import RiskCatalogue, RiskPoint
from riskcontrol.rules.short import SHEET_COLUMNS, write_cause, write_many, write_measure
from riskcontrol.vocabulary import LevelSource

LABELS = {
    "code": "code",  # by this word the first row is known for headings
    "causes": _("causes, one a line"),
    "measures": _("measures, one a line"),
}


_SHORTENED = frozenset(
    {
        "matter",
        "region",
        "level",
        "causes",
        "measures",
        "licences",
        "industries",
        "kinds",
        "season_months",
        "ways",
    }
)


def write_working_sheet(target: IO[bytes], found: RiskCatalogue) -> None:
    """Write the risk points in the order of their codes, in the columns that an import reads."""
    points = RiskPoint.objects.filter(field=found.field_id).select_related("matter", "region")
    columns = tuple(Column(name, LABELS.get(name) or _label(name)) for name in SHEET_COLUMNS)
    rows = _rows(points.prefetch_related("causes", "measures").order_by("code"))
    write_xlsx(target, columns, rows, title=str(found))


def _label(name: str) -> Any:
    field: Any = RiskPoint._meta.get_field(name)
    return field.verbose_name


def _rows(points: Any) -> Iterator[list[Any]]:
    for point in points:
        by_hand = point.level_source == LevelSource.PERSON
        told = {
            **{name: getattr(point, name) for name in SHEET_COLUMNS if name not in _SHORTENED},
            "matter": point.matter.code if point.matter else "",
            "region": point.region.code if point.region else "",
            "level": point.level if by_hand else "",
            "causes": "\n".join(write_cause(c.kind, c.text_zh, c.text_en) for c in point.causes.all()),
            "measures": "\n".join(
                write_measure(m.side, m.level, m.text_zh, m.text_en) for m in point.measures.all()
            ),
            "licences": "; ".join(point.licences),
            **{
                name: write_many(getattr(point, name))
                for name in ("industries", "kinds", "season_months", "ways")
            },
        }
        yield [told[name] for name in SHEET_COLUMNS]
