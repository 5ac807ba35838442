"""The review of all counterparts: in chunks, with one result however often it is killed (Art. 9)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Count
from django.utils import timezone

from enforcement.models import Counterpart
from foundation.actors import Actor
from foundation.permissions import Permission
from riskcontrol.models import CounterpartRisk, RiskReview, RiskTally
from riskcontrol.reports.tallies import Subject
from riskcontrol.services.editions import issue_missing_editions
from riskcontrol.services.levels import apply_rule
from riskcontrol.services.scores import write_scores
from riskcontrol.services.weights import ensure_weights

CHUNK = 2000


def review_all(
    *, by: Actor, at: datetime, restart: bool = False, chunk: int = CHUNK, most: int | None = None
) -> RiskReview:
    """Review every counterpart once a day, going on where an earlier pass of the day stopped.

    ``restart`` begins the day's pass anew; ``most`` ends after so many chunks. Raises Forbidden.
    """
    by.require(Permission.RISK_EDIT)
    review = _open(by, at, restart=restart)
    if review.finished_at is None and not review.last_id:
        issue_missing_editions(by=by, at=review.at)
        apply_rule(by=by, at=review.at)
    steps = 0
    while review.finished_at is None and (most is None or steps < most):
        review = _step(review.pk, by=by, at=at, chunk=chunk)
        steps += 1
    return review


def review_counterpart(
    counterpart_id: int, *, by: Actor, at: datetime, expected: int | None = None
) -> Counterpart:
    """Compute the risk of one counterpart now; raises Forbidden, DoesNotExist outside the actor's scope."""
    by.require(Permission.RISK_EDIT)
    with transaction.atomic():
        counterpart: Counterpart = Counterpart.objects.workable_by(by).locked(
            counterpart_id, expected=expected
        )
        write_scores([subject_of(counterpart)], by=by, at=at)
        return counterpart


def subject_of(counterpart: Counterpart) -> Subject:
    return Subject(
        counterpart.pk,
        counterpart.district_id,
        counterpart.organ_id,
        counterpart.industry,
        counterpart.is_demonstration,
    )


def _open(by: Actor, at: datetime, *, restart: bool) -> RiskReview:
    """The pass of the day; the first of a month is the review that counts towards lower levels."""
    day = timezone.localdate(at)
    with transaction.atomic():
        earlier = RiskReview.objects.filter(day__gte=day.replace(day=1), day__lt=day)
        is_monthly = not earlier.exists()
        RiskReview.objects.get_or_create(day=day, defaults={"at": at, "is_monthly": is_monthly})
        review = RiskReview.objects.select_for_update().get(day=day)
        ensure_weights(by=by, at=at)
        if restart:
            review.at, review.last_id, review.finished_at = at, 0, None
            review.seen = review.written = review.moved = 0
            review.save()
        return review


def _step(review_id: int, *, by: Actor, at: datetime, chunk: int) -> RiskReview:
    """One chunk in one transaction: its scores and the place that was reached stand or fall together."""
    with transaction.atomic():
        review = RiskReview.objects.select_for_update().get(pk=review_id)
        if review.finished_at is not None:
            return review
        subjects = _next_subjects(review.last_id, chunk)
        if subjects:
            written = write_scores(subjects, by=by, at=review.at, review=review)
            review.last_id = subjects[-1].id
            review.seen += len(subjects)
            review.written += written.scores
            review.moved += written.levels
        else:
            _count_levels()
            review.finished_at = at
        review.save()
        return review


def _next_subjects(after: int, size: int) -> list[Subject]:
    rows = Counterpart.objects.filter(pk__gt=after).order_by("pk")
    columns = ("pk", "district_id", "organ_id", "industry", "is_demonstration")
    return [Subject(*row) for row in rows.values_list(*columns)[:size]]


def _count_levels() -> None:
    """Count once what pages then need not count: counterparts by district, industry and level."""
    counts = (
        CounterpartRisk.objects.order_by()
        .values_list("counterpart__district_id", "counterpart__organ_id", "counterpart__industry", "level")
        .annotate(Count("pk"))
    )
    rows = [
        RiskTally(district_id=district, organ_id=organ, industry=industry, level=level, number=number)
        for district, organ, industry, level, number in counts
    ]
    RiskTally._base_manager.all().delete()
    RiskTally._base_manager.bulk_create(rows, batch_size=500)
