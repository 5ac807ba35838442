"""Inspections through services, pages and the API, and as the firm sees them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from enforcement.models import EmergencyOverride, Inspection, InspectionRating, TimeSignal
from enforcement.reports.ratings import ratings_by_organ
from enforcement.services import inspections
from enforcement.services.forbidden_times import enter_quiet_period
from enforcement.vocabulary import CaseSource, InspectionState
from foundation.actors import ANONYMOUS, COMMAND
from foundation.obstacles import Forbidden, Refused
from foundation.record.entry import timeline_of
from tests.city import NOON, City, a_counterpart
from tests.enforcement.inspection_course import TOMORROW, begun, concluded, planned, wanted

pytestmark = [pytest.mark.django_db, pytest.mark.article("6")]


@pytest.fixture(autouse=True)
def _nobody_asked_before() -> None:
    caches["default"].clear()


def refusal(act: Callable[[], Any]) -> list[str]:
    with pytest.raises(Refused) as refused:
        act()
    return [o.code for o in refused.value.obstacles]


class TestPlanning:
    def test_gives_a_number_and_a_code(self, city: City) -> None:
        row = planned(city)
        assert row.state == InspectionState.PLANNED
        assert "检" in row.number
        assert len(row.code) == 10

    def test_is_the_work_of_officers(self, city: City) -> None:
        with pytest.raises(Forbidden):
            inspections.plan_inspection(
                by=city.actor("supervisor"), at=NOON, counterpart=a_counterpart(city), planned_at=TOMORROW,
                **wanted(city),
            )  # fmt: skip

    @pytest.mark.rule("INS-3")
    def test_keeps_quiet_days(self, city: City) -> None:
        enter_quiet_period(
            by=COMMAND, at=NOON, name_zh="安静期", organ=city.people["officer"].organ, from_day=date(2026, 11, 1),
            acts=["inspection"], exceptions=["complaint"],
        )  # fmt: skip
        assert refusal(lambda: planned(city)) == ["INS-3"]
        complaint = {"origin": "complaint", "approver": city.people["head"], "exception": "complaint"}
        assert planned(city, **complaint).exception == "complaint"

    @pytest.mark.rule("INS-2")
    def test_keeps_the_published_cap(self, city: City) -> None:
        organ, shop = city.people["officer"].organ, a_counterpart(city)
        assert organ is not None
        inspections.enter_cap(
            by=COMMAND, at=NOON, organ=organ, year=2026, times=1, published_on=date(2026, 1, 5)
        )
        planned(city, counterpart=shop)
        later = TOMORROW + timedelta(days=3)
        warned = {"INS-4": "同日不便"}
        assert refusal(lambda: planned(city, counterpart=shop, planned_at=later, overrides=warned)) == [
            "INS-2"
        ]

    @pytest.mark.rule("INS-4")
    def test_tells_who_else_comes_and_lets_them_go_together(self, city: City) -> None:
        shop = a_counterpart(city)
        mine = planned(city, counterpart=shop)
        theirs = _of_the_city(city, shop)
        assert list(inspections.companions_for(theirs)) == [mine]
        joined = inspections.join_inspection(theirs.pk, by=city.actor("city_market1"), at=NOON, other=mine)
        assert (joined.joined_to, joined.planned_at) == (mine, mine.planned_at)
        facts = Inspection.objects.with_everything().get(pk=theirs.pk)
        assert facts.facts_of_plan(by=city.actor("city_market1"), at=NOON).others == ()

    def test_can_be_moved_and_cancelled(self, city: City) -> None:
        row, officer = planned(city), city.actor("officer")
        later = TOMORROW + timedelta(days=2)
        moved = inspections.move_inspection(row.pk, by=officer, at=NOON, planned_at=later, reason="企业停业")
        assert moved.planned_at == later
        gone = inspections.cancel_inspection(row.pk, by=officer, at=NOON, reason="已书面核查")
        assert gone.state == InspectionState.CANCELLED
        assert inspections.inspection_of_code(row.code, at=NOON) is None


def _of_the_city(city: City, shop: Any) -> Inspection:
    """The city's own bureau plans a visit of the same shop, and says why in spite of the warning."""
    return inspections.plan_inspection(
        by=city.actor("city_market1"), at=NOON, counterpart=shop, planned_at=TOMORROW + timedelta(days=5),
        overrides={"INS-4": "将合并"}, **wanted(city, by="city_market1"),
    )  # fmt: skip


class TestAtTheDoor:
    @pytest.mark.rule("SUB-4")
    def test_certificates_are_shown_and_the_code_is_scanned(self, city: City) -> None:
        row = planned(city)
        assert refusal(
            lambda: inspections.start_inspection(
                row.pk, by=city.actor("officer"), at=TOMORROW, started_at=TOMORROW, certificates_shown=False
            )
        ) == ["SUB-4", "INS-5"]
        assert begun(city).state == InspectionState.UNDER_WAY

    def test_an_emergency_names_its_reason_and_the_head(self, city: City) -> None:
        row, head = planned(city), city.people["head"]
        inspections.start_inspection(
            row.pk, by=city.actor("officer"), at=TOMORROW, started_at=TOMORROW, certificates_shown=True,
            urgent_reason="燃气泄漏", urgent_approver=head,
        )  # fmt: skip
        assert EmergencyOverride.objects.get(thing=f"inspection:{row.pk}").approver == head

    def test_what_could_not_be_planned_is_registered_on_the_spot(self, city: City) -> None:
        row = inspections.register_on_spot(
            by=city.actor("officer"), at=NOON, counterpart=a_counterpart(city), started_at=NOON,
            certificates_shown=True, check_in="911", **wanted(city, origin="complaint", approver=city.people["head"]),
        )  # fmt: skip
        assert (row.state, row.started_at) == (InspectionState.UNDER_WAY, NOON)

    def test_late_registration_leaves_a_signal(self, city: City) -> None:
        late = NOON - timedelta(days=3)
        inspections.register_on_spot(
            by=city.actor("officer"), at=NOON, counterpart=a_counterpart(city), started_at=late,
            certificates_shown=True, check_in="911", late_reason="系统故障", **wanted(city),
        )  # fmt: skip
        assert [s.kind for s in TimeSignal.objects.visible_to(city.actor("supervisor"))] == ["PT-4"]


class TestTheEnd:
    def test_a_clue_becomes_a_case(self, city: City) -> None:
        row = concluded(city, result="clue")
        assert row.case is not None
        assert (row.case.source, row.case.matter) == (CaseSource.INSPECTION, city.matter)

    def test_nothing_found_leaves_no_case(self, city: City) -> None:
        row = concluded(city)
        assert (row.case, row.items.get().finding) == (None, "complies")


class TestWhatTheFirmSees:
    def test_officers_purpose_and_basis_without_an_account(self, city: City, client: Client) -> None:
        row = planned(city)
        answer = client.get(f"/visit/{row.code}/")
        text = answer.content.decode()
        assert answer.status_code == 200
        assert row.purpose in text
        assert city.people["officer"].certificate_number in text
        assert str(row.counterpart) not in text
        assert answer["X-Robots-Tag"] == "noindex, nofollow"

    def test_a_code_is_typed_in_small_letters_too(self, city: City, client: Client) -> None:
        row = planned(city)
        assert client.get("/visit/", {"code": row.code.lower()}).status_code == 302

    @pytest.mark.parametrize("code", ["AAAAAAAAAA", "x", "1" * 200])
    def test_an_unknown_code_is_no_visit(self, db: None, client: Client, code: str) -> None:
        assert client.get(f"/visit/{code}/").status_code == 404

    def test_codes_cannot_be_tried_out(self, db: None, client: Client) -> None:
        statuses = [client.get("/visit/", {"code": f"BBBBBBBB{n:02d}"}).status_code for n in range(31)]
        assert statuses[-1] == 429
        assert set(statuses[:-1]) == {404}

    def test_a_code_expires(self, city: City) -> None:
        row = planned(city)
        assert inspections.inspection_of_code(row.code, at=row.code_expires_at) is None

    def test_it_rates_once_and_after_the_visit(self, city: City, client: Client) -> None:
        early, row = planned(city), concluded(city)
        assert client.post(f"/visit/{early.code}/", {"manner": "5"}).status_code == 409
        assert client.post(f"/visit/{row.code}/", {"manner": "2", "no_gos": ["quota"]}).status_code == 302
        assert client.post(f"/visit/{row.code}/", {"manner": "5"}).status_code == 409
        assert InspectionRating.objects.get().manner == 2

    def test_an_officer_does_not_rate_for_it(self, city: City, as_user: Callable[[str], Client]) -> None:
        row = concluded(city)
        assert as_user("officer").post(f"/visit/{row.code}/", {"manner": "5"}).status_code == 409


class TestTheRating:
    def rated(self, city: City, times: int) -> None:
        for number in range(times):
            shop = a_counterpart(city, name=f"第{number}示例店")
            row = concluded(city, counterpart=shop)
            inspections.rate_inspection(
                by=ANONYMOUS, at=row.ended_at, code=row.code, manner=4, words=f"话{number}"
            )

    def test_goes_past_the_organ(self, city: City, as_user: Callable[[str], Client]) -> None:
        self.rated(city, 1)
        row = Inspection.objects.get()
        for username in ("officer", "head"):
            assert not InspectionRating.objects.visible_to(city.actor(username)).exists()
            assert as_user(username).get("/inspections/ratings/").status_code == 403
        assert "inspection:rate" not in {entry.action for entry in timeline_of(row)}
        assert InspectionRating.objects.visible_to(city.actor("supervisor")).exists()

    @pytest.mark.parametrize(("times", "shown"), [(4, None), (5, 5)])
    def test_is_shown_from_five_firms_on(self, city: City, times: int, shown: int | None) -> None:
        self.rated(city, times)
        [row] = ratings_by_organ(city.actor("supervisor"))
        assert row.count == shown
        assert len(row.words) == (shown or 0)


class TestPagesAndApi:
    @pytest.mark.parametrize("path", ["", "new/", "on-spot/", "caps/"])
    def test_open_for_officers(self, as_user: Callable[[str], Client], path: str) -> None:
        assert as_user("officer").get(f"/inspections/{path}").status_code == 200

    def test_the_page_of_one_asks_little(
        self, city: City, as_user: Callable[[str], Client], django_assert_max_num_queries: Any
    ) -> None:
        row, client = planned(city), as_user("officer")
        assert row.number in client.get(row.get_absolute_url()).content.decode()
        with django_assert_max_num_queries(12):
            client.get(row.get_absolute_url())

    def test_the_code_is_a_picture(self, city: City, as_user: Callable[[str], Client]) -> None:
        answer = as_user("officer").get(f"/inspections/{planned(city).pk}/code.svg")
        assert answer["Content-Type"] == "image/svg+xml"
        assert b"<svg" in answer.content

    def test_elsewhere_it_does_not_exist(self, city: City, as_user: Callable[[str], Client]) -> None:
        row = planned(city)
        assert as_user("officer_north").get(row.get_absolute_url()).status_code == 404
        assert as_user("officer_north").get(f"/inspections/{row.pk}/code.svg").status_code == 404

    def test_a_firm_shows_its_visits(self, city: City, as_user: Callable[[str], Client]) -> None:
        row = planned(city)
        panel = as_user("officer").get(f"/counterparts/{row.counterpart_id}/inspections/")
        assert row.number in panel.content.decode()

    def test_is_planned_and_begun_by_a_program(self, city: City, with_token: Callable[..., Client]) -> None:
        client, given = with_token("officer"), wanted(city)
        body = {
            **given, "matters": [str(city.matter.pk)], "officers": [str(o.pk) for o in given["officers"]],
            "counterpart": str(a_counterpart(city).pk), "planned_at": "2099-01-05T10:00:00+08:00",
        }  # fmt: skip
        made = client.post("/api/v1/inspections/", json.dumps(body), content_type="application/json")
        assert made.status_code == 201, made.content
        one = made.json()
        assert {t["name"] for t in one["transitions"]} == {"start", "move", "join", "cancel"}
        refused = client.post(
            f"/api/v1/inspections/{one['id']}/transitions/start/",
            json.dumps({"started_at": "2026-11-20T12:00:00+08:00", "certificates_shown": False}),
            content_type="application/json", headers={"if-match": made["ETag"]},
        )  # fmt: skip
        assert refused.status_code == 409
        assert {"SUB-4", "INS-5"} <= {o["code"] for o in refused.json()["obstacles"]}
