"""The invented city shows publications at every step of their life (Art. 8 (1), (2))."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desk.services.founding.guiding import give, leave_before_the_public
from enforcement.vocabulary import CounterpartKind
from foundation.due import sweep
from guidance.models import GuidanceAction
from guidance.vocabulary import Channel, Way
from tests.city import NOON, City, a_counterpart, small_city

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def city(db: None) -> City:
    return small_city()


def led(city: City, way: Way, **values: Any) -> GuidanceAction:
    people = city.people
    return give(
        way, by=city.actor("officer"), head=city.actor("head"), at=NOON - 30 * DAY, until=NOON,
        implementers=[people["officer"], people["officer2"]], field=city.places.fields["market"],
        audience="全市相关经营者", channel=Channel.PUBLICATION, **values,
    )  # fmt: skip


def test_a_guide_was_commented_on_published_and_is_in_force(city: City) -> None:
    action = led(city, Way.GUIDE)
    sweep(at=NOON)
    life = GuidanceAction.objects.get(pk=action.pk).public_life
    assert (life.action.state, life.unanswered, life.comments.count()) == ("in_force", 0, 3)


def test_a_model_was_scored_shown_and_visited(city: City) -> None:
    shop = a_counterpart(city, kind=CounterpartKind.LEGAL_PERSON)
    action = led(city, Way.DEMO, counterpart=shop)
    shop.refresh_from_db()
    assert (action.public_life.scored, action.detail.showings, shop.is_demonstration) == (3, 1, True)


def test_a_draft_and_a_candidate_stand_before_the_public(city: City) -> None:
    shop = a_counterpart(city, kind=CounterpartKind.LEGAL_PERSON)
    leave_before_the_public(city.people, {"SD11": [shop]}, until=NOON)
    open_now = GuidanceAction.objects.all().open_to_comment()
    assert sorted(open_now.values_list("state", flat=True)) == ["candidacy", "comments"]
