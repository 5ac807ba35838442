"""Where each role begins the day (Art. 4)."""

from __future__ import annotations

from desk.vocabulary import WORKERS
from foundation.actors import Actor
from foundation.permissions import Permission, Role


def start_of(actor: Actor) -> str:
    """The name of the page to begin with; Today itself for whoever has work of the day."""
    if any(actor.may(permission) for permission in WORKERS):
        return "desk:today"
    if Role.EVALUATOR in actor.roles:
        return "evaluation:scorecard"
    for permission, name in _ELSEWHERE:
        if actor.may(permission):
            return name
    return "desk:today"


_ELSEWHERE = (
    (Permission.EVALUATION_READ, "desk:dashboard"),
    (Permission.SYSTEM_OPERATE, "desk:system"),
    (Permission.AUDIT_READ, "desk:system"),
    (Permission.OFFICER_EDIT, "enforcement:officer_list"),
    (Permission.ROLE_GRANT, "enforcement:officer_list"),
    (Permission.ORGAN_READ, "enforcement:organ_list"),
)
