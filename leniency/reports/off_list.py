"""How often the law spared somebody beyond the lists, by matter and ground (Art. 10 para. 1: dynamic management)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from enforcement.vocabulary import Outcome
from foundation.actors import Actor
from leniency.models import OffListWaiver


@dataclass(frozen=True, slots=True)
class OffListCount:
    """So many decisions without a penalty about one matter on one ground beyond the lists."""

    matter_id: int
    ground: str
    cases: int


def off_list_waivers(*, actor: Actor, since: date, until: date) -> list[OffListCount]:
    """Cases within the actor's reach decided so between the days, both included; the most frequent first."""
    rows = OffListWaiver.objects.within_reach_of(actor).standing()
    decided = rows.filter(case__outcome=Outcome.NO_PENALTY, case__decided_on__range=(since, until))
    counted = decided.order_by().values_list("case__matter_id", "ground").annotate(n=Count("case"))
    return [OffListCount(*row) for row in counted.order_by("-n", "case__matter_id", "ground")]
