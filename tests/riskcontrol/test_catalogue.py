"""The catalogue: editions for any day, a sheet that goes out and comes back, and the turns of the clock."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
import xlsxwriter
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from foundation.obstacles import Forbidden, Refused
from riskcontrol.models import PointEdition, RiskCatalogue, RiskPoint
from riskcontrol.reports.working_sheet import write_working_sheet
from riskcontrol.rules.hints import hints_in
from riskcontrol.rules.short import SHEET_COLUMNS
from riskcontrol.services.catalogues import hand_over
from riskcontrol.services.importing import import_points, try_points
from riskcontrol.services.points import edit_point
from riskcontrol.services.publishing import check_point, publish_point, revise_point
from tests.city import NOON, City
from tests.riskcontrol.rows import TODAY
from tests.riskcontrol.test_points import a_ready_point, publish

ROW = {
    "code": "FX-N-1", "name_zh": "新风险", "basis": "价格法 42", "level": "高", "level_reason": "多发",
    "causes": "主观: 疏忽 | Carelessness\norgan: 宣传不足", "measures": "机关/高: 集中约谈\ncounterpart: 自查价签",
    "industries": "F, H", "season_months": "1、12月", "ways": "tip",
}  # fmt: skip


def a_sheet(*rows: dict[str, str]) -> io.BytesIO:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, SHEET_COLUMNS)
        for number, row in enumerate(rows, start=1):
            sheet.write_row(number, 0, [row.get(name, "") for name in SHEET_COLUMNS])
    file.seek(0)
    return file


@pytest.fixture
def catalogue(city: City) -> RiskCatalogue:
    return a_ready_point(city).field.risk_catalogue


def test_what_was_published_stays_readable_for_its_days(city: City) -> None:
    point, later = publish(city, a_ready_point(city)), NOON + timedelta(days=10)
    anybody = Client(REMOTE_ADDR="203.0.113.9")
    revise_point(point.pk, by=city.actor("head"), at=later, reason="年度修订")
    edit_point(point.pk, by=city.actor("head"), at=later, name_zh="新名称")
    assert PointEdition.objects.standing().get().name_zh == "示例风险"
    check_point(point.pk, by=city.actor("reviewer"), at=later, opinion="合法")
    publish_point(point.pk, by=city.actor("head"), at=later, confirmed=point.measures.all())
    for day, name in ((TODAY, "示例风险"), (TODAY + timedelta(days=9), "示例风险"), (later.date(), "新名称")):
        assert PointEdition.objects.in_force(day).get().name_zh == name
        listed = anybody.get(reverse("riskcontrol:public_points"), {"as_of": day.isoformat()})
        assert name in listed.content.decode()
        rows = anybody.get("/api/v1/public/risk-points/", {"as_of": day.isoformat()}).json()["results"]
        assert [row["name_zh"] for row in rows] == [name]
    assert not PointEdition.objects.in_force(TODAY - timedelta(days=1)).exists()


def test_who_wrote_last_does_not_check(city: City) -> None:
    with pytest.raises(Refused) as refusal:
        check_point(a_ready_point(city).pk, by=city.actor("head"), at=NOON, opinion="合法")
    assert [o.code for o in refusal.value.obstacles] == ["RSK-8"]


def test_who_checked_does_not_approve(city: City) -> None:
    point = a_ready_point(city, by=city.actor("reviewer"))
    edit_point(point.pk, by=city.actor("reviewer"), at=NOON, basis="价格法 42")
    check_point(point.pk, by=city.actor("head"), at=NOON, opinion="合法")
    with pytest.raises(Refused) as refusal:
        publish_point(point.pk, by=city.actor("head"), at=NOON, confirmed=point.measures.all())
    assert [o.code for o in refusal.value.obstacles] == ["RSK-10"]


def test_a_measure_that_nobody_vouches_for_is_not_published(city: City) -> None:
    point = a_ready_point(city)
    check_point(point.pk, by=city.actor("reviewer"), at=NOON, opinion="合法")
    with pytest.raises(Refused) as refusal:
        publish_point(point.pk, by=city.actor("head"), at=NOON, confirmed=point.measures.all()[:1])
    assert [o.code for o in refusal.value.obstacles] == ["RSK-11"]


def test_words_that_may_add_a_duty_are_pointed_out() -> None:
    assert hints_in("应当缴纳保证金", "pay a deposit") == ("应当", "缴纳", "保证金", "pay", "deposit")
    assert hints_in("上门辅导台账", "Counsel on the spot") == ()


class TestASheet:
    def test_becomes_drafts_with_causes_and_measures(self, city: City, catalogue: RiskCatalogue) -> None:
        import_points(catalogue.pk, by=city.actor("head"), at=NOON, file=a_sheet(ROW), adds_no_duty=True)
        point = RiskPoint.objects.get(code="FX-N-1")
        assert (point.state, point.level, point.season_months, point.industries) == (
            "draft", "high", [1, 12], ["F", "H"],
        )  # fmt: skip
        assert list(point.measures.values_list("side", "level")) == [("organ", "high"), ("counterpart", "")]
        assert point.causes.get(kind="subjective").text_en == "Carelessness"

    def test_is_only_tried_when_asked(self, city: City, catalogue: RiskCatalogue) -> None:
        try_points(catalogue.pk, by=city.actor("head"), at=NOON, file=a_sheet(ROW), adds_no_duty=True)
        assert not RiskPoint.objects.filter(code="FX-N-1").exists()

    def test_tells_every_wrong_row_and_writes_none(self, city: City, catalogue: RiskCatalogue) -> None:
        publish(city, RiskPoint.objects.get(code="FX-T-1"))
        sheet = a_sheet(
            ROW, {**ROW, "code": "FX-N-2", "industries": "??"}, {**ROW, "code": "FX-N-3", "level_reason": ""},
            {**ROW, "code": "FX-T-1"}, ROW,
        )  # fmt: skip
        with pytest.raises(ValidationError) as caught:
            import_points(catalogue.pk, by=city.actor("head"), at=NOON, file=sheet, adds_no_duty=True)
        assert len(caught.value.message_dict["file"]) == 4
        assert RiskPoint.objects.count() == 1

    def test_comes_back_as_it_went_out(self, city: City, catalogue: RiskCatalogue) -> None:
        import_points(catalogue.pk, by=city.actor("head"), at=NOON, file=a_sheet(ROW), adds_no_duty=True)
        files = []
        for _round in range(2):
            file = io.BytesIO()
            write_working_sheet(file, catalogue)
            file.seek(0)
            files.append(CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python())
            file.seek(0)
            import_points(catalogue.pk, by=city.actor("head"), at=NOON, file=file, adds_no_duty=True)
        assert files[0] == files[1]
        assert len(files[0]) == 3


class TestTheKeeper:
    def test_hands_over_to_an_organ_with_the_same_duties(self, city: City, catalogue: RiskCatalogue) -> None:
        head, organs = city.actor("head"), city.places.organs
        assert hand_over(catalogue.pk, by=head, at=NOON, keeper=organs["SD11"]).keeper == organs["SD11"]
        with pytest.raises(Refused) as refusal:
            hand_over(catalogue.pk, by=head, at=NOON, keeper=organs["SC03"])
        assert [o.code for o in refusal.value.obstacles] == ["RSK-17"]
        with pytest.raises(Forbidden):
            hand_over(catalogue.pk, by=city.actor("reviewer"), at=NOON, keeper=organs["SC01"])


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_everybody_may_have_the_published_lists_as_a_file(city: City, form: str) -> None:
    publish(city, a_ready_point(city))
    given = Client().get(reverse("riskcontrol:public_file", args=[form]), {"as_of": TODAY.isoformat()})
    assert given.status_code == 200
    if form == "xlsx":
        book = CalamineWorkbook.from_filelike(io.BytesIO(given.content))
        assert [len(book.get_sheet_by_index(i).to_python()) for i in range(3)] == [2, 3, 3]
