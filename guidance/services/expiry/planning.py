"""What is due for each licence is planned as rows, and taken back when it was renewed (Art. 8 (3)).

A hint comes when a licence is written; the clock makes the same true if the hint was lost.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from enforcement.models import Licence
from enforcement.services.calendar import work_calendar
from enforcement.vocabulary import LicenceState
from foundation.calendar import WorkCalendar
from foundation.due import plan
from guidance.models import ExpiryRule
from guidance.rules.expiry import steps_before
from guidance.services.expiry.settling import renewed_licences, settle_renewed

TIP, CALL = "licence:tip", "licence:call"
HOUR = time(9)


def follow_licence(licence_id: int, *, at: datetime) -> None:
    """Settle what was renewed, and plan what is due, for one licence."""
    licence = Licence.objects.select_related("counterpart").get(pk=licence_id)
    settle_renewed(licence, at=at)
    rule = ExpiryRule.objects.filter(organ_id=licence.counterpart.organ_id, is_on=True).first()
    if rule is not None:
        _plan(licence, rule, work_calendar(), timezone.localdate(at))


def follow_licences(*, at: datetime) -> int:
    """The same for all licences that end before long, in one look; returns how many were looked at."""
    today, calendar, seen = timezone.localdate(at), work_calendar(), 0
    for licence in renewed_licences():
        settle_renewed(licence, at=at)
    rules = {rule.organ_id: rule for rule in ExpiryRule.objects.filter(is_on=True)}
    for licence in _near(rules, today).iterator(chunk_size=500):
        _plan(licence, rules[licence.counterpart.organ_id], calendar, today)
        seen += 1
    return seen


def _near(rules: dict[int, ExpiryRule], today: date) -> Any:
    """Licences on which a step may fall within the next two days, and those whose call is over."""
    ahead = {days + more for rule in rules.values() for days in rule.days for more in range(-7, 3)}
    ends = [today + timedelta(days=days) for days in sorted(ahead) if days >= 0]
    rows = Licence.objects.filter(state=LicenceState.VALID, counterpart__organ_id__in=list(rules))
    return rows.filter(expires_on__in=ends).select_related("counterpart").order_by("pk")


def _plan(licence: Licence, rule: ExpiryRule, calendar: WorkCalendar, today: date) -> None:
    if licence.state != LicenceState.VALID or licence.expires_on is None:
        return
    for step in steps_before(licence.expires_on, calendar, today=today, days=rule.days):
        due_at = timezone.make_aware(datetime.combine(step.day, HOUR))
        plan(
            kind=CALL if step.is_call else TIP, thing=f"licence:{licence.pk}", due_at=due_at, round=step.round
        )
