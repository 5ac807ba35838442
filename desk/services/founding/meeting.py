"""Joint interviews of the invented city: one that is announced, one that waits for a word (Art. 8 (7))."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from enforcement.models import Counterpart, Field, Officer, Organ
from enforcement.services.forbidden_times import next_free_at
from enforcement.vocabulary import TimedAct
from guidance.models import GuidanceAction
from guidance.services import joint
from guidance.services.approving import approve_guidance, submit_guidance
from guidance.services.drafting import draft_guidance
from guidance.services.issuing import issue_guidance
from guidance.vocabulary import Channel, Gathering, Trigger, Way

DAY = timedelta(days=1)
FRIDAY = 4


def meet_together(
    people: dict[str, Officer], businesses: dict[str, list[Counterpart]], *, until: datetime
) -> None:
    """The south invites the traffic brigade, which comes; the north invites the south, which has not answered."""
    south = _draft(people, ("officer", "officer2"), businesses["SD11"][0], field="market", at=until - 6 * DAY)
    guest, brigade = people["transport1"], Organ.objects.get(code="SC03")
    joint.invite_organ(
        south.pk,
        by=people["officer"].as_actor(),
        at=until - 6 * DAY,
        organ=brigade,
        task="说明配送车辆停放要求",
    )
    row = south.invitations.get()
    joint.accept_invitation(row.pk, by=guest.as_actor(), at=until - 5 * DAY, note="按时参加")
    submit_guidance(south.pk, by=people["officer"].as_actor(), at=until - 5 * DAY)
    approve_guidance(south.pk, by=people["head"].as_actor(), at=until - 5 * DAY)
    issue_guidance(south.pk, by=people["officer"].as_actor(), at=until - 4 * DAY, voluntariness_shown=True)
    north = _draft(people, ("officer_north", "north2"), businesses["SD21"][0], field="market", at=until - DAY)
    by, host = people["officer_north"].as_actor(), Organ.objects.get(code="SD11")
    joint.invite_organ(north.pk, by=by, at=until - DAY, organ=host, task="说明跨区经营门店的要求")


def _draft(
    people: dict[str, Officer], pair: tuple[str, str], party: Counterpart, *, field: str, at: datetime
) -> GuidanceAction:
    first = people[pair[0]]
    organ, wished = Organ.objects.get(officers=first), _a_morning(at + 14 * DAY)
    detail: dict[str, Any] = {
        "cause": "门店占道装卸，影响通行，投诉较多", "place": "第一会议室", "interviewee": f"{party.name}负责人",
        "gathering": Gathering.COLLECTIVE,
        "invited_for": next_free_at(act=TimedAct.INTERVIEW, organ=organ, at=wished) or wished,
    }  # fmt: skip
    return draft_guidance(
        by=first.as_actor(), at=at, way=Way.INTERVIEW, title="占道装卸联合约谈",
        content="了解情况，说明要求，共同商定整改措施。", reasons="一次说清，减少多头约谈", basis="本办法第八条",
        contact="0000-12345", trigger=Trigger.COMPLAINT, counterpart=party, field=Field.objects.get(code=field),
        channel=Channel.WRITTEN, implementers=[people[name] for name in pair], detail=detail,
    )  # fmt: skip


def _a_morning(moment: datetime) -> datetime:
    """Ten o'clock of that day, or of the Monday after its weekend."""
    day = timezone.localtime(moment)
    while day.weekday() > FRIDAY:
        day += DAY
    return day.replace(hour=10, minute=0, second=0, microsecond=0)
