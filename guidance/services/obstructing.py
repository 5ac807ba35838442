"""Milder means come first: before a penalty is notified, and before a step that presses is taken (Art. 5, 8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from enforcement.models import Case
from foundation.actors import Actor
from foundation.obstacles import Obstacle
from guidance.models import GuidanceAction
from guidance.reports.ladder_facts import ladder_facts_of_draft, penalty_facts_of
from guidance.rules.ladder import obstacles_to_passing_over_guidance
from guidance.rules.skipping import obstacles_to_skipping, presses


def obstacles_to_unguided_penalty(case: Case, _by: Actor, at: datetime) -> Iterator[Obstacle]:
    """A warning where guidance was possible and none was given; the facts of the case decide, not who asks."""
    yield from obstacles_to_passing_over_guidance(penalty_facts_of(case, at=at))


def skipped_rung(action: GuidanceAction, at: datetime) -> Iterator[Obstacle]:
    """A warning where a milder step was passed over; a corrected version takes no new step."""
    if presses(action.way) and action.supersedes_id is None and action.counterpart_id is not None:
        yield from obstacles_to_skipping(action.way, ladder_facts_of_draft(action, at=at))
