"""The score of a counterpart: what counts, how much, and why; added up openly (Art. 9).

Every input is a number of things times a weight. The sum, held between 0 and 100, is the score.
Only violations that were established count; a case that was transferred has not been decided here.
How guidance was answered is no input: whoever declines it is none the worse (Art. 8).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from enforcement.vocabulary import LicenceState, Outcome
from riskcontrol.rules.facts import CounterpartFacts, DecidedCase, LicenceFacts
from riskcontrol.rules.formulas import HIGHEST, Formula
from riskcontrol.rules.periods import months_before
from riskcontrol.vocabulary import Level

FROM_HIGH, FROM_MEDIUM = 50, 20
NEAR_EXPIRY = timedelta(days=30)
MOST_OF_SELF_CHECK = 5
"""Local setting: who looks closely and tells much is not to stand out by it."""
AGES = (6, 12, 24)
_QUARTERS = {6: 4, 12: 3, 24: 2}

VIOLATION = {
    Outcome.PENALTY.value: 16,
    Outcome.LIGHTER.value: 12,
    Outcome.MITIGATED.value: 12,
    Outcome.NO_PENALTY.value: 8,
}

WEIGHTS: dict[str, int] = {
    **{
        f"violation:{outcome}:{age}": weight * _QUARTERS[age] // 4
        for outcome, weight in VIOLATION.items()
        for age in AGES
    },
    "uncorrected": 15,
    "complaint": 2,
    "self_check:open": 2,
    f"industry:{Level.HIGH.value}": 10,
    f"industry:{Level.MEDIUM.value}": 5,
    f"industry:{Level.LOW.value}": 2,
    "licence:expired": 8,
    "licence:near": 3,
    "self_corrected": -3,
    "self_check:corrected": -1,
    "demonstration": -10,
}
ORDER = {code: number for number, code in enumerate(WEIGHTS)}
"""Every input that there is. An answer to guidance is none of them, so no weight of it can be entered."""
CREDITS = frozenset({"self_corrected", "self_check:corrected", "demonstration"})
DELIVERED = Formula(1, WEIGHTS, FROM_MEDIUM, FROM_HIGH)

Tally = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Input:
    """One line of the explanation: so many of this, each worth so much."""

    code: str
    value: int
    weight: int

    @property
    def points(self) -> int:
        return self.value * self.weight

    def as_row(self) -> list[str | int]:
        return [self.code, self.value, self.weight, self.points]


@dataclass(frozen=True, slots=True)
class Assessment:
    score: int
    level: str
    inputs: tuple[Input, ...]


def assess(tally: Tally, formula: Formula = DELIVERED) -> Assessment:
    """Score and level from the number of things that count; raises KeyError for an unknown input."""
    present = sorted((code for code in tally if tally[code]), key=ORDER.__getitem__)
    inputs = tuple(Input(code, tally[code], formula.weights.get(code, 0)) for code in present)
    score = min(max(sum(found.points for found in inputs), 0), HIGHEST)
    return Assessment(score, formula.level_of(score), inputs)


def level_of(score: int) -> str:
    """The level of a score by the weights as delivered."""
    return DELIVERED.level_of(score)


def tally_of(facts: CounterpartFacts) -> Counter[str]:
    """Count what counts for one counterpart on the day of ``facts``."""
    tally: Counter[str] = Counter()
    for case in facts.cases:
        tally.update(_of_case(case, facts.today))
    for licence in facts.licences:
        tally.update(_of_licence(licence, facts))
    if facts.industry_level:
        tally[f"industry:{facts.industry_level}"] += 1
    if facts.is_demonstration:
        tally["demonstration"] += 1
    tally.update(of_self_check(facts.check_open, facts.check_corrected))
    return tally


def of_self_check(still_open: int, corrected: int) -> dict[str, int]:
    """What the latest self-check of each field left open, and what was corrected, each up to a limit."""
    return {
        "self_check:open": min(still_open, MOST_OF_SELF_CHECK),
        "self_check:corrected": min(corrected, MOST_OF_SELF_CHECK),
    }


def _of_case(case: DecidedCase, today: date) -> Iterator[str]:
    if case.outcome not in VIOLATION or case.decided_on > today:
        return
    age = age_of(case.decided_on, today)
    if age:
        yield f"violation:{case.outcome}:{age}"
    if age and case.from_complaint:
        yield "complaint"
    if case.correct_by is not None and case.correct_by < today and case.corrected_on is None:
        yield "uncorrected"
    if age and case.corrected_on is not None and _by_itself(case, case.corrected_on):
        yield "self_corrected"


def _by_itself(case: DecidedCase, corrected_on: date) -> bool:
    """Reported by the party and corrected, or corrected within the time that was set."""
    return bool(case.found_by_self) or (case.correct_by is not None and corrected_on <= case.correct_by)


def age_of(decided_on: date, today: date) -> int | None:
    """The band of months in which a decision lies; none when it no longer counts."""
    return next((age for age in AGES if decided_on >= months_before(today, age)), None)


def _of_licence(licence: LicenceFacts, facts: CounterpartFacts) -> Iterator[str]:
    if licence.state == LicenceState.REVOKED or _is_renewed(licence, facts.licences):
        return
    ends = licence.expires_on or (date.min if licence.state == LicenceState.EXPIRED else date.max)
    if licence.state == LicenceState.EXPIRED or ends < facts.today:
        yield "licence:expired"
    elif ends <= facts.today + NEAR_EXPIRY:
        yield "licence:near"


def _is_renewed(licence: LicenceFacts, licences: tuple[LicenceFacts, ...]) -> bool:
    """Whether a valid licence of the same name runs longer: then the old one no longer matters."""
    return any(
        other.name == licence.name
        and other.state == LicenceState.VALID
        and (other.expires_on or date.max) > (licence.expires_on or date.min)
        for other in licences
    )
