"""Who is told that the time to decide runs out: officer, head, and once it is over the supervisor (Art. 4, 6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone

from enforcement.models import Case, Officer, OrganScoped
from enforcement.services.notifications import notify
from enforcement.vocabulary import UNDECIDED, Approver, CaseRole
from foundation.due import cancel, handles, plan
from foundation.models import DueItem
from foundation.permissions import Role

OFFICER, HEAD, SUPERVISOR = "deadline:officer", "deadline:head", "deadline:supervisor"
TOLD = {OFFICER: timedelta(days=-5), HEAD: timedelta(days=-2), SUPERVISOR: timedelta(days=1)}
MORNING = time(8)


def watch(case: Case, *, at: datetime) -> None:
    """Plan the three notices for the day that ``case`` now has; those of an earlier day are dropped."""
    thing = f"case:{case.pk}"
    for kind, after in TOLD.items():
        cancel(kind=kind, thing=thing)
        if case.deadline_on is not None:
            morning = timezone.make_aware(datetime.combine(case.deadline_on + after, MORNING))
            plan(kind=kind, thing=thing, due_at=max(at, morning), round=case.deadline_on.toordinal())


def stop_watching(case: Case) -> None:
    """Nobody is told any more: the case is decided."""
    for kind in TOLD:
        cancel(kind=kind, thing=f"case:{case.pk}")


@handles(OFFICER)
def warn_officers(item: DueItem, at: datetime) -> None:
    """Five days before: who handles the case."""
    _tell(item, at, case_officers)


@handles(HEAD)
def warn_heads(item: DueItem, at: datetime) -> None:
    """Two days before: the heads of the organ."""
    _tell(item, at, heads_of)


@handles(SUPERVISOR)
def tell_supervisors(item: DueItem, at: datetime) -> None:
    """The day after: the enforcement supervisors of the district, or of the city where it has none."""
    _tell(item, at, supervisors_of)


def case_officers(case: Case) -> Iterable[Officer]:
    return _active().filter(case_roles__case=case, case_roles__role=CaseRole.HANDLER)


def heads_of(row: OrganScoped) -> Iterable[Officer]:
    """The heads of the organ under which a case, or another row, stands."""
    return _active().filter(organ_id=row.organ_id, grants__role=Role.HEAD)


def approvers_of(case: Case, approver: str) -> Iterable[Officer]:
    """Who may answer a request in ``case``: the heads of the organ, or those of the organ above."""
    if approver != Approver.SUPERIOR:
        return heads_of(case)
    return _active().filter(organ_id=case.organ.parent_id or 0, grants__role=Role.HEAD)


def supervisors_of(row: OrganScoped) -> Iterable[Officer]:
    return supervisors_near(row.district_id)


def supervisors_near(district_id: int | None) -> Iterable[Officer]:
    """The enforcement supervisors of a district, or of the city where it has none."""
    supervisors = list(
        _active()
        .filter(Q(organ__district_id=district_id) | Q(organ__district=None), grants__role=Role.SUPERVISOR)
        .select_related("organ")
    )
    near = [officer for officer in supervisors if officer.organ.district_id == district_id]
    return near or supervisors


def _active() -> Any:
    return Officer.objects.filter(is_active=True).order_by("id").distinct()


def _tell(item: DueItem, at: datetime, whom: Callable[[Case], Iterable[Officer]]) -> None:
    case = Case.objects.filter(pk=item.thing.partition(":")[2]).first()
    day = date.fromordinal(item.round)
    if case is None or case.state not in UNDECIDED or case.deadline_on != day:
        return
    for officer in whom(case):
        notify(
            officer,
            kind=item.kind,
            thing=item.thing,
            round=item.round,
            at=at,
            url=case.get_absolute_url(),
            data={"number": str(case), "day": day.isoformat()},
        )
