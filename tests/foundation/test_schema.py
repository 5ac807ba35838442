"""The API tells in OpenAPI what its lists take, what its acts take, and how it refuses."""

from __future__ import annotations

from typing import Any

import pytest
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema


@pytest.fixture
def schema(settings: Any) -> dict[str, Any]:
    settings.ROOT_URLCONF = "tests.foundation.sample"
    return SchemaGenerator(urlconf="tests.foundation.sample").get_schema(request=None, public=True)


class TestTheSchema:
    def test_is_sound(self, schema: dict[str, Any]) -> None:
        validate_schema(schema)
        assert schema["openapi"].startswith("3.1")

    def test_tells_every_parameter_of_a_list(self, schema: dict[str, Any]) -> None:
        operation = schema["paths"]["/api/v1/sample-counterparts/"]["get"]
        names = {p["name"] for p in operation["parameters"]}
        assert names >= {
            "kind",
            "region",
            "registered_after",
            "birth_year_min",
            "ordering",
            "cursor",
            "page_size",
        }

    def test_gives_each_transition_its_own_body(self, schema: dict[str, Any]) -> None:
        operation = schema["paths"]["/api/v1/sample-cases/{id}/transitions/decline_filing/"]["post"]
        reference = operation["requestBody"]["content"]["application/json"]["schema"]["$ref"]
        body = schema["components"]["schemas"][reference.rpartition("/")[2]]
        assert set(body["properties"]) == {"reason", "overrides"}
        headers = {p["name"] for p in operation["parameters"] if p["in"] == "header"}
        assert headers == {"If-Match", "Idempotency-Key"}

    def test_tells_how_it_refuses(self, schema: dict[str, Any]) -> None:
        responses = schema["paths"]["/api/v1/sample-cases/{id}/"]["patch"]["responses"]
        assert set(responses) >= {"200", "400", "401", "403", "404", "409", "412", "422", "428", "429", "503"}
        assert list(responses["409"]["content"]) == ["application/problem+json"]
