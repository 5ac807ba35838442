"""Lists are looked at again: once a year by themselves, or when something gives cause (Art. 10)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from desk.reports.duties import duties_of
from desk.reports.lists import list_tasks
from enforcement.models import Notification
from foundation.actors import COMMAND
from foundation.due import sweep
from foundation.obstacles import Forbidden, Refused
from leniency import services
from leniency.models import LeniencyList
from leniency.rules.standing import standing_of
from leniency.vocabulary import Standing
from tests.city import NOON, City
from tests.leniency.conftest import Bureau
from tests.leniency.editions import a_published_edition, publish
from tests.leniency.test_list_services import NEXT_YEAR, codes

A_YEAR_ON = datetime(2027, 3, 2, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
FINDINGS = "适用十二次，无再犯。"


@pytest.fixture
def own(city: City, draft: LeniencyList) -> LeniencyList:
    """A list of the district's bureau, in force from the day on which it is published."""
    entry = services.add_entry(draft.pk, by=COMMAND, at=NOON, code="甲-1", violation_zh="示例情形")
    for terms in ({"kind": "harm_at_most", "choice": "none"}, {"kind": "corrected_in_time"}):
        services.add_condition(entry.pk, by=COMMAND, at=NOON, **terms)
    return publish(draft, document_number="示市监〔2026〕3号", on=NOON.date())


def again(found: LeniencyList) -> LeniencyList:
    return LeniencyList.objects.get(pk=found.pk)


class TestAYearAfterItCameIntoForce:
    def test_the_review_begins_and_the_head_is_told_once(self, city: City, own: LeniencyList) -> None:
        year_on = NOON.replace(year=2027)
        sweep(at=year_on - timedelta(days=1))
        assert not own.reviews.exists()
        sweep(at=year_on)
        sweep(at=year_on + timedelta(days=1))
        review = own.reviews.get()
        assert (review.cause, review.begun_on) == ("annual", year_on.date())
        told = Notification.objects.filter(kind="leniency_list:review", officer=city.people["head"])
        assert told.get().url == own.get_absolute_url()
        assert again(own).standing_on(year_on.date()) == Standing.UNDER_REVIEW

    def test_another_year_is_counted_from_its_end(self, own: LeniencyList) -> None:
        sweep(at=NOON.replace(year=2027))
        ended = NOON.replace(year=2027, month=12, day=10)
        services.conclude_review(own.pk, by=COMMAND, at=ended, outcome="keep", findings=FINDINGS)
        sweep(at=NOON.replace(year=2028))
        assert own.reviews.count() == 1
        sweep(at=ended.replace(year=2028))
        assert own.reviews.count() == 2

    def test_a_list_that_was_replaced_is_left_alone(self, bureau: Bureau) -> None:
        old = bureau.entry("SJ-005").list
        a_published_edition(old, "2027年版", NEXT_YEAR)
        sweep(at=A_YEAR_ON)
        assert not old.reviews.exists()


class TestAReview:
    def test_is_begun_for_a_cause_and_ends_with_findings(self, city: City, own: LeniencyList) -> None:
        services.begin_review(own.pk, by=city.actor("head"), at=NOON, cause="law", note="条例修订")
        services.conclude_review(own.pk, by=city.actor("head"), at=NOON, outcome="revise", findings=FINDINGS)
        review = own.reviews.get()
        assert (review.outcome, review.findings, review.concluded_by) == (
            "revise",
            FINDINGS,
            city.people["head"],
        )
        assert again(own).standing_on(NOON.date()) == Standing.EFFECTIVE

    def test_is_open_once(self, own: LeniencyList) -> None:
        services.begin_review(own.pk, by=COMMAND, at=NOON, cause="use")
        with pytest.raises(Refused) as caught:
            services.begin_review(own.pk, by=COMMAND, at=NOON, cause="use")
        assert codes(caught) == ["LST-15"]

    def test_is_not_concluded_before_it_began(self, own: LeniencyList) -> None:
        with pytest.raises(Refused):
            services.conclude_review(own.pk, by=COMMAND, at=NOON, outcome="keep", findings=FINDINGS)

    def test_is_for_lists_that_are_published(self, draft: LeniencyList) -> None:
        with pytest.raises(Refused):
            services.begin_review(draft.pk, by=COMMAND, at=NOON, cause="use")

    def test_is_not_for_officers(self, city: City, own: LeniencyList) -> None:
        with pytest.raises(Forbidden):
            services.begin_review(own.pk, by=city.actor("officer"), at=NOON, cause="use")

    def test_stands_on_today_of_the_head_and_on_the_page(self, city: City, own: LeniencyList) -> None:
        services.begin_review(own.pk, by=COMMAND, at=NOON, cause="feedback", note="商户建议")
        client = Client(headers={"Accept-Language": "en"})
        client.force_login(city.people["head"], backend="django.contrib.auth.backends.ModelBackend")
        page = client.get(own.get_absolute_url()).content.decode()
        assert "商户建议" in page
        assert "in force, under review" in page
        actor, (task,) = city.actor("head"), list_tasks(city.actor("head"))
        assert (task.number, task.due_on) == (own.document_number, date(2026, 12, 20))
        assert duties_of(actor, NOON.date()).reviews
        assert not duties_of(city.actor("head_north"), NOON.date()).reviews


class TestTheStanding:
    DAYS = {
        "is_public": True,
        "effective_from": date(2026, 3, 1),
        "has_successor": False,
        "is_reviewed": False,
    }

    @pytest.mark.parametrize(
        ("changed", "expected"),
        [
            ({}, Standing.EFFECTIVE),
            ({"is_public": False}, Standing.PREPARED),
            ({"effective_from": date(2027, 1, 1)}, Standing.COMING),
            ({"is_reviewed": True}, Standing.UNDER_REVIEW),
            ({"effective_to": date(2026, 6, 1)}, Standing.EXPIRED),
            ({"effective_to": date(2026, 6, 1), "has_successor": True}, Standing.REVISED),
            ({"repealed_on": date(2026, 6, 1), "is_reviewed": True}, Standing.REPEALED),
            ({"effective_to": date(2026, 11, 20)}, Standing.EFFECTIVE),
        ],
        ids=lambda value: str(value)[:40],
    )
    def test_is_told_by_the_days(self, changed: dict[str, object], expected: Standing) -> None:
        known = {**self.DAYS, "effective_to": None, "repealed_on": None, **changed}
        assert standing_of(on=date(2026, 11, 20), **known) == expected  # type: ignore[arg-type]
