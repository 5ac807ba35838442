"""Paging by the last row seen loses no row and doubles none, whatever the ties."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import DecimalField, ExpressionWrapper, F
from django.db.models.functions import Cast
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from foundation.lists.cursor import BadCursor, Cursor
from foundation.lists.keyset import Keyset
from foundation.models import Job

pytestmark = pytest.mark.django_db

START = datetime(2026, 1, 1, tzinfo=UTC)
ORDERS = st.sampled_from(["created_at", "done", "kind", "created_at__date"])


def make_jobs(seconds: list[int]) -> None:
    Job.objects.bulk_create(
        Job(kind=f"k{s % 3}", owner_id=1, done=s % 4, created_at=START + timedelta(seconds=s / 2))
        for s in seconds
    )


def walk(keyset: Keyset, size: int, *, back: bool = False) -> list[int]:
    """Every key in the order that paging gives, forwards or from the last page back."""
    paths = (keyset.path, "pk")
    cursor, pages = None, []
    while True:
        part = keyset.slice(Job.objects.all(), paths, size=size, after=cursor)
        pages.append([pk for _value, pk in part.rows])
        cursor = part.next
        if cursor is None:
            break
    if not back:
        return [pk for page in pages for pk in page]
    gathered = pages[-1:]
    while part.previous is not None:
        part = keyset.slice(Job.objects.all(), paths, size=size, after=Cursor.decode(part.previous.encode()))
        gathered.insert(0, [pk for _value, pk in part.rows])
    return [pk for page in gathered for pk in page]


class TestWalking(TestCase):
    @given(
        seconds=st.lists(st.integers(0, 6), max_size=14),
        path=st.sampled_from(["created_at", "done", "kind"]),
        descending=st.booleans(),
        size=st.integers(1, 5),
    )
    @settings(max_examples=40)
    def test_gives_every_row_once_in_both_directions(
        self, seconds: list[int], path: str, descending: bool, size: int
    ) -> None:
        make_jobs(seconds)
        sign = "-" if descending else ""
        expected = list(Job.objects.order_by(f"{sign}{path}", f"{sign}pk").values_list("pk", flat=True))
        keyset = Keyset(path, path, descending)
        assert walk(keyset, size) == expected
        assert walk(keyset, size, back=True) == expected


class TestOnePage:
    def test_has_no_neighbours_when_everything_fits(self) -> None:
        make_jobs([1, 2, 3])
        part = Keyset("done", "done", False).slice(Job.objects.all(), ("done", "pk"), size=3)
        assert (len(part.rows), part.next, part.previous) == (3, None, None)

    def test_compares_as_a_row(self, django_assert_num_queries: Any) -> None:
        make_jobs([1, 2, 3])
        cursor = Cursor("-created_at", False, START.isoformat(), 1)
        with django_assert_num_queries(1) as caught:
            Keyset("created_at", "created_at", True).slice(
                Job.objects.all(), ("created_at", "pk"), size=2, after=cursor
            )
        column = '("foundation_job"."created_at", "foundation_job"."id") < ('
        assert column in caught.captured_queries[0]["sql"]

    def test_orders_by_an_annotation_of_decimals(self) -> None:
        make_jobs([1, 2, 3, 6, 7])
        amount = DecimalField(max_digits=12, decimal_places=2)
        money = Cast(F("done"), amount) + Decimal("0.50")
        rows = Job.objects.annotate(money=ExpressionWrapper(money, amount))
        keyset = Keyset("money", "money", True)
        seen, cursor = [], None
        while True:
            part = keyset.slice(rows, ("money", "pk"), size=2, after=cursor)
            seen += [pk for _money, pk in part.rows]
            if part.next is None:
                break
            cursor = Cursor.decode(part.next.encode())
        assert seen == list(rows.order_by("-money", "-pk").values_list("pk", flat=True))

    def test_survives_the_removal_of_the_row_it_stands_on(self) -> None:
        make_jobs([1, 2, 3, 4])
        keyset = Keyset("created_at", "created_at", False)
        first = keyset.slice(Job.objects.all(), ("created_at", "pk"), size=2)
        Job.objects.filter(pk=first.rows[-1][1]).delete()
        second = keyset.slice(Job.objects.all(), ("created_at", "pk"), size=2, after=first.next)
        assert len(second.rows) == 2


HOSTILE = [
    Cursor("-created_at", False, "not a time", 1),
    Cursor("-created_at", False, "9999-99-99T00:00:00Z", 1),
    Cursor("-created_at", False, START.isoformat(), "x"),
    Cursor("-created_at", False, START.isoformat(), 10**30),
    Cursor("-created_at", False, 10**30, 1),
    Cursor("-created_at", False, "\0", 1),
]


class TestACursorThatNobodyGave:
    @pytest.mark.parametrize("cursor", HOSTILE, ids=range(len(HOSTILE)))
    def test_is_refused_before_the_database_sees_it(self, cursor: Cursor) -> None:
        with pytest.raises(BadCursor):
            Keyset("created_at", "created_at", True).slice(
                Job.objects.all(), ("created_at", "pk"), size=2, after=cursor
            )

    @pytest.mark.parametrize(
        "text", ["", "%%%", "e30", "bnVsbA", "WzFd", "ü", "A" * 3000, "WyJhIiwyLDEsMV0", "W1tbW1tb"]
    )
    def test_is_not_decoded(self, text: str) -> None:
        with pytest.raises(BadCursor):
            Cursor.decode(text)

    @pytest.mark.parametrize("value", [10**20, -(10**12)])
    def test_with_a_number_beyond_the_column_is_refused(self, value: int) -> None:
        with pytest.raises(BadCursor):
            Keyset("done", "done", True).slice(
                Job.objects.all(), ("done", "pk"), size=2, after=Cursor("-done", False, value, 1)
            )


def test_text_with_a_lone_surrogate_is_refused() -> None:
    with transaction.atomic(), pytest.raises(BadCursor):
        Keyset("kind", "kind", False).slice(
            Job.objects.all(), ("kind", "pk"), size=2, after=Cursor("kind", False, "\ud800", 1)
        )
    assert connection.is_usable()
