"""An entry held against decided cases of its matter, set by set; nothing is stored (Art. 10 para. 1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from enforcement.models import Case
from enforcement.rules.reckoning import months_after
from enforcement.vocabulary import LENIENT_GROUNDS, PENALISING, CaseState, Outcome
from foundation.actors import Actor
from foundation.permissions import Permission
from leniency.models import CaseFinding, LeniencyEntry
from leniency.rules.facts import CaseFacts, ConditionTerms, EntryTerms, PriorDecision
from leniency.rules.previewing import Tally, tally, with_condition
from leniency.services.case_facts import KIND, RECORDED

MOST = 2000  # the latest; a matter with more is known well enough by these
COUNTED = Q(outcome__in=(*PENALISING, Outcome.NO_PENALTY))
SPARED = Q(state=CaseState.NOT_FILED, non_filing__ground__in=LENIENT_GROUNDS)
Traces = dict[int, list[tuple[int, PriorDecision]]]


@dataclass(frozen=True, slots=True)
class Preview:
    """What the entry would have meant as it stands, and as it would be with the condition that is tried."""

    since: date
    cases: tuple[Case, ...]
    is_capped: bool
    now: Tally
    tried: Tally | None


def preview_entry(
    entry: LeniencyEntry,
    *,
    by: Actor,
    at: datetime,
    months: int = 12,
    tried: ConditionTerms | None = None,
) -> Preview:
    """Hold an entry against the cases of its matter that ``by`` sees, decided in the last ``months``.

    Raises Forbidden. Only what was known before each decision counts; four queries, whatever the rows.
    """
    by.require(Permission.LENIENCY_READ)
    since = months_after(timezone.localdate(at), -months)
    rows = Case.objects.visible_to(by).filter(matter=entry.matter_id, decided_on__gte=since)
    seen = rows.select_related("circumstances", "matter", "organ", "counterpart")
    cases = tuple(seen.order_by("-decided_on", "-id")[: MOST + 1]) if entry.matter_id else ()
    facts = _facts_of(cases[:MOST], entry)
    terms = EntryTerms(entry.pk, entry.code, entry.list.type, tuple(c.terms for c in entry.conditions.all()))
    return Preview(
        since=since,
        cases=cases[:MOST],
        is_capped=len(cases) > MOST,
        now=tally(terms, facts),
        tried=tally(with_condition(terms, tried), facts) if tried else None,
    )


def _facts_of(cases: Iterable[Case], entry: LeniencyEntry) -> list[CaseFacts]:
    held = list(cases)
    findings: dict[int, dict[int, bool]] = defaultdict(dict)
    found = CaseFinding.objects.filter(condition__entry=entry, case__in=[c.pk for c in held])
    for case_id, condition_id, holds in found.values_list("case_id", "condition_id", "holds"):
        findings[case_id][condition_id] = holds
    traces = _traces_of({c.counterpart_id for c in held})
    return [_facts(case, findings[case.pk], traces) for case in held]


def _traces_of(counterparts: set[int]) -> Traces:
    """What these parties left before, in one query: days alone, of all organs (Art. 4)."""
    rows = (
        Case.objects.filter(COUNTED | SPARED, counterpart__in=counterparts)
        .annotate(on=Coalesce("decided_on", "closed_on"), trace=KIND)
        .order_by("on", "id")
        .values_list("counterpart_id", "id", "matter_id", "matter__field_id", "occurred_on", "on", "trace")
    )
    found: Traces = defaultdict(list)
    for counterpart_id, case_id, *prior in rows:
        found[counterpart_id].append((case_id, PriorDecision(*prior)))
    return found


def _facts(case: Case, findings: dict[int, bool], traces: Traces) -> CaseFacts:
    """What was known of a decided case, and of its party until that day."""
    day = case.decided_on or timezone.localdate(case.opened_at)
    before = traces[case.counterpart_id]
    known: Any = getattr(case, "circumstances", None)
    return CaseFacts(
        occurred_on=case.occurred_on,
        discovered_on=case.discovered_on,
        decided_on=day,
        ended_on=case.ended_on,
        matter_id=case.matter_id,
        field_id=case.matter.field_id,
        priors=tuple(p for key, p in before if key != case.pk and p.decided_on <= day),
        findings=findings,
        **({name: getattr(known, name) for name in RECORDED} if known else {}),
    )
