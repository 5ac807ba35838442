"""Days that a case must keep in rows beside it: legal review, answer to a remedy, money on its way (Art. 6)."""

from __future__ import annotations

from typing import Any

from django.db import models

from enforcement.models.deliberation import ReviewRequest
from enforcement.models.paying import Payment
from enforcement.models.remedies import Remedy
from enforcement.vocabulary import PaymentMeans

_OF_THE_CASE = models.Q(case=models.OuterRef("pk"))


def with_due_days(cases: Any) -> Any:
    """``cases``, each with the nearest of these days, and whether money of it is held; in the same query."""
    reviews = ReviewRequest.objects.filter(_OF_THE_CASE, answered_on=None)
    answers = Remedy.objects.all().unanswered().filter(_OF_THE_CASE)
    held = Payment.objects.filter(_OF_THE_CASE, means=PaymentMeans.ON_SPOT, banked_on=None)
    return cases.annotate(
        review_due=_first(reviews, "due_on"),
        answer_due=_first(answers, "answer_by"),
        answer_kind=_first(answers, "answer_by", shown="kind"),
        answer_course=_first(answers, "answer_by", shown="course"),
        hand_in_due=_first(held.filter(handed_in_on=None), "hand_in_by"),
        bank_due=_first(held, "bank_by"),
        holds_money=models.Exists(held),
    )


def _first(rows: Any, day: str, *, shown: str = "") -> models.Subquery:
    known = rows.filter(**{f"{day}__isnull": False}).order_by(day, "pk")
    return models.Subquery(known.values(shown or day)[:1])
