"""The first responsible person of an organ (Art. 4 para. 3)."""

from __future__ import annotations

from datetime import datetime

from enforcement.models import Officer, Organ
from enforcement.rules.organs import obstacles_to_naming
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Refused
from foundation.permissions import Permission
from foundation.record import audited


def name_first_responsible(
    organ_id: int, *, by: Actor, at: datetime, officer: Officer, expected: int | None = None
) -> Organ:
    """Name the principal head as first responsible person; raises Refused for somebody from elsewhere."""
    by.require(Permission.ORGAN_EDIT)
    with audited("organ:name_first_responsible", by=by, at=at, under=Article(4)):
        organ: Organ = Organ.objects.workable_by(by).locked(organ_id, expected=expected)
        belongs = officer.organ_id == organ.pk
        if found := list(obstacles_to_naming(belongs=belongs, active=officer.is_active)):
            raise Refused(found)
        organ.first_responsible = officer
        organ.save()
        return organ
