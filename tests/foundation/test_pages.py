"""Pages: scope gives 404, rights give 403, rules give 409 with reasons, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from enforcement.models import Case, Counterpart
from enforcement.services.cases import edit_case
from foundation.models import AuditEntry
from tests.city import CREDIT_CODES, NOON, City, a_clue

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


@pytest.fixture
def case(city: City, sample: None) -> Case:
    return a_clue(city)


def registration(city: City, **more: Any) -> dict[str, Any]:
    region = city.people["officer"].organ.district
    given = {"kind": "legal_person", "name": "新开示例店", "identifier": CREDIT_CODES[0], "region": region.pk}
    return {**given, "submission_key": str(uuid4()), **more}


class TestAList:
    def test_shows_cells_links_chips_and_count(self, shops: list[Counterpart], as_user: SignIn) -> None:
        page = as_user("officer").get("/sample/counterparts/", {"name": "示例", "q": "店"}).context["page"]
        assert page["count_label"] == "2"
        assert [chip["value"] for chip in page["chips"]] == ["店", "示例"]
        first = page["rows"][0]
        assert first["url"] == f"/sample/counterparts/{first['id']}/"
        assert [cell["column"].name for cell in first["cells"]] == [c.name for c in page["spec"]["columns"]]
        assert page["sort_urls"]["name"] == "?name=%E7%A4%BA%E4%BE%8B&q=%E5%BA%97&ordering=-name"
        assert page["export_urls"]["csv"].endswith("export=csv")

    def test_pages_forwards_and_back(self, shops: list[Counterpart], as_user: SignIn) -> None:
        client, url = as_user("officer"), "/sample/counterparts/"
        first = client.get(url, {"page_size": 2}).context["page"]
        second = client.get(url + first["next_url"]).context["page"]
        again = client.get(url + second["previous_url"]).context["page"]
        assert [row["id"] for row in again["rows"]] == [row["id"] for row in first["rows"]]
        assert (len(second["rows"]), second["next_url"]) == (1, "")

    def test_offers_creation_to_who_may(self, shops: list[Counterpart], as_user: SignIn) -> None:
        url = "/sample/counterparts/"
        assert as_user("officer").get(url).context["page"]["create_url"] == "/sample/counterparts/new/"
        assert as_user("supervisor").get(url).context["page"]["create_url"] == ""

    def test_masks_and_says_so(self, shops: list[Counterpart], as_user: SignIn) -> None:
        response = as_user("supervisor").get("/sample/counterparts/")
        kinds = {c["kind"] for row in response.context["page"]["rows"] for c in row["cells"]}
        assert "masked" in kinds
        assert not [shop for shop in shops if shop.identifier in response.content.decode()]

    def test_words_a_deadline(self, case: Case, city: City, as_user: SignIn) -> None:
        response = as_user("officer").get("/sample/cases/")
        deadline = response.context["page"]["rows"][0]["cells"][-1]
        assert (deadline["kind"], deadline["days"]) == ("deadline", None)

    def test_leaves_out_what_it_does_not_understand_and_says_so(
        self, shops: list[Counterpart], as_user: SignIn
    ) -> None:
        response = as_user("officer").get("/sample/counterparts/", {"colour": "red"})
        assert "colour" in response.content.decode()
        assert len(response.context["page"]["rows"]) == 3

    def test_answers_a_wrong_filter_beside_it(self, shops: list[Counterpart], as_user: SignIn) -> None:
        page = as_user("officer").get("/sample/counterparts/", {"kind": "robot"}).context["page"]
        assert page["rows"] == []
        assert page["filter_form"].errors["kind"]

    def test_answers_a_broken_cursor_with_400(self, shops: list[Counterpart], as_user: SignIn) -> None:
        assert as_user("officer").get("/sample/counterparts/", {"cursor": "x"}).status_code == 400

    def test_gives_only_its_part_to_htmx(self, shops: list[Counterpart], as_user: SignIn) -> None:
        response = as_user("officer").get(
            "/sample/counterparts/", headers={"HX-Request": "true", "HX-Target": "list"}
        )
        assert b"<html" not in response.content
        assert b'id="list"' in response.content

    def test_costs_the_same_whatever_the_rows(
        self, shops: list[Counterpart], as_user: SignIn, django_assert_max_num_queries: Any
    ) -> None:
        client = as_user("officer")
        with django_assert_max_num_queries(12):
            client.get("/sample/counterparts/")


class TestWhoMayOpen:
    def test_a_page_is_asked_first(self, sample: None, client: Client) -> None:
        response = client.get("/sample/counterparts/")
        assert response.status_code == 302
        assert "sign-in" in response["Location"]

    def test_a_role_without_the_right_is_told(self, sample: None, as_user: SignIn) -> None:
        assert as_user("sysadmin").get("/sample/counterparts/").status_code == 403

    @pytest.mark.parametrize("place", ["", "do/edit/"])
    def test_a_foreign_thing_does_not_exist(self, case: Case, as_user: SignIn, place: str) -> None:
        assert as_user("officer_north").get(f"/sample/cases/{case.pk}/{place}").status_code == 404

    @pytest.mark.parametrize("key", [0, 10**18, 10**30])
    def test_nor_does_an_impossible_one(self, case: Case, as_user: SignIn, key: int) -> None:
        assert as_user("officer").get(f"/sample/cases/{key}/").status_code == 404

    def test_who_sees_but_does_not_work_is_offered_nothing(self, case: Case, as_user: SignIn) -> None:
        client = as_user("supervisor")
        assert client.get(f"/sample/cases/{case.pk}/").context["offers"] == []
        assert client.get(f"/sample/cases/{case.pk}/do/edit/").status_code == 403


class TestADetail:
    def test_offers_transitions_with_their_reasons(self, case: Case, as_user: SignIn) -> None:
        offers = as_user("officer").get(f"/sample/cases/{case.pk}/").context["offers"]
        by_name = {offer["name"]: offer for offer in offers}
        assert list(by_name) == ["file", "decline_filing", "edit"]
        assert by_name["file"]["url"] == f"/sample/cases/{case.pk}/do/file/"
        assert not by_name["decline_filing"]["allowed"]
        assert [o.code for o in by_name["decline_filing"]["obstacles"]] == ["actor:lacks_permission"]


class TestCreating:
    def test_makes_one_call_and_goes_to_the_new_thing(
        self, city: City, sample: None, as_user: SignIn
    ) -> None:
        response = as_user("officer").post("/sample/counterparts/new/", registration(city))
        made = Counterpart.objects.get(name="新开示例店")
        assert (response.status_code, response["Location"]) == (302, f"/sample/counterparts/{made.pk}/")
        assert AuditEntry.objects.filter(action="counterpart:register").count() == 1

    def test_twice_by_a_double_click_makes_one(self, city: City, sample: None, as_user: SignIn) -> None:
        client, data = as_user("officer"), registration(city, identifier="")
        answers = [client.post("/sample/counterparts/new/", data) for _click in range(2)]
        assert len({answer["Location"] for answer in answers}) == 1
        assert Counterpart.objects.filter(name="新开示例店").count() == 1

    def test_under_a_used_key_with_other_content_is_told(
        self, city: City, sample: None, as_user: SignIn
    ) -> None:
        client, data = as_user("officer"), registration(city)
        client.post("/sample/counterparts/new/", data)
        response = client.post("/sample/counterparts/new/", {**data, "name": "另一示例店", "identifier": ""})
        assert response.status_code == 409
        assert not Counterpart.objects.filter(name="另一示例店").exists()

    def test_with_errors_keeps_what_was_typed(self, city: City, sample: None, as_user: SignIn) -> None:
        response = as_user("officer").post("/sample/counterparts/new/", registration(city, kind="robot"))
        assert response.status_code == 400
        assert response.context["form"].errors["kind"]
        assert "新开示例店" in response.content.decode()

    def test_refused_by_rule_shows_reasons_beside_their_fields(
        self, city: City, shops: list[Counterpart], as_user: SignIn
    ) -> None:
        response = as_user("officer").post("/sample/counterparts/new/", registration(city))
        assert response.status_code == 409
        assert [o.code for o in response.context["obstacles"]] == ["counterpart:twin"]
        assert response.context["form"].errors["identifier"]
        assert "新开示例店" in response.content.decode()

    def test_where_one_could_not_see_it_is_undone(self, city: City, sample: None, as_user: SignIn) -> None:
        response = as_user("officer").post("/sample/stray/", {"submission_key": str(uuid4())})
        assert response.status_code == 403
        assert not Case.objects.exists()

    def test_suggests_what_the_address_says(self, city: City, sample: None, as_user: SignIn) -> None:
        response = as_user("officer").get("/sample/counterparts/new/", {"name": "预填", "version": "9"})
        assert response.context["form"].initial["name"] == "预填"
        assert "version" not in response.context["form"].initial


class TestActing:
    def url(self, case: Case, act: str = "edit") -> str:
        return f"/sample/cases/{case.pk}/do/{act}/"

    def test_starts_from_the_stored_values(self, case: Case, as_user: SignIn) -> None:
        initial = as_user("officer").get(self.url(case)).context["form"].initial
        assert (initial["title"], initial["expected_version"]) == (case.title, case.version)

    def test_changes_the_thing(self, case: Case, as_user: SignIn) -> None:
        data = {"title": "改后标题", "expected_version": case.version}
        assert as_user("officer").post(self.url(case), data).status_code == 302
        case.refresh_from_db()
        assert case.title == "改后标题"

    def test_on_an_old_version_tells_what_changed_and_keeps_what_was_typed(
        self, city: City, case: Case, as_user: SignIn
    ) -> None:
        client, read = as_user("officer"), case.version
        edit_case(case.pk, by=city.actor("officer"), at=NOON, place="三街道")
        stale = client.post(self.url(case), {"title": "我的标题", "expected_version": read})
        assert stale.status_code == 409
        assert "我的标题" in stale.content.decode()
        told = str(stale.context["obstacles"][0].message)
        assert str(Case._meta.get_field("place").verbose_name) in told
        again = {"title": "我的标题", "expected_version": stale.context["form"]["expected_version"].value()}
        assert client.post(self.url(case), again).status_code == 302

    def test_without_a_version_is_not_taken(self, case: Case, as_user: SignIn) -> None:
        assert as_user("officer").post(self.url(case), {"title": "无版本"}).status_code == 409

    def test_foresees_what_stands_against_it(self, case: Case, as_user: SignIn) -> None:
        response = as_user("officer").get(self.url(case, "decline_filing"))
        assert [o.code for o in response.context["obstacles"]] == ["actor:lacks_permission"]

    def test_against_a_rule_gives_every_reason(self, city: City, case: Case, as_user: SignIn) -> None:
        data = {"reason": "轻微", "expected_version": case.version}
        response = as_user("officer").post(self.url(case, "decline_filing"), data)
        assert response.status_code == 409
        assert "轻微" in response.content.decode()

    def test_takes_the_transition(self, city: City, case: Case, as_user: SignIn) -> None:
        handlers = [city.people[name].pk for name in ("officer", "officer2")]
        data = {"handlers": handlers, "expected_version": case.version, "submission_key": str(uuid4())}
        client = as_user("officer")
        assert client.post(self.url(case, "file"), data).status_code == 302
        assert client.post(self.url(case, "file"), data).status_code == 302
        case.refresh_from_db()
        assert case.state == "filed"

    def test_by_an_unknown_name_does_not_exist(self, case: Case, as_user: SignIn) -> None:
        assert as_user("officer").get(self.url(case, "abolish")).status_code == 404
