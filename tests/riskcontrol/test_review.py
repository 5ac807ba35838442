"""The nightly review: in sets, in chunks, equal to the plain rule, and the same however it is killed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from enforcement.models import Counterpart
from foundation.actors import ANONYMOUS, SCHEDULER
from foundation.models import AuditEntry
from foundation.obstacles import Forbidden
from riskcontrol.models import CounterpartRisk, RiskHistory, RiskReview, RiskTally
from riskcontrol.reports.reference import differences
from riskcontrol.rules.facts import CounterpartFacts, DecidedCase, LicenceFacts
from riskcontrol.rules.scoring import assess, tally_of
from riskcontrol.services import reviewing
from riskcontrol.services.reviewing import review_all, review_counterpart
from riskcontrol.services.samples import load_risk_points
from tests.city import NOON, City
from tests.riskcontrol.rows import TODAY, counterparts, decided_case, licence, random_past


def expected_scores() -> dict[int, tuple[int, str]]:
    """From raw rows by SQL of the test's own, through facts and rule."""
    levels = {"F": "high", "C": "high"}
    found = {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, industry, is_demonstration FROM enforcement_counterpart")
        for pk, industry, is_model in cursor.fetchall():
            cursor.execute(
                "SELECT c.outcome, c.decided_on, k.correct_by, k.corrected_on, k.found_by_self, c.source"
                " FROM enforcement_case c JOIN enforcement_circumstances k ON k.case_id = c.id"
                " WHERE c.counterpart_id = %s",
                [pk],
            )
            cases = tuple(
                DecidedCase(r[0], *map(day, r[1:4]), r[4], r[5] == "complaint") for r in cursor.fetchall()
            )  # type: ignore[arg-type]
            cursor.execute(
                "SELECT name, state, expires_on FROM enforcement_licence WHERE counterpart_id = %s", [pk]
            )
            licences = tuple(LicenceFacts(r[0], r[1], day(r[2])) for r in cursor.fetchall())
            facts = CounterpartFacts(TODAY, cases, licences, levels.get(industry, ""), bool(is_model))
            result = assess(tally_of(facts))
            found[pk] = (result.score, result.level)
    return found


def day(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


def table() -> list[tuple[Any, ...]]:
    return list(
        CounterpartRisk.objects.order_by("pk").values_list(
            "pk", "district", "score", "level", "inputs", "assessed_at", "changed_at"
        )
    )


@pytest.fixture
def past(city: City) -> list[Counterpart]:
    load_risk_points(by=SCHEDULER, at=NOON)
    some = counterparts(city, 25) + counterparts(city, 15, industry="C", organ="SD21")
    random_past(city, some, seed=9)
    return some


def test_the_review_in_sets_equals_the_plain_rule_on_raw_rows(past: list[Counterpart]) -> None:
    review_all(by=SCHEDULER, at=NOON, chunk=7)
    stored = {r.pk: (r.score, r.level) for r in CounterpartRisk.objects.all()}
    assert stored == expected_scores()
    assert len({score for score, _level in stored.values()}) > 8


def test_the_check_finds_a_score_that_was_tampered_with(past: list[Counterpart]) -> None:
    review_all(by=SCHEDULER, at=NOON)
    assert list(differences(today=TODAY)) == []
    CounterpartRisk._base_manager.filter(pk=past[3].pk).update(score=99)
    assert [found.counterpart_id for found in differences(today=TODAY)] == [past[3].pk]


def test_a_review_that_was_killed_goes_on_and_ends_the_same(past: list[Counterpart]) -> None:
    review_all(by=SCHEDULER, at=NOON, chunk=6)
    whole = table()
    CounterpartRisk._base_manager.all().delete()
    RiskReview.objects.all().delete()
    cut = review_all(by=SCHEDULER, at=NOON, chunk=6, most=3)
    assert (cut.seen, cut.finished_at) == (18, None)
    ended = review_all(by=SCHEDULER, at=NOON + timedelta(hours=1), chunk=6)
    assert (ended.seen, ended.finished_at) == (40, NOON + timedelta(hours=1))
    assert table() == whole


def test_a_failing_chunk_leaves_neither_scores_nor_its_place(
    past: list[Counterpart], monkeypatch: pytest.MonkeyPatch
) -> None:
    written = reviewing.write_scores

    def dies_late(subjects: Any, **kwargs: Any) -> Any:
        written(subjects, **kwargs)
        raise MemoryError

    review_all(by=SCHEDULER, at=NOON, chunk=10, most=1)
    monkeypatch.setattr(reviewing, "write_scores", dies_late)
    with pytest.raises(MemoryError):
        review_all(by=SCHEDULER, at=NOON, chunk=10)
    assert CounterpartRisk.objects.count() == RiskReview.objects.get().seen == 10


def test_a_second_call_of_the_day_does_nothing(past: list[Counterpart]) -> None:
    review_all(by=SCHEDULER, at=NOON)
    before = table()
    with CaptureQueriesContext(connection) as queries:
        review_all(by=SCHEDULER, at=NOON + timedelta(hours=3))
    assert table() == before
    assert sum(q["sql"].startswith(("INSERT", "UPDATE")) for q in queries) == 0


def test_a_new_day_writes_only_what_changed(city: City, past: list[Counterpart]) -> None:
    review_all(by=SCHEDULER, at=NOON)
    quiet = counterparts(city, 1, industry="Z")[0]
    review_all(by=SCHEDULER, at=NOON + timedelta(days=1))
    review = review_all(by=SCHEDULER, at=NOON + timedelta(days=1, hours=1), restart=True)
    assert (review.seen, review.written) == (41, 0)
    assert CounterpartRisk.objects.get(pk=quiet.pk).assessed_at == NOON + timedelta(days=1)


def test_the_queries_do_not_grow_with_the_counterparts(city: City) -> None:
    few = counterparts(city, 3)
    random_past(city, few, seed=1)
    review_all(by=SCHEDULER, at=NOON)
    with CaptureQueriesContext(connection) as small:
        review_all(by=SCHEDULER, at=NOON + timedelta(days=200))
    more = counterparts(city, 30, industry="H")
    random_past(city, more, seed=2)
    review_all(by=SCHEDULER, at=NOON + timedelta(days=201))
    with CaptureQueriesContext(connection) as large:
        review_all(by=SCHEDULER, at=NOON + timedelta(days=420))
    assert len(large) <= len(small) + 12, "only the moves between levels may add some"


def test_a_move_between_levels_is_recorded_and_told(
    city: City, django_capture_on_commit_callbacks: Any
) -> None:
    shop, quiet = counterparts(city, 2)
    review_all(by=SCHEDULER, at=NOON)
    assert not AuditEntry.objects.filter(action="risk:level_changed").exists()
    decided_case(city, shop, outcome="penalty", on=TODAY, correct_by=TODAY - timedelta(days=1))
    review_counterpart(shop.pk, by=SCHEDULER, at=NOON)
    entry = AuditEntry.objects.get(action="risk:level_changed")
    assert (entry.actor_name, entry.article) == ("scheduler", "9")
    assert list(entry.subjects.values_list("kind", "key")) == [("enforcement.counterpart", str(shop.pk))]
    assert CounterpartRisk.objects.get(pk=shop.pk).level == "medium"
    assert CounterpartRisk.objects.get(pk=quiet.pk).level == "low"


def test_history_keeps_one_score_a_day(city: City) -> None:
    (shop,) = counterparts(city, 1)
    review_counterpart(shop.pk, by=SCHEDULER, at=NOON)
    decided_case(city, shop)
    review_counterpart(shop.pk, by=SCHEDULER, at=NOON + timedelta(hours=1))
    review_counterpart(shop.pk, by=SCHEDULER, at=NOON + timedelta(days=400))
    found = RiskHistory.objects.filter(counterpart=shop).values_list("on", "score")
    assert list(found) == [(TODAY, 16), (TODAY + timedelta(days=400), 8)]


def test_the_levels_are_counted_once_for_all_pages(past: list[Counterpart]) -> None:
    review_all(by=SCHEDULER, at=NOON)
    assert sum(RiskTally.objects.values_list("number", flat=True)) == 40
    for tally in RiskTally.objects.all():
        rows = CounterpartRisk.objects.filter(
            counterpart__district=tally.district_id, counterpart__industry=tally.industry, level=tally.level
        )
        assert rows.count() == tally.number


def test_the_day_is_that_of_the_city(city: City) -> None:
    at = datetime(2026, 11, 21, 0, 15, tzinfo=NOON.tzinfo)
    assert review_all(by=SCHEDULER, at=at).day == date(2026, 11, 21)


def test_only_who_may_work_on_risks_starts_a_review(city: City) -> None:
    (shop,) = counterparts(city, 1)
    for nobody in (ANONYMOUS, city.actor("officer"), city.actor("evaluator")):
        with pytest.raises(Forbidden):
            review_all(by=nobody, at=NOON)
        with pytest.raises(Forbidden):
            review_counterpart(shop.pk, by=nobody, at=NOON)
    review_counterpart(shop.pk, by=city.actor("head"), at=NOON)
    with pytest.raises(Counterpart.DoesNotExist):
        review_counterpart(shop.pk, by=city.actor("head_north"), at=NOON)


def test_a_licence_near_its_end_counts_less_than_an_expired_one(city: City) -> None:
    near, gone = counterparts(city, 2)
    licence(near, expires_on=TODAY + timedelta(days=30))
    licence(gone, expires_on=TODAY - timedelta(days=1))
    review_all(by=SCHEDULER, at=NOON)
    assert list(CounterpartRisk.objects.order_by("pk").values_list("score", flat=True)) == [3, 8]
