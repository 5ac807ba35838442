"""The part of a case's page on its range, its benchmark and what leaves it (Art. 5; Penalty Law, Art. 34)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase

from enforcement.lists.case_cells import TITLE_HIDDEN
from enforcement.lists.departures import TONES
from enforcement.models import Case
from enforcement.views.case_procedure import CasePanel
from enforcement.vocabulary import DepartureState
from foundation.permissions import Permission


class DiscretionPanel(CasePanel):
    """What statute and benchmark leave to the decision, and each request to leave it with its answer."""

    template_name = "enforcement/_case_discretion.html"

    def rows(self) -> Any:
        found = Case.objects.select_related("matter", "notice", "decision")
        return found.prefetch_related("matter__bands", "departures__asked_by", "departures__answered_by")

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        case, notice = self.thing, getattr(self.thing, "notice", None)
        rows = list(case.departures.all())
        waiting = any(row.state == DepartureState.ASKED for row in rows)
        may_ask = bool(case.matter.bands.all()) and not waiting
        return self.show(
            {
                "case": case,
                "matter": case.matter,
                "intended": notice.intended_fine if notice else None,
                "decided": getattr(case, "decision", None),
                "departures": departures_of(rows, reads=self.reads),
                "may_ask": may_ask and self.may("ask_departure", Permission.CASE_HANDLE),
            }
        )


def departures_of(rows: Any, *, reads: bool) -> list[dict[str, Any]]:
    """Each request to leave the benchmark with its answer."""
    return [
        {
            "departure": row,
            "tone": TONES[DepartureState(row.state)].value,
            "reason": row.reason if reads else TITLE_HIDDEN,
            "answer": row.answer if reads or not row.answer else TITLE_HIDDEN,
        }
        for row in rows
    ]
