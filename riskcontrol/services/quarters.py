"""Counting the decisions of each quarter for all risk points of a catalogue, in one query (Art. 9)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from riskcontrol.models import PointQuarter, RiskCatalogue, RiskPoint
from riskcontrol.reports.occurrences import NO_CASES, occurrences_by_quarter
from riskcontrol.rules.calendar import quarters_until

QUARTERS_KEPT = 8


def count_quarters(found: RiskCatalogue, *, at: datetime) -> None:
    """Count the quarters that are over, two years back; what is older stays as it was counted."""
    wanted = quarters_until(timezone.localdate(at), QUARTERS_KEPT)
    points = RiskPoint.objects.filter(field=found.field_id).exclude(matter=None)
    known = list(points.values_list("pk", "matter_id"))
    first, (year, quarter) = wanted[0], wanted[-1]
    seen = occurrences_by_quarter(
        {matter for _pk, matter in known if matter},
        since=date(first[0], first[1] * 3 - 2, 1),
        before=date(year + 1, 1, 1) if quarter == 4 else date(year, quarter * 3 + 1, 1),
    )
    rows = [
        PointQuarter(
            point_id=pk,
            year=one[0],
            quarter=one[1],
            counted_at=at,
            **seen.get((matter, *one), NO_CASES)._asdict(),
        )
        for pk, matter in known
        for one in wanted
    ]
    PointQuarter.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["point", "year", "quarter"],
        update_fields=["decided", "mild", "grave", "counted_at"],
        batch_size=500,
    )
