"""An evaluator's program begins at one address and finds the others there (Art. 4)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.article("4")]
ENTRANCE = "/api/v1/evaluation/"


def test_each_address_told_is_open_to_it(with_token: Callable[..., Client]) -> None:
    client = with_token("evaluator", "evaluation:read")
    told = client.get(ENTRANCE).json()
    assert list(told) == ["indicators", "periods", "scorecards"]
    assert {client.get(address).status_code for address in told.values()} == {200}


def test_is_for_who_evaluates(as_user: Callable[[str], Client]) -> None:
    assert as_user("officer").get(ENTRANCE).status_code == 403
