"""What counterparts answer by their links, said as they say it, for tests (Art. 8)."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from enforcement.services.forbidden_times import enter_local_ban
from foundation.actors import ANONYMOUS, COMMAND
from foundation.obstacles import Refused
from guidance.models import CounterpartLink, CounterpartReply, GuidanceAction
from guidance.services.links import reply_by_link
from tests.city import NOON, City
from tests.enforcement.evidence_files import PNG

DAY = timedelta(days=1)
THURSDAY = datetime(2026, 11, 26, 10, 0, tzinfo=NOON.tzinfo)
SATURDAY_NIGHT = datetime(2026, 11, 28, 23, 0, tzinfo=NOON.tzinfo)


def link_of(action: GuidanceAction) -> CounterpartLink:
    return CounterpartLink.objects.standing().get(action=action)


def said(action: GuidanceAction, kind: str, *, at: datetime = NOON, **more: Any) -> CounterpartReply:
    return reply_by_link(by=ANONYMOUS, at=at, link=link_of(action), kind=kind, **more)


def codes_of(act: Any, *args: Any, **kwargs: Any) -> list[str]:
    with pytest.raises(Refused) as refused:
        act(*args, **kwargs)
    return [o.code for o in refused.value.obstacles]


def kept_free_at_night(city: City) -> None:
    enter_local_ban(
        by=COMMAND, at=NOON, name_zh="夜间", region=city.places.regions["990000"], from_day=NOON.date(),
        acts=["interview"], starts_at=time(20), ends_at=time(7),
    )  # fmt: skip


def a_file(name: str = "照片.png", content: bytes = PNG) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)
