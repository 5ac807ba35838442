"""Stating why the law itself spares a party whom no entry spares (Art. 10 para. 1; Penalty Law, Art. 33)."""

from __future__ import annotations

from datetime import datetime

from enforcement.models import Case, ReviewRequest
from enforcement.services.cases import ask_review
from enforcement.services.cases.base import officer_of, refuse
from enforcement.vocabulary import CaseState
from foundation.actors import Actor
from leniency.models import LeniencyAssessment, OffListWaiver
from leniency.rules.off_list import obstacles_to_stating
from leniency.services.under_way import undecided
from leniency.vocabulary import ELEMENTS_OF

REVIEWABLE = (CaseState.INVESTIGATED, CaseState.ASSESSED, CaseState.NOTIFIED)


def state_ground(
    case_id: int, *, by: Actor, at: datetime, ground: str, expected: int | None = None, **elements: str
) -> OffListWaiver:
    """State a ground of the law with a reason for each of its elements, and ask for legal review.

    Raises Forbidden, Case.DoesNotExist, Stale, and Refused when an element has no reason, when the recorded
    circumstances speak against it, or when the lists were not asked first.
    """
    with undecided(case_id, "state_ground", by=by, at=at, expected=expected) as case:
        found = LeniencyAssessment.objects.latest_of(case.pk)
        weighed = found.grounds if found else ()
        refuse(obstacles_to_stating(ground, elements, is_assessed=found is not None, weighed=weighed))
        row = OffListWaiver(
            case=case,
            assessment=found,
            ground=ground,
            elements={e.value: elements[e.value].strip() for e in ELEMENTS_OF[ground]},
            stated_by=officer_of(by),
            stated_at=at,
        )
        row.save()
        _lay_before_review(case, row, by=by, at=at)
        return row


def _lay_before_review(case: Case, row: OffListWaiver, *, by: Actor, at: datetime) -> None:
    """Legal review is asked for at once, where the case has come so far and nothing is asked yet."""
    asked = ReviewRequest.objects.filter(case=case, answered_on=None).exists()
    if case.state in REVIEWABLE and not asked:
        ask_review(case.pk, by=by, at=at, note=str(row.get_ground_display()))
