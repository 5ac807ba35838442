"""Issuing guidance: numbered, shown to be voluntary, and from then on unchanged (Art. 8)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from enforcement.services.numbers import next_number
from enforcement.vocabulary import DocumentKind
from foundation.actors import Actor
from foundation.events import announce
from foundation.firing import weigh
from guidance.events import GuidanceIssued
from guidance.models import GuidanceAction
from guidance.services.adopting import list_suggestions
from guidance.services.base import taking
from guidance.services.deliveries.preparing import call_off_deliveries, deliver_issued
from guidance.services.exemplars import name_model
from guidance.services.holding import plan_holding
from guidance.services.hours import hour_of_interview
from guidance.services.interviews import appoint, short_notice
from guidance.services.links import open_link
from guidance.services.obstructing import skipped_rung
from guidance.services.publications.ending import end_publicly
from guidance.services.publications.living import plan_life
from guidance.services.questions import ask_questions
from guidance.services.second_looks import plan_second_look
from guidance.services.silence import plan_silence
from guidance.vocabulary import PublicEnd, Way


@transaction.atomic
def issue_guidance(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    voluntariness_shown: bool,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> GuidanceAction:
    """Issue the guidance under a number; a version that it replaces is withdrawn in the same act.

    Raises Refused while it is outside the duties, unexplained, not approved where that is needed, not
    shown to be voluntary, or without the officers that its way needs.
    """
    with taking(action_id, "issue", by=by, at=at, expected=expected, overrides=overrides) as action:
        found = [*hour_of_interview(action), *short_notice(action, at), *skipped_rung(action, at)]
        weigh(found, action="guidance:issue", thing=action, by=by, at=at, overrides=overrides)
        action.voluntariness_shown = voluntariness_shown
        action.issued_at = at
        action.number = next_number(organ=action.organ, kind=DocumentKind.GUIDANCE, at=at)
        _number_the_notice(action)
        appoint(action)
        ask_questions(action)
        list_suggestions(action)
        plan_silence(action)
        plan_second_look(action, at=at)
        plan_holding(action, at=at)
        _replace_predecessor(action, by, at)
        name_model(action, by=by, at=at)
        if action.way == Way.DEMO:
            plan_life(action, at=at)
        open_link(action, by=by, at=at)
    deliver_issued(action, by=by, at=at)
    announce(GuidanceIssued(action.pk))
    return action


def _number_the_notice(action: GuidanceAction) -> None:
    """The document of an interview is its written notice."""
    if action.way == Way.INTERVIEW:
        action.detail.notice_number = action.number  # type: ignore[attr-defined]
        action.detail.save()


def _replace_predecessor(action: GuidanceAction, by: Actor, at: datetime) -> None:
    old = action.supersedes
    if old is not None and old.is_live:
        with taking(old.pk, "supersede", by=by, at=at, why=action.number) as replaced:
            end_publicly(replaced, at=at, how=PublicEnd.REPLACED, why=action.number)
            call_off_deliveries(old, by=by, at=at)
