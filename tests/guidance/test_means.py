"""Guidance that was tried comes before coercion: linked, shown, and asked for (Art. 5, 10 (2))."""

from __future__ import annotations

from typing import Any

import pytest

from enforcement.models import CoerciveMeasure
from enforcement.services import coercion
from foundation.obstacles import Refused
from guidance.models import MeansTried
from guidance.rules.means import MeansFacts, obstacles_to_unproven_means
from guidance.services import decline_guidance
from guidance.services.means import drop_means, name_means
from guidance.vocabulary import Way
from tests.city import NOON, City, a_counterpart, a_filed_case, small_city
from tests.enforcement.case_facts import codes
from tests.enforcement.coercion_course import drafted
from tests.guidance.drafts import issued

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(db: None) -> City:
    return small_city()


def tried(city: City, **note: Any) -> tuple[CoerciveMeasure, Any]:
    """A note that claims that milder means were tried, and guidance given to the party."""
    shop = a_counterpart(city, name="丙一示例商店")
    guidance = issued(city, Way.COUNSEL, counterpart=shop)
    values = {"means_tried": "辅导一次，仍继续销售", "why_useless": "", **note}
    return drafted(city, case=a_filed_case(city, counterpart=shop), **values), guidance


def propose(city: City, measure: CoerciveMeasure) -> Any:
    return coercion.propose_measure(measure.pk, by=city.actor("officer"), at=NOON)


def link(city: City, measure: CoerciveMeasure, guidance: Any, by: str = "officer") -> MeansTried:
    return name_means(
        measure.pk, by=city.actor(by), at=NOON, action=guidance, why_not_enough="辅导后仍继续销售"
    )


@pytest.mark.rule("COE-1")
class TestWhatIsSaidToHaveBeenTried:
    def test_is_linked_before_coercion_is_proposed(self, city: City) -> None:
        measure, guidance = tried(city)
        with pytest.raises(Refused) as error:
            propose(city, measure)
        assert codes(error.value.obstacles) == ["COE-1"]
        link(city, measure, guidance)
        assert propose(city, measure).state == "proposed"

    def test_stops_counting_when_the_link_is_taken_back(self, city: City) -> None:
        measure, guidance = tried(city)
        means = link(city, measure, guidance)
        drop_means(means.pk, by=city.actor("officer"), at=NOON)
        with pytest.raises(Refused):
            propose(city, measure)
        link(city, measure, guidance)
        assert MeansTried.objects.filter(measure=measure).count() == 2

    def test_needs_no_link_where_it_would_be_useless(self, city: City) -> None:
        measure, _guidance = tried(city, why_useless="正在转移物品")
        assert propose(city, measure).state == "proposed"

    def test_is_guidance_of_the_same_party(self, city: City) -> None:
        measure, _guidance = tried(city)
        other = issued(city, Way.COUNSEL, counterpart=a_counterpart(city, name="丁一示例商店"))
        with pytest.raises(Refused) as error:
            link(city, measure, other)
        assert codes(error.value.obstacles) == ["coercion:other_party"]

    def test_is_not_changed_once_a_head_approved(self, city: City) -> None:
        measure, guidance = tried(city)
        means = link(city, measure, guidance)
        propose(city, measure)
        coercion.approve_measure(measure.pk, by=city.actor("head"), at=NOON)
        with pytest.raises(Refused) as error:
            drop_means(means.pk, by=city.actor("officer"), at=NOON)
        assert codes(error.value.obstacles) == ["coercion:approved_as_it_was"]

    def test_counts_the_same_whether_the_party_declined_or_not(self, city: City) -> None:
        measure, guidance = tried(city)
        decline_guidance(guidance.pk, by=city.actor("officer"), at=NOON, response_note="不需要")
        link(city, measure, guidance)
        assert propose(city, measure).state == "proposed"
        assert "response" not in MeansFacts.__dataclass_fields__


@pytest.mark.rule("COE-1")
@pytest.mark.parametrize(
    ("claims", "useless", "linked", "refused"),
    [(True, False, 0, True), (True, False, 1, False), (True, True, 0, False), (False, True, 0, False)],
)
def test_only_a_claim_without_proof_is_refused(
    claims: bool, useless: bool, linked: int, refused: bool
) -> None:
    found = list(obstacles_to_unproven_means(MeansFacts(claims, useless, linked)))
    assert bool(found) is refused


def test_the_panel_shows_what_was_tried(city: City, as_user: Any) -> None:
    measure, guidance = tried(city)
    client = as_user("officer")
    page = client.get(f"/coercion/{measure.pk}/means/")
    assert [offer["name"] for offer in page.context["page"]["offers"]] == ["name_means"]
    assert client.get(f"/coercion/{measure.pk}/means/do/name_means/").status_code == 200
    means = link(city, measure, guidance)
    assert guidance.number in client.get(f"/coercion/{measure.pk}/means/").content.decode()
    assert client.get(f"/means/{means.pk}/do/drop/").status_code == 200


def test_the_api_links_too(city: City, as_user: Any) -> None:
    measure, guidance = tried(city)
    client = as_user("officer")
    data = {"measure": str(measure.pk), "action": str(guidance.pk), "why_not_enough": "仍继续销售"}
    made = client.post("/api/v1/means-tried/", data, content_type="application/json")
    assert made.status_code == 201, made.content
    assert client.get("/api/v1/means-tried/").json()["results"][0]["action"] == str(guidance.pk)
