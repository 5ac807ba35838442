"""Article 4, the yearly report: published by 31 January, recorded with its address, read by everybody."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from desk.reports.answers import report_tasks
from desk.reports.duties import duties_of
from enforcement.models import Notification, YearlyReport
from enforcement.services import publicity
from foundation.due import sweep
from foundation.obstacles import Forbidden, Refused
from tests.city import NOON, City
from tests.enforcement.case_course import AFTER_DEFENCE, decided

pytestmark = [pytest.mark.article("4"), pytest.mark.rule("PUB-5")]
Holder = Callable[..., Client]
JANUARY = datetime(2027, 1, 20, 12, tzinfo=NOON.tzinfo)
ADDRESS = "https://city.example/reports/2026"
TABLES = b"a,b\n1,2\n"


def recorded(city: City, **more: Any) -> YearlyReport:
    given = {"year": 2026, "published_on": date(2027, 1, 18), "address": ADDRESS, **more}
    return publicity.record_yearly_report(by=city.actor("head"), at=JANUARY, **given)


def told(kind: str) -> set[str]:
    return set(Notification.objects.filter(kind=kind).values_list("officer__username", flat=True))


class TestTheYearlyReport:
    def test_is_kept_with_address_and_fingerprint(self, city: City) -> None:
        row = recorded(city, file=SimpleUploadedFile("2026.csv", TABLES), note="含五张表")
        assert (row.organ, row.sha256) == (city.people["head"].organ, hashlib.sha256(TABLES).hexdigest())
        assert (row.file_name, row.address) == ("2026.csv", ADDRESS)

    def test_ends_the_task(self, city: City) -> None:
        decided(city)
        sweep(at=datetime(2027, 1, 4, 12, tzinfo=NOON.tzinfo))
        assert "head" in told("publicity:yearly")
        recorded(city)
        sweep(at=datetime(2027, 2, 2, 12, tzinfo=NOON.tzinfo))
        assert told("publicity:yearly_late") == set()

    def test_that_is_missing_is_told_to_who_answers_for_it_and_to_supervision(self, city: City) -> None:
        decided(city)
        sweep(at=datetime(2027, 2, 2, 12, tzinfo=NOON.tzinfo))
        assert {"head", "supervisor"} <= told("publicity:yearly_late")

    def test_that_is_there_is_not_asked_for_and_next_year_is(self, city: City) -> None:
        decided(city)
        recorded(city, published_on=date(2027, 1, 2))
        Notification.objects.all().delete()
        sweep(at=datetime(2027, 1, 5, 12, tzinfo=NOON.tzinfo))
        assert told("publicity:yearly") == set()
        sweep(at=datetime(2028, 1, 5, 12, tzinfo=NOON.tzinfo))
        assert "head" in told("publicity:yearly")

    def test_stands_on_today_from_january_until_it_is_recorded(self, city: City) -> None:
        decided(city)
        head = city.actor("head")

        def asked(day: date) -> list[date]:
            return [task.due_on for task in report_tasks(head, duties_of(head, day), day)]

        assert asked(date(2026, 12, 31)) == []
        assert asked(date(2027, 1, 4)) == [date(2027, 1, 31)]
        recorded(city)
        assert asked(date(2027, 1, 21)) == []

    @pytest.mark.parametrize(
        ("more", "field"),
        [
            ({"published_on": date(2026, 12, 30)}, "year"),
            ({"published_on": date(2027, 3, 1)}, "published_on"),
        ],
    )
    def test_is_of_a_year_that_is_over(self, city: City, more: dict[str, Any], field: str) -> None:
        with pytest.raises(Refused) as refused:
            recorded(city, **more)
        assert [o.field for o in refused.value.obstacles] == [field]

    def test_is_recorded_once_a_year(self, city: City) -> None:
        recorded(city)
        with (
            pytest.raises(IntegrityError, match=r"yearly_report_once|yearlyreport\.organ_id"),
            transaction.atomic(),
        ):
            recorded(city)

    def test_is_recorded_by_a_head_alone(self, city: City) -> None:
        with pytest.raises(Forbidden):
            publicity.record_yearly_report(
                by=city.actor("officer"),
                at=JANUARY,
                year=2026,
                published_on=date(2027, 1, 18),
                address=ADDRESS,
            )

    def test_is_corrected_and_keeps_its_print_without_a_new_file(self, city: City) -> None:
        row = recorded(city, file=SimpleUploadedFile("2026.csv", TABLES))
        again = publicity.correct_yearly_report(
            row.pk, by=city.actor("head"), at=JANUARY, published_on=row.published_on, address=f"{ADDRESS}/b"
        )
        assert (again.address, again.sha256) == (f"{ADDRESS}/b", row.sha256)


class TestEverybody:
    def test_reads_it(self, city: City) -> None:
        row, client = recorded(city, file=SimpleUploadedFile("2026.csv", TABLES)), Client()
        listed = client.get(reverse("enforcement:public_yearly_reports"))
        assert ADDRESS in listed.content.decode()
        page = client.get(reverse("enforcement:public_yearly_report", args=[row.pk])).content.decode()
        assert ADDRESS in page
        assert row.sha256 in page
        body = client.get("/api/v1/public/yearly-reports/").json()["results"]
        assert [(r["year"], r["address"]) for r in body] == [(2026, ADDRESS)]

    def test_finds_nothing_at_an_address_of_nothing(self, city: City) -> None:
        for key in (999, 2**63):
            assert Client().get(reverse("enforcement:public_yearly_report", args=[key])).status_code == 404


class TestTheOrgan:
    def test_records_it_on_its_page(self, city: City, as_user: Holder) -> None:
        typed = {
            "year": 2025,
            "published_on": AFTER_DEFENCE.date().replace(month=1, day=20).isoformat(),
            "address": ADDRESS,
            "file": SimpleUploadedFile("2025.csv", TABLES),
        }
        answer = as_user("head").post(reverse("enforcement:yearly_report_new"), typed)
        row = YearlyReport.objects.get()
        assert (answer.status_code, answer["Location"]) == (302, row.get_absolute_url())
        page = as_user("officer").get(row.get_absolute_url())
        assert page.status_code == 200
        assert row.sha256 in page.content.decode()

    def test_is_told_of_an_address_that_is_none(self, city: City, as_user: Holder) -> None:
        typed = {"year": 2025, "published_on": "2026-01-20", "address": "javascript:alert(1)"}
        answer = as_user("head").post(reverse("enforcement:yearly_report_new"), typed)
        assert answer.status_code == 400
        assert not YearlyReport.objects.exists()

    def test_records_it_over_the_api(self, city: City, with_token: Holder) -> None:
        sent = {"year": 2025, "published_on": "2026-01-20", "address": ADDRESS}
        answer = with_token("head").post(
            "/api/v1/yearly-reports/", json.dumps(sent), content_type="application/json"
        )
        assert answer.status_code == 201
        assert answer.json()["address"] == ADDRESS

    def test_of_elsewhere_does_not_see_it_in_its_list(self, city: City, as_user: Holder) -> None:
        recorded(city)
        rows = as_user("officer_north").get(reverse("enforcement:yearly_report_list")).context["page"]["rows"]
        assert list(rows) == []
