"""What is looked at later: service, payment, the court, the answer to a referral (Penalty Law, Art. 27, 61-72)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from enforcement.models import Case, Officer
from enforcement.reports.debts import obligation_of
from enforcement.services.deadlines.watching import case_officers, heads_of
from enforcement.services.notifications import notify
from enforcement.vocabulary import CaseState, CrimeAnswer
from foundation.due import cancel, handles, plan
from foundation.models import DueItem

SERVE, PAY, COURT, CRIME = "decision:serve", "decision:pay", "decision:court", "crime:answer"
AFTER, BEFORE_COURT_CLOSES = timedelta(days=1), timedelta(days=-10)
MORNING = time(8)


def follow(kind: str, case: Case, *days: date | None, at: datetime, after: timedelta = AFTER) -> None:
    """Plan a look at ``case`` after each of ``days``; the looks planned before are dropped."""
    thing = f"case:{case.pk}"
    cancel(kind=kind, thing=thing)
    for day in days:
        if day is not None:
            morning = timezone.make_aware(datetime.combine(day + after, MORNING))
            plan(kind=kind, thing=thing, due_at=max(at, morning), round=day.toordinal())


def stop_following(case: Case, *kinds: str) -> None:
    """Nobody looks any more: it is done."""
    for kind in kinds:
        cancel(kind=kind, thing=f"case:{case.pk}")


@dataclass(frozen=True)
class _Look:
    """One look at a case: the day that it was planned for, and today."""

    item: DueItem
    at: datetime

    def tell_if(
        self, is_open: Callable[[Case, date], bool], *whom: Callable[[Case], Iterable[Officer]]
    ) -> None:
        case = Case.objects.select_related("decision").filter(pk=self.item.thing.partition(":")[2]).first()
        day = date.fromordinal(self.item.round)
        if case is None or not is_open(case, day):
            return
        for officer in {o.pk: o for group in whom for o in group(case)}.values():
            notify(
                officer,
                kind=self.item.kind,
                thing=self.item.thing,
                round=self.item.round,
                at=self.at,
                url=case.get_absolute_url(),
                data={"number": str(case), "day": day.isoformat()},
            )


@handles(SERVE)
def look_at_service(item: DueItem, at: datetime) -> None:
    """SRV-1: after the seven working days handlers and heads are told of a decision that was not served."""
    _Look(item, at).tell_if(lambda case, _day: case.decision.served_on is None, case_officers, heads_of)


@handles(PAY)
def look_at_payment(item: DueItem, at: datetime) -> None:
    """The day after a fine or a part of it was due."""
    _Look(item, at).tell_if(_is_behind, case_officers, heads_of)


@handles(COURT)
def look_at_court(item: DueItem, at: datetime) -> None:
    """EXE-4: ten days before the court can no longer be asked."""
    _Look(item, at).tell_if(_could_ask_court, case_officers, heads_of)


@handles(CRIME)
def look_at_referral(item: DueItem, at: datetime) -> None:
    """DEC-7: the police have not answered; who handles the case asks after it."""
    _Look(item, at).tell_if(_is_unanswered, case_officers, heads_of)


def _is_behind(case: Case, day: date) -> bool:
    obligation = obligation_of(case) if case.state == CaseState.DECIDED else None
    following = obligation.balance(day).next_due if obligation else None
    return following is not None and following.due_on <= day


def _could_ask_court(case: Case, _day: date) -> bool:
    return case.state == CaseState.DECIDED and getattr(case, "court_application", None) is None


def _is_unanswered(case: Case, _day: date) -> bool:
    referral = getattr(case, "crime_referral", None)
    return referral is not None and referral.answer == CrimeAnswer.WAITING
