"""Trainings in browser and API, one's own hours, and what a head sees of the officers (Art. 7)."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from enforcement.models import Attendance, Officer, TrainingSession
from enforcement.services import training
from tests.city import NOON, City

pytestmark = pytest.mark.article("7")
SignIn = Callable[[str], Client]
Holder = Callable[..., Client]
TODAY = NOON.date()
MOST_QUERIES = 12


def planned(city: City, *, by: str = "head", **more: Any) -> TrainingSession:
    given = {
        "title": "说理式执法",
        "kind": "course",
        "topic": "service",
        "held_on": TODAY,
        "hours": Decimal(8),
        **more,
    }
    return training.plan_training(by=city.actor(by), at=NOON, **given)


def titles(client: Client, query: str = "") -> list[str]:
    return [row["cells"][0]["display"] for row in client.get(f"/training/{query}").context["page"]["rows"]]


def version(session: TrainingSession) -> int:
    return TrainingSession.objects.get(pk=session.pk).version


def sheet(*rows: tuple[Any, ...]) -> SimpleUploadedFile:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return SimpleUploadedFile("attendance.xlsx", file.getvalue())


def queries(client: Client, where: str) -> int:
    client.get(where)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(where).status_code == 200
    return len([q for q in caught.captured_queries if "SAVEPOINT" not in q["sql"]])


class TestTheList:
    @pytest.mark.parametrize(("query", "found"), [
        ("?topic=service", ["说理式执法"]), ("?topic=law", ["法律学习"]), ("?state=held", []),
        ("?q=法律", ["法律学习"]), ("?held_on_before=2026-11-19", ["法律学习"]),
    ])  # fmt: skip
    def test_filters_and_searches(self, city: City, as_user: SignIn, query: str, found: list[str]) -> None:
        planned(city)
        planned(city, title="法律学习", topic="law", held_on=TODAY - timedelta(days=1))
        assert titles(as_user("head"), query) == found

    def test_is_that_of_the_own_organ(self, city: City, as_user: SignIn) -> None:
        planned(city, by="head_north", title="北方培训")
        assert titles(as_user("head")) == []
        assert titles(as_user("head_north")) == ["北方培训"]

    def test_asks_as_often_for_many_as_for_few(self, city: City, as_user: SignIn) -> None:
        planned(city)
        few = queries(as_user("head"), "/training/")
        for number in range(6):
            planned(city, title=f"培训{number}")
        assert queries(as_user("head"), "/training/") == few <= MOST_QUERIES

    def test_is_exported_as_it_is_listed(self, city: City, as_user: SignIn) -> None:
        planned(city)
        answer = as_user("head").get("/training/?format=csv")
        text = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert "说理式执法" in text.decode("utf-8-sig")


class TestPlanning:
    GIVEN = {
        "title": "说理式执法",
        "kind": "course",
        "topic": "service",
        "held_on": "2026-11-20",
        "hours": "8",
    }

    def test_is_the_work_of_heads(self, as_user: SignIn) -> None:
        assert as_user("officer").post("/training/new/", self.GIVEN).status_code == 403
        assert as_user("head").post("/training/new/", self.GIVEN).status_code == 302

    @pytest.mark.parametrize(
        ("wrong", "field"), [({"hours": "81"}, "hours"), ({"topic": "x"}, "topic"), ({"title": ""}, "title")]
    )
    def test_keeps_what_was_typed_beside_what_is_wrong(
        self, as_user: SignIn, wrong: dict[str, str], field: str
    ) -> None:
        answer = as_user("head").post("/training/new/", {**self.GIVEN, "place": "三楼会议室", **wrong})
        assert answer.status_code == 400
        assert answer.context["form"].errors.keys() == {field}
        assert "三楼会议室" in answer.content.decode()


class TestAttendance:
    def test_is_recorded_of_the_own_organ_alone(self, city: City, as_user: SignIn) -> None:
        session, client = planned(city), as_user("head")
        where = f"/training/{session.pk}/do/attend/"
        wrong = {"expected_version": version(session), "officers": [city.people["officer_north"].pk]}
        assert "officers" in client.post(where, wrong).context["form"].errors
        right = {**wrong, "officers": [city.people["officer"].pk], "hours": "4"}
        assert client.post(where, right).status_code == 302
        assert Attendance.objects.get().hours == 4

    def test_of_a_sheet_names_each_wrong_row_and_writes_nothing(self, city: City, as_user: SignIn) -> None:
        session, client = planned(city), as_user("head")
        data = {"expected_version": version(session), "file": sheet(("officer", 4), ("nobody", 4))}
        answer = client.post(f"/training/{session.pk}/do/import_attendance/", data)
        assert answer.status_code in (400, 409)
        assert "nobody" in answer.content.decode() or "2" in str(answer.context["form"].errors)
        assert not Attendance.objects.exists()


class TestWhatAHeadSees:
    """Who lacks hours and whose certificate ends stands on the day's page; never as a ranking."""

    def panel(self, client: Client) -> dict[str, Any]:
        page: dict[str, Any] = client.get("/training/staff/").context["page"]
        return page

    def test_counts_who_lacks_hours(self, city: City, as_user: SignIn) -> None:
        this_year = timezone.localdate()
        before = self.panel(as_user("head"))
        assert before["short"] == before["officers"] > 0
        session = planned(city, held_on=this_year, hours=Decimal(60))
        by = city.actor("head")
        training.record_attendance(session.pk, by=by, at=timezone.now(), officers=[city.people["officer"]])
        assert self.panel(as_user("head"))["short"] == before["short"] - 1

    def test_names_certificates_that_end_soon_or_have_ended(self, city: City, as_user: SignIn) -> None:
        today = timezone.localdate()
        for username, days in (("officer", 20), ("officer2", -1), ("south3", 400)):
            until = today + timedelta(days=days)
            Officer._base_manager.filter(username=username).update(
                certificate_until=until, certificate_state="valid"
            )
        found = {
            item["officer"].username: item["tone"] for item in self.panel(as_user("head"))["certificates"]
        }
        assert found["officer"] == "watch"
        assert found["officer2"] == "bad"
        assert "south3" not in found

    def test_is_on_the_page_of_the_day_of_heads_alone(self, as_user: SignIn) -> None:
        assert "/training/staff/" in as_user("head").get("/").content.decode()
        assert "/training/staff/" not in as_user("officer").get("/").content.decode()
        assert "/training/staff/" in as_user("head").get("/dashboard/").content.decode()

    def test_leads_to_the_hours_of_each(self, city: City, as_user: SignIn) -> None:
        assert "/training/hours/" in as_user("head").get("/training/staff/").content.decode()
        rows = as_user("head").get("/training/hours/?year=2025").context["page"]["rows"]
        assert {row["officer"].organ_id for row in rows} == {city.people["head"].organ_id}


class TestTheResource:
    def test_plans_edits_and_gives_hours(self, city: City, with_token: Holder) -> None:
        client = with_token("head")
        body = {**TestPlanning.GIVEN, "hours": "8.0"}
        made = client.post("/api/v1/trainings/", json.dumps(body), content_type="application/json")
        assert made.status_code == 201, made.content
        where = f"/api/v1/trainings/{made.json()['id']}/"
        changed = client.patch(
            where, json.dumps({"place": "三楼"}), content_type="application/json", headers={"if-match": '"1"'}
        )
        assert changed.status_code == 200, changed.content
        assert client.get(where).json()["place"] == "三楼"
        hours = client.get("/api/v1/trainings/hours/?year=2026").json()
        assert {row["year"] for row in hours} == {2026}

    @pytest.mark.parametrize("year", ["abc", "1999", "9" * 9])
    def test_refuses_a_year_that_is_none(self, with_token: Holder, year: str) -> None:
        assert with_token("head").get(f"/api/v1/trainings/hours/?year={year}").status_code == 400

    def test_is_not_planned_by_officers(self, with_token: Holder) -> None:
        answer = with_token("officer").post(
            "/api/v1/trainings/", json.dumps(TestPlanning.GIVEN), content_type="application/json"
        )
        assert answer.status_code == 403


def test_ones_own_hours_are_told_with_what_is_missing(city: City, as_user: SignIn) -> None:
    session = planned(city, held_on=date(2025, 3, 3))
    training.record_attendance(session.pk, by=city.actor("head"), at=NOON, officers=[city.people["officer"]])
    page = as_user("officer").get("/training/mine/?year=2025").context["page"]
    assert (page["hours"]["all"], page["hours"]["missing"]) == (Decimal(8), Decimal(52))
