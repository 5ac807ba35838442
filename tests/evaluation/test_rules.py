"""Periods, intervals and scores, without a database."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from evaluation.rules.intervals import of_mean, wilson
from evaluation.rules.periods import span_containing, span_of, spans_back
from evaluation.rules.scoring import Scored, Terms, score_of, total_of
from evaluation.vocabulary import PeriodKind, Standing

MORE = Terms(weight=4, floor=0.2, target=0.6, minimum_n=5)
LESS = Terms(weight=5, floor=0.1, target=0.02, minimum_n=5)
DAYS = some.dates(date(1950, 1, 1), date(2150, 12, 31))
SHARES = some.floats(0, 1)


class TestPeriods:
    @pytest.mark.parametrize(
        ("code", "start", "end"),
        [
            ("2026", date(2026, 1, 1), date(2026, 12, 31)),
            ("2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
            ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
            ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
            ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ],
    )
    def test_a_code_names_its_first_and_last_day(self, code: str, start: date, end: date) -> None:
        found = span_of(code)
        assert (found.start, found.end, found.code) == (start, end, code)

    @pytest.mark.parametrize(
        "code", ["", "2026-Q5", "2026-H0", "2026-13", "2026-1", "Q4", "2026-Q4 ", "２０２６"]
    )
    def test_other_texts_are_no_period(self, code: str) -> None:
        with pytest.raises(ValueError, match="is not a period"):
            span_of(code)

    @given(DAYS, some.sampled_from(PeriodKind))
    def test_periods_of_a_kind_follow_each_other_without_a_gap(self, day: date, kind: PeriodKind) -> None:
        found = span_containing(day, kind)
        assert found.start <= day <= found.end
        assert found.previous.end == found.start - timedelta(days=1)
        assert span_of(found.code) == found

    def test_two_years_back_are_months_quarters_halves_and_years(self) -> None:
        codes = [span.code for span in spans_back(date(2026, 11, 20), months=24)]
        assert len(codes) == len(set(codes)) == 25 + 9 + 5 + 3
        assert {"2026-11", "2024-11", "2024-Q4", "2024-H2", "2024"} <= set(codes)


class TestIntervals:
    def test_of_nothing_there_is_none(self) -> None:
        assert wilson(0, 0) is None
        assert of_mean(5, 25, 1, least=1, most=5) is None

    def test_three_of_three_say_little(self) -> None:
        low, high = wilson(3, 3) or (0, 0)
        assert (round(low, 3), round(high, 3)) == (0.438, 1.0)

    def test_ninety_of_a_hundred_as_in_the_textbooks(self) -> None:
        low, high = wilson(90, 100) or (0, 0)
        assert (round(low, 4), round(high, 4)) == (0.8256, 0.9448)

    @given(some.integers(1, 500), some.data())
    def test_holds_the_share_and_narrows_with_more_rows(self, n: int, data: some.DataObject) -> None:
        k = data.draw(some.integers(0, n))
        low, high = wilson(k, n) or (1, 0)
        more_low, more_high = wilson(10 * k, 10 * n) or (1, 0)
        assert 0 <= low <= k / n + 1e-9
        assert k / n - 1e-9 <= high <= 1
        assert more_high - more_low < high - low

    def test_of_a_mean_stays_within_the_marks(self) -> None:
        low, high = of_mean(9, 41, 2, least=1, most=5) or (0, 0)
        assert low == pytest.approx(4.5 - 1.96 * 0.5)
        assert high == 5


class TestScores:
    @pytest.mark.parametrize(
        ("terms", "value", "score"),
        [(MORE, 0.2, 0), (MORE, 0.1, 0), (MORE, 0.4, 0.5), (MORE, 0.6, 1), (MORE, 0.9, 1),
         (LESS, 0.1, 0), (LESS, 0.3, 0), (LESS, 0.06, 0.5), (LESS, 0.02, 1), (LESS, 0, 1)],
    )  # fmt: skip
    def test_run_evenly_from_floor_to_target(self, terms: Terms, value: float, score: float) -> None:
        assert score_of(terms, measured=True, value=value, n=9).score == pytest.approx(score)

    @given(SHARES, SHARES)
    def test_never_fall_when_the_figure_gets_better(self, one: float, other: float) -> None:
        worse, better = sorted((one, other))
        for terms, (low, high) in ((MORE, (worse, better)), (LESS, (better, worse))):
            scores = [score_of(terms, measured=True, value=v, n=9).score or 0 for v in (low, high)]
            assert scores[0] <= scores[1]

    def test_no_data_is_neither_full_marks_nor_none(self) -> None:
        assert score_of(MORE, measured=True, value=None, n=0) == Scored(Standing.NO_DATA)

    def test_three_cases_are_shown_and_not_scored(self) -> None:
        assert score_of(MORE, measured=True, value=1.0, n=3) == Scored(Standing.TOO_FEW)

    def test_what_is_not_measured_or_has_no_target_says_so(self) -> None:
        band = Terms(weight=4, floor=None, target=None, minimum_n=1)
        assert score_of(MORE, measured=False, value=1.0, n=9).standing == Standing.NOT_MEASURED
        assert score_of(band, measured=True, value=1.0, n=9).standing == Standing.NOT_MEASURED

    def test_the_weight_of_what_could_not_be_scored_is_spread_over_the_rest(self) -> None:
        scored, silent = Scored(Standing.SCORED, 0.5), Scored(Standing.NO_DATA)
        total = total_of([(4, scored), (4, Scored(Standing.SCORED, 1.0)), (92, silent)])
        assert (total.score, total.weight_scored, total.weight_all) == (75, 8, 100)
        assert total.share_of(4) == 50

    def test_nothing_scored_gives_no_total(self) -> None:
        assert total_of([(4, Scored(Standing.NO_DATA))]).score is None
