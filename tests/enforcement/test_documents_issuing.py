"""A document is written from the file, frozen, and corrected only by a new version (Art. 6)."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from enforcement.models import Case, Document, DocumentFile
from enforcement.services import documents, evidence
from enforcement.services.documents import pdf_printing
from enforcement.services.documents.docx_examining import text_of
from enforcement.services.documents.pdf_printing import NoFont
from foundation.models import AuditEntry
from foundation.obstacles import Forbidden, Refused, Stale
from foundation.record import audited
from tests.city import NOON, City, a_counterpart, a_filed_case
from tests.enforcement.case_course import AFTER_DEFENCE, archived, decided, educated, notified

pytestmark = pytest.mark.django_db
HOSTILE = '<w:p/>&amp;{{ 7*7 }}{% for x in y %}#panic("x")$x$*b*\\u{1}@a `raw` "; #sys.inputs'


@pytest.fixture(autouse=True)
def store(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def issue(
    case: Case, city: City, kind: str, *, by: str = "officer", at: Any = AFTER_DEFENCE, **more: Any
) -> Document:
    return documents.issue_document(case.pk, noun="case", by=city.actor(by), at=at, kind=kind, **more)


def content(document: Document, form: str) -> bytes:
    with evidence.open_file(document.files.get(form=form)) as file:
        return file.read()


def codes(call: Any, *args: Any, **kwargs: Any) -> set[str]:
    with pytest.raises(Refused) as refused:
        call(*args, **kwargs)
    return {o.code for o in refused.value.obstacles}


class TestADecision:
    def test_carries_its_number_and_the_six_items_of_the_statute(self, city: City) -> None:
        case = decided(city)
        document = issue(case, city, "decision")
        text = "\n".join(document.letter.texts())
        for item in (
            case.counterpart.name, "未明码标价。", "事实清楚，证据确凿。", "罚款", "价格法 42", "伍佰元整",
            "六十日内", "六个月内", str(case.organ.name_zh), "2026年11月30日",
        ):  # fmt: skip
            assert item in text
        assert document.number == case.decision.number

    def test_is_kept_as_docx_and_pdf_with_digests(self, city: City) -> None:
        document = issue(decided(city), city, "decision")
        assert {file.form for file in document.files.all()} == {"docx", "pdf"}
        assert content(document, "pdf").startswith(b"%PDF-1.7")
        shown = text_of(content(document, "docx"))
        assert [text for text in document.letter.texts() if text not in shown] == []

    def test_without_penalty_is_another_document(self, city: City) -> None:
        case = educated(city)
        assert codes(issue, case, city, "decision") == {"document:too_early"}
        document = issue(case, city, "no_penalty")
        assert "现场讲解价格法。" in " ".join(document.letter.texts())

    def test_is_in_english_for_who_reads_english(self, city: City) -> None:
        document = issue(decided(city), city, "decision", language="en")
        text = "\n".join(document.letter.texts())
        assert "within 60 days" in text
        assert "¥500.00" in text
        assert "30 Nov 2026" in text

    def test_says_what_was_added_and_what_has_no_number_gets_one(self, city: City) -> None:
        document = issue(educated(city), city, "receipt", addition="第一行\n第二行")
        assert "送〔2026〕1号" in document.number
        assert {"第一行", "第二行"} <= set(document.letter.texts())


class TestIssuing:
    def test_waits_for_what_the_document_tells(self, city: City) -> None:
        case = a_filed_case(city)
        for kind in ("notice", "decision", "no_penalty", "receipt", "correction", "guidance"):
            assert codes(issue, case, city, kind) == {"document:too_early"}
        assert Document.objects.count() == 0

    def test_happens_once_a_kind_and_language(self, city: City) -> None:
        case = notified(city)
        issue(case, city, "notice")
        assert codes(issue, case, city, "notice") == {"document:issued"}
        assert issue(case, city, "notice", language="en").edition == 1

    def test_is_over_when_the_file_is_archived(self, city: City) -> None:
        assert codes(issue, archived(city), city, "decision") == {"document:too_early"}

    def test_is_for_who_handles_cases_of_the_organ(self, city: City) -> None:
        case = decided(city)
        with pytest.raises(Forbidden):
            issue(case, city, "decision", by="reviewer")
        with pytest.raises(Case.DoesNotExist):
            issue(case, city, "decision", by="officer_north")

    def test_is_refused_when_the_file_changed_meanwhile(self, city: City) -> None:
        case = decided(city)
        with pytest.raises(Stale):
            issue(case, city, "decision", expected=case.version - 1)

    def test_is_told_in_the_record_of_the_case(self, city: City) -> None:
        case = decided(city)
        document = issue(case, city, "decision")
        entry = AuditEntry.objects.get(action="document:issue")
        told = set(entry.subjects.values_list("kind", "key"))
        assert ("enforcement.case", str(case.pk)) in {(kind.lower(), key) for kind, key in told}
        assert document.issued_by == city.people["officer"]

    def test_leaves_no_file_when_it_fails(
        self, city: City, store: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(*_args: Any, **_more: Any) -> bytes:
            raise RuntimeError("no paper")

        case = decided(city)
        monkeypatch.setattr(pdf_printing.typst, "compile", broken)
        with pytest.raises(RuntimeError):
            issue(case, city, "decision")
        assert [p for p in store.rglob("*") if p.is_file()] == []
        assert not Document.objects.exists()


class TestAnIssuedDocument:
    def test_never_changes(self, city: City) -> None:
        document = issue(decided(city), city, "decision")
        document.title = "另一份"
        with audited("document:issue", by=city.actor("officer"), at=NOON), pytest.raises(TypeError):
            document.save()

    def test_keeps_its_text_when_the_file_changes(self, city: City) -> None:
        case = notified(city)
        document = issue(case, city, "notice")
        before = document.letter
        with audited("case:edit", by=city.actor("officer"), at=NOON):
            case.notice.content = "改过的内容"
            case.notice.save()
        assert Document.objects.get(pk=document.pk).letter == before

    def test_is_not_readable_in_the_database(self, city: City) -> None:
        document = issue(decided(city), city, "decision")
        stored = (
            Document.objects.filter(pk=document.pk)
            .extra(select={"raw": "text"})
            .values_list("raw", flat=True)
        )
        assert "事实清楚" not in stored[0]

    def test_is_corrected_by_a_new_version_under_the_same_number(self, city: City) -> None:
        case = notified(city)
        old = issue(case, city, "notice")
        with audited("case:edit", by=city.actor("officer"), at=NOON):
            case.notice.content = "改过的内容"
            case.notice.save()
        new = documents.correct_document(
            old.pk, by=city.actor("officer"), at=AFTER_DEFENCE, reason="金额有误"
        )
        old.refresh_from_db()
        assert (old.state, new.state, new.edition, new.number) == ("replaced", "issued", 2, old.number)
        assert "改过的内容" in new.letter.texts()
        assert new.letter.edition == "第2版"
        assert old.successor == new

    def test_is_corrected_once(self, city: City) -> None:
        old = issue(notified(city), city, "notice")
        by = city.actor("officer")
        documents.correct_document(old.pk, by=by, at=AFTER_DEFENCE, reason="笔误")
        assert codes(documents.correct_document, old.pk, by=by, at=AFTER_DEFENCE, reason="笔误") == {
            "document:wrong_state"
        }


class TestText:
    def test_that_means_harm_stands_as_it_was_typed(self, city: City) -> None:
        party = a_counterpart(city, name=f"甲{HOSTILE}", address="乙二路1号")
        document = issue(notified(city, counterpart=party, title=HOSTILE), city, "notice")
        shown = text_of(content(document, "docx"))
        assert shown.count(HOSTILE) >= 2
        assert document.letter.texts()[3] == f"甲{HOSTILE}："

    def test_cannot_break_the_word_file(self, city: City) -> None:
        document = issue(notified(city, title="甲\u202e乙\x0b丙"), city, "notice")
        with zipfile.ZipFile(io.BytesIO(content(document, "docx"))) as archive:
            assert archive.testzip() is None
        assert "甲乙丙" in document.letter.texts()

    def test_of_a_citizen_keeps_the_address_from_who_may_not_see_it(self, city: City) -> None:
        party = a_counterpart(city, name="张三", kind="citizen", address="一路1号", industry="-")
        document = issue(notified(city, counterpart=party), city, "notice")
        assert "一路1号" in document.letter.texts()
        assert "一路1号" not in document.letter.masked("●").texts()


class TestAComputerWithoutChineseFonts:
    @pytest.fixture(autouse=True)
    def without(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def none() -> tuple[str, str]:
            raise NoFont

        monkeypatch.setattr(pdf_printing, "fonts", none)

    def test_issues_the_word_file_alone(self, city: City) -> None:
        document = issue(decided(city), city, "decision")
        assert [file.form for file in document.files.all()] == ["docx"]
        assert codes(documents.add_pdf, document.pk, by=city.actor("officer"), at=NOON) == {
            "document:no_font"
        }

    def test_prints_the_frozen_text_once_there_is_one(
        self, city: City, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        document = issue(decided(city), city, "decision")
        monkeypatch.undo()
        with_pdf = documents.add_pdf(document.pk, by=city.actor("officer"), at=NOON)
        assert with_pdf.has_pdf
        assert codes(documents.add_pdf, document.pk, by=city.actor("officer"), at=NOON) == {
            "document:printed"
        }


def test_files_without_a_row_are_swept_away_and_those_with_one_stay(city: City, store: Path) -> None:
    document = issue(decided(city), city, "decision")
    stray = store / "documents" / "ab" / "stray"
    stray.parent.mkdir(parents=True, exist_ok=True)
    stray.write_bytes(b"x")
    late = NOON.replace(year=2030)
    assert evidence.remove_orphans(at=late) == 1
    assert all((store / file.file).is_file() for file in DocumentFile.objects.filter(document=document))


def test_every_kind_has_a_paper_size_and_no_foreign_address(city: City) -> None:
    pdf = content(issue(decided(city), city, "decision"), "pdf")
    assert re.search(rb"/MediaBox\s*\[0 0 595", pdf)
    assert b"/URI" not in pdf
