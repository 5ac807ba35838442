"""An application for counselling is answered in one step (Art. 8 (4))."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from foundation.obstacles import Refused
from guidance.models import GuidanceAction
from guidance.services.answering import answer_application
from guidance.services.applying import apply_for_counselling
from guidance.vocabulary import Way
from tests.city import NOON, City
from tests.guidance.drafts import a_draft, issued

pytestmark = pytest.mark.article("8")
ANSWER = {"answer": "价签放在商品旁边即可。", "basis": "《价格法》第十三条", "voluntariness_shown": True}


@pytest.fixture
def application(city: City) -> GuidanceAction:
    asked = "怎么标价？\n散装的呢？"
    return apply_for_counselling(issued(city, Way.TIP), by=city.actor("officer"), at=NOON, question=asked)


class TestAnAnswer:
    def test_is_the_letter_and_stands_under_each_question(
        self, city: City, application: GuidanceAction
    ) -> None:
        letter = answer_application(application.pk, by=city.actor("officer"), at=NOON, **ANSWER)
        assert (letter.state, letter.content, letter.basis) == ("issued", ANSWER["answer"], ANSWER["basis"])
        told = letter.questions.values_list("question", "answer")
        assert list(told) == [("怎么标价？", ANSWER["answer"]), ("散装的呢？", ANSWER["answer"])]

    def test_is_not_given_while_it_was_not_shown_to_be_voluntary(
        self, city: City, application: GuidanceAction
    ) -> None:
        hasty: Any = {**ANSWER, "voluntariness_shown": False}
        with pytest.raises(Refused) as refused:
            answer_application(application.pk, by=city.actor("officer"), at=NOON, **hasty)
        assert [o.code for o in refused.value.obstacles] == ["GUI-2"]
        application.refresh_from_db()
        assert (application.state, application.content) == ("draft", "")

    def test_is_for_who_applied(self, city: City) -> None:
        draft = a_draft(city, Way.COUNSEL)
        with pytest.raises(Refused) as refused:
            answer_application(draft.pk, by=city.actor("officer"), at=NOON, **ANSWER)
        assert [o.code for o in refused.value.obstacles] == ["GUI-76"]


class TestTheButtons:
    def test_stand_on_the_application_alone(
        self, city: City, application: GuidanceAction, as_user: Callable[[str], Client]
    ) -> None:
        client = as_user("officer")
        page = client.get(application.get_absolute_url()).content.decode()
        assert "do/answer_application/" in page
        assert "Refuse with reasons" in page
        other = client.get(a_draft(city, Way.COUNSEL).get_absolute_url()).content.decode()
        assert "do/answer_application/" not in other

    def test_are_those_of_the_api(
        self, application: GuidanceAction, as_user: Callable[[str], Client]
    ) -> None:
        url = f"/api/v1/guidance-actions/{application.pk}/transitions/answer_application/"
        answer = as_user("officer").post(
            url, json.dumps(ANSWER), content_type="application/json",
            headers={"if-match": f'"{application.version}"'},
        )  # fmt: skip
        assert answer.status_code == 200, answer.content
        assert answer.json()["state"] == "issued"
