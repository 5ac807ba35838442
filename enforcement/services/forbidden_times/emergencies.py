"""Acts at forbidden times because they could not wait: recorded, told to the heads, kept for review (Art. 6)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from enforcement.models import EmergencyOverride, Officer, Organ
from enforcement.rules.emergencies import EmergencyFacts, obstacles_to_emergency
from enforcement.services.notifications import notify
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Refused
from foundation.permissions import Permission, Role
from foundation.record import audited


def record_emergency(
    *,
    by: Actor,
    at: datetime,
    act: str,
    organ: Organ,
    acted_at: datetime,
    reason: str,
    approver: Officer | None,
    thing: str,
    title: str,
    url: str = "",
    codes: Iterable[str] = ("COE-7",),
) -> EmergencyOverride:
    """Note an emergency inside the act that it allows; tells every head of ``organ``.

    Raises Refused without a reason, or without an approving head of the organ other than the actor.
    ``thing`` is what it is about (``"case:12"``), ``title`` and ``url`` how people find it.
    """
    by.require(Permission.CASE_HANDLE)
    with audited("time:emergency", by=by, at=at, under=Article(6), why=reason):
        heads = list(Officer.objects.active().filter(organ=organ).with_role(Role.HEAD))
        _refuse(reason, by, approver, heads)
        who: dict[str, Any] = {"approver": approver, "recorded_by_id": by.officer_id}
        row = EmergencyOverride(
            act=act, acted_at=acted_at, codes=list(codes), reason=reason, thing=thing,
            title=title[:200], url=url, **who,
        )  # fmt: skip
        row.place_under(organ)
        row.save()
        for head in heads:
            _tell(head, row, at, is_approver=head == approver)
        return row


def _refuse(reason: str, by: Actor, approver: Officer | None, heads: list[Officer]) -> None:
    facts = EmergencyFacts(
        reason=reason,
        recorder_id=by.officer_id,
        approver_id=approver.pk if approver else None,
        approver_is_head=approver in heads,
    )
    if found := list(obstacles_to_emergency(facts)):
        raise Refused(found)


def _tell(head: Officer, row: EmergencyOverride, at: datetime, *, is_approver: bool) -> None:
    notify(
        head,
        kind="time:emergency" if is_approver else "time:emergency_told",
        thing=f"emergency:{row.pk}",
        at=at,
        url=row.get_absolute_url(),
        data={"what": row.title},
    )
