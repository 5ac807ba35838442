"""Today names the reviews of catalogues to whoever keeps them (Art. 9)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import translation

from riskcontrol.models import RiskCatalogue
from riskcontrol.services.catalogues import begin_review, hand_over
from tests.city import NOON, City
from tests.riskcontrol.test_points import a_point

pytestmark = [pytest.mark.django_db, pytest.mark.article("9")]
SignIn = Callable[[str], Client]


@pytest.fixture
def catalogue(city: City) -> RiskCatalogue:
    """Kept by the organ of the head, and under review."""
    found, head = a_point(city).field.risk_catalogue, city.actor("head")
    hand_over(found.pk, by=head, at=NOON, keeper=city.places.organs["SD11"])
    return begin_review(found.pk, by=head, at=NOON, cause="law", note="条例修订")


def page_of(client: Client) -> str:
    with translation.override("en"):
        return client.get("/", headers={"Accept-Language": "en"}).content.decode()


def test_a_review_to_be_concluded_within_the_week_stands_on_today(
    as_user: SignIn, catalogue: RiskCatalogue
) -> None:
    row = catalogue.reviews.get()
    row.__class__._base_manager.filter(pk=row.pk).update(due_on=NOON.date())
    for username in ("head", "reviewer"):
        assert catalogue.get_absolute_url() in page_of(as_user(username))


def test_an_officer_and_another_organ_are_not_asked(as_user: SignIn, catalogue: RiskCatalogue) -> None:
    row = catalogue.reviews.get()
    row.__class__._base_manager.filter(pk=row.pk).update(due_on=NOON.date())
    for username in ("officer", "head_north"):
        assert catalogue.get_absolute_url() not in page_of(as_user(username))
