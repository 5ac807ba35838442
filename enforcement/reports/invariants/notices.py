"""A word to an officer is said once a thing and round (RELIABILITY I5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Count

from enforcement.models import Notification
from foundation.invariants import invariant


@invariant("notification:said_once")
def said_twice(_at: datetime) -> Iterator[str]:
    said = Notification.objects.order_by().values("officer", "kind", "thing", "round")
    for row in said.annotate(n=Count("pk")).filter(n__gt=1).iterator():
        yield "officer {officer} was told {n} times: {kind} {thing}, round {round}".format(**row)
