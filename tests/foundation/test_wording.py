"""Dates, money and deadlines are worded for the reader, and a deadline never by colour alone."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import translation

from foundation import wording

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(("language", "text"), [("zh-hans", "2026年11月22日"), ("en", "22 Nov 2026")])
def test_a_day_is_written_as_the_reader_writes_it(language: str, text: str) -> None:
    with translation.override(language):
        assert wording.day_text(DAY) == text


def test_a_moment_is_told_in_the_time_of_the_city() -> None:
    late = datetime(2026, 11, 21, 18, 5, tzinfo=UTC)
    with translation.override("en"):
        assert wording.moment_text(late) == "22 Nov 2026, 02:05"


def test_the_weekday_is_told_in_chinese() -> None:
    with translation.override("zh-hans"):
        assert wording.weekday_text(DAY) == "2026年11月22日 星期日"


@pytest.mark.parametrize(
    ("days", "english", "chinese", "tone"),
    [
        (-2, "2 days overdue", "逾期 2 日", "bad"),
        (-1, "1 day overdue", "逾期 1 日", "bad"),
        (0, "due today", "今日到期", "watch"),
        (3, "3 days left", "剩 3 日", "watch"),
        (12, "12 days left", "剩 12 日", "neutral"),
        (None, "no deadline", "无期限", "neutral"),
    ],
)
def test_a_deadline_is_told_in_words(days: int | None, english: str, chinese: str, tone: str) -> None:
    with translation.override("en"):
        assert wording.deadline_text(days) == english
    with translation.override("zh-hans"):
        assert wording.deadline_text(days) == chinese
    assert wording.deadline_tone(days) == tone


def test_working_days_are_named_as_such() -> None:
    with translation.override("en"):
        assert wording.deadline_text(5, working=True) == "5 working days left"
        assert wording.deadline_text(-1, working=True) == "1 working day overdue"


def test_nothing_is_a_dash() -> None:
    assert wording.day_text(None) == wording.moment_text(None) == wording.money_text(None) == "—"


def test_money_has_its_separators() -> None:
    assert wording.money_text(Decimal(20000)) == "¥20,000.00"
