"""No visit without two officers, a note and its clue; nobody is visited by a joined plan of another firm (Art. 6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count, F, Q

from enforcement.lifecycle import INSPECTION_LIFECYCLE
from enforcement.models import Inspection, InspectionRating
from enforcement.vocabulary import InspectionResult, InspectionState
from foundation.invariants import invariant
from foundation.record.paths import illegal_steps

TWO = 2
BEGUN = (InspectionState.UNDER_WAY, InspectionState.CONCLUDED)


@invariant("inspection:two_officers")
def visited_alone(_at: datetime) -> Iterator[str]:
    """Whoever went, went with another (Penalty Law, Art. 42)."""
    rows = Inspection.objects.filter(state__in=BEGUN).annotate(n=Count("officers")).filter(n__lt=TWO)
    for row in rows.order_by("pk").iterator():
        yield f"{row} ({row.pk}) was begun by fewer than two officers"


@invariant("inspection:clue_has_its_case")
def lost_clues(_at: datetime) -> Iterator[str]:
    """A clue that was found is a case, and nothing else is."""
    is_clue = Q(result=InspectionResult.CLUE)
    wrong = is_clue & Q(case=None) | ~is_clue & Q(case__isnull=False)
    for row in Inspection.objects.filter(wrong).order_by("pk").iterator():
        yield f"{row} ({row.pk}) found “{row.result}”, and its case is {row.case_id}"


@invariant("inspection:joined_at_one_firm")
def joined_elsewhere(_at: datetime) -> Iterator[str]:
    """Going together means to the same firm, by another organ."""
    joined = Inspection.objects.filter(joined_to__isnull=False)
    elsewhere = ~Q(joined_to__counterpart=F("counterpart")) | Q(joined_to__organ=F("organ"))
    for row in joined.filter(elsewhere).order_by("pk").iterator():
        yield f"{row} ({row.pk}) is joined to {row.joined_to_id}, which is no visit of the same firm by others"


@invariant("inspection:rated_when_over")
def rated_too_early(_at: datetime) -> Iterator[str]:
    """A firm rates what it has seen to the end."""
    rows = InspectionRating.objects.exclude(inspection__state=InspectionState.CONCLUDED)
    for row in rows.order_by("pk").iterator():
        yield f"rating {row.pk} is of inspection {row.inspection_id}, which is not concluded"


@invariant("inspection:path_of_the_law")
def illegal_paths(_at: datetime) -> Iterator[str]:
    """Every change of state is a transition of the table."""
    return illegal_steps(Inspection, INSPECTION_LIFECYCLE)
