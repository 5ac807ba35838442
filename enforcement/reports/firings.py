"""How often rules fired, in the reach of who asks (Art. 4, 6)."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import cache
from typing import Any

from django.db.models import Count
from django.utils import timezone

from enforcement.models import RuleFiring
from enforcement.reports.rulebook.book import lifecycles
from enforcement.vocabulary import FiringOutcome
from foundation.actors import Actor
from foundation.labels import label_of

YEAR = timedelta(days=365)


def a_year_before(at: datetime) -> datetime:
    """The beginning of that day a year ago: figures and the lists that they lead to begin together."""
    return timezone.make_aware(datetime.combine(timezone.localdate(at) - YEAR, time.min))


def counts_of(rule_code: str, *, actor: Actor, at: datetime) -> dict[str, int]:
    """How often a rule fired in the last twelve months, by what came of it."""
    rows = RuleFiring.objects.visible_to(actor).filter(rule_code=rule_code, fired_at__gte=a_year_before(at))
    counted: dict[str, int] = dict(rows.order_by().values_list("outcome").annotate(n=Count("id")))
    return {outcome.value: counted.get(outcome.value, 0) for outcome in FiringOutcome}


def overridden_since(*, actor: Actor, since: datetime) -> int:
    """How many warnings were passed over since then."""
    rows = RuleFiring.objects.visible_to(actor).filter(outcome=FiringOutcome.OVERRIDDEN, fired_at__gte=since)
    return rows.count()


def words_of_act(action: str) -> Any:
    """What an act is called: as its button says where it is a transition, else as the record tells it."""
    return _transitions().get(action) or label_of(action).text


@cache
def _transitions() -> dict[str, Any]:
    return {f"{table.noun}:{t.name}": t.label for table in lifecycles() for t in table.transitions}
