"""What a piece of evidence is worth, and the device that it came from (Penalty Law, Art. 41, 46)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from enforcement.models import Case, Evidence, MonitoringRecord
from enforcement.rules.dates import future_days
from enforcement.rules.evidence import MonitoringFacts, obstacles_to_verifying
from enforcement.services.cases.base import officer_of, refuse, working_on
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission


def verify_evidence(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    evidence: list[Evidence],
    standing: str,
    reason: str = "",
    expected: int | None = None,
) -> Case:
    """Find on one or more pieces of evidence; raises Refused for a device that did not keep its duties."""
    with working_on(
        case_id,
        "verify_evidence",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(6),
        expected=expected,
        why=reason,
    ) as case:
        rows = _of(case, evidence)
        refuse(
            obstacle
            for row in rows
            for obstacle in obstacles_to_verifying(
                kind=row.kind, standing=standing, reason=reason, monitoring=_monitoring(row)
            )
        )
        for row in rows:
            row.standing, row.standing_reason = standing, reason
            row.verified_by, row.verified_on = officer_of(by), timezone.localdate(at)
            row.save()
        return case


def record_monitoring(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    evidence: Evidence,
    device: str,
    place: str,
    legal_review_on: date | None = None,
    technical_review_on: date | None = None,
    published_on: date | None = None,
    reviewed_on: date | None = None,
    party_told_on: date | None = None,
    expected: int | None = None,
) -> Case:
    """Record the monitoring device behind a piece of evidence, and when its duties were met."""
    days = {
        "legal_review_on": legal_review_on,
        "technical_review_on": technical_review_on,
        "published_on": published_on,
        "reviewed_on": reviewed_on,
        "party_told_on": party_told_on,
    }
    with working_on(
        case_id,
        "record_monitoring",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(6),
        expected=expected,
    ) as case:
        refuse(future_days(timezone.localdate(at), **days))
        (row,) = _of(case, [evidence])
        found = MonitoringRecord.objects.filter(evidence=row).first() or MonitoringRecord(evidence=row)
        for name, value in {"device": device, "place": place, **days}.items():
            setattr(found, name, value)
        found.save()
        return case


def _of(case: Case, evidence: list[Evidence]) -> list[Evidence]:
    """The rows of this case; raises Evidence.DoesNotExist for one of another."""
    rows = list(case.evidence.filter(pk__in=[row.pk for row in evidence]).select_related("monitoring"))
    if len(rows) != len(evidence):
        raise Evidence.DoesNotExist
    return rows


def _monitoring(row: Evidence) -> MonitoringFacts | None:
    found = getattr(row, "monitoring", None)
    return found.facts(recorded_on=row.collected_on) if found else None
