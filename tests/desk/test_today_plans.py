"""Today names the measures that risk proposes: those taken on, and those that nobody has (Art. 9)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from riskcontrol.models import RiskPlan
from riskcontrol.services.plans import take_on
from tests.city import NOON, City, a_counterpart
from tests.riskcontrol.plan_course import proposed_for

pytestmark = [pytest.mark.django_db, pytest.mark.article("9")]
SignIn = Callable[[str], Client]
MOST_QUERIES = 12


@pytest.fixture
def plans(city: City) -> list[RiskPlan]:
    """Proposed so long ago that they are to be taken within the week."""
    return proposed_for(a_counterpart(city), "high", at=NOON - timedelta(days=27))


def shown(client: Client) -> str:
    return client.get("/").content.decode()


def test_shows_to_the_organ_what_nobody_has_taken_on(as_user: SignIn, plans: list[RiskPlan]) -> None:
    for plan in plans:
        assert plan.get_absolute_url() in shown(as_user("officer"))
        assert plan.get_absolute_url() not in shown(as_user("officer_north"))


def test_shows_what_was_taken_on_to_who_took_it(city: City, as_user: SignIn, plans: list[RiskPlan]) -> None:
    take_on(plans[0].pk, by=city.actor("officer"), at=NOON)
    assert plans[0].get_absolute_url() in shown(as_user("officer"))
    assert plans[0].get_absolute_url() not in shown(as_user("officer2"))


def test_asks_the_database_no_more_than_twelve_times(as_user: SignIn, plans: list[RiskPlan]) -> None:
    client = as_user("head")
    client.get("/")
    with CaptureQueriesContext(connection) as caught:
        assert plans[0].get_absolute_url() in shown(client)
    assert len(caught) <= MOST_QUERIES
