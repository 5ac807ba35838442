"""The chain of custody: every hand and every shelf, never corrected (Penalty Law, Art. 46)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from enforcement.models import Case, CustodyStep, Evidence
from enforcement.rules.custody import obstacles_to_custody
from enforcement.services.cases.base import officer_of, refuse, working_on
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission


def hand_evidence(
    case_id: int,
    *,
    by: Actor,
    at: datetime,
    evidence: Evidence,
    kind: str,
    happened_at: datetime,
    receiver: str,
    place: str = "",
    remark: str = "",
    expected: int | None = None,
) -> Case:
    """Add one step to the chain; raises Refused for a time that does not follow the step before."""
    with working_on(
        case_id,
        "hand_evidence",
        by=by,
        at=at,
        needs=Permission.CASE_HANDLE,
        under=Article(6),
        expected=expected,
    ) as case:
        row = case.evidence.get(pk=evidence.pk)
        last = CustodyStep.objects.filter(evidence=row).last()
        refuse(
            obstacles_to_custody(
                happened_at=happened_at,
                now=at,
                collected_on=row.collected_on,
                happened_on=timezone.localdate(happened_at),
                last_at=last.happened_at if last else None,
                last_kind=last.kind if last else "",
            )
        )
        CustodyStep(
            evidence=row,
            kind=kind,
            happened_at=happened_at,
            officer=officer_of(by),
            receiver=receiver,
            place=place,
            remark=remark,
        ).save()
        return case
