"""Sixty hours a year: the local policy, and what it means for the assignment to a case (Art. 7; SUB-9)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from enforcement.models import Case, Organ, TrainingPolicy
from enforcement.reports.training import hours_by_officer
from enforcement.rules.training import HoursFacts, obstacles_to_untrained_duty
from enforcement.vocabulary import CaseRole, Consequence
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Obstacle
from foundation.permissions import Permission
from foundation.record import audited


def set_policy(*, by: Actor, at: datetime, organ: Organ, target: Decimal, consequence: str) -> TrainingPolicy:
    """Set the policy of an organ that the actor keeps; raises Forbidden, and DoesNotExist for others."""
    by.require(Permission.ORGAN_EDIT)
    with audited("training:set_policy", by=by, at=at, under=Article(7)):
        organ = Organ.objects.workable_by(by).get(pk=organ.pk)
        policy = TrainingPolicy.objects.filter(organ=organ).first() or TrainingPolicy(organ=organ)
        policy.target, policy.consequence = target, consequence
        policy.save()
        return policy


def change_policy(
    policy_id: int, *, by: Actor, at: datetime, target: Decimal, consequence: str, expected: int | None = None
) -> TrainingPolicy:
    """Change a policy; raises Stale, and DoesNotExist for those of other organs."""
    by.require(Permission.ORGAN_EDIT)
    with audited("training:set_policy", by=by, at=at, under=Article(7)):
        policy: TrainingPolicy = TrainingPolicy.objects.workable_by(by).locked(policy_id, expected=expected)
        policy.target, policy.consequence = target, consequence
        policy.save()
        return policy


def training_of_handlers(case: Case, _by: Actor, at: datetime) -> Iterable[Obstacle]:
    """SUB-9: handlers without the hours of the past year, where the local policy minds; the new are not asked."""
    policy = TrainingPolicy.objects.all().of_organ(case.organ)
    if policy is None or policy.consequence == Consequence.TELL:
        return ()
    return list(_obstacles_of(case, policy, timezone.localdate(at).year - 1))


def _obstacles_of(case: Case, policy: TrainingPolicy, year: int) -> Iterator[Obstacle]:
    people: Any = case.people.filter(role=CaseRole.HANDLER).select_related("officer")
    officers = [p.officer for p in people if timezone.localdate(p.officer.created_at).year < year + 1]
    had = hours_by_officer([o.pk for o in officers], year=year)
    for officer in officers:
        facts = HoursFacts(officer.name, year, had[officer.pk].hours, policy.target_hours, policy.consequence)
        yield from obstacles_to_untrained_duty(facts)
