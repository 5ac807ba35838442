"""The record of an interview on paper: who came, what is put right by when, who signed and who did not (Art. 8 (7))."""

from __future__ import annotations

import io
from datetime import timedelta
from typing import Any

import pytest
from docx import Document as Docx

from enforcement.models import Document
from enforcement.services.documents import issue_document
from enforcement.services.evidence.storing import open_file
from foundation.obstacles import Refused
from guidance.models import GuidanceAction
from guidance.services import add_rectification, interviews, record_progress
from guidance.vocabulary import Way
from tests.city import City
from tests.guidance.drafts import DETAILS, issued

pytestmark = pytest.mark.article("8.7")
HOUR = DETAILS[Way.INTERVIEW]["invited_for"]
AFTER = HOUR + timedelta(hours=2)
HELD = {
    "held_at": HOUR, "ended_at": HOUR + timedelta(hours=1), "interviewers": "甲、乙", "present": "法定代表人",
    "facts_put": "三个月内四次投诉。", "law_explained": "价格法第十三条。", "statement": "换季时忙不过来。",
    "minutes": "双方商定整改。", "commitments": "本周内补齐价签。", "recording": "录-2026-08",
}  # fmt: skip


def held(city: City, **detail: Any) -> GuidanceAction:
    action = issued(city, Way.INTERVIEW, detail={**DETAILS[Way.INTERVIEW], **detail})
    given = {"by": city.actor("officer"), "at": AFTER}
    record_progress(action.pk, **given, detail=HELD)
    interviews.add_attendance(action.pk, **given, name="赵某", capacity="店主", signature="signed")
    interviews.add_attendance(
        action.pk, **given, name="钱某", capacity="会计", signature="refused", note="对表述有异议"
    )
    add_rectification(action.pk, **given, requirement="补齐价签", due_on=(HOUR + timedelta(days=15)).date())
    return action


def printed(city: City, action: GuidanceAction, language: str = "en") -> Document:
    return issue_document(
        action.pk, noun="guidance", by=city.actor("officer"), at=AFTER, kind="interview", language=language
    )


def test_tells_who_came_what_is_put_right_and_who_signed(city: City) -> None:
    document = printed(city, held(city))
    text = "\n".join(document.letter.texts())
    assert document.title == "Record of an interview"
    for words in HELD.values():
        assert not isinstance(words, str) or words in text, words
    assert "1. 补齐价签\nby 10 Dec 2026" in text
    assert "赵某 (店主)\n＿＿" in text
    assert "钱某 (会计)\ndid not want to sign: 对表述有异议" in text
    assert "You decide freely" in text


def test_is_frozen_in_word_and_pdf_with_its_hash(city: City) -> None:
    document = printed(city, held(city), "zh-hans")
    files = {file.form: file for file in document.files.all()}
    assert set(files) == {"docx", "pdf"}
    assert all(len(file.sha256) == 64 for file in files.values())
    with open_file(files["docx"]) as file:
        words = [p.text for p in Docx(io.BytesIO(file.read())).paragraphs]
    assert "约谈记录" in " ".join(words)


def test_of_several_is_called_minutes(city: City) -> None:
    assert printed(city, held(city, gathering="collective")).title == "Minutes of a collective interview"


def test_is_not_written_before_it_was_held(city: City) -> None:
    with pytest.raises(Refused):
        printed(city, issued(city, Way.INTERVIEW))
