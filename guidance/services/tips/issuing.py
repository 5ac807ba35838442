"""Issuing the tips of a group, some hundreds in one transaction: whatever dies, each is told once (Art. 8 (3)).

The rows of some recipients and the mark behind which sending goes on are committed together. A worker that is
killed leaves neither; the next one begins behind the last mark.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any

from enforcement.models import Contact, Counterpart, Licence
from enforcement.services.numbers import next_numbers
from enforcement.vocabulary import DocumentKind
from foundation.actors import Actor
from foundation.record import audited
from guidance.lifecycle import BATCH_LIFECYCLE
from guidance.models import (
    Delivery,
    GuidanceAction,
    GuidanceOfficer,
    GuidanceSearch,
    Tip,
    TipBatch,
    TipRecipient,
)
from guidance.reports.tip_batches import text_for
from guidance.services.deliveries.choosing import gateway_in_use, roads_of
from guidance.services.deliveries.preparing import delivery_of, plan_sending
from guidance.services.links import open_links
from guidance.services.tips.base import TIPS, batches
from guidance.services.tips.followers import follow
from guidance.vocabulary import BatchState, Channel, DeliveryChannel, GuidanceState, Nature, Trigger, Way

AT_ONCE = 250


def send_some(batch_id: int, *, by: Actor, at: datetime, size: int = AT_ONCE) -> TipBatch:
    """Issue the next tips of the group; with the last of them it is finished.

    A group that was stopped in the meantime is left as it is. Raises DoesNotExist outside the own organ.
    """
    with audited("tips:send_some", by=by, at=at, under=TIPS):
        batch: TipBatch = batches().workable_by(by).locked(batch_id)
        if batch.state != BatchState.SENDING:
            return batch
        rows = list(batch.recipients(by).filter(pk__gt=batch.reached).order_by("pk")[:size])
        _issue(batch, _untold(batch, rows), by, at)
        batch.reached = rows[-1].pk if rows else batch.reached
        if len(rows) < size:
            BATCH_LIFECYCLE.take(batch, "finish", by=by, at=at)
            batch.finished_at = at
        batch.save()
        return batch


def _untold(batch: TipBatch, rows: list[Counterpart]) -> list[Counterpart]:
    told = TipRecipient.objects.filter(batch=batch, counterpart__in=[row.pk for row in rows])
    known = set(told.values_list("counterpart_id", flat=True))
    return [row for row in rows if row.pk not in known]


def _issue(batch: TipBatch, rows: list[Counterpart], by: Actor, at: datetime) -> None:
    if not rows:
        return
    numbers = next_numbers(organ=batch.organ, kind=DocumentKind.GUIDANCE, at=at, count=len(rows))
    licences = Licence.objects.in_bulk([pk for row in rows if (pk := getattr(row, "licence_id", None))])
    actions = [
        _action(batch, row, number, licences.get(getattr(row, "licence_id", 0) or 0), at)
        for row, number in zip(rows, numbers, strict=True)
    ]
    GuidanceAction.objects.record_bulk_create(actions)
    GuidanceSearch.keep_many({a.pk: (a.number, a.title, a.audience) for a in actions})
    open_links(actions, by=by, at=at)
    GuidanceOfficer.objects.record_bulk_create(
        [GuidanceOfficer(action=action, officer=batch.drafted_by) for action in actions]
    )
    Tip.objects.record_bulk_create(
        [
            _tip(batch, action, getattr(row, "licence_id", None))
            for action, row in zip(actions, rows, strict=True)
        ]
    )
    _deliver(batch, rows, actions, at)
    follow(batch, actions, by=by, at=at)


def _action(
    batch: TipBatch, party: Counterpart, number: str, licence: Licence | None, at: datetime
) -> GuidanceAction:
    action = GuidanceAction(
        way=Way.TIP, formality=batch.formality, nature=Nature.ASSISTING, state=GuidanceState.ISSUED,
        field=batch.field, matter=batch.matter, counterpart=party, channel=Channel.MESSAGE, number=number,
        trigger=Trigger.EXPIRY if licence else batch.occasion, title=batch.title,
        content=text_for(batch, party, licence), reasons=batch.reasons, basis=batch.basis,
        contact=batch.contact, drafted_by=batch.drafted_by, drafted_at=at, issued_at=at, voluntariness_shown=True,
        approved_by_id=batch.approved_by_id, approved_at=batch.approved_at,
    )  # fmt: skip
    action.place_under(batch.organ)
    return action


def _tip(batch: TipBatch, action: GuidanceAction, licence_id: int | None) -> Tip:
    return Tip(action=action, neglected=batch.neglected, due_on=batch.due_on, licence_id=licence_id)


def _deliver(batch: TipBatch, rows: list[Counterpart], actions: list[GuidanceAction], at: datetime) -> None:
    gateway, contacts = gateway_in_use(), _contacts_of(rows)
    deliveries = Delivery.objects.record_bulk_create(
        [
            delivery_of(action, roads_of(row.name, contacts[row.pk], gateway)[0], at=at)
            for action, row in zip(actions, rows, strict=True)
        ]
    )
    TipRecipient.objects.record_bulk_create(
        [
            TipRecipient(batch=batch, counterpart=row, action=action, delivery=delivery)
            for row, action, delivery in zip(rows, actions, deliveries, strict=True)
        ]
    )
    plan_sending(deliveries, at=at)
    batch.served += len(rows)
    batch.on_paper += sum(delivery.channel == DeliveryChannel.PRINTED for delivery in deliveries)


def _contacts_of(rows: list[Counterpart]) -> Any:
    found: dict[int, list[Contact]] = defaultdict(list)
    for contact in Contact.objects.filter(counterpart__in=[row.pk for row in rows]).order_by("id"):
        found[contact.counterpart_id].append(contact)
    return found
