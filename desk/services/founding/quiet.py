"""Night hours, quiet periods and local bans of the invented city, none of them any real city's (Art. 6)."""

from __future__ import annotations

from datetime import date, datetime, time

from desk.services.founding.places import Places
from enforcement.services.forbidden_times import enter_local_ban, enter_night, enter_quiet_period
from enforcement.vocabulary import QuietException, TimedAct
from foundation.actors import COMMAND

CALLING = [TimedAct.INSPECTION, TimedAct.INTERVIEW, TimedAct.RETURN_VISIT]


def keep_times_free(places: Places, *, at: datetime) -> None:
    """The city's night, quiet first days of the month in the south, and quiet evenings everywhere."""
    enter_night(
        by=COMMAND, at=at, in_force_from=at.date(), starts_at=time(22), ends_at=time(6),
        citation="《噪声污染防治法》第八十八条（参照） · Noise Pollution Prevention Law, Art. 88",
    )  # fmt: skip
    enter_quiet_period(
        by=COMMAND, at=at, name_zh="每月上旬企业安静期（示例）", name_en="Quiet first days of the month (invented)",
        region=places.regions["990101"], from_day=at.date(), first_of_month=1, last_of_month=10,
        acts=[TimedAct.INSPECTION], exceptions=list(QuietException.values),
    )  # fmt: skip
    enter_local_ban(
        by=COMMAND, at=at, name_zh="晚间不上门（示例）", name_en="No calling in the evening (invented)",
        region=places.regions["990000"], from_day=at.date(), starts_at=time(20), ends_at=time(7),
        acts=[*CALLING, TimedAct.COERCIVE_MEASURE],
    )  # fmt: skip
    enter_local_ban(
        by=COMMAND, at=at, name_zh="考试期间静音（示例）", name_en="Quiet for examinations (invented)",
        region=places.regions["990000"], from_day=date(at.year + 1, 6, 5), to_day=date(at.year + 1, 6, 9),
        starts_at=time(0), ends_at=time(0), acts=list(TimedAct.values),
    )  # fmt: skip
