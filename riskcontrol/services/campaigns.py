"""Campaigns of self-checks: tips to a group that ask each addressee about the risk points that concern it (Art. 9)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from foundation.actors import Actor
from foundation.permissions import Permission
from foundation.record import audited
from guidance.models import GuidanceAction, TipBatch
from guidance.models.tip_batches import narrow_recipients
from guidance.services.tips import draft_batch
from guidance.services.tips.followers import register_follower
from guidance.vocabulary import Trigger
from riskcontrol.models import Campaign, SelfCheck
from riskcontrol.services.base import ARTICLE
from riskcontrol.services.self_checks.asking import (
    DAYS_TO_ANSWER,
    basis_of_asking,
    new_check,
    plan_days,
    reasons_for_asking,
)
from riskcontrol.services.self_checks.points import points_for


def draft_campaign(*, by: Actor, at: datetime, **values: Any) -> Campaign:
    """Draft a campaign of the actor's own organ; raises Forbidden, and ValidationError as tips to a group do."""
    by.require(Permission.GUIDANCE_HANDLE)
    with audited("campaign:draft", by=by, at=at, under=ARTICLE):
        with translation.override("zh-hans"):  # what is stored stands in the language of the files
            words = {
                "reasons": reasons_for_asking(),
                "basis": basis_of_asking(),
                "neglected": _("Self-check"),
                "occasion": Trigger.RISK,
            }
        campaign = Campaign(batch=draft_batch(by=by, at=at, **words, **values))
        campaign.place_under(campaign.batch.organ)
        campaign.save()
        return campaign


@narrow_recipients
def whom_it_concerns(batch: TipBatch, rows: Any) -> Any:
    """Of a campaign only those whom a published point concerns, and who have no open self-check of the field."""
    campaign = None if batch.pk is None else getattr(batch, "campaign", None)
    if campaign is None:
        return rows
    asked = SelfCheck.objects.filter(organ=batch.organ_id, field=batch.field_id).unanswered()
    return rows.filter(campaign.concerned).exclude(Exists(asked.filter(counterpart=OuterRef("pk"))))


@register_follower
def ask_with_tips(batch: TipBatch, actions: list[GuidanceAction], *, by: Actor, at: datetime) -> None:
    """Each tip of a campaign offers its self-check, in the transaction that issues it."""
    by.require(Permission.GUIDANCE_HANDLE)
    campaign = getattr(batch, "campaign", None)
    if campaign is None:
        return
    due_on = batch.due_on or last_day(timezone.localdate(at))
    parties = [action.counterpart_id for action in actions if action.counterpart_id]
    points = points_for(parties, field_id=batch.field_id, day=timezone.localdate(at))
    checks = [
        new_check(action, points[action.counterpart_id], due_on=due_on, campaign=campaign)
        for action in actions
        if action.counterpart_id in points
    ]
    SelfCheck.objects.record_bulk_create(checks)
    plan_days(checks, at=at)


def last_day(today: date) -> date:
    """The day that is proposed when none is typed; local setting."""
    return today + timedelta(days=DAYS_TO_ANSWER)
