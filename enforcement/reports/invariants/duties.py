"""Nobody holds two duties: in a case, or in the administration of the system (Art. 4, 6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, Exists, F, OuterRef, Q

from enforcement.models import Case, CasePerson, Decision, LegalReview, Officer
from enforcement.vocabulary import CaseRole, CaseState, Procedure
from foundation.invariants import invariant
from foundation.permissions import ADMINISTRATORS

HANDLERS = 2
UNHANDLED = (CaseState.CLUE, CaseState.NOT_FILED, CaseState.FILED)


@invariant("case:duties_apart")
def held_twice(_at: datetime) -> Iterator[str]:
    """One duty an officer and case (Penalty Law, Art. 42, 58, 64)."""
    twice = CasePerson.objects.order_by().values("case", "officer").annotate(n=Count("pk")).filter(n__gt=1)
    for row in twice.iterator():
        yield f"officer {row['officer']} holds {row['n']} duties in case {row['case']}"


@invariant("case:decided_by_its_decider")
def decided_by_others(_at: datetime) -> Iterator[str]:
    """Who decided is the decider of the case, who reviewed its reviewer."""
    deciding = CasePerson.objects.filter(
        case=OuterRef("case"), officer=OuterRef("decided_by"), role=CaseRole.DECIDER
    )
    handling = CasePerson.objects.filter(
        case=OuterRef("case"), officer=OuterRef("decided_by"), role=CaseRole.HANDLER
    )
    on_spot = Q(case__procedure=Procedure.SUMMARY) & Exists(handling)  # Penalty Law, Art. 52
    for decision in Decision.objects.filter(~Exists(deciding) & ~on_spot).order_by("pk").iterator():
        yield f"{decision} ({decision.pk}) was taken by somebody who is not the decider of its case"
    reviewing = CasePerson.objects.filter(
        case=OuterRef("case"), officer=OuterRef("reviewer"), role=CaseRole.REVIEWER
    )
    for review in LegalReview.objects.filter(~Exists(reviewing)).order_by("pk").iterator():
        yield f"review {review.pk} is by somebody who is not the reviewer of case {review.case_id}"


@invariant("case:two_officers")
def handled_alone(_at: datetime) -> Iterator[str]:
    """An investigated case has two handling officers (Penalty Law, Art. 42)."""
    handling = Count("people", filter=Q(people__role=CaseRole.HANDLER))
    alone = Case.objects.exclude(state__in=UNHANDLED).annotate(n=handling).filter(n__lt=HANDLERS)
    for case in alone.order_by("pk").iterator():
        yield f"{case} ({case.pk}) has fewer than two handling officers"


@invariant("case:known_to_its_organ")
def misplaced_cases(_at: datetime) -> Iterator[str]:
    """The superiors that are copied into a case are those of its organ: scope depends on it."""
    same = Q()
    for name in ("line", "branch", "district"):
        both_empty = Q(**{f"{name}_id": None, f"organ__{name}_id": None})
        same &= Q(**{f"{name}_id": F(f"organ__{name}_id")}) | both_empty
    for case in Case.objects.filter(~same).order_by("pk").iterator():
        yield f"{case} ({case.pk}) stands under other superiors than its organ"


@invariant("role:administrators_apart")
def mixed_administrators(_at: datetime) -> Iterator[str]:
    """System, security and audit administrators are disjoint, and have no other role."""
    officers = Officer.objects.annotate(
        administering=Count("grants", filter=Q(grants__role__in=ADMINISTRATORS)), held=Count("grants")
    )
    for officer in officers.filter(administering__gt=0, held__gt=1).order_by("pk").iterator():
        yield f"{officer.username} holds {officer.held} roles and administers the system"
