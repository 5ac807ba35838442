"""Entering and changing the rules of a field and their steps of extension (Art. 3, 6)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from enforcement.models import ProcedureProfile, ProfileExtension
from enforcement.rules.profiles import obstacles_to_chain
from enforcement.services.deadlines import plan_recount
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Refused
from foundation.permissions import Permission
from foundation.record import audited


def enter_profile(*, by: Actor, at: datetime, **values: Any) -> ProcedureProfile:
    """Enter the rules of a field, or the general ones."""
    by.require(Permission.MATTER_EDIT)
    with audited("profile:enter", by=by, at=at, under=Article(6)) as entry:
        profile = ProcedureProfile(**values)
        profile.save()
        plan_recount(entry, at=at)
        return profile


def edit_profile(
    profile_id: int, *, by: Actor, at: datetime, expected: int | None = None, **values: Any
) -> ProcedureProfile:
    """Change the rules of a field; its field stays."""
    by.require(Permission.MATTER_EDIT)
    with audited("profile:edit", by=by, at=at, under=Article(6)) as entry:
        profile: ProcedureProfile = ProcedureProfile.objects.workable_by(by).locked(
            profile_id, expected=expected
        )
        for name, value in values.items():
            setattr(profile, name, value)
        profile.save()
        plan_recount(entry, at=at)
        return profile


def add_step(
    profile_id: int,
    *,
    by: Actor,
    at: datetime,
    position: int,
    approver: str,
    days: int | None = None,
    expected: int | None = None,
) -> ProfileExtension:
    """Add a step of extension; raises Refused when the chain would not rise (DEC-5)."""
    by.require(Permission.MATTER_EDIT)
    with audited("profile:add_step", by=by, at=at, under=Article(6)):
        profile = ProcedureProfile.objects.workable_by(by).locked(profile_id, expected=expected)
        step = ProfileExtension(profile=profile, position=position, days=days, approver=approver)
        step.save()
        _refuse_broken_chain(profile)
        return step


def edit_step(
    step_id: int,
    *,
    by: Actor,
    at: datetime,
    position: int,
    approver: str,
    days: int | None = None,
    expected: int | None = None,
) -> ProfileExtension:
    """Change a step of extension; raises Refused when the chain would not rise (DEC-5)."""
    by.require(Permission.MATTER_EDIT)
    with audited("profile:edit_step", by=by, at=at, under=Article(6)):
        step: ProfileExtension = ProfileExtension.objects.workable_by(by).locked(step_id, expected=expected)
        step.position, step.approver, step.days = position, approver, days
        step.save()
        _refuse_broken_chain(step.profile)
        return step


def remove_step(step_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> ProcedureProfile:
    """Remove a step of extension; returns the profile."""
    by.require(Permission.MATTER_EDIT)
    with audited("profile:remove_step", by=by, at=at, under=Article(6)):
        step: ProfileExtension = ProfileExtension.objects.workable_by(by).locked(step_id, expected=expected)
        profile = step.profile
        step.delete()
        return profile


def _refuse_broken_chain(profile: ProcedureProfile) -> None:
    steps = [step.as_rule() for step in ProfileExtension.objects.filter(profile=profile)]
    if found := list(obstacles_to_chain(steps)):
        raise Refused(found)
