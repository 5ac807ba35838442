"""Who is shown as a model is marked as one, for as long as some demonstration shows it (Art. 8 (2))."""

from __future__ import annotations

from datetime import datetime

from enforcement.services.counterparts import edit_counterpart
from foundation.actors import Actor
from guidance.models import Demo, GuidanceAction
from guidance.vocabulary import LIVE_STATES, GuidanceState, Way


def name_model(action: GuidanceAction, *, by: Actor, at: datetime) -> None:
    """Who agreed to be shown as a model is marked as one."""
    exemplar = action.detail.exemplar if action.way == Way.DEMO else None  # type: ignore[attr-defined]
    if exemplar is not None and not exemplar.is_demonstration:
        edit_counterpart(exemplar.pk, by=by, at=at, is_demonstration=True)


def unname_model(action: GuidanceAction, *, by: Actor, at: datetime) -> None:
    """A model is one only while some demonstration shows it."""
    exemplar = action.detail.exemplar if action.way == Way.DEMO else None  # type: ignore[attr-defined]
    if exemplar is None or not exemplar.is_demonstration:
        return
    shown = Demo.objects.filter(
        exemplar=exemplar, action__state__in=[*LIVE_STATES, GuidanceState.CONCLUDED]
    ).exclude(action=action)
    if not shown.exists():
        edit_counterpart(exemplar.pk, by=by, at=at, is_demonstration=False)
