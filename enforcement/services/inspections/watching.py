"""Who is told of an inspection that comes, that was not held, or that nobody concluded (Art. 4, 6)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from enforcement.models import Inspection, Officer
from enforcement.services.notifications import notify
from enforcement.vocabulary import InspectionState
from foundation.due import cancel, handles, plan
from foundation.models import DueItem
from foundation.permissions import Role

COMES, MISSED, UNHELD = "inspection:comes", "inspection:missed", "inspection:unheld"
UNCONCLUDED, OPEN_LONG = "inspection:unconcluded", "inspection:open_long"
AHEAD, BEHIND = (COMES, MISSED, UNHELD), (UNCONCLUDED, OPEN_LONG)
MOVED, CALLED_OFF = "inspection:host_moved", "inspection:host_cancelled"
DAY = timedelta(days=1)
AFTER = {COMES: -DAY, MISSED: DAY, UNHELD: 5 * DAY}
AFTER_BEGINNING = {UNCONCLUDED: DAY, OPEN_LONG: 5 * DAY}
MORNING = time(8)


def watch_plan(inspection: Inspection, *, at: datetime) -> None:
    """Plan the word of the day before, of the day after, and to the heads; those of another day are dropped."""
    stop_watching(inspection)
    _plan(inspection, AFTER, timezone.localdate(inspection.planned_at), at)


def watch_visit(inspection: Inspection, *, at: datetime) -> None:
    """From the beginning on, it is the conclusion that is waited for."""
    stop_watching(inspection)
    _plan(inspection, AFTER_BEGINNING, timezone.localdate(inspection.started_at), at)


def stop_watching(inspection: Inspection) -> None:
    """Nobody is told any more."""
    for kind in (*AHEAD, *BEHIND):
        cancel(kind=kind, thing=_thing(inspection))


def tell_companions(inspection: Inspection, *, kind: str, at: datetime) -> None:
    """Tell the officers of other organs who were to go together with this visit."""
    for visit in Inspection.objects.filter(joined_to=inspection, state=InspectionState.PLANNED).order_by(
        "id"
    ):
        _tell(visit, officers_of(visit), kind, at)


@handles(COMES)
def announce(item: DueItem, at: datetime) -> None:
    """The day before: the officers who go."""
    _tell_while(item, InspectionState.PLANNED, COMES, at)


@handles(MISSED)
def ask_why_not_held(item: DueItem, at: datetime) -> None:
    """The day after: hold it, move it, or cancel it with the reason."""
    _tell_while(item, InspectionState.PLANNED, MISSED, at)


@handles(UNHELD)
def tell_heads_of_unheld(item: DueItem, at: datetime) -> None:
    """Five days after: the heads of the organ."""
    _tell_while(item, InspectionState.PLANNED, UNHELD, at, to_heads=True)


@handles(UNCONCLUDED)
def ask_for_conclusion(item: DueItem, at: datetime) -> None:
    """The day after it began: the firm waits for the result."""
    _tell_while(item, InspectionState.UNDER_WAY, UNCONCLUDED, at)


@handles(OPEN_LONG)
def tell_heads_of_open(item: DueItem, at: datetime) -> None:
    """Five days after it began: the heads of the organ."""
    _tell_while(item, InspectionState.UNDER_WAY, OPEN_LONG, at, to_heads=True)


def officers_of(inspection: Inspection) -> Iterable[Officer]:
    return Officer.objects.active().filter(inspection_duties__inspection=inspection).order_by("id")


def _heads_of(inspection: Inspection) -> Iterable[Officer]:
    heads = Officer.objects.active().filter(organ_id=inspection.organ_id, grants__role=Role.HEAD)
    return heads.order_by("id").distinct()


def _tell_while(item: DueItem, state: str, kind: str, at: datetime, *, to_heads: bool = False) -> None:
    """Tell, unless the visit has gone on or was moved since."""
    found = Inspection.objects.filter(pk=item.thing.partition(":")[2], state=state).first()
    if found is not None and item.round == _day_of(found).toordinal():
        _tell(found, _heads_of(found) if to_heads else officers_of(found), kind, at)


def _tell(inspection: Inspection, officers: Iterable[Officer], kind: str, at: datetime) -> None:
    day = _day_of(inspection)
    for officer in officers:
        notify(
            officer, kind=kind, thing=_thing(inspection), round=day.toordinal(), at=at,
            url=inspection.get_absolute_url(), data={"number": inspection.number, "day": day.isoformat()},
        )  # fmt: skip


def _plan(inspection: Inspection, told: dict[str, timedelta], day: date, at: datetime) -> None:
    for kind, after in told.items():
        morning = timezone.make_aware(datetime.combine(day + after, MORNING))
        if after > timedelta(0) or morning > at:
            plan(kind=kind, thing=_thing(inspection), due_at=max(at, morning), round=day.toordinal())


def _day_of(inspection: Inspection) -> date:
    begun = inspection.state == InspectionState.UNDER_WAY
    return timezone.localdate(inspection.started_at if begun else inspection.planned_at)


def _thing(inspection: Inspection) -> str:
    return f"inspection:{inspection.pk}"
