"""The deadline calculator: page and API give the same day, and say how it came about (Penalty Law, Art. 85)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from enforcement.services.holidays import enter_arrangement
from foundation.actors import COMMAND
from tests.city import NOON, City

SignIn = Callable[[str], Client]
ADDRESS = "/api/v1/deadlines/"
NATIONAL_DAY = [date(2026, 10, n) for n in range(1, 8)]


@pytest.fixture
def year(city: City) -> City:
    enter_arrangement(
        by=COMMAND, at=NOON, year=2026, off=NATIONAL_DAY, makeup=[date(2026, 9, 20), date(2026, 10, 10)]
    )
    return city


@pytest.fixture
def ask(year: City, with_token: Callable[..., Client]) -> Callable[..., Any]:
    client = with_token("officer")

    def asked(**body: Any) -> Any:
        question = {"law": "penalty", "days": 5, "from": "2026-11-20", **body}
        english = {"accept-language": "en"}
        return client.post(ADDRESS, question, content_type="application/json", headers=english)

    return asked


class TestTheAnswer:
    def test_has_the_day_the_unit_the_steps_and_the_citation(self, ask: Callable[..., Any]) -> None:
        answer = ask().json()
        assert set(answer) == {"due_on", "unit", "steps", "citation"}
        assert (answer["due_on"], answer["unit"]) == ("2026-11-27", "working")
        assert answer["citation"] == "Administrative Penalty Law, Art. 85"
        assert any("weekend, not counted" in step for step in answer["steps"])

    @pytest.mark.parametrize(
        ("law", "days", "due_on", "unit"),
        [
            ("penalty", 15, "2026-12-07", "calendar"),
            ("coercion", 10, "2026-12-04", "working"),
            ("coercion", 30, "2026-12-21", "calendar"),
            ("reconsideration", 10, "2026-12-04", "working"),
            ("publicity", 20, "2026-12-18", "working"),
        ],
    )
    def test_follows_the_law(
        self, ask: Callable[..., Any], law: str, days: int, due_on: str, unit: str
    ) -> None:
        answer = ask(law=law, days=days).json()
        assert (answer["due_on"], answer["unit"]) == (due_on, unit)

    def test_leaves_out_what_was_suspended(self, ask: Callable[..., Any]) -> None:
        answer = ask(suspended=[["2026-11-23", "2026-11-25"]]).json()
        assert answer["due_on"] == "2026-12-02"
        assert any("suspended, 3 days not counted" in step for step in answer["steps"])

    def test_to_a_year_that_is_missing_says_where_to_enter_it(self, ask: Callable[..., Any]) -> None:
        answer = ask(days=90)
        assert answer.status_code == 409
        (obstacle,) = answer.json()["obstacles"]
        assert obstacle["code"] == "calendar:missing_year"
        assert "2027" in obstacle["message"]
        assert "Holiday arrangements" in obstacle["next_step"]

    @pytest.mark.parametrize(
        ("body", "field"),
        [
            ({"law": "canon"}, "law"),
            ({"days": 0}, "days"),
            ({"days": 1001}, "days"),
            ({"from": "2026-02-30"}, "from"),
            ({"suspended": [["2026-11-25", "2026-11-23"]]}, "suspended"),
            ({"suspended": "soon"}, "suspended"),
            ({"suspended": [[1, 2]]}, "suspended"),
            ({"suspended": [["2026-11-25"]]}, "suspended"),
            ({"suspended": {"a": 1}}, "suspended"),
            ({"suspended": [["2026-11-23", "2026-11-23"]] * 21}, "suspended"),
            ({"moon": "full"}, "moon"),
        ],
    )
    def test_to_a_wrong_question_names_the_field(
        self, ask: Callable[..., Any], body: dict[str, Any], field: str
    ) -> None:
        answer = ask(**body)
        assert answer.status_code == 400
        assert set(answer.json()["errors"]) == {field}

    def test_is_for_officers(self, year: City) -> None:
        assert Client().post(ADDRESS, {}, content_type="application/json").status_code == 401


class TestThePage:
    def test_asks_first(self, year: City, as_user: SignIn) -> None:
        assert as_user("officer").get(reverse("enforcement:calculator")).status_code == 200

    def test_shows_the_same_day_and_the_steps(self, year: City, as_user: SignIn) -> None:
        asked = {"law": "coercion", "days": 10, "from": "2026-09-24", "suspended": "2026-10-09 2026-10-10"}
        page = as_user("officer").get(
            reverse("enforcement:calculator"), asked, headers={"accept-language": "en"}
        )
        found = page.context["page"]["found"]
        assert found.due_on == date(2026, 10, 16)
        assert "suspended, 2 days not counted" in page.content.decode()

    def test_says_which_year_is_missing(self, year: City, as_user: SignIn) -> None:
        asked = {"law": "penalty", "days": 90, "from": "2026-11-20", "suspended": ""}
        page = as_user("officer").get(reverse("enforcement:calculator"), asked)
        assert page.status_code == 409
        assert "2027" in page.content.decode()

    def test_keeps_what_was_typed_when_it_is_wrong(self, year: City, as_user: SignIn) -> None:
        asked = {"law": "penalty", "days": 5, "from": "2026-11-20", "suspended": "tomorrow"}
        page = as_user("officer").get(reverse("enforcement:calculator"), asked)
        assert page.status_code == 400
        assert "tomorrow" in page.content.decode()
