"""Reckoning all undecided cases anew when a holiday arrangement or the rules of a field change (Art. 6).

Never counted by night: the change itself plans the work, which goes on batch by batch as due items.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from enforcement.models import Case, Decision
from enforcement.reports.deadlines import Reckoner
from enforcement.rules import limits, limits_after
from enforcement.rules.court_window import court_window
from enforcement.services.deadlines.keeping import put_deadline
from enforcement.vocabulary import PENALISING, UNDECIDED, CaseState, HardshipState
from foundation.actors import SCHEDULER
from foundation.articles import Article
from foundation.calendar import MissingYear
from foundation.due import handles, plan
from foundation.models import AuditEntry, DueItem
from foundation.record import audited

RECOUNT, RECOUNT_PUBLICITY = "deadline:recount", "publicity:recount"
RECOUNT_ANSWERS, RECOUNT_MONEY = "remedy:recount", "payment:recount"
BATCH = 500
_FROM = "from:"
Days = tuple[date | None, date | None, date | None]


def plan_recount(entry: AuditEntry, *, at: datetime) -> None:
    """Have every open case reckoned anew; call it in the act that changed what deadlines rest on."""
    plan(kind=RECOUNT, thing=f"{_FROM}0", due_at=at, round=entry.pk)
    plan(kind=RECOUNT_PUBLICITY, thing="publicity", due_at=at, round=entry.pk)
    plan(kind=RECOUNT_ANSWERS, thing="remedy", due_at=at, round=entry.pk)
    plan(kind=RECOUNT_MONEY, thing="payment", due_at=at, round=entry.pk)


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
    cases = list(
        rows.select_related("matter", "decision").prefetch_related("intervals", "hardships", "remedies")[
            :batch
        ]
    )
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
    return decision is not None and _days_of(decision) != _days_after(decision, reckoner)


def _locked(keys: list[int]) -> Iterable[Case]:
    rows = Case.objects.filter(pk__in=keys).order_by("pk").select_for_update(of=("self",))
    return rows.select_related("matter", "decision").prefetch_related("intervals", "hardships", "remedies")


def _reckon_anew(case: Case, reckoner: Reckoner, at: datetime) -> None:
    """Once more under the lock: somebody may have acted on the case meanwhile."""
    if not _differs(case, reckoner):
        return
    if case.state in UNDECIDED:
        put_deadline(case, reckoner.decision(case), at=at)
        case.save()
    else:
        decision = case.decision
        decision.serve_by, decision.carry_out_by, decision.court_until = _days_after(decision, reckoner)
        decision.save()


def _days_of(decision: Decision) -> Days:
    return decision.serve_by, decision.carry_out_by, decision.court_until


def _days_after(decision: Decision, reckoner: Reckoner) -> Days:
    """Its days as they are counted now; a day to pay that a head granted stays, and so does what was served."""
    return _serve_by(decision, reckoner), _pay_by(decision, reckoner), _court_until(decision, reckoner)


def _serve_by(decision: Decision, reckoner: Reckoner) -> date | None:
    if decision.served_on is not None:
        return decision.serve_by
    try:
        return limits.service(decision.decided_on, reckoner.calendar).due_on
    except MissingYear:
        return None


def _pay_by(decision: Decision, reckoner: Reckoner) -> date | None:
    granted = any(h.state == HardshipState.GRANTED for h in decision.case.hardships.all())
    if decision.outcome not in PENALISING or granted:
        return decision.carry_out_by
    start = decision.served_on or decision.decided_on
    return limits_after.payment(start, reckoner.calendar).due_on


def _court_until(decision: Decision, reckoner: Reckoner) -> date | None:
    if decision.served_on is None or not decision.fine:
        return decision.court_until
    found = court_window(decision.served_on, decision.case.remedy_runs(), reckoner.calendar)
    return found.due_on if found else None
