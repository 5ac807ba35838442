"""Article 4: who leads an organ learns which warnings its officers passed over, and reads why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from enforcement.models import Counterpart, Notification, RuleFiring
from enforcement.services import cases
from enforcement.vocabulary import FiringOutcome
from foundation.due import sweep
from foundation.reasons import Reason
from foundation.vocabulary import OverrideReason
from tests.city import NOON, City, a_counterpart
from tests.enforcement.case_course import EDUCATION, assessed, reasoned
from tests.enforcement.inspection_course import TOMORROW, planned

MORNING = NOON.replace(hour=8) + timedelta(days=1)
WHY = {"INS-4": Reason("另一事项，无法合并", OverrideReason.SPECIAL_FACTS)}


def visit_twice(city: City, party: Counterpart) -> None:
    """A second visit of the same firm within thirty days, in spite of the warning."""
    planned(city, counterpart=party)
    planned(city, counterpart=party, planned_at=TOMORROW + timedelta(hours=3), overrides=WHY)


def told() -> list[Notification]:
    return list(Notification.objects.filter(kind="rule:overridden").order_by("pk"))


@pytest.mark.article("4")
class TestAWarningThatAnOfficerPassedOver:
    """Is told to the heads of the organ the next morning, once for the whole day."""

    def test_is_told_to_the_head_the_next_morning(self, city: City) -> None:
        visit_twice(city, a_counterpart(city))
        sweep(at=MORNING - timedelta(minutes=1))
        assert told() == []
        for _again in range(2):
            sweep(at=MORNING)
        (notice,) = told()
        assert (notice.officer, notice.data) == (city.people["head"], {"day": "2026-11-20", "count": 1})

    def test_is_told_with_the_others_of_its_day(self, city: City) -> None:
        visit_twice(city, a_counterpart(city))
        visit_twice(city, a_counterpart(city, name="另一示例店"))
        sweep(at=MORNING)
        assert [notice.data["count"] for notice in told()] == [2]

    def test_leads_to_the_reasons_of_that_day(self, city: City, as_user: Callable[[str], Client]) -> None:
        visit_twice(city, a_counterpart(city))
        sweep(at=MORNING)
        (notice,) = told()
        rows = as_user("head").get(notice.url).context["page"]["rows"]
        fired = RuleFiring.objects.get(outcome=FiringOutcome.OVERRIDDEN)
        assert [row["id"] for row in rows] == [fired.pk]

    def test_by_the_head_alone_is_told_to_nobody(self, city: City) -> None:
        case = reasoned(assessed(city), city)
        reason = {"LEN-9": Reason("集体讨论", OverrideReason.COLLECTIVE)}
        cases.decide_case(case.pk, by=city.actor("head"), at=NOON, overrides=reason, **EDUCATION)
        sweep(at=MORNING)
        assert RuleFiring.objects.filter(outcome=FiringOutcome.OVERRIDDEN).exists()
        assert told() == []


def test_a_reason_given_by_its_code_is_kept_as_words_and_code() -> None:
    given = Reason.of({"reason": "collective", "text": "集体讨论"})
    assert (given, given.code) == ("集体讨论", OverrideReason.COLLECTIVE)
