"""Rules on the course of a case whose facts lie in its parts, and are looked up only where they matter."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from enforcement.models import Case
from enforcement.reports.whole_process import coverage_of
from enforcement.rules.records import obstacles_to_whole_process
from enforcement.vocabulary import HearingState
from foundation.actors import Actor
from foundation.obstacles import Obstacle


def obstacles_to_unrecorded_process(case: Case, _by: Actor, _at: datetime) -> Iterable[Obstacle]:
    """EVI-4: no case is closed whose record has a hole; only a hearing or a registration needs footage."""
    if not _asks_for_footage(case):
        return ()  # the procedure itself leaves the text of every phase
    return obstacles_to_whole_process(coverage_of(case))


def _asks_for_footage(case: Case) -> bool:
    hearing = getattr(case, "hearing", None)
    if hearing is not None and hearing.state == HearingState.HELD:
        return True
    known: bool | None = getattr(case, "is_preserved", None)
    return case.preservations.registered().exists() if known is None else known
