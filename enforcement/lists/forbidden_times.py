"""The lists of quiet periods, local bans, emergencies and signals (Art. 6)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from enforcement.models import EmergencyOverride, LocalBan, QuietPeriod, TimeSignal, name_field
from enforcement.vocabulary import LookState, QuietException, SignalKind, TimedAct
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.permissions import Permission
from foundation.vocabulary import Tone

_LOCAL = _("local setting")
TONE_OF_LOOK = {LookState.OPEN: Tone.WATCH, LookState.SEEN: Tone.GOOD}


def _named(value: Any, _context: RowContext) -> str:
    zh, en = value[:2]
    return str((en or zh) if name_field() == "name_en" else zh)


def _first_named(value: Any, context: RowContext) -> str:
    return _named(value[:2] if value[0] else value[2:], context)


def _acts(value: Any, _context: RowContext) -> list[str]:
    return [str(TimedAct(code).label) for code in value]


def _exceptions(value: Any, _context: RowContext) -> list[str]:
    return [str(QuietException(code).label) for code in value]


def _source(value: Any, _context: RowContext) -> str:
    return value or str(_LOCAL)


def _tone(value: Any, _context: RowContext) -> str:
    return TONE_OF_LOOK[value].value


def _by_name(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    return rows.filter(Q(name_zh__icontains=text) | Q(name_en__icontains=text))


def _by_title(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    return rows.filter(title__icontains=text)


_NAME = Column("name", _("name"), source=("name_zh", "name_en"), build=_named)
_PLACE = Column(
    "place", _("for"), source=("region__name_zh", "region__name_en", "organ__name_zh", "organ__name_en"),
    build=_first_named,
)  # fmt: skip
_DAYS = (
    Column("from_day", _("first day"), kind=Kind.DATE, sort="from_day", filter="date"),
    Column("to_day", _("last day"), kind=Kind.DATE),
)
_ACTS = Column("acts", _("for these acts"), kind=Kind.LIST, build=_acts)
_RESTS_ON = Column("citation", _("rests on"), build=_source)
_ORGAN = Column("organ", _("organ"), source=("organ__name_zh", "organ__name_en"), build=_named)
_STATE = Column("state", _("state"), kind=Kind.BADGE, choices=LookState, filter="choices", tone=_tone)

QUIET_PERIODS = ListSpec(
    name="quiet_periods",
    title=_("Quiet periods"),
    columns=(
        _NAME, _PLACE, *_DAYS,
        Column("first_of_month", _("from this day of each month"), kind=Kind.NUMBER),
        Column("last_of_month", _("to this day of each month"), kind=Kind.NUMBER),
        _ACTS,
        Column("exceptions", _("exceptions that it allows"), kind=Kind.LIST, build=_exceptions),
        _RESTS_ON,
    ),
    queryset=QuietPeriod.objects.all,
    default_ordering="-from_day",
    permission=Permission.ORGAN_READ,
    search=_by_name,
)  # fmt: skip

LOCAL_BANS = ListSpec(
    name="local_bans",
    title=_("Local bans"),
    columns=(
        _NAME, _PLACE, *_DAYS, Column("starts_at", _("from hour")), Column("ends_at", _("to hour")),
        _ACTS, _RESTS_ON,
    ),
    queryset=LocalBan.objects.all,
    default_ordering="-from_day",
    permission=Permission.ORGAN_READ,
    search=_by_name,
)  # fmt: skip

EMERGENCIES = ListSpec(
    name="emergencies",
    title=_("Emergencies at forbidden times"),
    columns=(
        Column("title", _("what"), kind=Kind.LINK),
        Column("act", _("act"), choices=TimedAct, filter="choices"),
        Column("acted_at", _("done at"), kind=Kind.DATETIME, sort="acted_at", filter="date"),
        _STATE,
        Column("approver", _("approved by"), source="approver__name_zh"),
        _ORGAN,
    ),
    queryset=EmergencyOverride.objects.all,
    default_ordering="-acted_at",
    permission=Permission.SUPERVISION_READ,
    row_url="enforcement:emergency_detail",
    search=_by_title,
)

TIME_SIGNALS = ListSpec(
    name="time_signals",
    title=_("Signals about times"),
    columns=(
        Column("title", _("what"), kind=Kind.LINK),
        Column("kind", _("signal"), choices=SignalKind, filter="choices"),
        Column("stated_at", _("stated time"), kind=Kind.DATETIME),
        Column("recorded_at", _("recorded at"), kind=Kind.DATETIME, sort="recorded_at", filter="date"),
        _STATE,
        _ORGAN,
    ),
    queryset=TimeSignal.objects.all,
    default_ordering="-recorded_at",
    permission=Permission.SUPERVISION_READ,
    row_url="enforcement:time_signal_detail",
    search=_by_title,
)
