"""The description of the API speaks the language of each reader, whoever asked first."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.city import City

pytestmark = pytest.mark.django_db


def test_each_reader_meets_his_own_language(city: City) -> None:
    client = Client()
    client.force_login(city.people["officer"], backend="django.contrib.auth.backends.ModelBackend")
    asked = [
        client.get("/api/v1/schema/", headers={"Accept-Language": code})
        for code in ("zh-hans", "en", "zh-hans")
    ]
    chinese, english, again = (answer.content.decode() for answer in asked)
    assert chinese == again
    assert "案件" in chinese
    assert "案件" not in english
