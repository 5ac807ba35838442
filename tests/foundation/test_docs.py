"""The schema and its browsable form: for who signed in, and from this house alone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
SCHEMA, DOCS = "/api/v1/schema/", "/api/v1/docs/"


class TestTheDocs:
    @pytest.mark.parametrize("url", [SCHEMA, DOCS])
    def test_are_not_public(self, client: Client, url: str) -> None:
        assert client.get(url).status_code in {302, 401}

    def test_load_nothing_from_outside(self, as_user: Callable[[str], Client]) -> None:
        response = as_user("officer").get(DOCS)
        assert response.status_code == 200
        addresses = re.findall(r'(?:src|href)="([^"]+)"', response.content.decode())
        assert addresses
        assert [address for address in addresses if not address.startswith(("/", "data:"))] == []

    def test_give_the_schema_to_a_token(self, with_token: Callable[..., Client]) -> None:
        response = with_token("evaluator").get(SCHEMA)
        assert response.status_code == 200
        assert b"openapi: 3.1" in response.content
