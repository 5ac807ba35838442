"""What the holder of a link sees, on screen and on paper (Art. 8)."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import escape
from docx import Document

from enforcement.rules.letters import Letter
from enforcement.services.documents import issue_document
from enforcement.services.documents.docx_examining import SAMPLE
from enforcement.services.documents.docx_examining import text_of as text_of_word
from enforcement.services.documents.docx_filling import fill
from enforcement.services.evidence import open_file
from guidance.models import GuidanceAction
from guidance.services import (
    add_rectification,
    correct_guidance,
    edit_guidance,
    issue_guidance,
)
from guidance.vocabulary import VOLUNTARY_NOTICE, Way
from tests.city import City, a_counterpart
from tests.guidance.answers import DAY, said
from tests.guidance.drafts import issued
from tests.guidance.open_links import door, now_issued, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.article("8")]
SignIn = Callable[[str], Client]


class TestThePageOfTheCounterpart:
    def test_tells_who_writes_what_and_that_it_is_voluntary(self, city: City, phone: Client) -> None:
        action = now_issued(city, Way.INTERVIEW, contact="甲明 0000-12345")
        page = text_of(phone.get(door(action)))
        officer = city.people["officer"]
        for words in (
            action.number, action.title, action.content, action.reasons, action.basis, action.contact,
            str(officer), officer.certificate_number, "本局二楼", escape(VOLUNTARY_NOTICE),
        ):  # fmt: skip
            assert str(words) in page
        assert page.index("voluntary") < page.index(action.content)

    def test_leads_to_the_letter_that_answers_an_application(self, city: City, phone: Client) -> None:
        action, at = now_issued(city), timezone.now()
        draft = said(action, "counsel", text="怎么标价？", at=at).application
        assert draft is not None
        assert "Read the answer" not in text_of(phone.get(door(action)))
        by = city.actor("officer")
        edit_guidance(draft.pk, by=by, at=at, content="按件标明。", reasons="依申请", basis="价格法 13")
        issue_guidance(draft.pk, by=by, at=at, voluntariness_shown=True)
        page = text_of(phone.get(door(action), headers={"accept-language": "en"}))
        assert f'<a href="{door(draft)}">Read the answer</a>' in page

    @pytest.mark.parametrize("way", [w for w in Way if w not in (Way.GUIDE, Way.DEMO)])
    def test_opens_for_every_way_in_both_languages(self, city: City, phone: Client, way: str) -> None:
        address = door(now_issued(city, way))
        assert phone.get(address).status_code == 200
        assert "自愿" in text_of(phone.get(address, headers={"accept-language": "zh-hans"}))

    def test_shows_what_was_agreed(self, city: City, phone: Client) -> None:
        action = now_issued(city, Way.INTERVIEW)
        due = timezone.localdate() + 9 * DAY
        add_rectification(
            action.pk, by=city.actor("officer"), at=timezone.now(), requirement="补齐价签", due_on=due
        )
        assert "补齐价签" in text_of(phone.get(door(action)))

    def test_is_kept_out_of_caches_and_searches(self, city: City, phone: Client) -> None:
        answer = phone.get(door(now_issued(city)))
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["Referrer-Policy"] == "same-origin"

    def test_of_one_guidance_shows_nothing_of_another(self, city: City, phone: Client) -> None:
        shop = a_counterpart(city, name="甲一示例食品店")
        mine = now_issued(city, counterpart=shop, title="给甲一的提示")
        now_issued(city, counterpart=shop, title="另一件事", content="另一内容")
        now_issued(city, counterpart=a_counterpart(city, name="乙二示例店"), title="给乙二的提示")
        page = text_of(phone.get(door(mine)))
        assert "给甲一的提示" in page
        assert not [other for other in ("另一件事", "另一内容", "乙二") if other in page]

    def test_leads_to_no_page_of_the_house(self, city: City, phone: Client) -> None:
        page = text_of(phone.get(door(now_issued(city, Way.REVISIT))))
        found = set(re.findall(r'(?:href|action|src)="(/[^"]*)"', page))
        own = ("/static/", "/g/", "/i18n/", "/public/")
        assert {path for path in found if not path.startswith(own)} == set()

    def test_asks_the_database_no_more_than_twelve_times(self, city: City, phone: Client) -> None:
        address = door(now_issued(city, Way.INTERVIEW))
        phone.get(address)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            phone.get(address)
        assert len(asked) <= 12

    def test_gives_the_document_that_was_served(
        self, city: City, phone: Client, settings: Any, tmp_path: Any
    ) -> None:
        settings.MEDIA_ROOT = str(tmp_path)
        action = now_issued(city)
        assert phone.get(f"{door(action)}document/").status_code == 404
        document = issue_document(
            action.pk, noun="guidance", by=city.actor("officer"), at=timezone.now(), kind="guidance"
        )
        assert f"{door(action)}document/" in text_of(phone.get(door(action)))
        answer = phone.get(f"{door(action)}document/")
        assert answer["Content-Type"] == "application/pdf"
        assert answer["Content-Disposition"].startswith("attachment")
        sent = b"".join(answer)
        assert hashlib.sha256(sent).hexdigest() == document.files.get(form="pdf").sha256


class TestOnPaper:
    def document(self, city: City, settings: Any, tmp_path: Any, action: GuidanceAction) -> Any:
        settings.MEDIA_ROOT, settings.PUBLIC_URL = str(tmp_path), "https://guide.example"
        officer = city.actor("officer")
        return issue_document(action.pk, noun="guidance", by=officer, at=timezone.now(), kind="guidance")

    def test_stands_on_every_document_in_both_languages(
        self, city: City, settings: Any, tmp_path: Any
    ) -> None:
        action = now_issued(city)
        document = self.document(city, settings, tmp_path, action)
        address = f"https://guide.example{door(action)}"
        assert document.letter.link == address
        assert "扫码" in document.letter.link_words
        assert "Scan this" in document.letter.link_words
        with open_file(document.files.get(form="docx")) as file:
            word = file.read()
        assert address in text_of_word(word)
        with zipfile.ZipFile(io.BytesIO(word)) as parts:
            assert [name for name in parts.namelist() if name.startswith("word/media/")]

    def test_stands_also_where_a_template_has_no_place_for_it(self, city: City) -> None:
        own = Document()
        own.add_paragraph("{{ title }}")
        file = io.BytesIO()
        own.save(file)
        letter = replace(SAMPLE, link="https://guide.example/g/1.x/", link_words="扫码")
        filled = fill(file.getvalue(), letter.as_dict())
        assert letter.link in text_of_word(filled)
        with zipfile.ZipFile(io.BytesIO(filled)) as parts:
            assert [name for name in parts.namelist() if name.startswith("word/media/")]

    def test_is_not_on_letters_about_anything_else(self, city: City, settings: Any, tmp_path: Any) -> None:
        assert self.document(city, settings, tmp_path, issued(city, Way.GUIDE)).letter.link == ""
        assert (
            Letter.from_dict({k: v for k, v in SAMPLE.as_dict().items() if not k.startswith("link")})
            == SAMPLE
        )

    def test_is_hidden_from_who_sees_no_protected_data(
        self, city: City, settings: Any, tmp_path: Any, as_user: SignIn
    ) -> None:
        document = self.document(city, settings, tmp_path, now_issued(city))
        page = f"/documents/{document.pk}/"
        assert document.letter.link in text_of(as_user("officer").get(page))
        assert document.letter.link not in text_of(as_user("supervisor").get(page))


class TestANewVersion:
    def corrected(self, city: City, **changes: Any) -> tuple[str, GuidanceAction]:
        at, officer = timezone.now(), city.actor("officer")
        old = now_issued(city, content="旧的内容")
        address = door(old)
        new = correct_guidance(old.pk, by=officer, at=at)
        edit_guidance(new.pk, by=officer, at=at, content="新的内容", **changes)
        return address, issue_guidance(new.pk, by=officer, at=at, voluntariness_shown=True)

    def test_is_where_the_old_link_leads(self, city: City, phone: Client) -> None:
        address, new = self.corrected(city)
        page = text_of(phone.get(address))
        assert door(new) in page
        assert "旧的内容" in page
        assert "新的内容" in text_of(phone.get(door(new)))

    def test_for_somebody_else_is_not(self, city: City, phone: Client) -> None:
        """The old letter went to the wrong shop: it must not learn who the right one is."""
        address, new = self.corrected(city, counterpart=a_counterpart(city, name="乙二示例店"))
        page = text_of(phone.get(address))
        assert door(new) not in page
        assert "乙二" not in page
