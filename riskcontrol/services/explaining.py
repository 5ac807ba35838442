"""Explaining a score to the counterpart that asks: what is told is kept, and can be printed (Art. 9)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Counterpart, Officer
from foundation.actors import Actor
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission
from foundation.record import audited
from riskcontrol.models import CounterpartRisk, RiskExplanation
from riskcontrol.services.base import ARTICLE


def explain_risk(
    counterpart_id: int,
    *,
    by: Actor,
    at: datetime,
    asked_on: date,
    asked_by: str,
    expected: int | None = None,
) -> RiskExplanation:
    """Keep the score of this moment as it is explained to the counterpart.

    Raises Forbidden, DoesNotExist outside the actor's scope, and Refused before the first review, or for a
    day to come.
    """
    by.require(Permission.COUNTERPART_EDIT)
    today = timezone.localdate(at)
    with audited("risk:explain", by=by, at=at, under=ARTICLE):
        known: Counterpart = Counterpart.objects.workable_by(by).locked(counterpart_id, expected=expected)
        risk = CounterpartRisk.objects.filter(pk=known.pk).first()
        if risk is None:
            raise Refused([_nothing_to_explain()])
        if asked_on > today:
            raise Refused([_not_asked_yet()])
        officer = Officer.objects.select_related("organ").get(pk=by.officer_id or 0)
        made = RiskExplanation(
            counterpart=known, asked_on=asked_on, asked_by=asked_by, explained_on=today, explained_by=officer,
            score=risk.score, level=risk.level, calm=risk.calm, inputs=risk.inputs, model_version=risk.model_version,
        )  # fmt: skip
        made.place_under(officer.organ)
        made.save()
        return made


def _nothing_to_explain() -> Obstacle:
    return Obstacle(
        code="RSK-50",
        message=_("This counterpart has no score yet."),
        article=ARTICLE,
        next_step=_("Have it computed first, or wait for the review of tonight."),
    )


def _not_asked_yet() -> Obstacle:
    return Obstacle(
        code="RSK-51",
        message=_("The day on which it was asked lies ahead."),
        article=ARTICLE,
        field="asked_on",
        next_step=_("Enter today or an earlier day."),
    )


def explain_to(
    *, by: Actor, at: datetime, counterpart: Counterpart, asked_on: date, asked_by: str
) -> RiskExplanation:
    """As ``explain_risk``, for who names the counterpart with the request."""
    return explain_risk(counterpart.pk, by=by, at=at, asked_on=asked_on, asked_by=asked_by)
