"""Documents of coercion and inspections: the items of the statute, frozen, offered where they belong (Art. 6, 10)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from enforcement.models import CoerciveMeasure, Document, Inspection
from enforcement.services import coercion, documents, evidence
from enforcement.services.documents.docx_examining import text_of
from foundation.obstacles import Refused
from tests.city import City
from tests.enforcement.coercion_course import (
    AFTER_DEMAND,
    LATER,
    applied,
    demanded,
    drafted,
    proposed,
    urgent,
)
from tests.enforcement.inspection_course import TOMORROW, begun, concluded

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
AFTER = TOMORROW + timedelta(hours=2)


@pytest.fixture(autouse=True)
def store(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def issue(thing: Any, city: City, kind: str, *, at: Any = LATER, **more: Any) -> Document:
    noun = "coercion" if isinstance(thing, CoerciveMeasure) else "inspection"
    by = city.actor("officer")
    return documents.issue_document(thing.pk, noun=noun, by=by, at=at, kind=kind, **more)


def words(document: Document) -> str:
    return "\n".join(document.letter.texts())


def refused(thing: Any, city: City, kind: str, **more: Any) -> set[str]:
    with pytest.raises(Refused) as caught:
        issue(thing, city, kind, **more)
    return {o.code for o in caught.value.obstacles}


@pytest.mark.article("10.2")
class TestADecisionOnAMeasure:
    def test_carries_the_items_of_the_statute_and_the_remedies(self, city: City) -> None:
        measure = applied(city)
        text = words(issue(measure, city, "coercion"))
        for item in (
            measure.case.counterpart.name, "产品质量法 18", "涉案计量器具一台", "电子秤 1 台", "15", "六十日内",
            "六个月内", measure.organ.name_zh, "拍照并登记。", "2026年12月5日",
        ):  # fmt: skip
            assert item in text, item

    def test_has_the_number_of_the_measure_and_both_files_with_digests(self, city: City) -> None:
        measure = applied(city)
        document = issue(measure, city, "coercion")
        assert document.number == measure.number
        assert document.case == measure.case
        assert {len(file.sha256) for file in document.files.all()} == {64}
        assert {file.form for file in document.files.all()} == {"docx", "pdf"}
        with evidence.open_file(document.files.get(form="docx")) as file:
            shown = text_of(file.read())
        assert [text for text in document.letter.texts() if text not in shown] == []

    def test_is_not_written_before_anybody_approved(self, city: City) -> None:
        assert refused(proposed(city), city, "coercion") == {"document:too_early"}

    def test_is_written_of_what_was_applied_in_urgency(self, city: City) -> None:
        assert issue(urgent(city), city, "coercion").number

    def test_is_in_english_for_who_reads_english(self, city: City) -> None:
        text = words(issue(applied(city), city, "coercion", language="en"))
        assert "within 60 days" in text
        assert "Decision on a coercive measure" in text

    def test_of_an_execution_is_called_so_and_its_demand_comes_first(self, city: City) -> None:
        measure = demanded(city)
        demand = words(issue(measure, city, "demand", at=AFTER_DEMAND))
        assert "十日内自行拆除" in demand
        assert "陈述" in demand
        assert "强制执行" in issue(measure, city, "coercion", at=AFTER_DEMAND).title


@pytest.mark.article("10.2")
class TestTheInventory:
    def test_lists_each_thing_and_is_signed_by_both(self, city: City) -> None:
        text = words(issue(applied(city), city, "inventory"))
        assert "电子秤 1 台；完好" in text
        assert text.count("＿＿＿＿＿＿＿＿") == 3

    def test_corrected_version_tells_what_was_given_back(self, city: City) -> None:
        measure, officer = applied(city), city.actor("officer")
        first = issue(measure, city, "inventory")
        coercion.deal_with_item(
            measure.pk, by=officer, at=LATER + DAY, item=measure.items.get(), fate="returned",
            dealt_on=(LATER + DAY).date(), receipt="收条二号",
        )  # fmt: skip
        second = documents.correct_document(first.pk, by=officer, at=LATER + DAY, reason="物品已返还")
        assert "收条二号" in words(second)
        assert "收条二号" not in words(Document.objects.get(pk=first.pk))


@pytest.mark.article("10.2")
class TestTheEnd:
    def test_is_told_with_its_reason_and_what_became_of_the_things(self, city: City) -> None:
        measure, at = applied(city), LATER + DAY
        coercion.lift_measure(
            measure.pk,
            by=city.actor("officer"),
            at=at,
            reason="已改正",
            returned_on=at.date(),
            receipt="收条一号",
        )
        text = words(issue(measure, city, "lifting", at=at))
        assert "已改正" in text
        assert "收条一号" in text

    def test_is_not_told_while_it_lasts(self, city: City) -> None:
        assert refused(applied(city), city, "lifting") == {"document:too_early"}


@pytest.mark.article("6")
class TestAnInspection:
    def test_record_says_who_came_why_and_who_signed(self, city: City) -> None:
        visit = concluded(city)
        text = words(issue(visit, city, "visit", at=AFTER))
        for item in (
            visit.counterpart.name,
            "查看明码标价",
            "价格法 33",
            "现场情况",
            "未明码标价",
            city.people["officer"].certificate_number,
        ):
            assert item in text, item

    def test_result_tells_the_firm_where_to_turn(self, city: City) -> None:
        visit = concluded(city)
        document = issue(visit, city, "visit_result", at=AFTER)
        assert visit.code in words(document)
        assert document.addressee == visit.counterpart.name

    def test_clue_is_told_without_a_verdict(self, city: City) -> None:
        visit = concluded(city, result="clue")
        document = issue(visit, city, "visit_result", at=AFTER)
        assert document.case == Inspection.objects.get(pk=visit.pk).case
        assert "处罚" not in words(document)

    def test_is_not_recorded_before_it_is_over(self, city: City) -> None:
        assert refused(begun(city), city, "visit", at=AFTER) == {"document:too_early"}


class TestOnThePages:
    def test_measure_offers_its_documents(self, city: City, as_user: Callable[[str], Client]) -> None:
        measure, client = applied(city), as_user("officer")
        about = f"/documents/about/coercion/{measure.pk}/"
        assert about in client.get(measure.get_absolute_url()).content.decode()
        panel = client.get(about).content.decode()
        assert f"{about}coercion/" in panel
        assert f"{about}inventory/" in panel
        assert "电子秤" in client.get(f"{about}inventory/").content.decode()
        sent = {"kind": "inventory", "language": "zh-hans", "expected_version": measure.version}
        answer = client.post(f"/coercion/{measure.pk}/do/issue_document/", sent)
        assert answer["Location"] == Document.objects.get().get_absolute_url()

    def test_inspection_offers_its_documents(self, city: City, as_user: Callable[[str], Client]) -> None:
        visit, client = concluded(city), as_user("officer")
        about = f"/documents/about/inspection/{visit.pk}/"
        assert about in client.get(visit.get_absolute_url()).content.decode()
        assert f"{about}visit_result/" in client.get(about).content.decode()
        assert client.get(f"/inspections/{visit.pk}/do/issue_document/?kind=visit").status_code == 200

    def test_nothing_is_offered_of_what_is_only_considered(
        self, city: City, as_user: Callable[[str], Client]
    ) -> None:
        page = as_user("officer").get(drafted(city).get_absolute_url()).content.decode()
        assert "/documents/about/coercion/" not in page

    def test_a_program_issues_them_too(self, city: City, with_token: Callable[..., Client]) -> None:
        visit, client = concluded(city), with_token("officer")
        path = f"/api/v1/inspections/{visit.pk}/"
        answer = client.post(
            f"{path}transitions/issue_document/", {"kind": "visit", "language": "en"}, content_type="application/json",
            headers={"if-match": client.get(path)["ETag"]},
        )  # fmt: skip
        assert answer.status_code == 200, answer.content
        assert Document.objects.get().kind == "visit"
