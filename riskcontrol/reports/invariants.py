"""Every counterpart has the score of the last review, once (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from enforcement.models import Counterpart
from foundation.invariants import invariant
from riskcontrol.models import RiskReview

STILL_BEING_ENTERED = timedelta(hours=1)  # what was committed behind the review's back waits for the next


@invariant("risk:everybody_reviewed")
def unreviewed(_at: datetime) -> Iterator[str]:
    review = RiskReview.objects.exclude(finished_at=None).order_by("-day").first()
    if review is None:
        return
    missing = Counterpart.objects.filter(risk=None, created_at__lt=review.at - STILL_BEING_ENTERED).order_by(
        "pk"
    )
    for key in missing.values_list("pk", flat=True).iterator():
        yield f"counterpart {key} was passed over by the review of {review.day}"
