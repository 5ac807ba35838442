"""What every answer carries, whatever it says, and whoever asks."""

import pytest
from django.test import Client

PAGES = ["/healthz", "/nowhere/", "/api/v1/nowhere/", "/admin/", "/api/v1/schema/"]


@pytest.mark.django_db
class TestEveryAnswer:
    @pytest.mark.parametrize("address", PAGES)
    def test_allows_nothing_from_outside_and_nothing_inline(self, client: Client, address: str) -> None:
        policy = client.get(address)["Content-Security-Policy"]
        said = dict(part.strip().split(" ", 1) for part in policy.split(";"))
        assert said == {
            "default-src": "'self'",
            "img-src": "'self' data:",
            "object-src": "'none'",
            "base-uri": "'none'",
            "frame-ancestors": "'none'",
            "form-action": "'self'",
        }

    @pytest.mark.parametrize("address", PAGES)
    def test_is_neither_framed_nor_guessed_nor_kept(self, client: Client, address: str) -> None:
        answer = client.get(address)
        assert answer["X-Frame-Options"] == "DENY"
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Referrer-Policy"] == "same-origin"
        assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
class TestAnUnknownAddress:
    def test_is_a_page_for_people(self, client: Client) -> None:
        answer = client.get("/nowhere/")
        assert (answer.status_code, answer["Content-Type"]) == (404, "text/html; charset=utf-8")

    def test_is_a_problem_document_for_programs(self, client: Client) -> None:
        answer = client.get("/api/v1/nowhere/")
        assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


class TestLanguage:
    @pytest.mark.parametrize(("chosen", "told"), [("en", "en"), ("zh-hans", "zh-hans")])
    def test_is_chosen_without_an_account_and_stays_on_the_page(
        self, client: Client, chosen: str, told: str
    ) -> None:
        answer = client.post("/i18n/set-language/", {"language": chosen, "next": "/healthz"})
        assert (answer.status_code, answer["Location"]) == (302, "/healthz")
        assert client.get("/healthz")["Content-Language"] == told

    def test_never_leads_to_another_host(self, client: Client) -> None:
        answer = client.post("/i18n/set-language/", {"language": "en", "next": "https://elsewhere.example/"})
        assert "elsewhere" not in answer["Location"]
