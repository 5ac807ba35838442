"""JSON in and out: strict on the way in, and never an error on the way out."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as st
from rest_framework.exceptions import ParseError

from foundation.endpoints.parsers import DEEPEST, StrictJSONParser, parse
from foundation.endpoints.renderers import OrjsonRenderer

HOSTILE: dict[str, bytes] = {
    "nul": b'{"a": "\\u0000"}',
    "raw nul": b'{"a": "\x00"}',
    "nul in a key": b'{"\\u0000": 1}',
    "lone surrogate": b'{"a": "\\ud800"}',
    "lone surrogate in a list": b'{"a": [{"b": "\\udfff"}]}',
    "deep": b"[" * 100_000,
    "deep objects": b'{"a":' * 1000 + b"1" + b"}" * 1000,
    "just too deep": b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1),
    "doubled key": b'{"a": 1, "a": 2}',
    "huge integer": b'{"a": ' + b"9" * 5000 + b"}",
    "large integer": b'{"a": 999999999999999999999}',
    "infinite": b'{"a": 1e999}',
    "nan": b'{"a": NaN}',
    "infinity": b'{"a": -Infinity}',
    "broken utf-8": b'{"a": "\xff"}',
    "utf-16": '{"a": 1}'.encode("utf-16"),
    "cut off": b'{"a": ',
    "single quotes": b"{'a': 1}",
    "trailing": b"{} {}",
}

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc"), inner, max_size=3),
    max_leaves=8,
)


class TestIn:
    @pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE)
    def test_refuses(self, raw: bytes) -> None:
        with pytest.raises(ParseError):
            parse(raw)

    def test_refuses_what_is_too_large(self) -> None:
        class Endless:
            def read(self, size: int) -> bytes:
                return b" " * size

        with pytest.raises(ParseError) as refused:
            StrictJSONParser().parse(Endless())
        assert refused.value.status_code == 413

    def test_is_an_empty_object_when_nothing_is_said(self) -> None:
        assert parse(b" ") == {}

    def test_counts_no_brackets_inside_text(self) -> None:
        text = '["[' * 50
        assert parse(json.dumps({"a": text}).encode()) == {"a": text}

    @given(JSON)
    def test_reads_what_any_client_writes(self, value: Any) -> None:
        raw = json.dumps({"v": value}).encode()
        assert "\\u0000" in raw.decode() or parse(raw) == {"v": value}


class TestOut:
    def test_says_money_times_and_lazy_words_plainly(self) -> None:
        data = {
            "money": Decimal("1E+3"),
            "on": date(2026, 1, 2),
            "at": datetime(2026, 1, 2, 3, tzinfo=UTC),
            "word": gettext_lazy("Yes"),
            "set": {"b", "a"},
        }
        out = json.loads(OrjsonRenderer().render(data))
        assert (out["money"], out["on"], out["set"]) == ("1000", "2026-01-02", ["a", "b"])
        assert out["at"].startswith("2026-01-02T03:00:00")

    @pytest.mark.parametrize("poison", ["a\ud800b", 2**70, {1: "x"}])
    def test_never_fails_on_what_was_stored_by_others(self, poison: Any) -> None:
        raw = OrjsonRenderer().render({"v": poison, "m": Decimal("1.50")})
        assert json.loads(raw)["m"] == "1.50"

    def test_is_nothing_for_nothing(self) -> None:
        assert OrjsonRenderer().render(None) == b""
