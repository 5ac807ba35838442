"""The administration: through services alone, for whom it is, and blind to cases (Art. 4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client
from django.urls import reverse

from enforcement.models import (
    AccessToken,
    DiscretionBand,
    Field,
    Holiday,
    HolidayYear,
    Matter,
    Officer,
    Organ,
    OrganScoped,
    Region,
    RoleGrant,
)
from enforcement.services.counterparts import reveal
from enforcement.services.officers import grant_role, token_of
from foundation.admin import ServiceAdmin
from foundation.models import AuditEntry, DueItem
from foundation.vocabulary import DueState, Via
from tests.city import NOON, City, a_clue

SignIn = Callable[[str], Client]
pytestmark = pytest.mark.django_db
TIMES = {"CityNight", "InspectionCap", "LocalBan", "QuietPeriod"}
HOUSE = {"foundation", "enforcement"}


def url(model: Any, page: str, *args: Any) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def sent(answer: Any) -> dict[str, Any]:
    """What a browser would send back from this page, unchanged."""
    form = answer.context["adminform"].form
    values = {f"{f.html_name}": f.value() for f in form}
    for formset in answer.context["inline_admin_formsets"]:
        values.update({f.html_name: f.value() for f in formset.formset.management_form})
        for part in formset.formset.forms:
            values.update({f.html_name: f.value() for f in part})
    return {name: value for name, value in values.items() if value is not None and value is not False}


def models_shown(client: Client) -> set[str]:
    groups = client.get("/admin/").context["available_apps"]
    return {model["object_name"] for group in groups for model in group["models"]}


class TestWhoEnters:
    def test_nobody_is_led_to_the_one_sign_in_page(self, city: City) -> None:
        answer = Client().get("/admin/", follow=True)
        assert answer.redirect_chain[-1][0].startswith("/sign-in/?next=/admin/")

    def test_an_officer_without_business_there_is_told_so(self, city: City, as_user: SignIn) -> None:
        answer = as_user("officer").get("/admin/", follow=True)
        assert answer.status_code == 403

    def test_signing_out_goes_through_the_one_door(self, city: City, as_user: SignIn) -> None:
        assert as_user("sysadmin").post("/admin/logout/")["Location"] == "/sign-out/"

    @pytest.mark.parametrize(
        ("username", "shown"),
        [
            ("auditor", {"AuditEntry"}),
            ("sysadmin", {"DueItem", "Gateway", "Heartbeat", "Organ", "Region", "HolidayYear"} | TIMES),
            ("secadmin", {"AccessToken", "Officer", "RoleGrant", "Organ", "Region", "HolidayYear"} | TIMES),
        ],
    )
    def test_each_administrator_sees_the_own_field_and_no_case(
        self, city: City, as_user: SignIn, username: str, shown: set[str]
    ) -> None:
        assert models_shown(as_user(username)) == shown

    def test_no_admin_of_this_floor_shows_rows_of_cases_or_counterparts(self) -> None:
        mine = [m for m in admin.site._registry if m._meta.app_label == "enforcement"]
        assert mine
        assert not [m for m in mine if issubclass(m, OrganScoped)]

    def test_every_admin_of_this_floor_and_below_is_a_service_admin(self) -> None:
        house = [a for m, a in admin.site._registry.items() if m._meta.app_label in HOUSE]
        assert house
        assert all(isinstance(a, ServiceAdmin) for a in house)

    @pytest.mark.parametrize("username", ["sysadmin", "secadmin", "auditor"])
    def test_an_administrator_opens_no_page_of_cases_or_counterparts(
        self, city: City, as_user: SignIn, username: str
    ) -> None:
        case = a_clue(city)
        client = as_user(username)
        for address in ("/counterparts/", case.counterpart.get_absolute_url()):
            assert client.get(address).status_code == 403


class TestEveryPage:
    @pytest.mark.parametrize("username", ["orgadmin", "secadmin", "sysadmin", "auditor"])
    def test_of_what_one_may_see_opens(
        self, city: City, as_user: SignIn, username: str, django_assert_max_num_queries: Any
    ) -> None:
        client = as_user(username)
        for group in client.get("/admin/").context["available_apps"]:
            for shown in group["models"]:
                model = apps.get_model(group["app_label"], shown["object_name"])
                with django_assert_max_num_queries(16):
                    assert client.get(url(model, "changelist")).status_code == 200, model
                if shown["add_url"]:
                    assert client.get(shown["add_url"]).status_code == 200, model
                row = model._default_manager.order_by("pk").first()
                if row is not None:
                    assert client.get(url(model, "change", row.pk)).status_code == 200, model
                    assert client.get(url(model, "history", row.pk)).status_code == 200, model

    def test_carries_no_inline_script_or_style(self, city: City, as_user: SignIn) -> None:
        text = as_user("orgadmin").get(url(Matter, "change", city.matter.pk)).content.decode()
        assert "style=" not in text
        assert "onclick" not in text


class TestSaving:
    def test_goes_through_the_service_and_its_audit_entry(self, city: City, as_user: SignIn) -> None:
        answer = as_user("orgadmin").post(url(Field, "add"), {"code": "fishery", "name_zh": "渔业"})
        assert answer.status_code == 302
        entry = AuditEntry.objects.get(action="field:found", via=Via.ADMIN)
        assert entry.actor_id == city.people["orgadmin"].pk
        assert Field.objects.get(code="fishery").name_zh == "渔业"

    def test_shows_why_a_service_refused_and_writes_nothing(self, city: City, as_user: SignIn) -> None:
        client = as_user("orgadmin")
        organ = city.people["orgadmin"].organ
        page = url(Organ, "change", organ.pk)
        values = {**sent(client.get(page)), "region": city.places.regions["990101001"].pk}
        answer = client.post(page, values)
        assert answer.status_code == 200
        assert "region" in answer.context["adminform"].form.errors
        organ.refresh_from_db()
        assert organ.region == city.places.regions["990101"]

    def test_refuses_what_somebody_changed_meanwhile(self, city: City, as_user: SignIn) -> None:
        client = as_user("orgadmin")
        page = url(Matter, "change", city.matter.pk)
        values = sent(client.get(page))
        client.post(page, {**values, "name_zh": "先改"})
        answer = client.post(page, {**values, "name_zh": "后改"})
        assert answer.status_code == 200
        assert answer.context["adminform"].form.non_field_errors()
        city.matter.refresh_from_db()
        assert city.matter.name_zh == "先改"

    def test_writes_each_changed_inline_row_by_its_own_service(self, city: City, as_user: SignIn) -> None:
        client = as_user("orgadmin")
        page = url(Matter, "change", city.matter.pk)
        values = {**sent(client.get(page)), "bands-TOTAL_FORMS": "1", "bands-0-tier": "light",
                  "bands-0-condition_zh": "初次", "bands-0-fine_min": "0", "bands-0-fine_max": "1000"}  # fmt: skip
        assert client.post(page, values).status_code == 302
        assert DiscretionBand.objects.get().fine_max == 1000
        assert AuditEntry.objects.filter(action="matter:enter_band").count() == 1

    def test_refuses_an_inline_row_outside_the_statute(self, city: City, as_user: SignIn) -> None:
        client = as_user("orgadmin")
        page = url(Matter, "change", city.matter.pk)
        values = {**sent(client.get(page)), "bands-TOTAL_FORMS": "1", "bands-0-tier": "light",
                  "bands-0-condition_zh": "初次", "bands-0-fine_max": "999999", "name_zh": "另名"}  # fmt: skip
        answer = client.post(page, values)
        assert answer.status_code == 200
        assert answer.context["errors"]
        assert not DiscretionBand.objects.exists()
        city.matter.refresh_from_db()
        assert city.matter.name_zh != "另名"

    def test_is_refused_for_an_organ_that_one_does_not_keep(self, city: City, as_user: SignIn) -> None:
        north = city.people["officer_north"].organ
        answer = as_user("orgadmin").post(url(Organ, "change", north.pk), {"name_zh": "改名"})
        assert answer.status_code == 403

    def test_is_no_right_of_who_only_reads(self, city: City, as_user: SignIn) -> None:
        region = Region.objects.first()
        assert region is not None
        assert as_user("sysadmin").post(url(Region, "change", region.pk), {"name_zh": "x"}).status_code == 403
        assert as_user("sysadmin").get(url(Region, "add")).status_code == 403

    def test_nothing_is_deleted_many_at_a_time(self, city: City, as_user: SignIn) -> None:
        page = as_user("orgadmin").get(url(Matter, "changelist"))
        assert "delete_selected" not in page.content.decode()


class TestPeople:
    def test_the_organ_administrator_enrols_without_role_or_password(
        self, city: City, as_user: SignIn
    ) -> None:
        values = {"username": "newcomer", "organ": city.people["orgadmin"].organ_id, "name_zh": "新甲",
                  "certificate_state": "none"}  # fmt: skip
        answer = as_user("orgadmin").post(url(Officer, "add"), values)
        assert answer.status_code == 302, answer.context["errors"]
        officer = Officer.objects.get(username="newcomer")
        assert not officer.has_usable_password()
        assert officer.roles == frozenset()

    def test_only_into_organs_that_the_administrator_keeps(self, city: City, as_user: SignIn) -> None:
        values = {"username": "newcomer", "organ": city.people["officer_north"].organ_id, "name_zh": "新甲",
                  "certificate_state": "none"}  # fmt: skip
        answer = as_user("orgadmin").post(url(Officer, "add"), values)
        assert "organ" in answer.context["adminform"].form.errors

    def test_the_security_administrator_grants_and_revokes_with_a_reason(
        self, city: City, as_user: SignIn
    ) -> None:
        client, officer = as_user("secadmin"), city.people["officer2"]
        given = {"officer": officer.pk, "role": "reviewer", "why": "科室调整"}
        assert client.post(url(RoleGrant, "add"), given).status_code == 302
        grant = RoleGrant.objects.get(officer=officer, role="reviewer")
        assert AuditEntry.objects.get(action="role:grant").why == "科室调整"
        assert client.post(url(RoleGrant, "delete", grant.pk), {"post": "yes"}).status_code == 302
        assert not RoleGrant.objects.filter(pk=grant.pk).exists()
        assert AuditEntry.objects.filter(action="role:revoke").exists()

    def test_the_security_administrator_does_not_edit_officers(self, city: City, as_user: SignIn) -> None:
        page = url(Officer, "change", city.people["officer"].pk)
        assert as_user("secadmin").post(page, {"name_zh": "改名"}).status_code == 403

    def test_the_organ_administrator_does_not_grant(self, city: City, as_user: SignIn) -> None:
        assert as_user("orgadmin").get(url(RoleGrant, "add")).status_code == 403


class TestTokens:
    def test_the_secret_is_shown_once_and_works(self, city: City, as_user: SignIn) -> None:
        given = {"officer": city.people["evaluator"].pk, "name": "考评平台", "scopes": ["evaluation:read"],
                 "days": 30}  # fmt: skip
        client = as_user("secadmin")
        answer = client.post(url(AccessToken, "add"), given)
        secret = answer.context["secret"]
        token = AccessToken.objects.get()
        assert token_of(secret, at=token.created_at) == token
        assert secret not in client.get(url(AccessToken, "change", token.pk)).content.decode()
        assert secret not in str(dict(client.session))

    def test_no_more_rights_than_the_owner_holds(self, city: City, as_user: SignIn) -> None:
        given = {"officer": city.people["evaluator"].pk, "name": "x", "scopes": ["case:approve"], "days": 30}
        answer = as_user("secadmin").post(url(AccessToken, "add"), given)
        assert "scopes" in answer.context["adminform"].form.errors
        assert not AccessToken.objects.exists()


class TestHolidays:
    def test_a_year_is_entered_as_a_whole(self, city: City, as_user: SignIn) -> None:
        given = {"year": 2030, "off": "2030-01-01\n2030-02-01，2030-02-04", "makeup": "2030-02-09",
                 "is_official": "on", "source": "示例通知"}  # fmt: skip
        client = as_user("orgadmin")
        assert client.post(url(HolidayYear, "add"), given).status_code == 302
        year = HolidayYear.objects.get(year=2030)
        page = url(HolidayYear, "change", year.pk)
        assert client.post(page, {**sent(client.get(page)), "off": "2030-01-02"}).status_code == 302
        days = dict(Holiday.objects.filter(arrangement=year).values_list("day", "is_off"))
        assert days == {date(2030, 1, 2): True, date(2030, 2, 9): False}

    def test_a_make_up_day_on_a_weekday_is_refused(self, city: City, as_user: SignIn) -> None:
        given = {"year": 2030, "off": "2030-01-01", "makeup": "2030-02-08"}
        answer = as_user("orgadmin").post(url(HolidayYear, "add"), given)
        assert answer.context["adminform"].form.non_field_errors()
        assert not HolidayYear.objects.filter(year=2030).exists()


class TestMachinery:
    def test_a_parked_item_is_tried_again_by_order_of_an_operator(self, city: City, as_user: SignIn) -> None:
        item = DueItem.objects.create(
            kind="x", thing="case:1", due_at=NOON, state=DueState.PARKED, attempts=3
        )
        given = {"action": "try_again", "_selected_action": [item.pk]}
        as_user("sysadmin").post(url(DueItem, "changelist"), given)
        item.refresh_from_db()
        assert (item.state, item.attempts) == (DueState.PENDING, 0)
        assert AuditEntry.objects.filter(action="due:retry").exists()

    def test_the_record_cannot_be_changed(self, city: City, as_user: SignIn) -> None:
        client, entry = as_user("auditor"), AuditEntry.objects.first()
        assert entry is not None
        assert client.post(url(AuditEntry, "change", entry.pk), {"why": "x"}).status_code == 403
        assert client.get(url(AuditEntry, "add")).status_code == 403
        assert client.post(url(AuditEntry, "delete", entry.pk), {"post": "yes"}).status_code == 403


class TestTheRecord:
    def test_shows_the_auditor_acts_but_nothing_of_what_stands_in_cases(
        self, city: City, as_user: SignIn
    ) -> None:
        case = a_clue(city, title="只有办案人应见的标题", facts_found="只有办案人应见的事实")
        reveal(case.counterpart_id, by=city.actor("officer"), at=NOON, why="只有办案人应见的理由")
        client = as_user("auditor")
        pages = [client.get(url(AuditEntry, "changelist")).content.decode()]
        for entry in AuditEntry.objects.filter(action__in=("case:register_clue", "counterpart:reveal")):
            shown = (client.get(url(AuditEntry, page, entry.pk)) for page in ("change", "history"))
            pages.extend(answer.content.decode() for answer in shown)
        assert any("facts_found" in text for text in pages)
        assert not any("只有办案人应见" in text or case.counterpart.name in text for text in pages)

    def test_shows_the_reasons_of_administrators(self, city: City, as_user: SignIn) -> None:
        grant_role(
            city.people["officer2"].pk, by=city.actor("secadmin"), at=NOON, role="reviewer", why="岗位调整"
        )
        assert "岗位调整" in as_user("auditor").get(url(AuditEntry, "changelist")).content.decode()
