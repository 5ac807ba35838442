"""Who decides is told beforehand what stands against a penalty, and asked only what the outcome needs (Art. 5, 6)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils.translation import override

from enforcement.forms.case_decisions import DecideForm
from enforcement.models import Case
from enforcement.services import cases
from enforcement.vocabulary import Outcome
from tests.city import NOON, City
from tests.enforcement.case_course import assessed

pytestmark = [pytest.mark.django_db, pytest.mark.article("6")]
TITLE = "A penalty cannot be decided yet"


def asked_for_a_hearing(city: City) -> Case:
    case = cases.serve_notice(
        assessed(city).pk, by=city.actor("officer"), at=NOON, content="拟吊销许可证。", served_on=NOON.date(),
        rights_told=True, intended_kind="licence", hearing_told=True,
    )  # fmt: skip
    return cases.request_hearing(case.pk, by=city.actor("officer"), at=NOON, requested_on=NOON.date())


def page_of(case: Case, client: Client) -> str:
    with override("en"):
        client.cookies["django_language"] = "en"
        return client.get(f"{case.get_absolute_url()}do/decide/").content.decode()


def test_a_hearing_to_come_is_told_before_the_decision_is_written(
    city: City, as_user: Callable[[str], Client]
) -> None:
    page = page_of(asked_for_a_hearing(city), as_user("head"))
    assert TITLE in page
    assert "The party has asked for a hearing that has not been held." in page


def test_other_steps_are_not_told_it(city: City, as_user: Callable[[str], Client]) -> None:
    case = asked_for_a_hearing(city)
    assert TITLE not in as_user("head").get(f"{case.get_absolute_url()}do/record_defence/").content.decode()


def test_each_outcome_says_what_it_asks(city: City, as_user: Callable[[str], Client]) -> None:
    page = page_of(assessed(city), as_user("head"))
    assert 'data-asked-by="outcome" data-asked-for="transferred"' in page
    for name, (asker, outcomes) in DecideForm.asked_when.items():
        assert asker == "outcome", name
        assert {Outcome(outcome) for outcome in outcomes} < set(Outcome), name
