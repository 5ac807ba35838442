"""Reckoning all undecided cases anew when a holiday arrangement or the rules of a field change (Art. 6).

Never counted by night: the change itself plans the work, which goes on batch by batch as due items.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from enforcement.models import Case, Decision
from enforcement.reports.deadlines import Reckoner
from enforcement.rules import limits_after
from enforcement.services.deadlines.keeping import put_deadline
from enforcement.vocabulary import PENALISING, UNDECIDED, CaseState
from foundation.actors import SCHEDULER
from foundation.articles import Article
from foundation.due import handles, plan
from foundation.models import AuditEntry, DueItem
from foundation.record import audited

RECOUNT = "deadline:recount"
BATCH = 500
_FROM = "from:"


def plan_recount(entry: AuditEntry, *, at: datetime) -> None:
    """Have every open case reckoned anew; call it in the act that changed what deadlines rest on."""
    plan(kind=RECOUNT, thing=f"{_FROM}0", due_at=at, round=entry.pk)


@handles(RECOUNT)
def recount(item: DueItem, at: datetime) -> None:
    """Reckon one batch anew and plan the next; cases whose day stays are not written."""
    last = recount_after(int(item.thing.removeprefix(_FROM)), at=at)
    if last is not None:
        plan(kind=RECOUNT, thing=f"{_FROM}{last}", due_at=at, round=item.round)


def recount_after(pk: int, *, at: datetime, batch: int = BATCH) -> int | None:
    """Reckon the next ``batch`` of open cases after ``pk`` anew; returns the last one, or None at the end."""
    open_states = (*UNDECIDED, CaseState.DECIDED)
    rows = Case.objects.filter(state__in=open_states, pk__gt=pk).order_by("pk")
    cases = list(rows.select_related("matter", "decision").prefetch_related("intervals")[:batch])
    reckoner = Reckoner.now()
    changed = [case.pk for case in cases if _differs(case, reckoner)]
    if changed:
        with audited("case:recount_deadline", by=SCHEDULER, at=at, under=Article(6)):
            for case in _locked(changed):
                _reckon_anew(case, reckoner, at)
    return cases[-1].pk if len(cases) == batch else None


def _differs(case: Case, reckoner: Reckoner) -> bool:
    if case.state in UNDECIDED:
        found = reckoner.decision(case)
        return found is not None and found.due_on != case.deadline_on
    decision = getattr(case, "decision", None)
    return decision is not None and decision.carry_out_by != _pay_by(decision, reckoner)


def _locked(keys: list[int]) -> Iterable[Case]:
    rows = Case.objects.filter(pk__in=keys).order_by("pk").select_for_update(of=("self",))
    return rows.select_related("matter", "decision").prefetch_related("intervals")


def _reckon_anew(case: Case, reckoner: Reckoner, at: datetime) -> None:
    """Once more under the lock: somebody may have acted on the case meanwhile."""
    if not _differs(case, reckoner):
        return
    if case.state in UNDECIDED:
        put_deadline(case, reckoner.decision(case), at=at)
        case.save()
    else:
        case.decision.carry_out_by = _pay_by(case.decision, reckoner)
        case.decision.save()


def _pay_by(decision: Decision, reckoner: Reckoner) -> date | None:
    if decision.outcome not in PENALISING:
        return decision.carry_out_by
    start = decision.served_on or decision.decided_on
    return limits_after.payment(start, reckoner.calendar).due_on
