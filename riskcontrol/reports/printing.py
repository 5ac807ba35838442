"""The catalogue in the three lists in which organs publish it: risk points, causes, measures (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from enforcement.rules.tables import PrintedColumn, PrintedTable
from foundation.lists.wording import list_text
from foundation.wording import day_text
from riskcontrol.models import PointEdition
from riskcontrol.vocabulary import CauseKind, Month, Side

_ON_COUNTERPART = (CauseKind.SUBJECTIVE.value, CauseKind.OBJECTIVE.value)


def published_tables(
    day: date, *, field: int | None = None
) -> tuple[PrintedTable, PrintedTable, PrintedTable]:
    """The three lists as they were in force on ``day``, of one field or of all."""
    editions = PointEdition.objects.in_force(day).select_related("field").order_by("field__code", "code")
    if field is not None:
        editions = editions.filter(field=field)
    rows = list(editions.prefetch_related("causes", "measures"))
    return _points(rows, day), _causes(rows, day), _measures(rows, day)


def _table(title: str, day: date, columns: Sequence[tuple[str, int]], rows: Iterable[Any]) -> PrintedTable:
    numbered = tuple((str(number), *row) for number, row in enumerate(rows, start=1))
    return PrintedTable(
        language=get_language() or "zh-hans",
        title=title,
        organ="",
        lines=(_("As published on %(day)s") % {"day": day_text(day)},),
        columns=(PrintedColumn(_("No."), 1), *(PrintedColumn(label, share) for label, share in columns)),
        rows=numbered,
    )


def _points(editions: list[PointEdition], day: date) -> PrintedTable:
    columns = (
        (_("Field"), 2), (_("Code"), 2), (_("Risk point"), 4), (_("How it shows"), 5), (_("Legal basis"), 4),
        (_("What the law provides for"), 4), (_("Level"), 1), (_("Causes with the counterpart"), 4),
        (_("Causes with the organ"), 4), (_("The organ does"), 4), (_("The counterpart does"), 4),
        (_("High season"), 2),
    )  # fmt: skip
    return _table(_("List of risk points"), day, columns, map(_point, editions))


def _point(edition: PointEdition) -> tuple[str, ...]:
    causes, measures = list(edition.causes.all()), list(edition.measures.all())
    return (
        str(edition.field), edition.code, edition.name, edition.manifestation, edition.basis,
        edition.consequence, edition.get_level_display(),
        _lines(c.text for c in causes if c.kind in _ON_COUNTERPART),
        _lines(c.text for c in causes if c.kind == CauseKind.ORGAN),
        _lines(m.text for m in measures if m.side == Side.ORGAN and m.level in ("", edition.level)),
        _lines(m.text for m in measures if m.side == Side.COUNTERPART and m.level in ("", edition.level)),
        list_text(Month(month).label for month in edition.season_months) if edition.season_months else _("all year"),
    )  # fmt: skip


def _causes(editions: list[PointEdition], day: date) -> PrintedTable:
    columns = ((_("Code"), 2), (_("Risk point"), 4), (_("Kind of cause"), 4), (_("Cause"), 7))
    rows = [
        (e.code, e.name, str(cause.get_kind_display()), cause.text)
        for e in editions
        for cause in e.causes.all()
    ]
    return _table(_("List of causes"), day, columns, rows)


def _measures(editions: list[PointEdition], day: date) -> PrintedTable:
    columns = (
        (_("Code"), 2), (_("Risk point"), 4), (_("At level"), 2), (_("Who does it"), 2), (_("Measure"), 7),
    )  # fmt: skip
    rows = [
        (e.code, e.name, m.get_level_display() or _("all levels"), str(m.get_side_display()), m.text)
        for e in editions
        for m in e.measures.all()
    ]
    return _table(_("List of measures"), day, columns, rows)


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(texts)
