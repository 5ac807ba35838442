"""The deadline calculator: any period under any of the laws, with its explanation; nothing is stored."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.reckoning import Reckoning, Stop, reckon_under
from enforcement.services.calendar import known_years, work_calendar
from foundation.actors import Actor
from foundation.permissions import Permission

SUSPENDED = _("suspended")


def calculate(*, by: Actor, at: datetime, **asked: Any) -> Reckoning:
    """The end of a period of ``days`` under ``law`` after the day ``from``, without the ``suspended`` spans.

    Raises Forbidden without ``matter:read``, and Refused when the holiday arrangement of a year is missing that
    it rests on.
    """
    by.require(Permission.MATTER_READ)
    spans: list[tuple[date, date]] = asked.get("suspended") or []
    stops = [Stop(first, last, SUSPENDED) for first, last in spans]
    with known_years():
        return reckon_under(
            asked["law"], asked["days"], start=asked["from"], calendar=work_calendar(), stops=stops
        )
