"""Several public texts approved in one go: each by itself, each with its own answer (Art. 4; PUB-2)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from enforcement.models import Publication
from enforcement.services import publicity
from foundation.models import IdempotencyKey
from tests.city import City
from tests.enforcement.case_course import AFTER_DEFENCE, decided
from tests.enforcement.public_course import text_of

SignIn = Callable[[str], Client]
PAGE, API = "/publicity/approve/", "/api/v1/publications/approve-many/"
ENGLISH = {"Accept-Language": "en"}
pytestmark = pytest.mark.article("6")


def written(city: City, **changes: Any) -> Publication:
    """A penalty whose public text waits for a head."""
    row = Publication.objects.get(case=decided(city))
    text = {**text_of(row), **changes}
    return publicity.draft_text(row.pk, by=city.actor("officer"), at=AFTER_DEFENCE, **text)


def choice(row: Publication, version: int | None = None) -> str:
    return f"{row.pk}:{row.version if version is None else version}"


def states(*rows: Publication) -> list[str]:
    return [Publication.objects.get(pk=row.pk).state for row in rows]


@pytest.fixture
def three(city: City) -> list[Publication]:
    """Two texts that may be shown, and one that names a concern which may not."""
    return [written(city), written(city), written(city, concerns=["state_secret"])]


class TestThePage:
    def test_shows_each_text_with_what_stands_against_it(
        self, three: list[Publication], as_user: SignIn
    ) -> None:
        client = as_user("head")
        client.get(PAGE)
        with CaptureQueriesContext(connection) as caught:
            answer = client.get(PAGE)
        assert len(caught) <= 12 + 3, "\n".join(q["sql"][:100] for q in caught)  # session, officer, roles
        html = answer.content.decode()
        assert [f'value="{choice(row)}"' in html for row in three] == [True, True, False]
        assert three[0].violation.splitlines()[0] in html
        assert "PUB-2" in {o.code for line in answer.context["page"]["waiting"] for o in line["obstacles"]}

    def test_approves_what_was_chosen_and_says_why_not_the_rest(
        self, three: list[Publication], as_user: SignIn
    ) -> None:
        first, second, third = three
        answer = as_user("head").post(
            PAGE, {"text": [choice(first), choice(third), choice(second, 0)]}, headers=ENGLISH
        )
        assert states(*three) == ["approved", "draft", "draft"]
        told = {line["row"].pk: line["result"] for line in answer.context["page"]["results"]}
        assert [[o.code for o in told[row.pk].obstacles] for row in three] == [
            [],
            ["version:stale"],
            ["PUB-2"],
        ]
        assert "Measures, Article 6" in answer.content.decode()
        assert Publication.objects.get(pk=first.pk).approved_by.username == "head"

    def test_sent_twice_approves_once_and_says_the_same(
        self, three: list[Publication], as_user: SignIn
    ) -> None:
        sent = {"text": [choice(three[0])], "submission_key": "0b8f3b9c-6f0e-4c7e-9d3a-5b1f0c2d4e6f"}
        client = as_user("head")
        for _time in range(2):
            results = client.post(PAGE, sent).context["page"]["results"]
            assert [line["result"].is_done for line in results] == [True]
        assert IdempotencyKey.objects.filter(key__startswith="form:0b8f3b9c").count() == 1

    @pytest.mark.parametrize("text", [[], ["x"], ["1:x"], ["9" * 30 + ":1"], ["1:1\0"]])
    def test_without_a_choice_asks_for_one(
        self, three: list[Publication], as_user: SignIn, text: list[str]
    ) -> None:
        assert as_user("head").post(PAGE, {"text": text}).status_code == 400
        assert states(*three) == ["draft"] * 3

    def test_is_for_heads_and_reaches_no_other_organ(self, three: list[Publication], as_user: SignIn) -> None:
        assert as_user("officer").get(PAGE).status_code == 403
        stranger = as_user("head_north")
        assert three[0].violation.splitlines()[0] not in stranger.get(PAGE).content.decode()
        answer = stranger.post(PAGE, {"text": [choice(three[0])]})
        (line,) = answer.context["page"]["results"]
        assert (line["row"], [o.code for o in line["result"].obstacles]) == (None, ["thing:unknown"])
        assert states(three[0]) == ["draft"]

    def test_is_offered_in_the_queue_to_heads_alone(self, three: list[Publication], as_user: SignIn) -> None:
        assert PAGE in as_user("head").get("/publicity/").content.decode()
        assert PAGE not in as_user("officer").get("/publicity/").content.decode()


class TestTheApi:
    def post(self, client: Client, texts: Any, **headers: str) -> Any:
        return client.post(API, {"texts": texts}, content_type="application/json", headers=headers)

    def test_takes_versions_from_the_list_and_answers_each(
        self, three: list[Publication], as_user: SignIn
    ) -> None:
        client = as_user("head")
        rows = {row["id"]: row["version"] for row in client.get("/api/v1/publications/").json()["results"]}
        sent = [{"id": str(row.pk), "version": rows[str(row.pk)]} for row in three]
        told = self.post(client, sent).json()
        assert [(one["id"], one["done"]) for one in told] == [
            (str(row.pk), done) for row, done in zip(three, (True, True, False), strict=True)
        ]
        assert told[2]["obstacles"][0]["code"] == "PUB-2"
        assert told[2]["obstacles"][0]["next_step"]
        assert states(*three) == ["approved", "approved", "draft"]

    def test_repeats_its_answer_under_the_same_key(self, three: list[Publication], as_user: SignIn) -> None:
        sent = [{"id": str(three[0].pk), "version": three[0].version}]
        answers = [self.post(as_user("head"), sent, **{"Idempotency-Key": "k1"}).json() for _time in range(2)]
        assert answers[0] == answers[1] == [{"id": str(three[0].pk), "done": True, "obstacles": []}]

    @pytest.mark.parametrize("texts", [[], "x", [{"id": "x", "version": 1}], [{"id": "1"}], None])
    def test_explains_what_it_cannot_read(
        self, three: list[Publication], as_user: SignIn, texts: Any
    ) -> None:
        assert self.post(as_user("head"), texts).status_code == 400

    def test_is_for_heads(self, three: list[Publication], as_user: SignIn) -> None:
        sent = [{"id": str(three[0].pk), "version": three[0].version}]
        assert self.post(as_user("officer"), sent).status_code == 403


def test_the_most_urgent_come_first(city: City, three: list[Publication], as_user: SignIn) -> None:
    days = [line["days"] for line in as_user("head").get(PAGE).context["page"]["waiting"]]
    assert days == sorted(days)
