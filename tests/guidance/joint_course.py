"""An interview that the south leads and the transport brigade of the city takes part in, for tests (Art. 8 (7))."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from enforcement.models import Organ
from guidance.models import GuidanceAction, InterviewInvitation
from guidance.services import approve_guidance, issue_guidance, joint, record_progress, submit_guidance
from guidance.vocabulary import Way
from tests.city import NOON, City
from tests.guidance.drafts import IN_HASTE, a_draft

GUEST = "SC03"
BY = "transport1"


def guest_organ(city: City) -> Organ:
    return city.places.organs[GUEST]


def invite(
    city: City, action: GuidanceAction, *, organ: Organ | None = None, at: datetime = NOON
) -> InterviewInvitation:
    """Another organ is invited by the officer of the south."""
    given = {"organ": organ or guest_organ(city), "task": "说明运输环节的要求"}
    joint.invite_organ(action.pk, by=city.actor("officer"), at=at, **given)
    return action.invitations.get(organ=given["organ"], state="asked")


def invited(city: City, *, at: datetime = NOON, **values: Any) -> InterviewInvitation:
    """A draft of an interview with one organ invited."""
    return invite(city, a_draft(city, Way.INTERVIEW, at=at, **values), at=at)


def coming(city: City, *, at: datetime = NOON, **values: Any) -> InterviewInvitation:
    """The same once the organ has said that it takes part."""
    row = invited(city, at=at, **values)
    return joint.accept_invitation(row.pk, by=city.actor(BY), at=at)


def announced(city: City, *, at: datetime = NOON, **values: Any) -> InterviewInvitation:
    """The same once the notice was issued."""
    row, officer = coming(city, at=at, **values), city.actor("officer")
    submit_guidance(row.action_id, by=officer, at=at)
    approve_guidance(row.action_id, by=city.actor("head"), at=at)
    issue_guidance(row.action_id, by=officer, at=at, voluntariness_shown=True, overrides=IN_HASTE)
    return InterviewInvitation.objects.with_everything().get(pk=row.pk)


def held(city: City, *, at: datetime, **values: Any) -> InterviewInvitation:
    """The same once the interview was held, at its hour."""
    row = announced(city, **values)
    record = {"held_at": row.action.interview.invited_for, "interviewers": "甲明、壬通", "present": "店主"}
    record_progress(row.action_id, by=city.actor("officer"), at=at, detail={**record, "minutes": "商定整改"})
    return InterviewInvitation.objects.with_everything().get(pk=row.pk)
