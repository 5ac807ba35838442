"""Reckoning the organ's days to answer anew when a holiday arrangement changes (Art. 6)."""

from __future__ import annotations

from datetime import datetime

from enforcement.models import Remedy
from enforcement.services.deadlines.recounting import RECOUNT_ANSWERS
from enforcement.services.remedies.answering import answer_by
from enforcement.services.remedies.watching import watch_answer
from foundation.actors import SCHEDULER
from foundation.articles import Article
from foundation.due import handles
from foundation.models import DueItem
from foundation.record import audited


@handles(RECOUNT_ANSWERS)
def recount_answers(_item: DueItem, at: datetime) -> None:
    """Write those whose day changes, among what is not answered yet."""
    changed = {
        row.pk: day
        for row in Remedy.objects.all().unanswered().order_by("pk")
        if (day := answer_by(row)) != row.answer_by
    }
    if not changed:
        return
    with audited("remedy:recount", by=SCHEDULER, at=at, under=Article(6)):
        for row in Remedy.objects.filter(pk__in=changed).select_for_update(of=("self",)).order_by("pk"):
            row.answer_by = changed[row.pk]
            row.save()
            watch_answer(row, at=at)
