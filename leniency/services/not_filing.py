"""What bears a clue that is not filed, read from its latest assessment (Art. 10 para. 1; FIL-3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Exists, OuterRef

from enforcement.models import Case
from foundation.actors import Actor
from foundation.obstacles import Obstacle
from leniency.models import LeniencyAssessment, OffListWaiver, Promise
from leniency.rules.deciding import SPARING
from leniency.rules.not_filing import NotFilingFacts, held_grounds, obstacles_to_letting_go
from leniency.services.obstructing import leniency_facts
from leniency.vocabulary import PromiseState

SIGNED = (PromiseState.RECEIVED, PromiseState.KEPT, PromiseState.BROKEN)
SIGNED_PROMISE = Exists(Promise.objects.filter(case=OuterRef("pk"), state__in=SIGNED))


def obstacles_to_not_filing(case: Case, decider: Actor, at: datetime) -> Iterable[Obstacle]:
    """A clue that is let go out of leniency names what bears it, and none is let go past its trace (FIL-3)."""
    ground = getattr(getattr(case, "non_filing", None), "ground", "")
    if not ground:
        return ()
    return obstacles_to_letting_go(not_filing_facts(case, ground, decider_id=decider.officer_id, at=at))


def not_filing_facts(case: Case, ground: str, *, decider_id: int | None, at: datetime) -> NotFilingFacts:
    """What the file says of the leniency of a clue that ``decider_id`` would not file on ``ground``."""
    latest = LeniencyAssessment.objects.latest_of(case.pk)
    known = leniency_facts(case, at=at)
    stated = _stated(latest)
    applying = (*known.matched, known.chosen) if known.chosen else known.matched
    return NotFilingFacts(
        ground=ground,
        is_weighed=known.is_made and known.is_current,
        awaits_head=known.awaits_head,
        entries=tuple(entry for entry in applying if entry.type in SPARING),
        held=tuple(held_grounds(latest.grounds)) if latest else (),
        stated=stated.ground if stated else "",
        is_own=stated is not None and stated.stated_by_id == decider_id,
        is_promised=Promise.objects.filter(case=case, state__in=SIGNED).exists(),
        is_corrected=case.circumstances.corrected_on is not None,
        grounds=tuple(latest.grounds) if latest else (),
    )


def _stated(latest: LeniencyAssessment | None) -> OffListWaiver | None:
    """The last statement of a ground beyond the lists, unless the facts moved since."""
    if latest is None:
        return None
    row = (
        OffListWaiver.objects.filter(case=latest.case_id).select_related("assessment").order_by("-id").first()
    )
    return row if row is not None and row.assessment.facts == latest.facts else None
