"""A template is tried out before it is kept, bombs and programs are refused, and two people stand behind it."""

from __future__ import annotations

import io
import time
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document as WordFile

from enforcement.models import DocumentTemplate
from enforcement.services import documents, evidence
from enforcement.services.documents import docx_examining
from enforcement.services.documents.docx_examining import examine, text_of
from enforcement.services.documents.docx_layout import own_template
from foundation.obstacles import Forbidden, Refused
from tests.city import NOON, City
from tests.enforcement.case_course import AFTER_DEFENCE, decided

pytestmark = pytest.mark.django_db
WORDS = (
    "{{ organ }}",
    "{{ title }}",
    "{{ number }} {{ edition }}",
    "{{ addressee }}",
    "{{ signature }}",
    "{{ day }}",
)
BODY = (
    "{%p for b in blocks %}", "{{ b.text }}", "{%p for r in b.rows %}", "{{ r.label }} {{ r.value }}",
    "{%p endfor %}", "{%p endfor %}",
)  # fmt: skip


@pytest.fixture(autouse=True)
def store(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def word(*lines: str) -> bytes:
    document, file = WordFile(), io.BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(file)
    return file.getvalue()


def faults(content: bytes) -> dict[str, tuple[str, ...]]:
    return dict(examine(content).faults)


def with_member(content: bytes, name: str, data: bytes) -> bytes:
    """The same archive with one more member, or another in its place."""
    old, file = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            if member.filename != name:
                new.writestr(member, old.read(member))
        new.writestr(name, data)
    return file.getvalue()


class TestTheDryRun:
    def test_finds_nothing_in_the_built_in_template(self) -> None:
        assert faults(own_template()) == {}

    def test_finds_nothing_in_a_plain_one(self) -> None:
        assert faults(word(*WORDS, *BODY)) == {}

    def test_names_words_that_no_document_has(self) -> None:
        assert faults(word(*WORDS, *BODY, "{{ fine }}", "{{ organ.owner }}")) == {
            "unknown": ("fine", "owner")
        }

    def test_names_words_that_are_left_out(self) -> None:
        assert faults(word(*WORDS[:3], *BODY, "{{ day }}")) == {"missing": ("addressee", "signature")}

    def test_wants_the_whole_body(self) -> None:
        assert faults(word(*WORDS)) == {"missing": ("blocks", "rows")}
        assert faults(word(*WORDS, "{{ blocks }}")) == {"unsafe": ("blocks",)}

    @pytest.mark.parametrize(
        "line",
        [
            "{{ organ.__class__.__mro__ }}",
            "{{ ''.__class__ }}",
            "{{ cycler() }}",
            "{{ organ|upper }}",
            "{% for x in range(9) %}{% endfor %}",
            "{% for x in [1,2] %}{% endfor %}",
            "{% set a = 1 %}",
            "{% macro m() %}{% endmacro %}",
            "{% include 'x' %}",
            "{{ 9**9**9 }}",
            "{{ organ ~ organ }}",
            "{{ blocks[0] }}",
        ],
    )
    def test_lets_nothing_run(self, line: str) -> None:
        assert set(faults(word(*WORDS, *BODY, line))) & {"unsafe", "unknown"}

    def test_stops_a_bomb_of_loops(self) -> None:
        loops = ["{% for a in blocks %}"] * 12 + ["x" * 500] + ["{% endfor %}"] * 12
        begun = time.monotonic()
        assert faults(word(*WORDS, *BODY, "".join(loops))) == {"too_much": ()}
        assert time.monotonic() - begun < docx_examining.PATIENCE + 5

    def test_stops_a_file_that_keeps_its_reader_busy(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(docx_examining, "PATIENCE", 0.05)
        assert faults(own_template()) == {"too_much": ()}

    def test_refuses_what_is_too_large(self) -> None:
        assert faults(b"PK\x03\x04" + b"x" * docx_examining.LARGEST) == {"too_large": ()}
        swollen = with_member(own_template(), "word/more.xml", b"<a/>" + b" " * docx_examining.LARGEST_PART)
        assert set(faults(swollen)) <= {"too_large", "unreadable"}

    @pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"PK\x03\x04broken", b"<html>"])
    def test_refuses_what_is_no_word_file(self, content: bytes) -> None:
        assert faults(content) == {"unreadable": ()}

    def test_refuses_macros_and_what_comes_from_outside(self) -> None:
        assert faults(with_member(own_template(), "word/vbaProject.bin", b"x")) == {"unreadable": ()}
        away = b'<Relationships><Relationship TargetMode="External" Target="http://x/"/></Relationships>'
        assert faults(with_member(own_template(), "word/_rels/settings.xml.rels", away)) == {"outside": ()}

    def test_reads_broken_syntax_as_unreadable(self) -> None:
        assert set(faults(word(*WORDS, *BODY, "{% if %}"))) == {"unreadable"}


def upload(city: City, content: bytes, *, by: str = "orgadmin", **more: Any) -> DocumentTemplate:
    given = {"kind": "decision", "name": "本局决定书", "in_force_from": date(2026, 11, 1), **more}
    return documents.upload_template(
        by=city.actor(by), at=NOON, file=SimpleUploadedFile("t.docx", content), **given
    )


class TestATemplate:
    def test_is_kept_only_when_it_passes(self, city: City, store: Path) -> None:
        with pytest.raises(Refused) as refused:
            upload(city, word("{{ nothing }}"))
        assert [o.code for o in refused.value.obstacles] == ["template:unknown"]
        assert not DocumentTemplate.objects.exists()
        assert [p for p in store.rglob("*") if p.is_file()] == []

    def test_is_uploaded_by_who_may(self, city: City) -> None:
        with pytest.raises(Forbidden):
            upload(city, own_template(), by="officer")

    def test_is_approved_by_another_head(self, city: City) -> None:
        own = upload(city, own_template(), by="head")
        with pytest.raises(Refused) as refused:
            documents.approve_template(own.pk, by=city.actor("head"), at=NOON)
        assert [o.code for o in refused.value.obstacles] == ["template:own"]

    def test_gets_a_further_edition_under_its_name(self, city: City) -> None:
        assert [upload(city, own_template()).edition for _again in range(2)] == [1, 2]

    def test_of_another_organ_is_out_of_hand(self, city: City) -> None:
        template = upload(city, own_template())
        with pytest.raises(DocumentTemplate.DoesNotExist):
            documents.approve_template(template.pk, by=city.actor("head_north"), at=NOON)


class TestFillingIt:
    def template(self, city: City, *lines: str, **more: Any) -> DocumentTemplate:
        made = upload(city, word(*WORDS, *BODY, *lines), **more)
        return documents.approve_template(made.pk, by=city.actor("head"), at=NOON)

    def issued_text(self, city: City) -> tuple[Any, str]:
        case = decided(city)
        document = documents.issue_document(
            case.pk, noun="case", by=city.actor("officer"), at=AFTER_DEFENCE, kind="decision"
        )
        with evidence.open_file(document.files.get(form="docx")) as file:
            return document, text_of(file.read())

    def test_takes_the_approved_one_of_the_organ(self, city: City) -> None:
        template = self.template(city, "本局自己的样式")
        document, text = self.issued_text(city)
        assert document.template == template
        assert "本局自己的样式" in text

    def test_prints_the_same_text_as_pdf_and_says_in_which_layout(self, city: City, as_user: Any) -> None:
        self.template(city, "本局自己的样式")
        document, _text = self.issued_text(city)
        assert {file.form for file in document.files.all()} == {"docx", "pdf"}
        page = as_user("officer").get(document.get_absolute_url())
        assert "PDF 文字相同，采用统一版式" in page.content.decode()

    def test_takes_the_one_for_the_field_before_the_general_one(self, city: City) -> None:
        self.template(city, "一般样式", name="一般")
        fitting = self.template(city, "市场样式", name="市场", field=city.places.fields["market"])
        self.template(city, "交通样式", name="交通", field=city.places.fields["transport"])
        assert self.issued_text(city)[0].template == fitting

    def test_leaves_alone_what_is_not_approved_not_in_force_or_retired(self, city: City) -> None:
        upload(city, own_template())
        self.template(city, name="将来", in_force_from=AFTER_DEFENCE.date() + timedelta(days=1))
        retired = self.template(city, name="过去")
        documents.retire_template(retired.pk, by=city.actor("head"), at=NOON)
        assert self.issued_text(city)[0].template is None


class TestOfTheWholeCity:
    def uploaded(self, city: City, by: str, **more: Any) -> DocumentTemplate:
        file = SimpleUploadedFile("t.docx", own_template())
        given = {"kind": "decision", "name": "样式", "in_force_from": NOON.date(), "file": file, **more}
        return documents.upload_template(by=city.actor(by), at=NOON, **given)

    def approved(self, city: City, by: str, head: str, **more: Any) -> DocumentTemplate:
        template = self.uploaded(city, by, **more)
        return documents.approve_template(template.pk, by=city.actor(head), at=NOON)

    def used(self, city: City) -> DocumentTemplate | None:
        case = decided(city)
        document = documents.issue_document(
            case.pk, noun="case", by=city.actor("officer"), at=AFTER_DEFENCE, kind="decision"
        )
        return document.template

    def of_the_city(self, city: City) -> DocumentTemplate:
        return self.approved(city, "city_market_head", "city_urban_head", whole_city=True)

    def test_is_used_where_the_organ_has_none_of_its_own(self, city: City) -> None:
        template = self.of_the_city(city)
        assert template.organ is None
        assert self.used(city) == template

    def test_gives_way_to_the_organs_own(self, city: City) -> None:
        self.of_the_city(city)
        own = self.approved(city, "orgadmin", "head")
        assert self.used(city) == own

    def test_is_offered_only_by_an_organ_of_the_city(self, city: City) -> None:
        with pytest.raises(Refused) as refused:
            self.uploaded(city, "orgadmin", whole_city=True)
        assert [o.code for o in refused.value.obstacles] == ["template:city"]

    def test_is_not_approved_in_a_district(self, city: City) -> None:
        template = self.uploaded(city, "city_market_head", whole_city=True)
        with pytest.raises(DocumentTemplate.DoesNotExist):
            documents.approve_template(template.pk, by=city.actor("head"), at=NOON)

    def test_edition_follows_the_edition_before(self, city: City) -> None:
        first = self.of_the_city(city)
        assert self.uploaded(city, "city_market_head", whole_city=True).edition == first.edition + 1
