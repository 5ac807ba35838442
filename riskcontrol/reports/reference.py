"""The score computed the plain way, to check the one that is computed in sets (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from enforcement.models import Counterpart
from enforcement.vocabulary import CaseSource
from riskcontrol.models import CounterpartRisk
from riskcontrol.reports.formulas import formula_on
from riskcontrol.reports.self_checks import self_check_gaps
from riskcontrol.reports.tallies import industry_levels
from riskcontrol.rules.facts import CounterpartFacts, DecidedCase, LicenceFacts
from riskcontrol.rules.scoring import assess, tally_of
from riskcontrol.vocabulary import RANK


@dataclass(frozen=True, slots=True)
class Difference:
    counterpart_id: int
    stored: int
    expected: int


def differences(*, today: date, ids: list[int] | None = None) -> Iterator[Difference]:
    """Stored scores that the rule would not give, on the day on which all of them were computed.

    A level may be higher than its score calls for, until two clean reviews are over, but never lower.
    """
    industries, formula = industry_levels(), formula_on(today)
    rows = CounterpartRisk.objects.order_by("pk").select_related("counterpart")
    if ids is not None:
        rows = rows.filter(pk__in=ids)
    for risk in rows.iterator(chunk_size=500):
        facts = facts_of(risk.counterpart, today=today, industries=industries)
        expected = assess(tally_of(facts), formula)
        same = [list(row) for row in risk.inputs] == [found.as_row() for found in expected.inputs]
        if risk.score != expected.score or not same or RANK[risk.level] < RANK[expected.level]:
            yield Difference(risk.pk, risk.score, expected.score)


def facts_of(counterpart: Counterpart, *, today: date, industries: dict[str, str]) -> CounterpartFacts:
    """What the rule needs to know of one counterpart; three queries each, so for checks only."""
    decided = counterpart.cases.exclude(decided_on=None).values_list(
        "outcome",
        "decided_on",
        "circumstances__correct_by",
        "circumstances__corrected_on",
        "circumstances__found_by_self",
        "source",
    )
    licences = counterpart.licences.values_list("name", "state", "expires_on")
    checks = self_check_gaps().filter(counterpart_id=counterpart.pk)
    checked = next(iter(checks), {"open": 0, "corrected": 0})
    return CounterpartFacts(
        today=today,
        cases=tuple(
            DecidedCase(outcome, on, due, corrected, by_self, source == CaseSource.COMPLAINT)
            for outcome, on, due, corrected, by_self, source in decided
        ),
        licences=tuple(LicenceFacts(*row) for row in licences),
        industry_level=industries.get(counterpart.industry, ""),
        is_demonstration=counterpart.is_demonstration,
        check_open=checked["open"],
        check_corrected=checked["corrected"],
    )
