"""The scheduler of due rows: claimed once, done once, parked after three failures (RELIABILITY B5).

What reaches outside the database cannot be undone by a rollback: such items are done one by one, in no
transaction of ours, by ``send_outside``. Their handlers write down that they begin before they begin.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet

from foundation.actors import SCHEDULER, Actor
from foundation.firing import reporting_refusals
from foundation.models import DueItem, Heartbeat
from foundation.permissions import Permission
from foundation.record.entry import audited, tell
from foundation.vocabulary import DueState

Handler = Callable[[DueItem, datetime], None]
Clock = Callable[[], datetime]

MAX_ATTEMPTS = 3
CLAIM = timedelta(minutes=5)
BACK_OFF = timedelta(minutes=10)
OUTSIDE_AT_ONCE = 20  # each may wait ten seconds for an answer: all of them end before the claim does
_handlers: dict[str, Handler] = {}
_outside: set[str] = set()
_log = logging.getLogger(__name__)


@dataclass
class SweepResult:
    done: int = 0
    failed: int = 0
    parked: int = 0


def handles(kind: str, *, outside: bool = False) -> Callable[[Handler], Handler]:
    """Register the service function that does what items of ``kind`` ask for: ``handler(item, at)``.

    ``outside`` is for what speaks to other machines: it is called in no transaction, by ``send_outside``.
    """

    def register(handler: Handler) -> Handler:
        if _handlers.setdefault(kind, handler) is not handler:
            raise ValueError(f"{kind} has two handlers")
        if outside:
            _outside.add(kind)
        return handler

    return register


def kinds() -> list[str]:
    return sorted(_handlers)


def plan(*, kind: str, thing: str, due_at: datetime, round: int = 1) -> DueItem:
    """Make sure that the item exists, once; a pending one moves to ``due_at``, a cancelled one comes back.

    Call it in the transaction of the act that makes it due.
    """
    item, made = DueItem.objects.get_or_create(
        kind=kind, thing=thing, round=round, defaults={"due_at": due_at}
    )
    moves = item.state == DueState.PENDING and item.due_at != due_at
    if not made and (moves or item.state == DueState.CANCELLED):
        item.due_at, item.state = due_at, DueState.PENDING
        item.save(update_fields=["due_at", "state"])
    return item


def plan_many(*, kind: str, things: Iterable[str], due_at: datetime, round: int = 1) -> None:
    """As ``plan``, for many things that have no such item yet; one that has it keeps it."""
    DueItem.objects.bulk_create(
        [DueItem(kind=kind, thing=thing, round=round, due_at=due_at) for thing in things],
        ignore_conflicts=True,
        batch_size=500,
    )


def cancel(*, kind: str, thing: str) -> int:
    """Cancel the pending items of a thing; returns how many."""
    return DueItem.objects.filter(kind=kind, thing=thing, state=DueState.PENDING).update(
        state=DueState.CANCELLED
    )


def retry(item_id: int, *, at: datetime) -> None:
    """Give a parked item another three attempts."""
    DueItem.objects.filter(id=item_id, state=DueState.PARKED).update(
        state=DueState.PENDING, attempts=0, due_at=at, claimed_until=None
    )


def sweep(*, at: datetime, batch: int = 200, limit: int | None = None) -> SweepResult:
    """Do everything that is due at ``at``; run it as often and in as many processes as you like."""
    result = SweepResult()
    inside = [kind for kind in _handlers if kind not in _outside]
    while limit is None or result.done + result.failed < limit:
        claimed = _claim(at=at, batch=batch, kinds=inside)
        if not claimed:
            break
        _work(claimed, at, result)
    heartbeat("sweep", at=at)
    return result


def send_outside(*, clock: Clock, limit: int | None = None) -> SweepResult:
    """Do what is due and reaches outside the house, one by one; in as many processes as you like."""
    result = SweepResult()
    while limit is None or result.done + result.failed < limit:
        at = clock()
        claimed = _claim(at=at, batch=OUTSIDE_AT_ONCE, kinds=sorted(_outside))
        if not claimed:
            break
        for item in DueItem.objects.filter(id__in=claimed).order_by("due_at", "id"):
            _send_one(item, clock(), result)
    return result


def overdue(*, at: datetime, since: timedelta = timedelta(minutes=10)) -> QuerySet[DueItem]:
    """Pending items whose time passed more than ``since`` ago: they should have been done."""
    return DueItem.objects.filter(state=DueState.PENDING, due_at__lt=at - since)


def _claim(*, at: datetime, batch: int, kinds: Iterable[str] | None = None) -> list[int]:
    with transaction.atomic():
        ready = DueItem.objects.filter(
            Q(claimed_until=None) | Q(claimed_until__lt=at),
            state=DueState.PENDING,
            due_at__lte=at,
            kind__in=list(_handlers if kinds is None else kinds),
        ).order_by("due_at", "id")
        rows = list(ready.select_for_update(skip_locked=True).values_list("id", "attempts")[:batch])
        suspects = [pk for pk, attempts in rows if attempts]
        fresh = [pk for pk, attempts in rows if not attempts]
        chosen = fresh or suspects[:1]  # what failed before is tried alone, away from its neighbours
        DueItem.objects.filter(id__in=chosen).update(attempts=F("attempts") + 1, claimed_until=at + CLAIM)
        return chosen


def _work(ids: list[int], at: datetime, result: SweepResult) -> None:
    with transaction.atomic():
        # Waits: whoever looked for work at the same moment holds a claimed row for an instant.
        rows = DueItem.objects.select_for_update().filter(id__in=ids, state=DueState.PENDING)
        for item in rows.order_by("due_at", "id"):
            _work_one(item, at, result)


def _work_one(item: DueItem, at: datetime, result: SweepResult) -> None:
    try:
        with reporting_refusals(by=SCHEDULER, at=at), transaction.atomic():
            _handlers[item.kind](item, at)
    except Exception as error:  # noqa: BLE001 - one poisoned item must not stop the others; it is parked and shown
        _log.exception("due item %s failed", item)
        _failed(item, error, at, result)
    else:
        item.state, item.processed_at, item.error = DueState.DONE, at, ""
        result.done += 1
    item.claimed_until = None
    item.save(update_fields=["state", "processed_at", "error", "claimed_until", "due_at"])


def _send_one(item: DueItem, at: datetime, result: SweepResult) -> None:
    """In no transaction: what was sent is not unsent when the next one fails."""
    try:
        with reporting_refusals(by=SCHEDULER, at=at):
            _handlers[item.kind](item, at)
    except Exception as error:  # noqa: BLE001 - as above: parked and shown
        _log.exception("due item %s failed", item)
        _failed(item, error, at, result)
    else:
        item.state, item.processed_at, item.error = DueState.DONE, at, ""
        result.done += 1
    item.claimed_until = None
    item.save(update_fields=["state", "processed_at", "error", "claimed_until", "due_at"])


def _failed(item: DueItem, error: Exception, at: datetime, result: SweepResult) -> None:
    item.error = f"{type(error).__name__}: {error}"[:2000]
    result.failed += 1
    if item.attempts >= MAX_ATTEMPTS:
        item.state = DueState.PARKED
        result.parked += 1
    else:
        item.due_at = at + BACK_OFF


def order_retry(item_id: int, *, by: Actor, at: datetime) -> None:
    """Have a parked item tried again by order of an operator; the order is recorded."""
    by.require(Permission.SYSTEM_OPERATE)
    with audited("due:retry", by=by, at=at) as entry:
        retry(item_id, at=at)
        tell(entry, DueItem(pk=item_id))


def heartbeat(name: str, *, at: datetime) -> None:
    """Note that a part of the machinery is alive."""
    Heartbeat.objects.update_or_create(name=name, defaults={"beaten_at": at})


def state_of(*, kind: str, thing: str) -> list[dict[str, Any]]:
    """The rounds of one thing, for pages and checks."""
    rows: Any = (
        DueItem.objects.filter(kind=kind, thing=thing)
        .order_by("round")
        .values("round", "due_at", "state", "attempts", "error")
    )
    return list(rows)
