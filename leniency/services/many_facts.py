"""The facts of many cases at once, in as many statements as for one (Art. 10 para. 1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from enforcement.models import Case
from enforcement.rules.own_corrections import OwnCorrection
from enforcement.services.own_corrections import own_corrections_of
from leniency.rules.facts import CaseFacts, PriorDecision
from leniency.services.case_facts import TRACE, traces_until, whole_facts

LOADED = ("leniency_findings", "matter__special_provisions")
"""What the cases have to be prefetched with; matter, counterpart and circumstances are joined."""

Trace = tuple[int, PriorDecision]


def facts_of_many(cases: Collection[Case], *, today: date) -> dict[int, CaseFacts]:
    """Everything that is known of each case today, by its key."""
    parties = {case.counterpart_id for case in cases}
    traces, own = _traces(parties, today), own_corrections_of(parties)
    return {
        case.pk: _facts(case, traces[case.counterpart_id], own.get(case.counterpart_id, ()), today)
        for case in cases
    }


def _facts(case: Case, traces: list[Trace], own: tuple[OwnCorrection, ...], today: date) -> CaseFacts:
    violated = case.ended_on or case.occurred_on
    laws = sorted(case.matter.special_provisions.all(), key=lambda law: law.pk)
    return whole_facts(
        case,
        getattr(case, "circumstances", None),
        today=today,
        priors=tuple(prior for key, prior in traces if key != case.pk),
        special_laws=tuple(law.terms for law in laws if law.is_in_force(violated) or law.is_in_force(today)),
        own=own,
    )


def _traces(counterparts: Collection[int], today: date) -> dict[int, list[Trace]]:
    rows = traces_until(today).filter(counterpart__in=counterparts)
    found: dict[int, list[Trace]] = defaultdict(list)
    for counterpart, key, *prior in rows.values_list("counterpart_id", "id", *TRACE):
        found[counterpart].append((key, PriorDecision(*prior)))
    return found
