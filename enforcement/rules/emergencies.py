"""What an emergency at a forbidden time needs, and how late something may still be registered (Art. 6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.time_windows import ZONE
from foundation.articles import COERCION, Article, Citation
from foundation.obstacles import Obstacle, Severity

PROMPT = timedelta(hours=24)
LATEST = 10
_LOCAL: Any = _("local setting")


@dataclass(frozen=True, slots=True)
class EmergencyFacts:
    reason: str
    recorder_id: int | None
    approver_id: int | None
    approver_is_head: bool


def obstacles_to_emergency(facts: EmergencyFacts) -> Iterator[Obstacle]:
    """Urgency is said in words and answered for by a head who is somebody else."""
    if not facts.reason.strip():
        yield Obstacle(
            code="time:emergency_reason",
            message=_("Why it could not wait is not said."),
            article=Article(6),
            citation=Citation(COERCION, "43"),
            severity=Severity.REQUIRE,
            field="urgent_reason",
            next_step=_("Write down what would have happened by waiting."),
        )
    if not facts.approver_is_head or facts.approver_id == facts.recorder_id:
        yield Obstacle(
            code="time:emergency_approver",
            message=_("An emergency is approved by a head of the organ who is not its recorder."),
            article=Article(6),
            citation=Citation(COERCION, "43"),
            severity=Severity.REQUIRE,
            field="approver",
            next_step=_("Name the head who agreed."),
        )


def is_late(*, stated_at: datetime, recorded_at: datetime) -> bool:
    """PT-4: whether more than a day lies between what is stated and its recording."""
    return abs(recorded_at - stated_at) > PROMPT


def obstacles_to_late_record(
    *, stated_at: datetime, recorded_at: datetime, reason: str, field: str
) -> Iterator[Obstacle]:
    """What the program could not take in time is added within ten days, with the reason; later never."""
    if not is_late(stated_at=stated_at, recorded_at=recorded_at):
        return
    days = (recorded_at.astimezone(ZONE).date() - stated_at.astimezone(ZONE).date()).days
    if days > LATEST:
        yield Obstacle(
            code="PT-4",
            message=_("This was %(days)s days ago; after ten days nothing is registered late.")
            % {"days": days},
            article=Article(6),
            citation=_LOCAL,
            field=field,
            next_step=_("Write a note to the file, and tell the supervisors."),
        )
    elif not reason.strip():
        yield Obstacle(
            code="PT-4",
            message=_("This was more than a day ago."),
            article=Article(6),
            citation=_LOCAL,
            severity=Severity.REQUIRE,
            field="late_reason",
            next_step=_("Say why it is registered late, such as a failure of the system."),
        )
