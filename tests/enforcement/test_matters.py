"""Matters, benchmarks, provisions and holidays: kept within the statute and the calendar (Art. 3, 5)."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook

from enforcement.models import DiscretionBand, Holiday, Provision
from enforcement.rules.holidays import obstacles_to_arrangement
from enforcement.rules.matters import Range, obstacles_to_band
from enforcement.services.calendar import work_calendar
from enforcement.services.holiday_files import days_in_json, days_in_workbook
from enforcement.services.holidays import enter_arrangement, import_arrangements
from enforcement.services.matters import (
    cite_provision,
    edit_matter,
    enter_band,
    found_instrument,
    found_provision,
    remove_band,
    revise_provision,
)
from foundation.actors import COMMAND
from foundation.obstacles import Forbidden, Refused
from tests.city import NOON, City

SignIn = Callable[[str], Client]
FINES = st.none() | st.decimals(min_value=0, max_value=10_000, places=2)


def between(low: int | None, high: int | None) -> Range:
    return Range(None if low is None else Decimal(low), None if high is None else Decimal(high))


class TestRulesOfBands:
    @pytest.mark.parametrize(
        ("band", "statute", "others", "codes"),
        [
            ((0, 1000), (0, 5000), (), []),
            ((0, 5000), (0, 5000), (), []),
            ((0, 5001), (0, 5000), (), ["matter:band_outside_range"]),
            ((99, 200), (100, 5000), (), ["matter:band_outside_range"]),
            ((0, 10**9), (None, None), (), []),
            ((1000, 2000), (0, 5000), ((0, 1000), (2000, 5000)), []),
            ((999, 2000), (0, 5000), ((0, 1000),), ["matter:bands_overlap"]),
            ((None, None), (0, 5000), ((0, 5000),), []),
        ],
    )
    def test_a_band_stays_in_the_statute_and_beside_its_neighbours(
        self, band: Any, statute: Any, others: Any, codes: list[str]
    ) -> None:
        found = obstacles_to_band(
            band=between(*band), statutory=between(*statute), others=tuple(between(*o) for o in others)
        )
        assert [o.code for o in found] == codes

    @given(low=FINES, high=FINES)
    def test_a_range_never_reaches_beyond_itself(self, low: Decimal | None, high: Decimal | None) -> None:
        assert not Range(low, high).reaches_beyond(Range(low, high))

    @given(a=FINES, b=FINES, c=FINES, d=FINES)
    def test_overlapping_is_mutual(self, a: Any, b: Any, c: Any, d: Any) -> None:
        assert Range(a, b).overlaps(Range(c, d)) == Range(c, d).overlaps(Range(a, b))


class TestBands:
    def test_are_entered_and_removed(self, city: City) -> None:
        by = city.actor("orgadmin")
        band = enter_band(city.matter.pk, by=by, at=NOON, tier="light", condition_zh="初次", fine_max=1000)
        remove_band(band.pk, by=by, at=NOON)
        assert not DiscretionBand.objects.exists()

    def test_one_tier_stands_once(self, city: City) -> None:
        enter_band(city.matter.pk, by=COMMAND, at=NOON, tier="light", condition_zh="甲")
        with pytest.raises(IntegrityError, match=r"discretion_band_tier_once|discretionband.matter_id"):
            enter_band(city.matter.pk, by=COMMAND, at=NOON, tier="light", condition_zh="乙")

    def test_hold_the_statutory_range_of_their_matter(self, city: City) -> None:
        enter_band(
            city.matter.pk, by=COMMAND, at=NOON, tier="light", condition_zh="甲", fine_min=Decimal(0),
            fine_max=Decimal(3000),
        )  # fmt: skip
        with pytest.raises(Refused):
            edit_matter(city.matter.pk, by=COMMAND, at=NOON, fine_max=Decimal(2000))

    def test_a_matter_keeps_its_own_range_in_order(self, city: City) -> None:
        with pytest.raises(IntegrityError, match="matter_fine_range_in_order"):
            edit_matter(city.matter.pk, by=COMMAND, at=NOON, fine_min=Decimal(6000), fine_max=Decimal(5000))

    def test_an_officer_does_not_change_them(self, city: City) -> None:
        with pytest.raises(Forbidden):
            enter_band(city.matter.pk, by=city.actor("head"), at=NOON, tier="light", condition_zh="甲")


class TestProvisions:
    @pytest.fixture
    def provision(self, city: City) -> Provision:
        law = found_instrument(by=COMMAND, at=NOON, code="price-law", name_zh="价格法")
        return found_provision(by=COMMAND, at=NOON, instrument=law, article="42", valid_from=date(1998, 5, 1))

    def test_a_change_of_the_law_begins_a_revision_not_yet_checked(self, provision: Provision) -> None:
        new = revise_provision(provision.pk, by=COMMAND, at=NOON, valid_from=date(2027, 1, 1), summary="改")
        provision.refresh_from_db()
        assert provision.valid_to == date(2026, 12, 31)
        assert (new.revision, new.is_verified) == (2, False)

    @pytest.mark.parametrize(("day", "revision"), [("2026-12-31", 1), ("2027-01-01", 2)])
    def test_are_listed_as_they_stood_on_a_day(
        self, provision: Provision, as_user: SignIn, day: str, revision: int
    ) -> None:
        revise_provision(provision.pk, by=COMMAND, at=NOON, valid_from=date(2027, 1, 1), summary="改")
        answer = as_user("officer").get("/api/v1/provisions/", {"as_of": day}).json()
        assert [row["revision"] for row in answer["results"]] == [revision]

    def test_stand_on_the_page_of_their_matter(
        self, city: City, provision: Provision, as_user: SignIn, django_assert_max_num_queries: Any
    ) -> None:
        cite_provision(city.matter.pk, by=COMMAND, at=NOON, provision=provision, is_basis=True)
        enter_band(city.matter.pk, by=COMMAND, at=NOON, tier="light", condition_zh="初次轻微")
        client = as_user("officer")
        with django_assert_max_num_queries(12):
            text = client.get(city.matter.get_absolute_url()).content.decode()
        assert "价格法 42" in text
        assert "初次轻微" in text


class TestTheListOfMatters:
    def test_is_searched_and_takes_few_queries(
        self, city: City, as_user: SignIn, django_assert_max_num_queries: Any
    ) -> None:
        client = as_user("officer")
        with django_assert_max_num_queries(12):
            rows = client.get("/matters/", {"q": "明码"}).context["page"]["rows"]
        assert [row["id"] for row in rows] == [city.matter.pk]
        assert client.get("/matters/", {"q": "没有"}).context["page"]["rows"] == []


class TestHolidays:
    OFF = (date(2027, 1, 1), date(2027, 2, 8))

    @pytest.mark.parametrize(
        ("off", "makeup", "code"),
        [
            ((), (), "holiday:empty"),
            ((date(2028, 1, 1),), (), "holiday:foreign_year"),
            ((date(2027, 1, 2),), (date(2027, 1, 2),), "holiday:double"),
            ((date(2027, 1, 1),), (date(2027, 2, 9),), "holiday:makeup_on_weekday"),
        ],
    )
    def test_that_make_no_sense_are_refused(self, off: Any, makeup: Any, code: str) -> None:
        assert code in [o.code for o in obstacles_to_arrangement(2027, off=off, makeup=makeup)]

    def test_replace_the_year_as_a_whole_and_reach_the_calendar(self, city: City) -> None:
        enter_arrangement(by=COMMAND, at=NOON, year=2027, off=self.OFF, makeup=[date(2027, 2, 6)])
        enter_arrangement(by=COMMAND, at=NOON, year=2027, off=self.OFF[:1])
        calendar = work_calendar()
        assert not calendar.is_working_day(date(2027, 1, 1))
        assert calendar.is_working_day(date(2027, 2, 8))
        assert not calendar.is_working_day(date(2027, 2, 6))

    def test_are_read_from_json_and_from_a_sheet_alike(self) -> None:
        content = json.dumps({"2027": {"off": ["2027-01-01", "2027-02-08"], "makeup": ["2027-02-06"]}})
        read = days_in_json(content.encode())
        assert read == days_in_workbook(sheet([date(2027, 1, 1), date(2027, 2, 8)], [date(2027, 2, 6)]))
        assert read[0].off == self.OFF

    @pytest.mark.parametrize(
        "content",
        [b"", b"[]", b"{", b'{"2027": 1}', b'{"x": {"off": []}}', b'{"2027": {"off": ["1"]}}', b"\xff"],
    )
    def test_in_a_broken_file_are_refused_in_words(self, content: bytes) -> None:
        with pytest.raises(ValidationError):
            days_in_json(content)

    @pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a sheet"])
    def test_in_a_broken_sheet_are_refused_in_words(self, content: bytes) -> None:
        with pytest.raises(ValidationError):
            days_in_workbook(content)

    def test_are_imported_all_years_or_none(self, city: City) -> None:
        content = json.dumps({"2027": {"off": ["2027-01-01"]}, "2028": {"off": ["2027-01-01"]}})
        with pytest.raises(Refused):
            import_arrangements(by=COMMAND, at=NOON, name="days.json", content=content.encode())
        assert not Holiday.objects.filter(day__year=2027).exists()

    def test_are_imported_by_command(self, city: City, tmp_path: Path) -> None:
        file = tmp_path / "days.xlsx"
        file.write_bytes(sheet([date(2027, 1, 1)], []))
        call_command("import_holidays", str(file), "--source", "通知", verbosity=0, stdout=io.StringIO())
        assert Holiday.objects.get(day=date(2027, 1, 1)).arrangement.source == "通知"


def sheet(off: list[date], worked: list[date]) -> bytes:
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    page = book.add_worksheet()
    page.write_row(0, 0, ["日期", "安排"])
    for row, day in enumerate((*off, *worked), start=1):
        page.write_datetime(row, 0, day)
        page.write(row, 1, "班" if day in worked else "休")
    book.close()
    return target.getvalue()
