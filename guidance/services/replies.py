"""What officers do with an answer of the counterpart: see it, and accept or refuse a time that it proposes (Art. 8)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from enforcement.services.cases.base import officer_of
from foundation.actors import Actor
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission
from foundation.record import audited
from guidance.models import CounterpartReply, ReplyAnswer
from guidance.models.interviews import appointed_of
from guidance.rules.replies import (
    AnswerFacts,
    obstacles_to_accepting_time,
    obstacles_to_answering_time,
    obstacles_to_seeing,
)
from guidance.services.base import article_of
from guidance.services.interviews import move_interview
from guidance.vocabulary import ReplyOutcome


def see_reply(reply_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> CounterpartReply:
    """Note that the answer was seen; it waits for nobody any more. Raises Refused when it was seen before."""
    with _answering(reply_id, "see_reply", obstacles_to_seeing, by=by, at=at, expected=expected) as reply:
        _answer(reply, ReplyOutcome.SEEN, by=by, at=at)
    return reply


def accept_time(
    reply_id: int,
    *,
    by: Actor,
    at: datetime,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> CounterpartReply:
    """Move the interview to the time that was proposed; its place stays, and the notice is written anew.

    Raises Refused when there is nothing to move, or the time is not possible.
    """
    rule = obstacles_to_accepting_time
    with _answering(reply_id, "accept_time", rule, by=by, at=at, expected=expected) as reply:
        wanted = reply.proposed_for
        assert wanted is not None  # noqa: S101 - a constraint says so
        _hour, place = appointed_of(reply.action)
        move_interview(
            reply.action_id, by=by, at=at, invited_for=wanted, place=place,
            reason=_("The counterpart proposed this time."), overrides=overrides,
        )  # fmt: skip
        _answer(reply, ReplyOutcome.ACCEPTED, by=by, at=at)
    return reply


def refuse_time(
    reply_id: int, *, by: Actor, at: datetime, reason: str, expected: int | None = None
) -> CounterpartReply:
    """Say why the proposed time is not possible; the counterpart reads it, the appointment stays."""
    rule = obstacles_to_answering_time
    with _answering(reply_id, "refuse_time", rule, by=by, at=at, expected=expected, why=reason) as reply:
        _answer(reply, ReplyOutcome.REFUSED, by=by, at=at, reason=reason)
    return reply


@contextmanager
def _answering(
    reply_id: int,
    verb: str,
    rule: Callable[[AnswerFacts], Iterable[Obstacle]],
    *,
    by: Actor,
    at: datetime,
    expected: int | None,
    why: str = "",
) -> Iterator[CounterpartReply]:
    by.require(Permission.GUIDANCE_HANDLE)
    found: CounterpartReply = CounterpartReply.objects.workable_by(by).get(pk=reply_id)
    with audited(f"guidance:{verb}", by=by, at=at, under=article_of(found.action_id, by), why=why):
        CounterpartReply.objects.workable_by(by).locked(reply_id, expected=expected)
        reply: CounterpartReply = CounterpartReply.objects.with_everything().get(pk=reply_id)
        if obstacles := list(rule(_facts(reply, at))):
            raise Refused(obstacles)
        yield reply


def _facts(reply: CounterpartReply, at: datetime) -> AnswerFacts:
    action = reply.action
    return AnswerFacts(
        kind=reply.kind,
        is_answered=bool(reply.outcome),
        is_live=action.is_live,
        is_held=getattr(action.detail, "held_at", None) is not None,
        proposed_for=reply.proposed_for,
        at=at,
    )


def _answer(reply: CounterpartReply, outcome: str, *, by: Actor, at: datetime, **more: Any) -> None:
    ReplyAnswer(reply=reply, outcome=outcome, by=officer_of(by), at=at, **more).save()
    reply.waiting.all().delete()
