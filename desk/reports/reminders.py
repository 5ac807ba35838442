"""Calls before licences expire, and what did not reach its addressee, for Today, in one query (Art. 8 (3))."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import CharField, DateField, F, Value
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from desk.reports.tasks import MOST, Task
from foundation.actors import Actor
from foundation.permissions import Permission
from guidance.models import Delivery, ExpiryCall

CALL, DELIVERY = "call", "delivery"
COLUMNS = ("what", "pk", "about", "number", "day")


def reminder_tasks(actor: Actor, today: date) -> Iterator[Task]:
    """The calls of the actor's organ, and undelivered guidance that the actor drafted."""
    if actor.officer_id is None or not actor.may(Permission.GUIDANCE_HANDLE):
        return
    calls = _told(
        ExpiryCall.objects.workable_by(actor).open(), CALL, F("licence__counterpart__name"), F("licence__name"),
        F("expires_on"),
    )  # fmt: skip
    mine = Delivery.objects.workable_by(actor).undelivered().filter(action__drafted_by=actor.officer_id)
    lost = _told(mine, DELIVERY, F("recipient"), F("action__number"), Cast(Value(today), DateField()))
    for row in calls.union(lost, all=True).order_by("day", "pk")[:MOST]:
        yield _task(row)


def _told(rows: Any, what: str, about: Any, number: Any, day: Any) -> Any:
    named = rows.order_by().annotate(what=Value(what, CharField()), about=about, number=number, day=day)
    return named.values(*COLUMNS)


def _task(row: dict[str, Any]) -> Task:
    if row["what"] == CALL:
        url = reverse("guidance:call_detail", args=[row["pk"]])
        return Task(
            "phone", _("call before the licence expires on"), row["number"], row["about"], url, row["day"]
        )
    url = reverse("guidance:delivery_detail", args=[row["pk"]])
    return Task("send", _("did not reach its addressee"), row["number"], row["about"], url, row["day"])
