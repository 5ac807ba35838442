"""Codes of the second factor agree with the standard, drift a little, and never serve twice."""

from __future__ import annotations

from base64 import b32encode
from datetime import UTC, datetime, timedelta

import pytest

from enforcement.rules.one_time_codes import address_for_device, code_at, plain_code, step_of

SECRET = b32encode(b"12345678901234567890").decode()
AT = datetime(2026, 11, 22, 9, 0, 10, tzinfo=UTC)
STEP = int(AT.timestamp()) // 30


@pytest.mark.parametrize(
    ("seconds", "code"),
    [(59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (1234567890, "005924"), (2000000000, "279037")],
)  # fmt: skip
def test_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    """The last six digits of RFC 6238, appendix B."""
    assert code_at(SECRET, datetime.fromtimestamp(seconds, tz=UTC)) == code


@pytest.mark.parametrize(("drift", "good"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_a_clock_may_be_half_a_minute_off(drift: int, good: bool) -> None:
    code = code_at(SECRET, AT + timedelta(seconds=drift))
    assert (step_of(code, secret=SECRET, at=AT, after=0) is not None) is good


def test_a_code_serves_once() -> None:
    code = code_at(SECRET, AT)
    used = step_of(code, secret=SECRET, at=AT, after=0)
    assert used == STEP
    assert step_of(code, secret=SECRET, at=AT, after=used) is None


def test_an_older_code_does_not_serve_after_a_younger_one() -> None:
    older = code_at(SECRET, AT - timedelta(seconds=30))
    assert step_of(older, secret=SECRET, at=AT, after=STEP) is None


@pytest.mark.parametrize("typed", ["123 456", "１２３４５６", "123-456", " 123456 "])
def test_a_code_is_known_however_it_is_typed(typed: str) -> None:
    assert plain_code(typed) == "123456"


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "abcdef", "一二三四五六", "\ud800"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert step_of(typed, secret=SECRET, at=AT, after=0) is None


def test_the_address_tells_the_app_account_and_key() -> None:
    address = address_for_device(SECRET, "head")
    assert address.startswith("otpauth://totp/Guidepost:head?")
    assert SECRET in address
