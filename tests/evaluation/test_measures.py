"""Each measured indicator agrees with a plain recount of the raw rows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from evaluation.reports.counting import Counts
from evaluation.reports.figures import Figure
from evaluation.reports.frame import Frame
from evaluation.reports.measures import MEASURES
from evaluation.reports.territory import Territory, territory_of
from evaluation.rules.periods import span_of
from foundation.actors import Actor
from tests.city import City
from tests.evaluation.oracle import Oracle, Rows
from tests.evaluation.world import TODAY, World, random_world

RICH = 23
PERIODS = ("2026", "2026-H2", "2026-Q4", "2026-Q2", "2026-10")
ORGANS = (None, "SC01", "SC02", "SC04", "SD11", "SD21", "SD31", "ST12", "ST32")
COUNTED = [code for code in MEASURES if code != "A8-6"]


class Evaluation:
    """Figures of the evaluator of the city, and what the oracle says of the same."""

    def __init__(self, city: City) -> None:
        self.city = city
        self.actor: Actor = city.actor("evaluator")
        self.territory: Territory = territory_of(self.actor)
        self.rows = Rows()

    def organ_id(self, code: str | None) -> int | None:
        return None if code is None else self.city.places.organs[code].pk

    def figures(self, period: str, organ: str | None) -> dict[str, Figure]:
        counts = Counts(Frame(self.actor, span_of(period), TODAY))
        return counts.figures(self.territory, self.organ_id(organ))

    def oracle(self, period: str, organ: str | None) -> Oracle:
        span = span_of(period)
        below = set(self.territory.below(self.organ_id(organ)))
        return Oracle(self.rows, below, span.start, span.end, TODAY)

    def places(self) -> Iterator[tuple[str, str | None]]:
        yield from ((period, organ) for period in PERIODS for organ in ORGANS)


@pytest.mark.parametrize("seed", [RICH, 41])
def test_every_indicator_agrees_with_a_recount_of_the_raw_rows(city: City, seed: int) -> None:
    random_world(city, seed)
    evaluation = Evaluation(city)
    seen = dict.fromkeys(COUNTED, 0)
    for period, organ in evaluation.places():
        figures, oracle = evaluation.figures(period, organ), evaluation.oracle(period, organ)
        for code in COUNTED:
            k, n = oracle.count(code)
            if code == "A8-1" and organ == "SC04":
                n = k = 0
            found = figures[code]
            assert (found.numerator, found.denominator) == (k, n), (code, period, organ)
            assert found.value == (k / n if n else None)
            seen[code] += 0 < k < n
    assert all(seen.values()) or seed != RICH, seen  # in this world no agreement is one of zeros


def test_satisfaction_is_the_mean_of_the_answers_with_the_share_that_answered(world: World) -> None:
    evaluation = Evaluation(world.city)
    answered_once = False
    for period, organ in evaluation.places():
        found, (marks, held) = (
            evaluation.figures(period, organ)["A8-6"],
            evaluation.oracle(period, organ).a8_6(),
        )
        if not held:
            assert found == Figure()
            continue
        assert found.companions[0].value == pytest.approx(len(marks) / held)
        enough = marks and len(marks) >= 0.3 * held
        assert found.value == (pytest.approx(sum(marks) / len(marks)) if enough else None)
        answered_once |= bool(enough)
    assert answered_once


def test_one_statement_counts_everything(world: World) -> None:
    with CaptureQueriesContext(connection) as queries:
        Evaluation.figures(Evaluation(world.city), "2026", None)
    assert len([q for q in queries if "UNION ALL" in q["sql"]]) == 1


def test_an_empty_city_has_no_data_rather_than_zero(city: City) -> None:
    figures = Evaluation(city).figures("2026-Q4", "SD11")
    measured = {code for code, figure in figures.items() if figure.value is not None}
    assert measured == {"A7-2", "A8-1"}  # officers are there; and who has duties used none of the ways
    assert figures["A8-1"].value == 0


def test_who_has_no_duty_to_enforce_has_no_data_on_the_ways(city: City) -> None:
    assert Evaluation(city).figures("2026-Q4", "SC04")["A8-1"].value is None


def test_the_rows_behind_a_figure_are_exactly_its_denominator(world: World) -> None:
    evaluation = Evaluation(world.city)
    frame = Frame(evaluation.actor, span_of("2026"), TODAY)
    figures = evaluation.figures("2026", "SC01")
    organs = evaluation.territory.below(evaluation.organ_id("SC01"))
    for code, measure in MEASURES.items():
        figure, rows = figures[code], list(measure.evidence_of(frame, organs))
        met = [row.met for row in rows]
        assert rows, code
        if code == "A8-1":
            assert len({row.way for row in rows if row.met}) == figure.numerator
        elif code == "A8-6":
            assert sum(met) == figure.denominator
        else:
            assert (sum(met), len(met)) == (figure.numerator, figure.denominator), code
