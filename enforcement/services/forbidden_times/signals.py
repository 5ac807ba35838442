"""Signals about the time of an act, found when it is recorded; the supervisors see them (Art. 6)."""

from __future__ import annotations

from datetime import datetime

from enforcement.models import Organ, TimeSignal
from enforcement.rules.emergencies import is_late
from enforcement.services.forbidden_times.checking import obstacles_at
from enforcement.vocabulary import SignalKind
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited, current_entry

KIND_OF = {"COE-7": SignalKind.EXECUTION_TIME, "INS-3": SignalKind.QUIET_DAY, "PT-3": SignalKind.LOCAL_BAN}


def note_time(
    *,
    by: Actor,
    at: datetime,
    act: str,
    organ: Organ,
    stated_at: datetime,
    thing: str,
    title: str,
    url: str = "",
    reason: str = "",
    exception: str = "",
    urgent: bool = False,
) -> list[TimeSignal]:
    """Record what the stated time of an act shows: late recording (PT-4) and forbidden times (PT-1 to PT-3).

    Call it inside the act that records the time. ``urgent`` says that an approved emergency covers it.
    """
    by.require(Permission.ORGAN_READ)
    current_entry()
    found = obstacles_at(act=act, organ=organ, at=stated_at, exception=exception)
    kinds = {KIND_OF[o.code] for o in found} - ({SignalKind.EXECUTION_TIME} if urgent else set())
    if is_late(stated_at=stated_at, recorded_at=at):
        kinds.add(SignalKind.BACK_DATING)
    with audited("time:signal", by=by, at=at, under=Article(6)):
        return [
            _signal(kind, by=by, at=at, organ=organ, stated_at=stated_at, thing=thing, title=title, url=url,
                    reason=reason)
            for kind in sorted(kinds)
        ]  # fmt: skip


def _signal(
    kind: str,
    *,
    by: Actor,
    at: datetime,
    organ: Organ,
    stated_at: datetime,
    thing: str,
    title: str,
    url: str,
    reason: str,
) -> TimeSignal:
    known: TimeSignal | None = TimeSignal.objects.filter(kind=kind, thing=thing, stated_at=stated_at).first()
    if known is not None:
        return known
    row = TimeSignal(
        kind=kind, thing=thing, title=title[:200], url=url, stated_at=stated_at, recorded_at=at, reason=reason,
        recorded_by_id=by.officer_id,
    )  # fmt: skip
    row.place_under(organ)
    row.save()
    return row
