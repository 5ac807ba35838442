"""Naming a model: scored by criteria, shown to the public, and visited by others afterwards (Art. 8 (2))."""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.utils import timezone

from enforcement.services.calendar import last_day_of
from foundation.actors import Actor
from guidance.models import CandidateScore, GuidanceAction, Showing
from guidance.rules.public_days import candidacy
from guidance.services.base import refuse_impossible_day, taking
from guidance.services.publications.base import life_of, working_on_publication
from guidance.vocabulary import GuidanceState

SCORED = (GuidanceState.DRAFT, GuidanceState.PENDING_APPROVAL, GuidanceState.APPROVED)
SHOWN = (GuidanceState.ISSUED, GuidanceState.IN_FORCE)


def add_score(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    criterion: str,
    points: int,
    out_of: int,
    reviewers: str,
    note: str = "",
    expected: int | None = None,
) -> GuidanceAction:
    """Record what a candidate scored by one criterion, and who scored it."""
    with working_on_publication(action_id, "add_score", by=by, at=at, expected=expected, states=SCORED) as (
        action,
        life,
    ):
        CandidateScore(
            life=life, criterion=criterion, points=points, out_of=out_of, reviewers=reviewers, note=note
        ).save()
        life.scored += 1
    return action


def publicise_candidate(
    action_id: int, *, by: Actor, at: datetime, expected: int | None = None
) -> GuidanceAction:
    """Show the approved candidate to the public for as long as the city set; raises Refused without consent."""
    with taking(action_id, "publicise", by=by, at=at, expected=expected) as action:
        life, today = life_of(action), timezone.localdate(at)
        life.shown_from = today
        life.shown_until = last_day_of(candidacy, today, days=settings.GUIDANCE_CANDIDATE_DAYS)
        life.save()
    return action


def add_showing(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    held_on: date,
    attendees: int,
    who: str = "",
    note: str = "",
    expected: int | None = None,
) -> GuidanceAction:
    """Record an occasion on which the model was shown to others."""
    with working_on_publication(action_id, "add_showing", by=by, at=at, expected=expected, states=SHOWN) as (
        action,
        life,
    ):
        refuse_impossible_day("held_on", held_on, action, at)
        Showing(life=life, held_on=held_on, attendees=attendees, who=who, note=note).save()
        demo = action.detail
        demo.showings = life.showings.count()  # type: ignore[attr-defined]
        demo.save()
    return action
