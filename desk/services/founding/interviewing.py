"""Interviews of the invented city that were held: who came, and what was put right (Art. 8 (7))."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from foundation.actors import Actor
from guidance.models import GuidanceAction
from guidance.services import add_rectification, interviews, recheck_rectification
from guidance.vocabulary import Recheck, Signature, Way

REFUSED_EVERY = 4


def keep_record(action: GuidanceAction, *, by: Actor, at: datetime) -> None:
    """Two came, and now and then one of them does not sign; what was agreed is found done at once."""
    if action.way != Way.INTERVIEW:
        return
    interviews.add_attendance(
        action.pk, by=by, at=at, name="负责人", capacity="经营者", signature=Signature.SIGNED
    )
    refuses = action.pk % REFUSED_EVERY == 0
    interviews.add_attendance(
        action.pk, by=by, at=at, name="店长", capacity="现场管理人员",
        signature=Signature.REFUSED if refuses else Signature.SIGNED, note="对个别表述有异议" if refuses else "",
    )  # fmt: skip
    day = timezone.localdate(at)
    add_rectification(action.pk, by=by, at=at, requirement="补齐标识和记录", due_on=day + timedelta(days=15))
    recheck_rectification(
        action.pk, by=by, at=at, item=action.rectification_items.get(), rechecked_on=day,
        recheck_result=Recheck.CORRECTED, recheck_note="当场补齐",
    )  # fmt: skip
