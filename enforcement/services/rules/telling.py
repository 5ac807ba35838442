"""The heads of an organ are told the next morning which warnings its officers passed over, once a day (Art. 4, 6)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from enforcement.models import Officer, RuleFiring
from enforcement.services.notifications import notify
from enforcement.vocabulary import FiringOutcome
from foundation.due import handles, plan
from foundation.models import DueItem
from foundation.permissions import Role

OVERRIDDEN = "rule:overridden"
DAY, MORNING = timedelta(days=1), time(8)


def plan_to_tell(organ_id: int, *, at: datetime) -> None:
    """Plan the word of the next morning; many warnings of a day are told in one."""
    day = timezone.localdate(at)
    morning = timezone.make_aware(datetime.combine(day + DAY, MORNING))
    plan(kind=OVERRIDDEN, thing=f"organ:{organ_id}", due_at=morning, round=day.toordinal())


@handles(OVERRIDDEN)
def tell_heads_of_overrides(item: DueItem, at: datetime) -> None:
    """Each head of the organ, of what others passed over; nobody is told of his or her own."""
    organ_id, day = int(item.thing.partition(":")[2]), date.fromordinal(item.round)
    heads = Officer.objects.active().filter(organ_id=organ_id, grants__role=Role.HEAD)
    for head in heads.order_by("pk").distinct():
        count = _of_day(organ_id, day).exclude(officer=head.pk).count()
        if count:
            data = {"day": day.isoformat(), "count": count}
            url = _list_of(organ_id, day)
            notify(head, kind=OVERRIDDEN, thing=item.thing, round=item.round, at=at, url=url, data=data)


def _of_day(organ_id: int, day: date) -> Any:
    begin = timezone.make_aware(datetime.combine(day, time()))
    return RuleFiring.objects.filter(
        organ=organ_id, outcome=FiringOutcome.OVERRIDDEN, fired_at__gte=begin, fired_at__lt=begin + DAY
    )


def _list_of(organ_id: int, day: date) -> str:
    asked = {
        "outcome": FiringOutcome.OVERRIDDEN.value,
        "organ": organ_id,
        "fired_at_after": day.isoformat(),
        "fired_at_before": day.isoformat(),
    }
    return f"{reverse('enforcement:rule_firings')}?{urlencode(asked)}"
