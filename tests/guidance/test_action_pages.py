"""Pages of guidance, as officers and onlookers meet them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from enforcement.services.counterparts import add_licence
from foundation.pages.form_page import FormPage
from guidance.forms.drafts import ADDRESS, MANNER, TEXT, WAY_FORMS
from guidance.models import GuidanceAction
from guidance.vocabulary import VOLUNTARY_NOTICE, Way
from guidance.ways import MILDER_FIRST, WAYS
from tests.city import City, a_counterpart, a_filed_case
from tests.guidance.drafts import DETAILS, a_draft, issued

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


def typed(city: City, way: str, **more: Any) -> dict[str, Any]:
    """What an officer types into the form of ``way``."""
    moments = {"invited_for": "2026-12-01T09:00"}
    return {
        "field": city.places.fields["market"].pk,
        "trigger": "inspection",
        "title": "标明价格",
        "content": "请标明价格",
        "reasons": "让顾客看得明白",
        "basis": "价格法第十三条",
        "channel": "written",
        "formality": "simple",
        "nature": "assisting",
        "implementers": [city.people["officer"].pk, city.people["officer2"].pk],
        **{name: moments.get(name, str(value)) for name, value in DETAILS[way].items()},
        **more,
    }


def html(response: Any) -> str:
    return response.content.decode()  # type: ignore[no-any-return]


class TestTheList:
    def test_shows_what_the_reader_reaches(self, city: City, as_user: SignIn):
        action = issued(city, Way.TIP)
        assert action.number in html(as_user("officer").get("/guidance/"))
        assert action.number in html(as_user("city_market_head").get("/guidance/"))
        assert action.number not in html(as_user("officer_north").get("/guidance/"))

    def test_says_what_to_do_first_when_it_is_empty(self, as_user: SignIn):
        page = html(as_user("officer").get("/guidance/"))
        assert "No guidance yet" in page
        assert "/guidance/new/" in page

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("way=tip", True),
            ("way=exhort", False),
            ("state=issued", True),
            ("state=draft", False),
            ("month={month}", True),
            ("month=2020-12", False),
            ("counterpart={counterpart}", True),
            ("q=甲一", True),
            ("q=乙二", False),
            ("mine=true", True),
            ("organ={organ}", True),
        ],
    )
    def test_is_narrowed(self, city: City, as_user: SignIn, query: str, found: bool):
        action = issued(city, Way.TIP)
        asked = query.format(
            month=f"{action.issued_at:%Y-%m}", counterpart=action.counterpart_id, organ=action.organ_id
        )
        page = html(as_user("officer").get(f"/guidance/?{asked}"))
        assert (action.number in page) is found

    @pytest.mark.parametrize("month", ["2026-13", "x", "0000-00", "2026-1", "99999-01", "2026-11%00"])
    def test_answers_an_impossible_month_without_a_fault(self, as_user: SignIn, month: str):
        assert as_user("officer").get(f"/guidance/?month={month}").status_code < 500

    def test_takes_as_many_queries_for_many_rows_as_for_one(self, city: City, as_user: SignIn):
        shop = a_counterpart(city)
        client = as_user("officer")
        a_draft(city, Way.TIP, counterpart=shop)
        client.get("/guidance/")
        assert queries_of(client, "/guidance/") <= 12
        few = queries_of(client, "/guidance/")
        for _n in range(5):
            a_draft(city, Way.COUNSEL, counterpart=shop)
        assert queries_of(client, "/guidance/") == few


def queries_of(client: Client, url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return len([q for q in captured.captured_queries if "SAVEPOINT" not in q["sql"]])


class TestChoosingAWay:
    def test_shows_the_milder_first_with_item_and_occasion(self, as_user: SignIn):
        page = html(as_user("officer").get("/guidance/new/"))
        places = [page.index(f"/guidance/new/{way}/") for way in MILDER_FIRST if not WAYS[way].is_public]
        assert places == sorted(places)
        for way in WAYS.values():
            assert str(way.use_when) in page
            assert str(way.article) in page

    def test_keeps_the_case_it_is_about(self, city: City, as_user: SignIn):
        case = a_filed_case(city)
        page = html(as_user("officer").get(f"/guidance/new/?case={case.pk}"))
        assert f"/guidance/new/tip/?case={case.pk}" in page
        assert "/guidance/new/guide/" not in page

    def test_knows_no_case_of_another_organ(self, city: City, as_user: SignIn):
        case = a_filed_case(city)
        stranger = as_user("officer_north")
        for key in (case.pk, "0", "x", "9" * 30, "１"):
            assert stranger.get(f"/guidance/new/?case={key}").status_code == 404
            assert stranger.get(f"/guidance/new/tip/?case={key}").status_code == 404

    def test_is_for_who_gives_guidance(self, as_user: SignIn):
        assert as_user("supervisor").get("/guidance/new/").status_code == 403
        assert as_user("officer").get("/guidance/new/nonsense/").status_code == 404


class TestDrafting:
    @pytest.mark.parametrize("way", Way.values)
    def test_keeps_every_column_that_was_typed(self, city: City, as_user: SignIn, way: str):
        whom = {"audience": "全市"} if WAYS[way].is_public else {"counterpart": a_counterpart(city).pk}
        answer = as_user("officer").post(f"/guidance/new/{way}/", typed(city, way, **whom))
        assert answer.status_code == 302, html(answer)
        action = GuidanceAction.objects.get()
        assert answer["Location"] == f"/guidance/{action.pk}/"
        for name, value in DETAILS[way].items():
            stored = getattr(action.detail, name)
            assert stored == value or name == "invited_for"
        assert {row.officer.username for row in action.officers.all()} == {"officer", "officer2"}

    def test_starts_from_the_case(self, city: City, as_user: SignIn):
        case = a_filed_case(city)
        page = html(as_user("officer").get(f"/guidance/new/tip/?case={case.pk}"))
        assert re.search(rf'name="counterpart"[^>]*value="{case.counterpart_id}"[^>]*checked', page)
        assert re.search(rf'<option value="{case.matter_id}" selected>', page)
        assert re.search(rf'type="hidden" name="case" value="{case.pk}"', page)

    def test_offers_the_licences_of_the_counterpart_alone(self, city: City, as_user: SignIn):
        mine, other = a_counterpart(city), a_counterpart(city, name="乙二示例商行")
        for shop, name in ((mine, "食品经营许可证"), (other, "药品经营许可证")):
            add_licence(
                shop.pk, by=city.actor("officer"), at=timezone.now(), name=name, number="1",
                issued_on=date(2024, 1, 1),
            )  # fmt: skip
        page = html(as_user("officer").get(f"/guidance/new/tip/?counterpart={mine.pk}"))
        assert "食品经营许可证" in page
        assert "药品经营许可证" not in page

    def test_tells_what_is_missing_beside_the_field(self, city: City, as_user: SignIn):
        answer = as_user("officer").post("/guidance/new/tip/", typed(city, Way.TIP, neglected=""))
        assert answer.status_code == 400
        assert "neglected" in answer.context["form"].errors
        assert not GuidanceAction.objects.exists()

    def test_asks_to_whom(self, city: City, as_user: SignIn):
        answer = as_user("officer").post("/guidance/new/tip/", typed(city, Way.TIP))
        assert answer.status_code == 400
        assert "counterpart" in answer.context["form"].errors

    def test_may_be_given_to_a_group(self, city: City, as_user: SignIn):
        body = typed(city, Way.COUNSEL, audience="夜市全体摊主")
        assert as_user("officer").post("/guidance/new/counsel/", body).status_code == 302
        assert GuidanceAction.objects.get().audience == "夜市全体摊主"

    def test_takes_no_counterpart_out_of_reach(self, city: City, as_user: SignIn):
        far = a_counterpart(city, by="officer_north")
        answer = as_user("officer").post("/guidance/new/tip/", typed(city, Way.TIP, counterpart=far.pk))
        assert answer.status_code == 400

    def test_takes_no_officer_of_another_organ(self, city: City, as_user: SignIn):
        shop = a_counterpart(city)
        people = [city.people["officer_north"].pk]
        answer = as_user("officer").post(
            "/guidance/new/tip/", typed(city, Way.TIP, counterpart=shop.pk, implementers=people)
        )
        assert "implementers" in answer.context["form"].errors

    def test_sent_twice_it_is_kept_once(self, city: City, as_user: SignIn):
        client, shop = as_user("officer"), a_counterpart(city)
        key = client.get("/guidance/new/tip/").context["form"].initial["submission_key"]
        body = typed(city, Way.TIP, counterpart=shop.pk, submission_key=str(key))
        first, second = (client.post("/guidance/new/tip/", body) for _n in range(2))
        assert first["Location"] == second["Location"]
        assert GuidanceAction.objects.count() == 1

    def test_no_column_of_a_way_hides_a_common_one(self):
        common = {*ADDRESS, *TEXT, *MANNER}
        for page in WAYS.values():
            assert not common & {*page.drafted, *page.recorded}
            assert not {*page.drafted} & {*page.recorded}

    def test_no_field_shadows_the_machinery_of_forms(self):
        for form in WAY_FORMS.values():
            assert callable(form.reasons)
        assert callable(FormPage.initial)


class TestOneAction:
    @pytest.mark.parametrize("way", Way.values)
    @pytest.mark.parametrize("make", [a_draft, issued])
    def test_shows_every_way_in_few_queries(self, city: City, as_user: SignIn, way: str, make: Any):
        action, client = make(city, way), as_user("officer")
        client.get(f"/guidance/{action.pk}/")
        assert queries_of(client, f"/guidance/{action.pk}/") <= 12

    def test_is_unknown_to_a_foreign_officer(self, city: City, as_user: SignIn):
        action, stranger = issued(city, Way.TIP), as_user("officer_north")
        for url in (f"/guidance/{action.pk}/", f"/guidance/{action.pk}/document/",
                    f"/guidance/{action.pk}/do/conclude/", "/guidance/9999999999999999999/"):  # fmt: skip
            assert stranger.get(url).status_code == 404

    def test_hides_persons_from_who_may_not_read_them(self, city: City, as_user: SignIn):
        shop = a_counterpart(city, name="赵钱孙", kind="citizen")
        action = issued(city, Way.TIP, counterpart=shop, title="致赵钱孙", content="赵钱孙请注意")
        client = as_user("evaluator")
        for url in ("/guidance/", f"/guidance/{action.pk}/"):
            page = html(client.get(url))
            assert action.number in page
            assert "赵钱孙" not in page
        assert client.get(f"/guidance/{action.pk}/document/").status_code == 403

    def test_shows_a_superior_no_buttons(self, city: City, as_user: SignIn):
        action = issued(city, Way.TIP)
        page = html(as_user("city_market_head").get(f"/guidance/{action.pk}/"))
        assert "/do/" not in page

    def test_tells_why_something_is_not_possible(self, city: City, as_user: SignIn):
        action = issued(city, Way.INTERVIEW)
        page = html(as_user("officer").get(f"/guidance/{action.pk}/"))
        assert "The interview has no record." in page


class TestSteps:
    def test_issue_only_what_was_shown_to_be_voluntary(self, city: City, as_user: SignIn):
        draft, client = a_draft(city, Way.TIP), as_user("officer")
        url = f"/guidance/{draft.pk}/do/issue/"
        version = client.get(url).context["form"].initial["expected_version"]
        refused = client.post(url, {"expected_version": version})
        assert refused.status_code == 409
        assert "GUI-2" in [o.code for o in refused.context["obstacles"]]
        done = client.post(url, {"expected_version": version, "voluntariness_shown": "on"})
        assert done.status_code == 302
        draft.refresh_from_db()
        assert draft.state == "issued"

    def test_edit_keeps_what_is_stored(self, city: City, as_user: SignIn):
        draft, client = a_draft(city, Way.EXHORT), as_user("officer")
        url = f"/guidance/{draft.pk}/do/edit/"
        form = client.get(url).context["form"]
        assert form.initial["facts"] == "部分商品无价签"
        assert form.initial["content"] == draft.content
        body = typed(
            city, Way.EXHORT, counterpart=draft.counterpart_id, title="改过", expected_version=draft.version
        )
        assert client.post(url, body).status_code == 302
        draft.refresh_from_db()
        assert draft.title == "改过"

    def test_record_what_came_of_it(self, city: City, as_user: SignIn):
        action, client = issued(city, Way.COUNSEL, at=timezone.now()), as_user("officer")
        held = {"held_on": timezone.localdate().isoformat(), "answer": "按件标明", "satisfaction": "5"}
        url = f"/guidance/{action.pk}/do/record/"
        answer = client.post(url, {**held, "expected_version": action.version})
        assert answer.status_code == 302, html(answer)
        assert GuidanceAction.objects.get().counsel.satisfaction == 5

    def test_a_future_day_is_answered_beside_the_field(self, city: City, as_user: SignIn):
        action, client = issued(city, Way.TIP, at=timezone.now()), as_user("officer")
        later = timezone.localdate() + timedelta(days=2)
        url = f"/guidance/{action.pk}/do/decline/"
        answer = client.post(url, {"responded_on": later.isoformat(), "expected_version": action.version})
        assert answer.status_code == 400
        assert "responded_on" in answer.context["form"].errors

    def test_a_warning_is_answered_by_a_reason(self, city: City, as_user: SignIn):
        detail = {**DETAILS[Way.EXHORT], "prong": "may_escalate"}
        action, client = issued(city, Way.EXHORT, detail=detail), as_user("officer")
        url = f"/guidance/{action.pk}/do/conclude/"
        assert "override-GUI-10" in html(client.get(url))
        body = {
            "effect": "partly",
            "effect_note": "多数已改",
            "expected_version": action.version,
            "override-GUI-10": "不构成违法",
            "reason-GUI-10": "special_facts",
        }
        assert client.post(url, body).status_code == 302

    def test_a_corrected_version_opens_at_once(self, city: City, as_user: SignIn):
        action, client = issued(city, Way.TIP), as_user("officer")
        answer = client.post(f"/guidance/{action.pk}/do/correct/", {"expected_version": action.version})
        new = GuidanceAction.objects.get(supersedes=action)
        assert answer["Location"] == f"/guidance/{new.pk}/"

    def test_the_interview_asks_for_what_is_to_be_put_right(self, city: City, as_user: SignIn):
        action, client = issued(city, Way.INTERVIEW), as_user("officer")
        url = f"/guidance/{action.pk}/do/add_rectification/"
        body = {"requirement": "补齐价签", "due_on": "2026-12-10", "expected_version": action.version}
        assert client.post(url, body).status_code == 302
        action.refresh_from_db()
        assert "补齐价签" in html(client.get(f"/guidance/{action.pk}/do/recheck/"))


class TestTheDocument:
    @pytest.mark.parametrize("way", Way.values)
    @pytest.mark.article("8")
    def test_always_says_that_it_is_voluntary(self, city: City, as_user: SignIn, way: str):
        action = issued(city, way)
        page = html(as_user("officer").get(f"/guidance/{action.pk}/document/"))
        assert str(VOLUNTARY_NOTICE) in page

    def test_discloses_purpose_basis_implementers_and_contact(self, city: City, as_user: SignIn):
        action = issued(city, Way.TIP, contact="甲明 0000-1234567")
        page = html(as_user("officer").get(f"/guidance/{action.pk}/document/"))
        for told in (action.number, action.content, action.reasons, action.basis, action.contact, "Jia Ming"):
            assert told in page


class TestPanels:
    def test_show_a_case_its_ladder_and_guidance(self, city: City, as_user: SignIn):
        case = a_filed_case(city)
        action = issued(city, Way.EXHORT, case=case)
        page = html(as_user("officer").get(f"/cases/{case.pk}/guidance/"))
        assert action.number in page
        assert "1 time" in page
        assert f"/guidance/new/?case={case.pk}" in page
        assert "<html" not in page

    def test_show_a_counterpart_what_it_was_given(self, city: City, as_user: SignIn):
        action = issued(city, Way.TIP)
        page = html(as_user("officer").get(f"/counterparts/{action.counterpart_id}/guidance/"))
        assert action.number in page

    def test_are_unknown_to_a_foreign_officer(self, city: City, as_user: SignIn):
        case, stranger = a_filed_case(city), as_user("officer_north")
        assert stranger.get(f"/cases/{case.pk}/guidance/").status_code == 404
        assert stranger.get(f"/counterparts/{case.counterpart_id}/guidance/").status_code == 404

    def test_do_not_tell_one_organ_of_the_guidance_of_another(self, city: City, as_user: SignIn):
        shop = a_counterpart(city)
        action = issued(city, Way.TIP, counterpart=shop)
        same_district = as_user("supervisor")
        assert action.number in html(same_district.get(f"/counterparts/{shop.pk}/guidance/"))
        assert action.number not in html(as_user("transport1").get(f"/counterparts/{shop.pk}/guidance/"))
