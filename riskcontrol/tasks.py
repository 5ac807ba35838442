"""Celery wakes the review of risks; how far it came stands in the database (Art. 9)."""

from __future__ import annotations

from celery import shared_task
from django.utils import timezone

from enforcement.models import Case
from foundation.actors import SCHEDULER
from riskcontrol.services.planning import propose_plans
from riskcontrol.services.reviewing import review_all, review_counterpart


@shared_task(name="riskcontrol.review_all")
def review_all_counterparts() -> dict[str, int]:
    """The first call of a day reviews everybody; later ones finish what was killed, or find it done."""
    review = review_all(by=SCHEDULER, at=timezone.now())
    return {"seen": review.seen, "written": review.written, "moved": review.moved}


@shared_task(name="riskcontrol.review_counterpart_of")
def review_counterpart_of(case_id: int) -> None:
    counterpart_id = Case.objects.filter(pk=case_id).values_list("counterpart_id", flat=True).first()
    if counterpart_id is not None:
        review_counterpart(counterpart_id, by=SCHEDULER, at=timezone.now())


@shared_task(name="riskcontrol.propose_plans")
def propose_all_plans() -> int:
    """Whatever levels have moved since the last call, by whomever."""
    return propose_plans(by=SCHEDULER, at=timezone.now())
