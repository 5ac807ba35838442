"""Dates, money and deadlines in the reader's language."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.utils import formats, timezone
from django.utils.translation import get_language, gettext, ngettext

from foundation.vocabulary import Tone

NOTHING = "—"
SOON = 3
_CHINESE = {"day": "Y年n月j日", "moment": "Y年n月j日 H:i", "month": "Y年n月", "weekday": "Y年n月j日 l"}
_ENGLISH = {"day": "j M Y", "moment": "j M Y, H:i", "month": "F Y", "weekday": "l, j F Y"}


def day_text(value: date | None) -> str:
    """2026年11月22日 / 22 Nov 2026; a dash for nothing."""
    return _written(value, "day")


def moment_text(value: datetime | None) -> str:
    """2026年11月22日 14:05 / 22 Nov 2026, 14:05, in the city's time."""
    return _written(value, "moment")


def month_text(value: date | None) -> str:
    """2026年11月 / November 2026."""
    return _written(value, "month")


def weekday_text(value: date | None) -> str:
    """2026年11月22日 星期日 / Sunday, 22 November 2026."""
    return _written(value, "weekday")


def money_text(value: Decimal | float | None) -> str:
    """¥1,200.00; a dash for nothing."""
    return NOTHING if value is None else f"¥{Decimal(str(value)):,.2f}"


def deadline_text(days: int | None, *, working: bool = False) -> str:
    """How long is left, in words, so that colour never speaks alone; negative days are overdue."""
    if days is None:
        return gettext("no deadline")
    if days == 0:
        return gettext("due today")
    return _overdue(-days, working) if days < 0 else _left(days, working)


def deadline_tone(days: int | None) -> str:
    """Only what is late or near takes a colour; the rest stays quiet."""
    if days is None or days > SOON:
        return Tone.NEUTRAL
    return Tone.BAD if days < 0 else Tone.WATCH


def _overdue(days: int, working: bool) -> str:
    if working:
        text = ngettext("%(days)d working day overdue", "%(days)d working days overdue", days)
    else:
        text = ngettext("%(days)d day overdue", "%(days)d days overdue", days)
    return text % {"days": days}


def _left(days: int, working: bool) -> str:
    if working:
        text = ngettext("%(days)d working day left", "%(days)d working days left", days)
    else:
        text = ngettext("%(days)d day left", "%(days)d days left", days)
    return text % {"days": days}


def _written(value: date | None, style: str) -> str:
    if not value:
        return NOTHING
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    patterns = _CHINESE if (get_language() or "").startswith("zh") else _ENGLISH
    return formats.date_format(value, patterns[style])


_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
    ("Mac OS", "macOS"), ("Linux", "Linux"),
)  # fmt: skip


def device_text(user_agent: str) -> str:
    """Browser and system as far as they say who they are: enough to know one's own again."""
    found = [
        next((name for sign, name in names if sign in user_agent), "") for names in (_BROWSERS, _SYSTEMS)
    ]
    return " · ".join(name for name in found if name) or gettext("unknown device")
