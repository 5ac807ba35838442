"""What a self-check left open counts in the score, the same in sets and by the plain rule."""

from __future__ import annotations

from foundation.actors import SCHEDULER
from riskcontrol.models import CounterpartRisk
from riskcontrol.reports.reference import differences
from riskcontrol.services.reviewing import review_all
from tests.city import NOON, City
from tests.riskcontrol.checks import offered, submitted
from tests.riskcontrol.rows import TODAY


def test_an_open_problem_counts_and_the_check_of_the_scores_agrees(city: City) -> None:
    check = submitted(offered(city), FX_SJ_01={})
    review_all(by=SCHEDULER, at=NOON)
    inputs = {
        code: value for code, value, *_rest in CounterpartRisk.objects.get(pk=check.counterpart_id).inputs
    }
    assert inputs["self_check:open"] == 1
    assert list(differences(today=TODAY)) == []
