"""The commitment letter on paper: the party's own words, free to sign, kept as they were signed (Art. 10 para. 1)."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from enforcement.services import documents
from enforcement.vocabulary import LetterKind
from foundation.obstacles import Refused
from foundation.wording import day_text
from leniency.services import draft_promise, receive_promise
from leniency.vocabulary import PROMISE_IS_FREE
from tests.city import NOON, a_clue
from tests.enforcement.case_course import archived, educated

pytestmark = pytest.mark.django_db
TODAY = NOON.date()


@pytest.fixture(autouse=True)
def store(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with translation.override("zh-hans"):
        yield


def issue(case, city, **more):
    given = {"noun": "case", "kind": "promise", "by": city.actor("officer"), "at": NOON}
    return documents.issue_document(case.pk, **given, **more)


def as_written(case, city, **more):
    given = {"noun": "case", "kind": "promise", "by": city.actor("officer"), "at": NOON}
    return documents.preview(case.pk, **given, **more)


class TestTheLetter:
    def test_is_addressed_to_the_organ_and_signed_by_the_party(self, city):
        case = educated(city)
        promise = draft_promise(case.pk, correct_by=date(2026, 12, 1), by=city.actor("officer"), at=NOON)
        letter = as_written(case, city)
        assert letter.addressee.startswith(str(case.organ))
        assert (letter.signature, letter.seal) == (case.counterpart.name, "（签名或盖章）")
        assert set(letter.day) == {"＿"}
        text = "\n".join(letter.texts())
        for told in (*promise.text.split("\n"), day_text(date(2026, 12, 1)), case.matter.name):
            assert told in text

    def test_says_that_nobody_has_to_sign_it(self, city):
        case = educated(city)
        draft_promise(case.pk, by=city.actor("officer"), at=NOON)
        assert str(PROMISE_IS_FREE) in "\n".join(as_written(case, city).texts())

    def test_shows_who_signed_and_when_once_it_was_received(self, city):
        case, officer = educated(city), {"by": city.actor("officer"), "at": NOON}
        draft_promise(case.pk, **officer)
        receive_promise(case.pk, received_on=TODAY, signed_by="王某", **officer)
        letter = as_written(case, city)
        assert letter.day == day_text(TODAY)
        assert "王某" in "\n".join(letter.texts())

    def test_has_a_number_of_its_own_and_both_files(self, city):
        case = educated(city)
        draft_promise(case.pk, by=city.actor("officer"), at=NOON)
        document = issue(case, city)
        assert "诺" in document.number
        assert {"docx"} <= {file.form for file in document.files.all()} <= {"docx", "pdf"}

    def test_is_there_for_a_clue_before_it_is_let_go(self, city):
        case = a_clue(city)
        draft_promise(case.pk, by=city.actor("officer"), at=NOON)
        assert issue(case, city).kind == LetterKind.PROMISE

    def test_is_not_there_before_it_was_drafted_nor_in_the_archive(self, city):
        for case in (educated(city), archived(city)):
            with pytest.raises(Refused):
                issue(case, city)


class TestTheCase:
    def test_offers_it_to_be_printed_while_it_waits_for_a_signature(self, city, sign_in):
        case, officer = educated(city), {"by": city.actor("officer"), "at": NOON}
        draft_promise(case.pk, **officer)
        client = sign_in("officer")
        preview = f"/documents/about/case/{case.pk}/promise/"
        assert preview in client.get(f"/cases/{case.pk}/leniency/follow-up/").content.decode()
        assert preview in client.get(f"/documents/about/case/{case.pk}/").content.decode()
        assert client.get(preview).status_code == 200
        receive_promise(case.pk, received_on=TODAY, signed_by="王某", **officer)
        assert preview not in client.get(f"/cases/{case.pk}/leniency/follow-up/").content.decode()
