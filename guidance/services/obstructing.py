"""Before a penalty is notified, milder means are thought of: registered on the life of a case below (Art. 5, 8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from enforcement.models import Case
from foundation.actors import Actor
from foundation.obstacles import Obstacle
from guidance.reports.ladder_facts import penalty_facts_of
from guidance.rules.ladder import obstacles_to_passing_over_guidance


def obstacles_to_unguided_penalty(case: Case, _by: Actor, at: datetime) -> Iterator[Obstacle]:
    """A warning where guidance was possible and none was given; the facts of the case decide, not who asks."""
    yield from obstacles_to_passing_over_guidance(penalty_facts_of(case, at=at))
