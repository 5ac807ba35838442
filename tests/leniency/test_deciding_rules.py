"""What the lists mean for the outcome of a case; no database is asked (Art. 10 para. 1)."""

from __future__ import annotations

import pytest

from enforcement.vocabulary import Outcome
from foundation.obstacles import Severity
from leniency.rules.deciding import LeniencyFacts, Matched, obstacles_to_outcome
from leniency.vocabulary import ListType


def warnings(kind: ListType, outcome: Outcome) -> list[tuple[str, Severity]]:
    facts = LeniencyFacts(True, True, outcome, (Matched("X-1", kind),))
    return [(o.code, o.severity) for o in obstacles_to_outcome(facts)]


class TestWhoWasNotAtFaultIsNotPunished:
    @pytest.mark.rule("LEN-7")
    @pytest.mark.parametrize("outcome", [Outcome.PENALTY, Outcome.LIGHTER, Outcome.MITIGATED])
    def test_without_a_reason(self, outcome: Outcome) -> None:
        assert warnings(ListType.NO_FAULT, outcome) == [("LEN-7", Severity.WARN)]

    @pytest.mark.rule("LEN-7")
    def test_and_sparing_needs_none(self) -> None:
        assert warnings(ListType.NO_FAULT, Outcome.NO_PENALTY) == []
