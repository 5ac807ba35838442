"""Preparing major guidance in public: legal review, comments, experts, or urgency (Art. 8 (1))."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone

from enforcement.services.calendar import last_day_of
from foundation.actors import Actor
from guidance.models import GuidanceAction
from guidance.rules.public_days import commenting
from guidance.services.base import refuse_future_day, taking
from guidance.services.publications.base import life_of, working_on_publication
from guidance.vocabulary import GuidanceState

HEARING_EXPERTS = (GuidanceState.REVIEWED, GuidanceState.COMMENTS)


def ask_legal_review(
    action_id: int, *, by: Actor, at: datetime, expected: int | None = None
) -> GuidanceAction:
    """Hand a draft of major guidance to the legal reviewer; raises Refused for any other guidance."""
    with taking(action_id, "ask_review", by=by, at=at, expected=expected) as action:
        life_of(action)
    return action


def give_legal_opinion(
    action_id: int, *, by: Actor, at: datetime, legal_opinion: str, expected: int | None = None
) -> GuidanceAction:
    """Find the draft lawful, with reasons; raises Refused when the drafter would do so."""
    with taking(action_id, "review", by=by, at=at, expected=expected) as action:
        life = life_of(action)
        life.legal_opinion, life.reviewed_by_id = legal_opinion, by.officer_id
        life.reviewed_on = timezone.localdate(at)
        life.save()
    return action


def return_draft(
    action_id: int, *, by: Actor, at: datetime, reason: str, expected: int | None = None
) -> GuidanceAction:
    """Return the draft to its drafter with what is not lawful in it."""
    with taking(action_id, "return_draft", by=by, at=at, expected=expected, why=reason) as action:
        pass
    return action


def open_comments(action_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> GuidanceAction:
    """Show the draft to the public for as long as the city set, and take comments."""
    with taking(action_id, "open_comments", by=by, at=at, expected=expected) as action:
        life, today = life_of(action), timezone.localdate(at)
        life.shown_from = today
        life.shown_until = last_day_of(commenting, today, days=settings.GUIDANCE_COMMENT_DAYS)
        life.save()
    return action


def record_experts(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    experts: str,
    experts_on: date,
    experts_opinion: str,
    expected: int | None = None,
) -> GuidanceAction:
    """Record whom the organ heard as experts, and what they said."""
    with working_on_publication(
        action_id, "record_expert", by=by, at=at, expected=expected, states=HEARING_EXPERTS
    ) as (action, life):
        refuse_future_day("experts_on", experts_on, at)
        life.experts, life.experts_on, life.experts_opinion = experts, experts_on, experts_opinion
    return action


def approve_at_once(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    urgent_reason: str,
    urgent_text: str,
    expected: int | None = None,
) -> GuidanceAction:
    """Approve major guidance before its public preparation, for a coded reason; it is looked at again early."""
    with taking(action_id, "approve_at_once", by=by, at=at, expected=expected, why=urgent_text) as action:
        life = life_of(action)
        life.urgent_reason, life.urgent_text = urgent_reason, urgent_text
        life.save()
        action.approved_by_id, action.approved_at = by.officer_id, at
    return action
