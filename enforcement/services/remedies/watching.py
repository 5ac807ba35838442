"""Who is told that the organ owes its answer to a reconsideration or a suit, and once it is late (Art. 4, 6)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from enforcement.models import Officer, Remedy
from enforcement.services.deadlines.watching import case_officers, heads_of
from enforcement.services.notifications import notify
from foundation.due import cancel, handles, plan
from foundation.models import DueItem
from foundation.permissions import Role

SOON, LATE = "remedy:answer_soon", "remedy:answer_late"
TOLD = {SOON: timedelta(days=-3), LATE: timedelta(days=1)}
MORNING = time(8)


def watch_answer(remedy: Remedy, *, at: datetime) -> None:
    """Plan the two notices for the day that the organ must keep; those of an earlier day are dropped."""
    stop_watching_answer(remedy)
    if remedy.answer_by is None:
        return
    for kind, after in TOLD.items():
        morning = timezone.make_aware(datetime.combine(remedy.answer_by + after, MORNING))
        plan(kind=kind, thing=_thing(remedy), due_at=max(at, morning), round=remedy.answer_by.toordinal())


def stop_watching_answer(remedy: Remedy) -> None:
    """Nobody is told any more: it was answered, or the remedy is over."""
    for kind in TOLD:
        cancel(kind=kind, thing=_thing(remedy))


def tell_reviewers_of(remedy: Remedy, *, at: datetime, but: int | None = None) -> None:
    """Tell handlers, reviewers and heads by when the organ answers."""
    day = remedy.answer_by
    round_ = day.toordinal() if day else 0
    for officer in answering(remedy):
        if officer.pk != but:
            _notify(officer, remedy, "remedy:answer_owed" if day else "remedy:copy", at, day, round_)


@handles(SOON)
def tell_soon(item: DueItem, at: datetime) -> None:
    """Three days before: who handles the case, the reviewers and the heads."""
    _tell(item, at)


@handles(LATE)
def tell_late(item: DueItem, at: datetime) -> None:
    """The day after: without an answer the decision counts as one without evidence."""
    _tell(item, at)


def answering(remedy: Remedy) -> list[Officer]:
    """Who may write the answer or answers for it."""
    reviewers: Iterable[Officer] = Officer.objects.active().filter(
        organ_id=remedy.organ_id, grants__role=Role.REVIEWER
    )
    told = {o.pk: o for o in (*case_officers(remedy.case), *reviewers, *heads_of(remedy.case))}
    return [told[pk] for pk in sorted(told) if remedy.case_id not in told[pk].recused_from]


def _tell(item: DueItem, at: datetime) -> None:
    found: Any = Remedy.objects.unanswered().select_related("case").filter(pk=item.thing.partition(":")[2])
    remedy = found.first()
    if remedy is None or remedy.answer_by is None or remedy.answer_by.toordinal() != item.round:
        return
    for officer in answering(remedy):
        _notify(officer, remedy, item.kind, at, remedy.answer_by, item.round)


def _notify(officer: Officer, remedy: Remedy, kind: str, at: datetime, day: date | None, round_: int) -> None:
    data = {"number": str(remedy.case), **({"day": day.isoformat()} if day else {})}
    url = remedy.get_absolute_url()
    notify(officer, kind=kind, thing=_thing(remedy), round=round_, at=at, url=url, data=data)


def _thing(remedy: Remedy) -> str:
    return f"remedy:{remedy.pk}"
