"""A constraint of the database as an obstacle: two people were quicker than the rule that asked first."""

from __future__ import annotations

from django.apps import apps
from django.db import IntegrityError
from django.utils.translation import gettext_lazy as _

from foundation.obstacles import Obstacle

_ADVICE = _("Open the page again to see the present state.")


def obstacle_of(error: IntegrityError) -> Obstacle:
    """The obstacle that a violated constraint means, in the constraint's own words where it has some."""
    text = str(error)
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.name and constraint.name in text:
                return Obstacle(
                    code=f"constraint:{constraint.name}",
                    message=constraint.get_violation_error_message(),
                    next_step=_ADVICE,
                )
    return Obstacle(
        code="constraint:conflict",
        message=_("This collides with something that is stored already."),
        next_step=_ADVICE,
    )
