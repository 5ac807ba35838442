"""The kept figures say what the rows say (Art. 4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone

from desk.reports.counting import counted_anew
from desk.reports.tallies import figures_for
from desk.rules.tallies import CITY, EVER, Share, Sphere
from foundation.actors import SCHEDULER, ReachKind
from foundation.invariants import invariant


@invariant("tally:as_counted")
def wrong_figures(at: datetime) -> Iterator[str]:
    """Each figure of the whole city is what a count of the rows gives."""
    today = timezone.localdate(at)
    kept = figures_for(SCHEDULER, since=EVER, today=EVER)
    if kept is None:
        return
    city = Sphere(ReachKind.ALL.value, CITY)
    found = {share: n for part in counted_anew() for (whose, share), n in part.items() if whose == city}
    for share in sorted({*kept, *found}, key=str):
        if kept[share] != found.get(share, 0):
            yield f"{_told(share)}: {kept[share]} kept on {today}, {found.get(share, 0)} counted"


def _told(share: Share) -> str:
    return f"{share.measure} {share.day} {share.value}".strip()
