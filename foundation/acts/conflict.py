"""A constraint of the database as an obstacle: two people were quicker than the rule that asked first."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db import IntegrityError
from django.db.models import BaseConstraint, Model, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from foundation.obstacles import Obstacle

_COLLIDES = _("This collides with something that is stored already.")
_ADVICE = _("Open the page again to see the present state.")


def obstacle_of(error: IntegrityError) -> Obstacle:
    """The obstacle that a violated constraint means, in the constraint's own words where it has some."""
    text = str(error)
    for model in apps.get_models():
        for constraint in model._meta.constraints:
            if constraint.name in text or text.endswith(_columns_of(constraint, model)):
                return Obstacle(
                    code=f"constraint:{constraint.name}",
                    message=_words_of(constraint),
                    next_step=_ADVICE,
                )
    return Obstacle(code="constraint:conflict", message=_COLLIDES, next_step=_ADVICE)


def _words_of(constraint: BaseConstraint) -> Any:
    """Its own words; the name in the database, which Django would give instead, says nothing to people."""
    if constraint.violation_error_message == BaseConstraint.default_violation_error_message:
        return _COLLIDES
    return constraint.get_violation_error_message()


def _columns_of(constraint: BaseConstraint, model: type[Model]) -> str:
    """How SQLite tells of a unique constraint: by its columns, not by its name."""
    columns = (
        [model._meta.get_field(name).column for name in constraint.fields]  # type: ignore[union-attr]
        if isinstance(constraint, UniqueConstraint)
        else []
    )
    return "failed: " + ", ".join(f"{model._meta.db_table}.{column}" for column in columns or ["-"])
