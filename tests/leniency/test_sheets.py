"""A list as sheet and on paper: what a sheet holds is checked row by row, and comes back as it went out."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
import xlsxwriter
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from enforcement.services.documents.tables import write_book
from foundation.actors import COMMAND
from foundation.obstacles import Refused, Stale
from leniency import services
from leniency.models import LeniencyCondition, LeniencyList
from leniency.reports.comparing import comparison_of
from leniency.reports.printing import table_of
from leniency.reports.working_sheet import write_working_sheet
from leniency.serializers.list_file import list_file
from leniency.vocabulary import ConditionKind, Sameness
from leniency.vocabulary.conditions import CHOICES_OF, NEEDS_NUMBER
from leniency.vocabulary.short import SHEET_COLUMNS, read_conditions, short_of
from tests.city import NOON
from tests.leniency.conftest import Bureau

ROW = {
    "code": "SJ-1", "violation_zh": "未明码标价", "violation_en": "Prices not marked", "basis": "价格法 42",
    "correct_first": "否", "conditions_zh": "首次；当场改正", "follow_up_zh": "教育",
    "conditions": "first_time=24/matter；corrected_in_time=0; harm_at_most=none; attested=已退还多收价款|money back",
}  # fmt: skip


def a_sheet(*rows: dict[str, Any]) -> io.BytesIO:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, SHEET_COLUMNS)
        for number, row in enumerate(rows, start=1):
            sheet.write_row(number, 0, [row.get(name, "") for name in SHEET_COLUMNS])
    file.seek(0)
    return file


def imported(draft: LeniencyList, *rows: dict[str, Any]) -> LeniencyList:
    return services.import_entries(draft.pk, by=COMMAND, at=NOON, file=a_sheet(*rows))


def lines_of(caught: pytest.ExceptionInfo[ValidationError]) -> list[str]:
    return caught.value.message_dict["file"]


class TestASheet:
    def test_becomes_entries_with_conditions_as_data(self, draft: LeniencyList) -> None:
        (entry,) = imported(draft, ROW).entries.all()
        assert (entry.code, entry.violation_zh, entry.correct_first) == ("SJ-1", "未明码标价", False)
        kinds = {c.kind: c for c in entry.conditions.all()}
        assert set(kinds) == {"first_time", "corrected_in_time", "harm_at_most", "attested"}
        assert (kinds["first_time"].number, kinds["first_time"].sameness) == (24, "matter")
        assert (kinds["corrected_in_time"].number, kinds["attested"].text_en) == (0, "money back")

    def test_counts_earlier_violations_by_entry_where_it_says_so(self, draft: LeniencyList) -> None:
        (entry,) = imported(draft, {**ROW, "conditions": "first_time=24/entry"}).entries.all()
        (first,) = entry.conditions.all()
        assert (first.number, first.sameness) == (24, "entry")

    def test_replaces_what_has_its_code_and_leaves_the_rest(self, draft: LeniencyList) -> None:
        imported(draft, ROW, {**ROW, "code": "SJ-2"})
        imported(draft, {**ROW, "violation_zh": "改写", "conditions": "not_refusing"})
        told = {e.code: (e.violation_zh, e.conditions.count()) for e in draft.entries.all()}
        assert told == {"SJ-1": ("改写", 1), "SJ-2": ("未明码标价", 4)}

    @pytest.mark.parametrize(
        ("wrong", "word"),
        [
            ({"conditions": "never_heard"}, "never_heard"),
            ({"conditions": "harm_at_most=enormous"}, "none"),
            ({"conditions": "amount_at_most"}, "number"),
            ({"conditions": "corrected_in_time=soon"}, "no number"),
            ({"correct_first": "maybe"}, "maybe"),
            ({"matter": "XX-404"}, "XX-404"),
            ({"violation_zh": ""}, "blank"),
            ({"code": "SJ-1"}, "twice"),
        ],
    )
    def test_with_a_wrong_row_is_refused_whole(
        self, draft: LeniencyList, wrong: dict[str, str], word: str
    ) -> None:
        with pytest.raises(ValidationError) as caught:
            imported(draft, ROW, {**ROW, "code": "SJ-2", **wrong})
        (line,) = lines_of(caught)
        assert line.startswith("Row 3:")
        assert word in line
        assert not draft.entries.exists()

    def test_tells_all_that_is_wrong_in_a_row_each_with_its_column(self, draft: LeniencyList) -> None:
        wrong = {
            "violation_zh": "",
            "correct_first": "maybe",
            "matter": "XX-404",
            "conditions": "amount_at_most",
        }
        with pytest.raises(ValidationError) as caught:
            imported(draft, {**ROW, **wrong})
        (line,) = lines_of(caught)
        for column in wrong:
            assert f"{column}: " in line
        assert "violation_zh: This field cannot be blank." in line

    @pytest.mark.parametrize(
        ("conditions", "fits"),
        [
            ("harm_at_most=none; harm_at_most=slight", False),
            ("corrected_in_time=0; corrected_in_time", False),
            ("first_time=24/matter; first_time=12/matter", False),
            ("first_time=24/matter; first_time=12/field", True),
            ("attested=甲|A; attested=乙|B", True),
            ("attested=甲|A; attested=甲|A", False),
        ],
    )
    def test_says_of_one_thing_one_condition(self, draft: LeniencyList, conditions: str, fits: bool) -> None:
        if fits:
            assert imported(draft, {**ROW, "conditions": conditions}).entries.get().conditions.count() == 2
            return
        with pytest.raises(ValidationError) as caught:
            imported(draft, {**ROW, "conditions": conditions})
        assert "already" in lines_of(caught)[0]

    def test_does_not_overwrite_what_a_colleague_changed_meanwhile(self, draft: LeniencyList) -> None:
        entry = imported(draft, ROW).entries.get()
        condition = entry.conditions.get(kind="harm_at_most")
        given = {"by": COMMAND, "at": NOON}
        acts = (
            lambda: services.edit_entry(entry.pk, **given, violation_zh="改写"),
            lambda: services.edit_condition(condition.pk, **given, choice="slight"),
            lambda: services.remove_condition(condition.pk, **given),
            lambda: services.add_condition(entry.pk, **given, kind="not_refusing"),
            lambda: services.add_entry(draft.pk, **given, code="SJ-9", violation_zh="另一项"),
            lambda: services.import_entries(draft.pk, **given, file=a_sheet({**ROW, "code": "SJ-8"})),
            lambda: services.remove_entry(entry.pk, **given),
        )
        for act in acts:
            read = LeniencyList.objects.get(pk=draft.pk).version
            act()
            with pytest.raises(Stale):
                services.import_entries(draft.pk, **given, file=a_sheet(ROW), expected=read)

    def test_can_be_tried_and_writes_nothing(self, draft: LeniencyList) -> None:
        services.try_entries(draft.pk, by=COMMAND, at=NOON, file=a_sheet(ROW))
        assert not draft.entries.exists()
        with pytest.raises(ValidationError):
            services.try_entries(draft.pk, by=COMMAND, at=NOON, file=a_sheet({**ROW, "matter": "?"}))

    def test_does_not_change_what_is_published(self, bureau: Bureau) -> None:
        published = bureau.entry("SJ-005").list
        for service in (services.import_entries, services.try_entries):
            with pytest.raises(Refused) as caught:
                service(published.pk, by=COMMAND, at=NOON, file=a_sheet(ROW))
            assert [o.code for o in caught.value.obstacles] == ["LST-10"]

    def test_comes_back_as_it_went_out(self, bureau: Bureau) -> None:
        old = bureau.entry("SJ-005").list
        new = services.revise_list(old.pk, by=COMMAND, at=NOON, edition="2027年版")
        file = io.BytesIO()
        write_working_sheet(file, old)
        file.seek(0)
        services.import_entries(new.pk, by=COMMAND, at=NOON, file=file)
        assert comparison_of(old, new).differing == []


@st.composite
def terms(draw: Any) -> dict[str, Any]:
    kind = draw(st.sampled_from(ConditionKind.values))
    number = st.decimals(min_value=0, max_value=10**6, places=2, allow_nan=False)
    if kind == ConditionKind.ATTESTED:
        word = st.text(alphabet="当场清理ab ", min_size=1, max_size=20).map(str.strip).filter(bool)
        return {"kind": kind, "text_zh": draw(word), "text_en": draw(word)}
    if kind in CHOICES_OF:
        return {"kind": kind, "choice": draw(st.sampled_from(CHOICES_OF[kind].values))}
    unit = draw(
        st.sampled_from(({}, {"text_zh": "具", "text_en": "pieces"}, {"text_zh": "箱", "text_en": ""}))
    )
    if kind == ConditionKind.QUANTITY_AT_MOST:
        return {"kind": kind, "number": draw(number), **unit}
    found = draw(number if kind in NEEDS_NUMBER else st.none() | number)
    more = {"sameness": draw(st.sampled_from(Sameness.values))} if kind == ConditionKind.FIRST_TIME else {}
    return {"kind": kind, "number": found, **more}


@given(st.lists(terms(), max_size=5))
def test_conditions_are_read_as_they_are_written(rows: list[dict[str, Any]]) -> None:
    built = [LeniencyCondition(**row) for row in rows]
    text = "; ".join(
        short_of(c.kind, number=c.number, choice=c.choice, sameness=c.sameness, zh=c.text_zh, en=c.text_en)
        for c in built
    )
    assert read_conditions(text) == rows


class TestOnPaper:
    def test_has_the_columns_that_organs_publish(self, bureau: Bureau) -> None:
        found = bureau.entry("SJ-005").list
        table = Document(io.BytesIO(list_file(found, "docx").content)).tables[0]
        labels = [cell.text for cell in table.rows[0].cells]
        assert labels == ["No.", "Violation", "Conditions", "Basis in law", "Organ", "Remarks"]
        assert len(table.rows) == 1 + found.entries.count()
        lighter = table_of(bureau.entry("CG-005").list)
        assert "Statutory range" in [column.label for column in lighter.columns]

    @pytest.mark.parametrize(
        ("form", "begins"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("xlsx", b"PK")], ids=["pdf", "docx", "xlsx"]
    )
    def test_everybody_can_have_it(self, bureau: Bureau, form: str, begins: bytes) -> None:
        key = bureau.entry("SJ-005").list_id
        for address in (
            reverse("leniency:public_list_file", args=[key, form]),
            f"/api/v1/public/leniency-lists/{key}/files/{form}/",
        ):
            answer = Client().get(address)
            assert answer.status_code == 200
            assert answer.content.startswith(begins)

    def test_as_a_sheet_bears_any_title(self, bureau: Bureau) -> None:
        table = replace(table_of(bureau.entry("SJ-005").list), title="清单[一]：A/B?*" * 5)
        assert write_book([table]).startswith(b"PK")

    def test_as_a_sheet_has_the_columns_that_organs_publish(self, bureau: Bureau) -> None:
        found = bureau.entry("CG-005").list
        answer = Client().get(reverse("leniency:public_list_file", args=[found.pk, "xlsx"]))
        rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
        assert rows[0] == [column.label for column in table_of(found).columns]
        assert len(rows) == 1 + found.entries.count()

    def test_a_draft_is_for_its_organ_alone(self, bureau: Bureau, draft: LeniencyList) -> None:
        client = Client()
        assert client.get(reverse("leniency:public_list_file", args=[draft.pk, "pdf"])).status_code == 404
        client.force_login(bureau.city.people["officer_north"])
        assert client.get(reverse("leniency:list_file", args=[draft.pk, "xlsx"])).status_code == 404
        client.force_login(bureau.city.people["head"])
        answer = client.get(reverse("leniency:list_file", args=[draft.pk, "xlsx"]))
        rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
        assert rows[0][0] == "code"
        assert client.get(reverse("leniency:list_file", args=[draft.pk, "odt"])).status_code == 404
