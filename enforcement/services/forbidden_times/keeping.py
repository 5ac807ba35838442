"""Entering and ending quiet periods, local bans and night hours (Art. 6)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from enforcement.models import CityNight, LocalBan, Organ, QuietPeriod, Region
from enforcement.rules.keeping_times import KeepingFacts, obstacles_to_keeping, obstacles_to_night
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Refused
from foundation.permissions import Permission
from foundation.record import audited

MAY_CHANGE = frozenset({"name_zh", "name_en", "to_day", "citation"})


def enter_quiet_period(*, by: Actor, at: datetime, **values: Any) -> QuietPeriod:
    """Keep days quiet for a region or an organ; raises Refused outside the actor's reach."""
    by.require(Permission.ORGAN_EDIT)
    with audited("time:quiet", by=by, at=at, under=Article(6)):
        return _enter(QuietPeriod(**values), by, at)


def edit_quiet_period(
    period_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> QuietPeriod:
    """Change a quiet period; one in force is only named anew or ended."""
    by.require(Permission.ORGAN_EDIT)
    with audited("time:edit_quiet", by=by, at=at, under=Article(6)):
        return _edit(QuietPeriod.objects.locked(period_id, expected=expected), by, at, values)


def enter_local_ban(*, by: Actor, at: datetime, **values: Any) -> LocalBan:
    """Keep hours free for a region or an organ; raises Refused outside the actor's reach."""
    by.require(Permission.ORGAN_EDIT)
    with audited("time:ban", by=by, at=at, under=Article(6)):
        return _enter(LocalBan(**values), by, at)


def edit_local_ban(
    ban_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> LocalBan:
    """Change a local ban; one in force is only named anew or ended."""
    by.require(Permission.ORGAN_EDIT)
    with audited("time:edit_ban", by=by, at=at, under=Article(6)):
        return _edit(LocalBan.objects.locked(ban_id, expected=expected), by, at, values)


def enter_night(*, by: Actor, at: datetime, **values: Any) -> CityNight:
    """Set which hours are night from a day on; raises Refused for days that have passed."""
    by.require(Permission.ORGAN_EDIT)
    with audited("time:night", by=by, at=at, under=Article(6)):
        return _keep_night(CityNight(**values), None, at)


def edit_night(
    night_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> CityNight:
    """Change night hours that are not in force yet."""
    by.require(Permission.ORGAN_EDIT)
    with audited("time:edit_night", by=by, at=at, under=Article(6)):
        night: CityNight = CityNight.objects.locked(night_id, expected=expected)
        before = night.in_force_from
        for name, value in values.items():
            setattr(night, name, value)
        return _keep_night(night, before, at)


def _keep_night(night: CityNight, before: Any, at: datetime) -> CityNight:
    found = obstacles_to_night(
        starts=night.starts_at,
        ends=night.ends_at,
        in_force_from=night.in_force_from,
        old_from=before,
        today=timezone.localdate(at),
        is_first=not CityNight.objects.exists(),
    )
    if obstacles := list(found):
        raise Refused(obstacles)
    night.save()
    return night


def _enter(row: Any, by: Actor, at: datetime) -> Any:
    _refuse(KeepingFacts(timezone.localdate(at), bool(row.acts), _reaches(row, by), row.to_day))
    row.save()
    return row


def _edit(row: Any, by: Actor, at: datetime, values: dict[str, Any]) -> Any:
    facts = KeepingFacts(
        today=timezone.localdate(at),
        has_acts=bool(values.get("acts", row.acts)),
        is_in_reach=_reaches(row, by),
        to_day=values.get("to_day", row.to_day),
        began_on=row.from_day,
        old_to_day=row.to_day,
        is_rewritten=any(getattr(row, n) != v for n, v in values.items() if n not in MAY_CHANGE),
    )
    for name, value in values.items():
        setattr(row, name, value)
    _refuse(facts)
    row.save()
    return row


def _refuse(facts: KeepingFacts) -> None:
    if found := list(obstacles_to_keeping(facts)):
        raise Refused(found)


def _reaches(row: Any, by: Actor) -> bool:
    """The whole city for its own organs and for the operator; a district for its own."""
    if by.organ_id is None or by.district_id is None:
        return True
    if row.organ_id is not None:
        return bool(Organ.objects.workable_by(by).filter(pk=row.organ_id).exists())
    district = Region.objects.filter(pk=by.district_id)
    below = Region.objects.filter(parent=by.district_id)
    return bool((district | below).filter(pk=row.region_id).exists())
