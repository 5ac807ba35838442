"""Numbers of documents for many rows at once, going on where the organs' series stand."""

from __future__ import annotations

from datetime import date

from desk.services.volume.bureaux import Bureau
from enforcement.models import NumberSeries
from enforcement.vocabulary import DocumentKind

CLUE = "clue"


class Serials:
    """The series of all organs, kept in memory until ``save``."""

    def __init__(self) -> None:
        rows = NumberSeries.objects.values_list("organ_id", "kind", "year", "last")
        self._last = {(organ, kind, year): last for organ, kind, year, last in rows}

    def document(self, bureau: Bureau, kind: DocumentKind, day: date) -> str:
        return f"{bureau.sign}{kind.label}〔{day.year}〕{self._next(bureau, kind.value, day.year)}号"

    def clue(self, bureau: Bureau, day: date) -> str:
        return f"{bureau.sign}-{day.year}-{self._next(bureau, CLUE, day.year):06d}"

    def save(self) -> None:
        """Tell the services where the series stand now."""
        rows = [
            NumberSeries(organ_id=organ, kind=kind, year=year, last=last)
            for (organ, kind, year), last in self._last.items()
        ]
        NumberSeries.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["organ", "kind", "year"], update_fields=["last"]
        )

    def _next(self, bureau: Bureau, kind: str, year: int) -> int:
        key = (bureau.id, kind, year)
        self._last[key] = self._last.get(key, 0) + 1
        return self._last[key]
