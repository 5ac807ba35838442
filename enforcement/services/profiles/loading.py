"""Entering the rules of procedure that the product brings along; what was entered before stays (Art. 3, 6)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from enforcement.models import Field, ProcedureProfile
from enforcement.reports.shipped_profiles import shipped_profiles
from enforcement.services.matters import found_field
from enforcement.services.profiles.keeping import add_step, enter_profile
from foundation.actors import Actor
from foundation.articles import Article
from foundation.permissions import Permission
from foundation.record import audited


def load_profiles(*, by: Actor, at: datetime) -> list[ProcedureProfile]:
    """Enter every shipped profile whose field has none yet; may run any number of times."""
    by.require(Permission.MATTER_EDIT)
    with audited("profile:load", by=by, at=at, under=Article(6)):
        return [_profile(row, by=by, at=at) for row in shipped_profiles()]


def _profile(row: dict[str, Any], *, by: Actor, at: datetime) -> ProcedureProfile:
    values = dict(row)
    steps, field = values.pop("steps"), _field(values.pop("field"), by=by, at=at)
    known: ProcedureProfile | None = ProcedureProfile.objects.filter(field=field).first()
    if known is not None:
        return known
    profile = enter_profile(by=by, at=at, field=field, **values)
    for position, step in enumerate(steps, start=1):
        add_step(profile.pk, by=by, at=at, position=position, **step)
    return profile


def _field(names: dict[str, str] | None, *, by: Actor, at: datetime) -> Field | None:
    if names is None:
        return None
    return Field.objects.filter(code=names["code"]).first() or found_field(by=by, at=at, **names)
