"""Organs define ways and fields of their own, and no program is changed for it (Art. 8, last paragraph)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from foundation.obstacles import Forbidden, Refused
from guidance.models import GuidanceAction, OtherField, OtherWay
from guidance.services import correct_guidance, other_ways
from guidance.vocabulary import Way
from tests.city import NOON, City, a_counterpart
from tests.guidance.drafts import LATER, a_draft, issued

pytestmark = pytest.mark.article("8")
SignIn = Callable[[str], Client]
FIELDS: tuple[dict[str, Any], ...] = (
    {
        "key": "people",
        "label_zh": "参加人数",
        "label_en": "People",
        "kind": "number",
        "stage": "drafted",
        "is_required": True,
    },
    {
        "key": "place",
        "label_zh": "地点",
        "label_en": "Place",
        "kind": "choice",
        "choices": "夜市\n社区",
        "stage": "drafted",
    },
    {"key": "again", "label_zh": "是否再办", "label_en": "Again", "kind": "yes_no", "stage": "recorded"},
)


def a_way(city: City, *, by: str = "head", name: str = "夜市说法", **values: Any) -> OtherWay:
    """A way of the south, in use, with three fields."""
    actor = city.actor(by)
    way = other_ways.define_way(by=actor, at=NOON, name_zh=name, name_en="Law at the night market",
                                description="在夜市摆摊讲解", **values)  # fmt: skip
    for field in FIELDS:
        other_ways.add_field(way.pk, by=actor, at=NOON, **field)
    return other_ways.use_way(way.pk, by=actor, at=NOON)


def body(city: City, way: OtherWay, **detail: Any) -> dict[str, Any]:
    return {
        "way": "other", "counterpart": str(a_counterpart(city).pk), "trigger": "season", "title": "说法",
        "content": "讲解。",
        "reasons": "方便群众。", "basis": "本办法第八条", "field": str(city.places.fields["market"].pk),
        "detail": {"definition": str(way.pk), **detail},
    }  # fmt: skip


def send(client: Client, sent: dict[str, Any]) -> Any:
    return client.post("/api/v1/guidance-actions/", json.dumps(sent), content_type="application/json")


class TestDefining:
    def test_is_the_work_of_a_head_or_an_administrator_of_the_organ(self, city: City) -> None:
        assert a_way(city).state == "in_use"
        assert other_ways.define_way(
            by=city.actor("orgadmin"), at=NOON, name_zh="甲", description="乙"
        ).organ_id
        with pytest.raises(Forbidden):
            other_ways.define_way(by=city.actor("officer"), at=NOON, name_zh="甲", description="乙")

    def test_leaves_a_way_in_use_as_it_is(self, city: City) -> None:
        way, head = a_way(city), city.actor("head")
        with pytest.raises(Refused):
            other_ways.add_field(way.pk, by=head, at=NOON, **{**FIELDS[0], "key": "more"})
        with pytest.raises(Refused):
            other_ways.edit_way(way.pk, by=head, at=NOON, description="改了")

    def test_goes_on_in_editions(self, city: City) -> None:
        old, head = a_way(city), city.actor("head")
        new = other_ways.revise_way(old.pk, by=head, at=NOON)
        assert (new.edition, new.fields.count(), new.state) == (2, 3, "draft")
        with pytest.raises(Refused):
            other_ways.revise_way(old.pk, by=head, at=NOON)
        gone = OtherField.objects.get(way=new, key="place")
        other_ways.remove_field(new.pk, by=head, at=NOON, field=gone)
        other_ways.use_way(new.pk, by=head, at=NOON)
        old.refresh_from_db()
        assert (old.state, [f.key for f in old.fields.all()]) == ("retired", ["people", "place", "again"])

    def test_is_done_on_pages(self, city: City, as_user: SignIn) -> None:
        client = as_user("orgadmin")
        made = client.post(
            "/guidance/ways/new/", {"name_zh": "夜市说法", "name_en": "Night", "description": "讲解"}
        )
        way = OtherWay.objects.get()
        assert made["Location"] == f"/guidance/ways/{way.pk}/"
        field = {**FIELDS[1], "expected_version": way.version}
        client.post(f"/guidance/ways/{way.pk}/do/add_field/", field)
        shown = client.get(f"/guidance/ways/{way.pk}/").content.decode()
        assert "夜市 / 社区" in shown
        assert "/do/use/" in shown


class TestGuidanceInAWayOfOnesOwn:
    def test_asks_for_its_fields_in_the_browser(self, city: City, as_user: SignIn) -> None:
        way = a_way(city)
        assert f"definition={way.pk}" in as_user("officer").get("/guidance/new/").content.decode()
        form = as_user("officer").get(f"/guidance/new/other/?definition={way.pk}").content.decode()
        assert 'name="x_people"' in form
        assert 'name="x_again"' not in form
        assert 'name="method"' not in form

    def test_is_drafted_by_the_api_with_typed_values(self, city: City, as_user: SignIn) -> None:
        made = send(as_user("officer"), body(city, a_way(city), x_people=30, x_place="夜市"))
        assert made.status_code == 201, made.content
        kept = made.json()["detail"]["drafted_values"]
        assert [(one["key"], one["value"]) for one in kept] == [("people", 30), ("place", "夜市")]

    @pytest.mark.parametrize(
        "detail",
        [{}, {"x_people": "many"}, {"x_people": 3, "x_place": "别处"}, {"x_people": 3, "x_height": 4}],
    )
    def test_is_refused_when_they_do_not_fit(
        self, city: City, as_user: SignIn, detail: dict[str, Any]
    ) -> None:
        assert send(as_user("officer"), body(city, a_way(city), **detail)).status_code == 400

    def test_tells_them_on_page_and_export(self, city: City, as_user: SignIn) -> None:
        client = as_user("officer")
        made = send(client, body(city, a_way(city), x_people=30)).json()
        assert "People" in client.get(f"/guidance/{made['id']}/").content.decode()
        export = b"".join(client.get("/guidance/?export=csv")).decode("utf-8-sig")  # type: ignore[arg-type]
        assert "People: 30" in export

    def test_asks_the_others_afterwards(self, city: City, as_user: SignIn) -> None:
        way = a_way(city)
        action = issued(city, Way.OTHER, detail={"name": way.name_zh, "method": "讲解", "definition": way})
        address = f"/guidance/{action.pk}/do/record/"
        assert 'name="x_again"' in as_user("officer").get(address).content.decode()
        done = as_user("officer").post(
            address, {"experience": "受欢迎", "x_again": "yes", "expected_version": action.version}
        )
        assert done.status_code == 302
        (kept,) = GuidanceAction.objects.get(pk=action.pk).other.recorded_values
        assert (kept["key"], kept["value"]) == ("again", "yes")

    def test_keeps_its_edition(self, city: City) -> None:
        way = a_way(city)
        action = issued(city, Way.OTHER, detail={"name": way.name_zh, "method": "讲解", "definition": way})
        other_ways.retire_way(way.pk, by=city.actor("head"), at=NOON)
        new = correct_guidance(action.pk, by=city.actor("officer"), at=LATER)
        assert (action.other.definition, new.other.definition) == (way, way)

    def test_is_not_begun_in_a_retired_way_or_one_of_another_organ(self, city: City) -> None:
        retired = other_ways.retire_way(a_way(city).pk, by=city.actor("head"), at=NOON)
        foreign = a_way(city, by="head_north")
        for way in (retired, foreign):
            with pytest.raises(ValidationError):
                a_draft(city, Way.OTHER, detail={"name": "甲", "method": "乙", "definition": way})
