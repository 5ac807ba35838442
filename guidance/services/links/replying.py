"""What a counterpart says by its link: kept as it was said, and carried out by the services of guidance (Art. 8)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils import timezone

from enforcement.services.forbidden_times import obstacles_at
from enforcement.services.notifications import notify
from enforcement.vocabulary import TimedAct
from foundation.actors import Actor, Reach, ReachKind
from foundation.obstacles import Refused
from foundation.permissions import Permission
from foundation.record import audited
from foundation.vocabulary import Via
from guidance.models import CounterpartLink, CounterpartReply, GuidanceAction, ReplyFile, ReplyWaiting
from guidance.rules.replies import ReplyFacts, obstacles_to_replying
from guidance.services.applying import apply_for_counselling, officers_of
from guidance.services.links.files import with_answer
from guidance.services.links.reading import HOLDER
from guidance.services.received_files import Arrived
from guidance.services.responding import acknowledge_guidance, ask_in_writing, decline_guidance
from guidance.services.silence import end_silence
from guidance.vocabulary import GuidanceState, ReplyKind, Way


def reply_by_link(
    *,
    by: Actor,
    at: datetime,
    link: CounterpartLink,
    kind: str,
    text: str = "",
    attachments: Iterable[Any] = (),
    proposed_for: datetime | None = None,
) -> CounterpartReply:
    """Keep what the holder of ``link`` says, and do what it asks for; ``kind`` is one of ReplyKind.

    Saying the same again changes nothing. Raises Refused, and ValidationError for files that are not taken.
    """
    action: GuidanceAction = GuidanceAction.objects.with_everything().get(pk=link.action_id)
    with (
        with_answer(attachments) as kept,
        audited("guidance:reply_by_link", by=HOLDER, at=at, under=action.page.article),
    ):
        CounterpartLink.objects.locked(link.pk)
        facts = facts_of_reply(
            action,
            kind,
            at=at,
            is_officer=by.officer_id is not None,
            proposed_for=proposed_for,
            files=len(kept),
        )
        facts = replace(facts, link_is_live=link.is_live(at))
        if found := list(obstacles_to_replying(facts)):
            raise Refused(found)
        if said := _said_last(action, kind):
            return said
        reply = CounterpartReply(
            action=action, link=link, kind=kind, text=text, proposed_for=proposed_for, at=at,
            application=_carry_out(action, kind, text, at),
        )  # fmt: skip
        reply.save()
        _attach(reply, kept)
        _let_know(reply)
        return reply


def facts_of_reply(
    action: GuidanceAction,
    kind: str,
    *,
    at: datetime,
    is_officer: bool = False,
    proposed_for: datetime | None = None,
    files: int = 0,
) -> ReplyFacts:
    """What the rules need to know when somebody wants to say ``kind``."""
    replies = CounterpartReply.objects.filter(action=action)
    meets = action.way == Way.INTERVIEW and action.detail.held_at is None  # type: ignore[attr-defined]
    asks = kind == ReplyKind.TIME
    return ReplyFacts(
        kind=kind,
        is_officer=is_officer,
        is_withdrawn=action.state == GuidanceState.WITHDRAWN,
        is_live=action.is_live,
        at=at,
        has_appointment=meets,
        time_waits=asks and replies.filter(kind=ReplyKind.TIME).unanswered().exists(),
        proposed_for=proposed_for,
        hour_is_free=proposed_for is None
        or not obstacles_at(act=TimedAct.INTERVIEW, organ=action.organ, at=proposed_for),
        files=files and files + ReplyFile.objects.filter(reply__action=action).count(),
    )


def voice_of(action: GuidanceAction) -> Actor:
    """Who speaks by the link of ``action``, as the services of guidance meet it: made here alone, and for one act."""
    return Actor(
        name="",
        organ_id=action.organ_id,
        permissions=frozenset({Permission.GUIDANCE_HANDLE}),
        reach=Reach(ReachKind.ORGAN, action.organ_id),
        via=Via.LINK,
    )


def _said_last(action: GuidanceAction, kind: str) -> CounterpartReply | None:
    """The same word, when it was the last that was said: sent twice it is said once."""
    if kind not in (ReplyKind.ACKNOWLEDGE, ReplyKind.ACCEPT, ReplyKind.DECLINE, ReplyKind.WRITTEN):
        return None
    last: CounterpartReply | None = CounterpartReply.objects.filter(action=action).first()
    return last if last is not None and last.kind == kind else None


def _carry_out(action: GuidanceAction, kind: str, text: str, at: datetime) -> GuidanceAction | None:
    """The application, when one was made."""
    voice = voice_of(action)
    if kind in (ReplyKind.ACKNOWLEDGE, ReplyKind.ACCEPT) and action.state != GuidanceState.ACKNOWLEDGED:
        acknowledge_guidance(action.pk, by=voice, at=at)
    elif kind == ReplyKind.DECLINE and action.state != GuidanceState.DECLINED:
        decline_guidance(action.pk, by=voice, at=at)
    elif kind == ReplyKind.WRITTEN and action.written_asked_on is None:
        ask_in_writing(action.pk, by=voice, at=at, asked_on=timezone.localdate(at))
    else:
        end_silence(action, by=voice, at=at)
    if kind == ReplyKind.COUNSEL:
        return apply_for_counselling(action, by=voice, at=at, question=text)
    return None


def _attach(reply: CounterpartReply, kept: list[Arrived]) -> None:
    for file, name, content_type in kept:
        ReplyFile(
            reply=reply, file=file.path, original_name=name, content_type=content_type, size=file.size,
            sha256=file.sha256,
        ).save()  # fmt: skip


def _let_know(reply: CounterpartReply) -> None:
    """It waits on Today for who wrote and who implements, until one of them has seen it."""
    action = reply.action
    for officer in officers_of(action):
        ReplyWaiting(reply=reply, officer=officer).save()
        notify(
            officer, kind="guidance:reply", thing=f"reply:{reply.pk}", at=reply.at, url=reply.get_absolute_url(),
            data={"name": action.addressee, "number": action.number},
        )  # fmt: skip
