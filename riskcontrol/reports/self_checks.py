"""What self-checks say of counterparts: what they corrected themselves, and what is still open (Art. 9, 10 para. 1)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Sum
from django.utils import timezone

from enforcement.rules.own_corrections import OwnCorrection
from riskcontrol.models import SelfCheck, SelfCheckAnswer
from riskcontrol.vocabulary import CheckAnswer, CheckState

_COLUMNS = (
    "self_check__counterpart_id", "self_check__invitation__number", "self_check__submitted_at",
    "edition__matter_id", "found_on", "corrected_on", "correction__corrected_on", "correction__at",
)  # fmt: skip


def corrected_by_themselves(counterparts: Collection[int]) -> Iterator[tuple[int, OwnCorrection]]:
    """By counterpart what it found in a self-check and corrected, for points that stand for a matter."""
    rows = SelfCheckAnswer.objects.filter(
        self_check__counterpart__in=counterparts, answer=CheckAnswer.NO, edition__matter__isnull=False
    ).filter(Q(corrected_on__isnull=False) | Q(correction__isnull=False))
    for party, number, sent_at, matter, found_on, at_once, later, later_at in rows.values_list(*_COLUMNS):
        told_at = sent_at if at_once else later_at
        yield party, OwnCorrection(matter, found_on, at_once or later, timezone.localdate(told_at), number)


def self_check_gaps() -> QuerySet[Any]:
    """Rows ``counterpart_id, open, corrected``: points of the latest self-check of each field of each counterpart.

    Whoever did not answer has no row: silence is neither for nor against anybody.
    """
    submitted = SelfCheck.objects.filter(state=CheckState.SUBMITTED).order_by()
    same = Q(counterpart=OuterRef("counterpart"), field=OuterRef("field"))
    newer = submitted.filter(same, submitted_at__gt=OuterRef("submitted_at"))
    latest = submitted.filter(~Exists(newer)).values("counterpart_id")
    return latest.annotate(open=Sum(F("gaps") - F("corrected")), corrected=Sum(F("corrected")))
