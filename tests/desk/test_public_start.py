"""Everybody finds what is published from one page, without an account."""

from __future__ import annotations

import pytest
from django.test import Client

from desk.views.public import DOORS

pytestmark = pytest.mark.django_db


def test_every_door_opens_without_an_account(client: Client) -> None:
    page = client.get("/public/")
    doors = [door["url"] for door in page.context["doors"]]
    assert len(doors) == len(DOORS)
    assert {client.get(url).status_code for url in doors} == {200}


def test_it_is_one_step_from_the_sign_in(client: Client) -> None:
    assert 'href="/public/"' in client.get("/sign-in/").content.decode()


def test_it_asks_the_database_nothing(client: Client, django_assert_num_queries: object) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        client.get("/public/")
