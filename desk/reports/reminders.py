"""What was said, asked or lost around guidance, for Today, in one query (Art. 8 (3), (7))."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import Case, CharField, DateField, F, Q, Value, When
from django.db.models.functions import Cast, Coalesce, NullIf, TruncDate
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from desk.reports.tasks import MOST, Task
from desk.reports.waiting import Waiting
from desk.vocabulary import Wait
from enforcement.models.base import in_words
from foundation.actors import Actor
from foundation.permissions import Permission
from guidance.models import CounterpartReply, Delivery, ExpiryCall, InterviewInvitation
from guidance.vocabulary import ReplyKind

CALL, DELIVERY, JOINT, OWN_ITEM = "call", "delivery", "joint", "own_item"
REPLY, INVITED = "reply", "invited"
COLUMNS = ("what", "pk", "about", "number", "day", "more")
Row = dict[str, Any]


def reminders_of(actor: Actor, today: date) -> list[Row]:
    """Calls of the organ, own guidance that did not arrive, answers nobody has seen, joint interviews."""
    if actor.officer_id is None or not actor.may(Permission.GUIDANCE_HANDLE):
        return []
    calls = _told(
        ExpiryCall.objects.workable_by(actor).open(), CALL, F("licence__counterpart__name"), F("licence__name"),
        F("expires_on"),
    )  # fmt: skip
    mine = Delivery.objects.workable_by(actor).undelivered().filter(action__drafted_by=actor.officer_id)
    lost = _told(mine, DELIVERY, F("recipient"), F("action__number"), Cast(Value(today), DateField()))
    rows = calls.union(lost, _joint(actor), _invited(actor), _replies(actor), all=True)
    return list(rows.order_by("day", "pk")[:MOST])


def _joint(actor: Actor) -> Any:
    """Interviews of other organs in which the actor takes part; once held, what its organ is to look at again."""
    rows = InterviewInvitation.objects.workable_by(actor).coming_by(actor.officer_id or 0).with_next_day()
    is_held = Q(action__interview__held_at__isnull=False)
    what = Case(When(is_held, then=Value(OWN_ITEM)), default=Value(JOINT), output_field=CharField())
    number = Coalesce(NullIf("action__number", Value("")), "action__title")
    named = rows.filter(next_on__isnull=False)
    return _told(named, what, F("action__organ__name_zh"), number, F("next_on"), F("action__organ__name_en"))


def _invited(actor: Actor) -> Any:
    """Invitations that the actor's organ has not answered."""
    rows = InterviewInvitation.objects.workable_by(actor).to_answer()
    names = (
        F("action__organ__name_zh"),
        F("action__title"),
        TruncDate("asked_at"),
        F("action__organ__name_en"),
    )
    return _told(rows, INVITED, *names)


def _replies(actor: Actor) -> Any:
    """What counterparts answered to guidance of the actor, until somebody has seen it."""
    rows = CounterpartReply.objects.workable_by(actor).waiting_for(actor.officer_id or 0)
    about = Coalesce("action__counterpart__name", "action__audience")
    return _told(rows, REPLY, about, F("action__number"), TruncDate("at"), F("kind"))


def _told(rows: Any, what: Any, about: Any, number: Any, day: Any, more: Any = "") -> Any:
    what = Value(what, CharField()) if isinstance(what, str) else what
    more = Value(more, CharField()) if isinstance(more, str) else more
    named = rows.order_by().annotate(what=what, about=about, number=number, day=day, more=more)
    return named.values(*COLUMNS)


def reminder_tasks(rows: Iterable[Row]) -> Iterator[Task]:
    """What is to be done by a day."""
    for row in rows:
        if row["what"] == CALL:
            yield _task(row, "phone", _("call before the licence expires on"), "guidance:call_detail")
        elif row["what"] == DELIVERY:
            yield _task(row, "send", _("did not reach its addressee"), "guidance:delivery_detail")
        elif row["what"] in (JOINT, OWN_ITEM):
            what = _("to be put right by") if row["what"] == OWN_ITEM else _("joint interview on")
            told = {**row, "about": in_words(row["about"], row["more"])}
            yield _task(told, "users", what, "guidance:invitation_detail")


def waiting_words(rows: Iterable[Row]) -> Iterator[Waiting]:
    """What waits for a word of the actor."""
    for row in rows:
        if row["what"] == INVITED:
            url = reverse("guidance:invitation_detail", args=[row["pk"]])
            yield Waiting(Wait.INVITED, row["number"], in_words(row["about"], row["more"]), url, None)
        elif row["what"] == REPLY:
            wait = Wait.OTHER_TIME if row["more"] == ReplyKind.TIME else Wait.REPLY
            url = reverse("guidance:reply_detail", args=[row["pk"]])
            about = f"{row['about']} · {ReplyKind(row['more']).label}"
            yield Waiting(wait, row["number"], about, url, None)


def _task(row: Row, icon: str, what: Any, page: str) -> Task:
    return Task(icon, what, row["number"], row["about"], reverse(page, args=[row["pk"]]), row["day"])
