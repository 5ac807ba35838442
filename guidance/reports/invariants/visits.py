"""Every case that needs a return visit has it, once a round, by officers without a part in it (Art. 8 (8))."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import CharField, Count, Exists, F, Max, OuterRef, Q, Value
from django.db.models.functions import Cast, Concat

from enforcement.models import Case, CasePerson
from enforcement.vocabulary import PENALISING, CaseRole, CaseSource, Outcome
from foundation.invariants import invariant
from foundation.models import DueItem
from foundation.record.paths import illegal_steps
from foundation.vocabulary import DueState
from guidance.lifecycle import VISIT_LIFECYCLE
from guidance.models import ReturnVisit, VisitPerson
from guidance.vocabulary import VisitState

PLANNED_WITHIN = timedelta(hours=1)  # the planner runs every five minutes
VISITORS = 2
UNVISITED = (VisitState.PLANNED, VisitState.CANCELLED)
NEEDED = (
    Q(is_major=True)
    | Q(is_complex=True)
    | Q(has_social_impact=True)
    | Q(outcome=Outcome.NO_PENALTY)
    | Q(source__in=[CaseSource.COMPLAINT, CaseSource.SUPERIOR, CaseSource.MEDIA])
)


@invariant("visit:one_a_case")
def missing_visits(at: datetime) -> Iterator[str]:
    """No decided case that needs a visit waits for its planning longer than an hour."""
    running = Q(carried_out_on=None, outcome__in=PENALISING)
    decided = Case.objects.filter(NEEDED, decided_on__isnull=False, return_visits=None).exclude(running)
    for case in decided.filter(updated_at__lt=at - PLANNED_WITHIN).order_by("pk").iterator():
        yield f"{case} ({case.pk}) needs a return visit and none is planned"


@invariant("visit:rounds_without_gap")
def broken_rounds(_at: datetime) -> Iterator[str]:
    """Round follows round, each once."""
    counted = ReturnVisit.objects.order_by().values("case").annotate(n=Count("pk"), last=Max("round"))
    for row in counted.exclude(n=F("last")).iterator():
        yield f"case {row['case']} has {row['n']} visits up to round {row['last']}"


@invariant("visit:by_others")
def wrong_visitors(_at: datetime) -> Iterator[str]:
    """Two officers visit, and their duty in the case is to visit."""
    visited = ReturnVisit.objects.exclude(state__in=UNVISITED).annotate(n=Count("visitors"))
    for visit in visited.filter(n__lt=VISITORS).order_by("pk").iterator():
        yield f"visit {visit.pk} has {visit.n} visitors"
    visiting = CasePerson.objects.filter(
        case=OuterRef("visit__case"), officer=OuterRef("officer"), role=CaseRole.VISITOR
    )
    assigned = VisitPerson.objects.exclude(visit__state=VisitState.CANCELLED)
    for person in assigned.filter(~Exists(visiting)).order_by("pk").iterator():
        yield f"officer {person.officer_id} holds visit {person.visit_id} without the duty to visit"


@invariant("visit:never_forgotten")
def forgotten_visits(_at: datetime) -> Iterator[str]:
    """A planned visit has a pending item that will assign it, or a parked one that is shown."""
    thing = Concat(Value("visit:"), Cast(OuterRef("pk"), CharField()))
    waiting = DueItem.objects.filter(
        kind="visit:assign", thing=thing, state__in=[DueState.PENDING, DueState.PARKED]
    )
    planned = ReturnVisit.objects.filter(~Exists(waiting), state=VisitState.PLANNED).order_by("pk")
    for key in planned.values_list("pk", flat=True).iterator():
        yield f"visit {key} is planned and nothing will assign it"


@invariant("visit:path_of_the_law")
def illegal_paths(_at: datetime) -> Iterator[str]:
    """Every change of state is a transition of the table."""
    return illegal_steps(ReturnVisit, VISIT_LIFECYCLE)
