"""The steps beside the decision, gathered for one answer of the API (Art. 6)."""

from __future__ import annotations

from typing import Any

from enforcement.models import Case, CustodyStep, MonitoringRecord
from enforcement.reports.whole_process import coverage_of
from foundation.actors import Actor


def procedure_of(case: Case, *, by: Actor) -> dict[str, Any]:
    """What ``ProcedureSerializer`` shows of a case that was found in the reader's scope."""
    parts = ("filing_check", "non_filing", "hearing", "discussion", "crime_referral")
    return {
        **{name: getattr(case, name, None) for name in parts},
        "recusals": case.recusals.all(),
        "preservations": case.preservations.all(),
        "process_records": case.process_records.all(),
        "coverage": coverage_of(case),
        "custody": CustodyStep.objects.visible_to(by).filter(evidence__case=case),
        "monitoring": MonitoringRecord.objects.visible_to(by).filter(evidence__case=case),
        "departures": case.departures.all(),
        "review_requests": case.review_requests.all(),
    }
