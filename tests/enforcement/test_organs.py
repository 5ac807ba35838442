"""Organs: founded in their place, moved with all that stands under them, closed when nothing is left (Art. 4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.test import Client
from django.urls import reverse

from enforcement.models import Case, Counterpart, Organ, OrganScoped
from enforcement.reports.organs import Branch, by_line, by_territory
from enforcement.rules.organs import (
    ClosingFacts,
    PlacingFacts,
    obstacles_to_closing_organ,
    obstacles_to_naming,
    obstacles_to_placing,
)
from enforcement.services.organs import edit_organ, edit_region, found_organ, name_first_responsible
from enforcement.services.organs.placing import scoped_models
from foundation.actors import COMMAND
from foundation.models import AuditEntry
from foundation.obstacles import Forbidden, Refused
from tests.city import NOON, City, a_clue, a_counterpart

SignIn = Callable[[str], Client]


def placing(level: str, **more: Any) -> list[str]:
    facts = PlacingFacts(**{"level": level, "region_level": level, **more})
    return [o.code for o in obstacles_to_placing(facts)]


class TestRules:
    @pytest.mark.parametrize("level", ["city", "county", "township"])
    def test_an_organ_stands_alone_or_under_its_like_or_above(self, level: str) -> None:
        assert placing(level) == []
        assert placing(level, superior_ids=(1,), superior_level="city") == []
        assert placing(level, superior_ids=(1,), superior_level=level) == []

    @pytest.mark.parametrize(("level", "below"), [("city", "county"), ("county", "township")])
    def test_but_under_no_lower_one(self, level: str, below: str) -> None:
        assert placing(level, superior_ids=(1,), superior_level=below) == ["organ:superior_is_lower"]

    def test_nor_under_itself_however_far_round(self) -> None:
        found = placing("county", organ_id=3, superior_ids=(1, 2, 3), superior_level="county")
        assert found == ["organ:circle"]

    def test_nor_in_a_region_of_another_level(self) -> None:
        assert placing("county", region_level="city") == ["organ:region_of_another_level"]

    def test_closing_names_all_that_is_left(self) -> None:
        found = obstacles_to_closing_organ(ClosingFacts(officers=1, subordinates=2, open_cases=3))
        assert [o.code for o in found] == ["organ:officers", "organ:subordinates", "organ:open_cases"]
        assert not list(obstacles_to_closing_organ(ClosingFacts()))

    @pytest.mark.parametrize(("belongs", "active"), [(True, False), (False, True), (False, False)])
    def test_the_first_responsible_person_is_an_active_officer_of_it(
        self, belongs: bool, active: bool
    ) -> None:
        assert list(obstacles_to_naming(belongs=belongs, active=active))
        assert not list(obstacles_to_naming(belongs=True, active=True))


class TestPlaces:
    @pytest.mark.parametrize(
        ("code", "line", "branch", "district"),
        [
            ("SC01", "SC01", None, None),
            ("SD11", "SC01", "SD11", "990101"),
            ("ST12", "SC01", "SD11", "990101"),
            ("ST32", "SC02", "SD31", "990201"),
        ],
    )
    def test_follow_from_superior_level_and_region(
        self, city: City, code: str, line: str, branch: str | None, district: str | None
    ) -> None:
        organ = Organ.objects.select_related("line", "branch", "district").get(code=code)
        assert organ.line is not None
        assert organ.line.code == line
        assert (organ.branch.code if organ.branch else None) == branch
        assert (organ.district.code if organ.district else None) == district

    def test_every_scoped_row_of_all_floors_is_known(self) -> None:
        names = {model.__name__ for model in scoped_models()}
        assert {"Case", "Counterpart", "GuidanceAction"} <= names
        assert all(issubclass(model, OrganScoped) for model in scoped_models())


class TestMoving:
    def test_takes_subordinates_cases_and_counterparts_along(self, city: City) -> None:
        case = a_clue(city)
        organ, line = city.places.organs["SD11"], city.places.organs["SC02"]
        edit_organ(organ.pk, by=COMMAND, at=NOON, parent=line)
        for row in (
            Organ.objects.get(code="SD11"),
            Organ.objects.get(code="ST12"),
            Case.objects.get(pk=case.pk),
            Counterpart.objects.get(pk=case.counterpart_id),
        ):
            assert row.line_id == line.pk
            assert row.branch_id == organ.pk

    def test_changes_who_sees_the_cases(self, city: City) -> None:
        case = a_clue(city)
        edit_organ(city.places.organs["SD11"].pk, by=COMMAND, at=NOON, parent=city.places.organs["SC02"])
        old, new = city.actor("city_market_head"), city.actor("city_urban_head")
        assert not Case.objects.visible_to(old).filter(pk=case.pk).exists()
        assert Case.objects.visible_to(new).filter(pk=case.pk).exists()

    def test_is_one_act_with_an_image_of_every_row(self, city: City) -> None:
        case = a_clue(city)
        edit_organ(city.places.organs["SD11"].pk, by=COMMAND, at=NOON, parent=city.places.organs["SC02"])
        entry = AuditEntry.objects.get(action="organ:edit")
        moved = set(entry.images.values_list("model", "key"))
        assert ("enforcement.case", str(case.pk)) in moved
        assert ("enforcement.organ", str(city.places.organs["ST12"].pk)) in moved

    def test_leaves_rows_elsewhere_alone(self, city: City) -> None:
        case = a_clue(city, by="officer_north")
        edit_organ(city.places.organs["SD11"].pk, by=COMMAND, at=NOON, parent=city.places.organs["SC02"])
        assert Case.objects.get(pk=case.pk).version == case.version

    def test_keeps_a_counterpart_in_its_own_district(self, city: City) -> None:
        north = city.places.regions["990102"]
        guest = a_counterpart(city, region=north)
        edit_organ(city.places.organs["SD11"].pk, by=COMMAND, at=NOON, parent=city.places.organs["SC02"])
        assert Counterpart.objects.get(pk=guest.pk).district_id == north.pk

    def test_in_a_circle_is_refused(self, city: City) -> None:
        with pytest.raises(Refused) as refusal:
            edit_organ(city.places.organs["SD11"].pk, by=COMMAND, at=NOON, parent=city.places.organs["ST12"])
        assert [o.code for o in refusal.value.obstacles] == ["organ:circle"]


class TestKeeping:
    def test_is_the_own_administrators_or_that_of_an_organ_above(self, city: City) -> None:
        by = city.actor("orgadmin")
        for code in ("SD11", "ST12"):
            edit_organ(city.places.organs[code].pk, by=by, at=NOON, phone="0000-1")
        for code in ("SC01", "SD21", "SD12"):
            with pytest.raises(ObjectDoesNotExist):
                edit_organ(city.places.organs[code].pk, by=by, at=NOON, phone="0000-1")

    @pytest.mark.parametrize("username", ["head", "supervisor", "sysadmin", "secadmin", "auditor"])
    def test_is_no_part_of_other_roles(self, city: City, username: str) -> None:
        with pytest.raises(Forbidden):
            edit_organ(city.places.organs["SD11"].pk, by=city.actor(username), at=NOON, phone="1")
        with pytest.raises(Forbidden):
            edit_region(city.places.regions["990101"].pk, by=city.actor(username), at=NOON, name_zh="x")

    def test_an_organ_with_staff_is_not_closed(self, city: City) -> None:
        with pytest.raises(Refused) as refusal:
            edit_organ(city.places.organs["SD11"].pk, by=COMMAND, at=NOON, is_active=False)
        assert {o.code for o in refusal.value.obstacles} >= {"organ:officers", "organ:subordinates"}

    def test_an_empty_organ_is_closed(self, city: City) -> None:
        edit_organ(city.places.organs["ST12"].pk, by=COMMAND, at=NOON, is_active=False)
        assert not Organ.objects.get(code="ST12").is_active

    def test_fields_are_replaced_as_a_whole(self, city: City) -> None:
        fields = [city.places.fields["fire"], city.places.fields["market"]]
        edit_organ(city.places.organs["ST12"].pk, by=COMMAND, at=NOON, fields=fields)
        assert set(Organ.objects.get(code="ST12").fields.values_list("code", flat=True)) == {"fire", "market"}

    def test_founding_under_a_lower_organ_is_refused(self, city: City) -> None:
        with pytest.raises(Refused):
            found_organ(
                by=COMMAND, at=NOON, code="X1", sign="x", kind="department", level="county", name_zh="x",
                region=city.places.regions["990101"], parent=city.places.organs["ST12"],
            )  # fmt: skip
        assert not Organ.objects.filter(code="X1").exists()

    def test_nobody_from_elsewhere_becomes_first_responsible(self, city: City) -> None:
        with pytest.raises(Refused):
            name_first_responsible(
                city.places.organs["SD11"].pk, by=COMMAND, at=NOON, officer=city.people["head_north"]
            )


class TestTrees:
    def test_hold_every_organ_once(self, city: City) -> None:
        actor = city.actor("officer")
        for grow in (by_line, by_territory):
            found = [b.thing.code for b in flat(grow(actor)) if b.is_organ]
            assert sorted(found) == sorted(Organ.objects.values_list("code", flat=True))

    def test_follow_the_lines_and_the_territory(self, city: City) -> None:
        actor = city.actor("officer")
        lines = {b.thing.code: [c.thing.code for c in b.below] for b in flat(by_line(actor))}
        assert lines["SC01"] == ["SD11", "SD21"]
        places = {b.thing.code: [c.thing.code for c in b.below] for b in flat(by_territory(actor))}
        assert places["990101"] == ["SD11", "SD12", "990101001"]


class TestPages:
    @pytest.mark.parametrize("page", ["/organs/", "/organs/?by=territory", "/organs/table/"])
    def test_take_few_queries(
        self, city: City, as_user: SignIn, page: str, django_assert_max_num_queries: Any
    ) -> None:
        client = as_user("officer")
        with django_assert_max_num_queries(12):
            assert client.get(page).status_code == 200

    def test_an_organ_shows_both_lines_people_and_first_responsible(
        self, city: City, as_user: SignIn, django_assert_max_num_queries: Any
    ) -> None:
        client = as_user("officer")
        with django_assert_max_num_queries(12):
            text = client.get(city.places.organs["SD11"].get_absolute_url()).content.decode()
        for word in ("善治市市场监督管理局", "南示范区一街道市场监管所", "丙和", "甲明"):
            assert word in text

    def test_its_administrator_edits_it_and_nobody_else(self, city: City, as_user: SignIn) -> None:
        organ = Organ.objects.get(code="SD11")
        page = reverse("enforcement:organ_act", args=[organ.pk, "edit"])
        assert as_user("head").get(page).status_code == 403
        client = as_user("orgadmin")
        assert client.get(page).status_code == 200
        given = {"name_zh": organ.name_zh, "sign": "南新", "region": organ.region_id, "parent": organ.parent_id,
                 "fields_of_enforcement": [f.pk for f in organ.fields.all()], "is_active": "on",
                 "expected_version": organ.version}  # fmt: skip
        assert client.post(page, given).status_code == 302
        assert Organ.objects.get(code="SD11").sign == "南新"

    def test_a_foreign_organ_is_seen_but_not_edited(self, city: City, as_user: SignIn) -> None:
        north = city.places.organs["SD21"]
        client = as_user("orgadmin")
        assert client.get(north.get_absolute_url()).context["offers"] == []
        assert client.get(reverse("enforcement:organ_act", args=[north.pk, "edit"])).status_code == 403


def flat(branches: list[Branch]) -> list[Branch]:
    return [b for branch in branches for b in (branch, *flat(branch.below))]
