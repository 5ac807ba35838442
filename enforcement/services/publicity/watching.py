"""Who is told that something is to be published or withdrawn: handlers, heads, then the supervisors (Art. 4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from enforcement.models import Officer, Publication
from enforcement.models.public_things import filter_of, key_of
from enforcement.services.deadlines.watching import heads_of, supervisors_of
from enforcement.services.notifications import notify
from foundation.due import cancel, handles, plan
from foundation.models import DueItem

SOON, LATE, END = "publicity:soon", "publicity:late", "publicity:end"
DAY, BEFORE, MORNING = timedelta(days=1), timedelta(days=2), time(8)


def watch_publicity(row: Publication, *, at: datetime) -> None:
    """Plan the two notices for the day that the row must keep, and the end of its term; drop those of before."""
    thing = key_of(row)
    for kind in (SOON, LATE, END):
        cancel(kind=kind, thing=thing)
    due = row.due_on
    if due is not None:
        plan(kind=SOON, thing=thing, due_at=max(at, _at(due - BEFORE)), round=due.toordinal())
        plan(kind=LATE, thing=thing, due_at=max(at, _at(due + DAY)), round=due.toordinal())
    if row.is_shown and row.until_on is not None:
        over = timezone.make_aware(datetime.combine(row.until_on + DAY, time()))
        plan(kind=END, thing=thing, due_at=max(at, over), round=row.until_on.toordinal())


@handles(SOON)
def tell_soon(item: DueItem, at: datetime) -> None:
    """Two days before, or at once: who handled it, and the heads."""
    _tell(item, at, "publish_soon", "withdraw_soon", lambda row: {*_handlers_of(row), *heads_of(row)})


@handles(LATE)
def tell_late(item: DueItem, at: datetime) -> None:
    """The day after: the heads and the supervisors."""
    _tell(item, at, "publish_late", "withdraw_late", lambda row: {*heads_of(row), *supervisors_of(row)})


def tell_heads(row: Publication, kind: str, *, at: datetime, day: date) -> None:
    """Tell the heads of the organ something that waits for them."""
    for head in heads_of(row):
        _notify(head, row, kind, at, day, round=row.version)


def _tell(
    item: DueItem, at: datetime, publish: str, withdraw: str, whom: Callable[[Publication], Iterable[Officer]]
) -> None:
    row = publication_of(item)
    if row is None or row.due_on is None or row.due_on.toordinal() != item.round:
        return
    kind = f"publicity:{withdraw if row.is_shown else publish}"
    for officer in sorted(whom(row), key=lambda officer: officer.pk):
        _notify(officer, row, kind, at, row.due_on, round=item.round)


def _notify(officer: Officer, row: Publication, kind: str, at: datetime, day: date, *, round: int) -> None:
    data = {"number": _called(row), "day": day.isoformat()}
    thing = f"publicity:{row.pk}"
    notify(officer, kind=kind, thing=thing, round=round, at=at, url=row.get_absolute_url(), data=data)


def publication_of(item: DueItem) -> Publication | None:
    """The row that a due item is about."""
    found: Publication | None = Publication.objects.filter(**filter_of(item.thing)).first()
    return found


def _handlers_of(row: Publication) -> Iterable[Officer]:
    return Officer.objects.active().filter(pk__in=row.thing.handlers)


def _called(row: Publication) -> str:
    """A penalty is known by its case, whose number officers use; the rest by their own."""
    return str(row.case) if row.case else row.thing.number


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, MORNING))
