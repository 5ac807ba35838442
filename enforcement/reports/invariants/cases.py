"""A case has walked the path that its days tell, and was decided at most once (Art. 5, 6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import F, Q

from enforcement.lifecycle import CASE_LIFECYCLE
from enforcement.models import Case, Decision
from enforcement.reports.deadlines import Reckoner
from enforcement.vocabulary import PENALISING, CaseState
from enforcement.vocabulary import UNDECIDED as UNDECIDED_STATES
from foundation.invariants import invariant
from foundation.record.paths import illegal_steps

_BATCH = 500
UNFILED = Q(filed_on=None)
UNDECIDED = Q(decided_on=None)
UNCARRIED = Q(carried_out_on=None)
UNCLOSED = Q(closed_on=None)
_WRONG_DAYS = {
    CaseState.CLUE: ~UNFILED | ~UNDECIDED | ~UNCLOSED,
    CaseState.NOT_FILED: ~UNFILED | ~UNDECIDED | UNCLOSED,
    CaseState.FILED: UNFILED | ~UNDECIDED | ~UNCLOSED,
    CaseState.INVESTIGATED: UNFILED | ~UNDECIDED | ~UNCLOSED,
    CaseState.ASSESSED: UNFILED | ~UNDECIDED | ~UNCLOSED,
    CaseState.NOTIFIED: UNFILED | ~UNDECIDED | ~UNCLOSED | Q(notice=None),
    CaseState.DECIDED: UNFILED | UNDECIDED | ~UNCARRIED | ~UNCLOSED,
    CaseState.CARRIED_OUT: UNFILED | UNDECIDED | UNCARRIED | ~UNCLOSED,
    CaseState.CLOSED: UNFILED | UNDECIDED | UNCLOSED,
    CaseState.ARCHIVED: UNFILED | UNDECIDED | UNCLOSED,
}


@invariant("case:days_fit_the_state")
def wrong_days(_at: datetime) -> Iterator[str]:
    """A state has the days of all steps before it, and none of those after it."""
    for state, wrong in _WRONG_DAYS.items():
        for case in Case.objects.filter(wrong, state=state).order_by("pk").iterator():
            yield f"{case} ({case.pk}) is {state.value} and its days say otherwise"


@invariant("case:days_in_order")
def unordered_days(_at: datetime) -> Iterator[str]:
    """Discovered, filed, decided, closed: one after the other; a penalty is closed once carried out."""
    wrong = (
        Q(filed_on__lt=F("discovered_on"))
        | Q(decided_on__lt=F("filed_on"))
        | Q(closed_on__lt=F("decided_on"))
        | Q(outcome__in=PENALISING, closed_on__isnull=False) & UNCARRIED
    )
    for case in Case.objects.filter(wrong).order_by("pk").iterator():
        yield f"{case} ({case.pk}) has days in the wrong order"


@invariant("case:deadline_as_counted")
def miscounted_deadlines(_at: datetime) -> Iterator[str]:
    """An undecided case has the day that its intervals and the rules of its field give (Penalty Law, Art. 60)."""
    reckoner = Reckoner.now()
    filed = (
        Case.objects.filter(state__in=UNDECIDED_STATES).select_related("matter").prefetch_related("intervals")
    )
    for case in filed.order_by("pk").iterator(chunk_size=_BATCH):
        found = reckoner.decision(case)
        if found is None or found.due_on != case.deadline_on:
            yield f"{case} ({case.pk}), filed on {case.filed_on}, is to be decided by {case.deadline_on}"


@invariant("case:one_decision")
def contradicted_decisions(_at: datetime) -> Iterator[str]:
    """A decided case has its one decision, with the same day and outcome; no other case has any."""
    for case in Case.objects.filter(decided_on__isnull=False, decision=None).order_by("pk").iterator():
        yield f"{case} ({case.pk}) is decided without a decision"
    same = Q(decided_on=F("case__decided_on"), outcome=F("case__outcome"))
    stray = Decision.objects.filter(~same | Q(case__decided_on=None))
    for decision in stray.select_related("case").order_by("pk").iterator():
        yield f"{decision} ({decision.pk}) and its case {decision.case} say different things"


@invariant("case:path_of_the_law")
def illegal_paths(_at: datetime) -> Iterator[str]:
    """Every change of state is a transition of the table."""
    return illegal_steps(Case, CASE_LIFECYCLE)
