"""Some open cases of the invented city that stand still, got more time, or ask for it (Penalty Law, Art. 60)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from enforcement.models import Case, Officer
from enforcement.services.intervals import approve_interval, ask_extension, stop_clock
from enforcement.vocabulary import UNDECIDED, CaseRole, StopKind
from foundation.actors import Actor

AN_HOUR = timedelta(hours=1)
ORGAN, HEAD = "SD11", "head"


def stop_and_lengthen(people: dict[str, Officer], *, at: datetime) -> None:
    """One case is at the laboratory, one was given thirty days, one asks for them, one waits to be suspended."""
    today = timezone.localdate(at)
    open_cases = Case.objects.filter(state__in=UNDECIDED, organ__code=ORGAN, deadline_on__gte=today)
    found = list(open_cases.order_by("deadline_on", "id")[:4])
    for case, act in zip(found, (_given, _asking, _at_the_laboratory, _to_be_suspended), strict=False):
        act(case, _handler_of(case), people[HEAD].as_actor(), at)


def _handler_of(case: Case) -> Actor:
    handlers = Officer.objects.filter(case_roles__case=case, case_roles__role=CaseRole.HANDLER)
    return handlers.select_related("organ").earliest("pk").as_actor()


def _given(case: Case, officer: Actor, head: Actor, at: datetime) -> None:
    ask_extension(case.pk, by=officer, at=at - AN_HOUR, days=30, reason="案情复杂，需补充调查取证。")
    approve_interval(case.intervals.get().pk, by=head, at=at)


def _asking(case: Case, officer: Actor, _head: Actor, at: datetime) -> None:
    ask_extension(case.pk, by=officer, at=at, days=20, reason="当事人提交新证据，需要核实。")


def _at_the_laboratory(case: Case, officer: Actor, _head: Actor, at: datetime) -> None:
    day = timezone.localdate(at)
    stop_clock(case.pk, by=officer, at=at, kind=StopKind.TESTING, begins_on=day, reason="样品送检。")


def _to_be_suspended(case: Case, officer: Actor, _head: Actor, at: datetime) -> None:
    day = timezone.localdate(at)
    stop_clock(
        case.pk, by=officer, at=at, kind=StopKind.SUSPENSION, begins_on=day, reason="等待另案处理结果。"
    )
