"""Who may be the same party as that of a case, so that nobody knows whether it is the first time (Art. 10)."""

from __future__ import annotations

from collections.abc import Iterable

from enforcement.models import Case, Counterpart
from enforcement.services.counterparts import candidates_of
from foundation.actors import Actor
from foundation.permissions import Permission
from leniency.reports.explaining import ExplainedCondition, ExplainedEntry
from leniency.vocabulary import ConditionKind, Verdict

MOST = 5


def is_in_doubt(entries: Iterable[ExplainedEntry]) -> bool:
    """Whether it is open if this is the first time: a case names its party, so another may be the same."""
    return any(_is_open(condition) for entry in entries for condition in entry.conditions)


def _is_open(condition: ExplainedCondition) -> bool:
    return condition.kind == ConditionKind.FIRST_TIME and condition.verdict == Verdict.UNKNOWN


def doubles_of(case: Case, *, by: Actor) -> list[Counterpart]:
    """Entries of the registry that may be the party of the case, as far as ``by`` sees them."""
    if not by.may(Permission.COUNTERPART_READ):
        return []
    keys = [found.counterpart.pk for found in candidates_of(case.counterpart)]
    return list(Counterpart.objects.visible_to(by).filter(pk__in=keys).order_by("pk")[:MOST])
