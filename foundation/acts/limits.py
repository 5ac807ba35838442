"""How often somebody without an account may ask: counted in the database, so for all processes together."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils.crypto import salted_hmac

from foundation.models import RequestCount


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many times in a span of time that begins with the first."""

    name: str
    most: int
    within: timedelta


def count(limit: Limit, who: str, *, at: datetime) -> int:
    """Count once more for ``who``; returns the seconds to wait when that is once too often, else 0."""
    key = _key(limit, who)
    running = RequestCount.objects.filter(key=key, ends_at__gt=at)
    if running.filter(times__lt=limit.most).update(times=F("times") + 1):
        return 0
    with transaction.atomic():
        begun = {"ends_at": at + limit.within, "times": 0}
        row, _made = RequestCount.objects.select_for_update().get_or_create(key=key, defaults=begun)
        if row.ends_at <= at:
            row.ends_at, row.times = at + limit.within, 0
        if row.times >= limit.most:
            return _seconds(row, at)
        row.times += 1
        row.save()
    return 0


def seconds_to_wait(limit: Limit, who: str, *, at: datetime) -> int:
    """How long ``who`` has to wait by what was counted; 0 when not at all. Nothing is counted."""
    full = RequestCount.objects.filter(key=_key(limit, who), ends_at__gt=at, times__gte=limit.most)
    row = full.first()
    return _seconds(row, at) if row else 0


def _seconds(row: RequestCount, at: datetime) -> int:
    return max(1, math.ceil((row.ends_at - at).total_seconds()))


def _key(limit: Limit, who: str) -> str:
    """A keyed digest: nobody's address is kept."""
    return salted_hmac("foundation.acts.limits", f"{limit.name}:{who}", algorithm="sha256").hexdigest()
