"""The page on which a counterpart answers, without an account (Art. 8)."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from guidance.models import (
    CounterpartReply,
    GuidanceAction,
)
from guidance.views.counterpart import SENT, SENT_FROM
from guidance.vocabulary import ReplyKind, Way
from tests.city import City
from tests.guidance.answers import (
    kept_free_at_night,
    link_of,
)
from tests.guidance.drafts import issued

pytestmark = [pytest.mark.django_db, pytest.mark.article("8"), pytest.mark.usefixtures("store")]
SignIn = Callable[[str], Client]


class TestThePageOfTheCounterpart:
    def url(self, action: GuidanceAction, act: str = "") -> str:
        here = link_of(action).get_absolute_url()
        return f"{here}do/{act}/" if act else here

    @pytest.fixture
    def action(self, city: City) -> GuidanceAction:
        return issued(city, Way.INTERVIEW, at=timezone.now())

    def test_offers_every_word(self, action: GuidanceAction, phone: Client) -> None:
        page = phone.get(self.url(action)).content.decode()
        assert all(self.url(action, kind) in page for kind in ReplyKind.values)
        for kind in ReplyKind.values:
            assert phone.get(self.url(action, kind)).status_code == 200

    def test_takes_a_word_sent_twice_once(self, action: GuidanceAction, phone: Client) -> None:
        sent = {"text": "已改正", "submission_key": str(uuid4())}
        for _time in range(2):
            answer = phone.post(self.url(action, "message"), sent)
            assert answer["Location"] == f"{self.url(action)}?sent=message"
        assert CounterpartReply.objects.count() == 1
        assert "It has arrived" in phone.get(answer["Location"]).content.decode()
        other = phone.post(self.url(action, "message"), {**sent, "text": "另一句"})
        assert other.status_code == 409
        assert "另一句" in other.content.decode()

    def test_says_what_became_of_the_word(self, action: GuidanceAction, phone: Client) -> None:
        phone.post(self.url(action, "decline"))
        page = phone.get(self.url(action)).content.decode()
        assert "does not want it" in page
        assert self.url(action, "decline") not in page
        assert self.url(action, "accept") in page

    def test_keeps_what_was_typed(self, city: City, action: GuidanceAction, phone: Client) -> None:
        kept_free_at_night(city)
        night = "2026-12-05T23:30"
        answer = phone.post(self.url(action, "time"), {"proposed_for": night, "text": "只有夜里有空"})
        assert answer.status_code == 409
        page = answer.content.decode()
        assert night in page
        assert "只有夜里有空" in page

    @pytest.mark.parametrize("text", ["", "   ", "\u200b\u200b", "x" * 5001, "\x00", "a\x00b"])
    def test_wants_words_that_can_be_kept(self, action: GuidanceAction, phone: Client, text: str) -> None:
        assert phone.post(self.url(action, "message"), {"text": text}).status_code == 400
        assert not CounterpartReply.objects.exists()

    @pytest.mark.parametrize(
        "text", ["<script>1</script>", "=1+1", "\u202eabc", "𠮷" * 100, "%s %(x)s {{ 1 }}"]
    )
    def test_shows_words_as_words(self, action: GuidanceAction, phone: Client, text: str) -> None:
        assert phone.post(self.url(action, "message"), {"text": text}).status_code == 302
        assert "<script>1" not in phone.get(self.url(action)).content.decode()

    @pytest.mark.parametrize(
        "moment", ["", "0001-01-01T00:00", "9999-12-31T23:59", "2026-13-40T99:99", "x", "\x00"]
    )
    def test_wants_a_time_that_can_be(self, action: GuidanceAction, phone: Client, moment: str) -> None:
        answer = phone.post(self.url(action, "time"), {"proposed_for": moment})
        assert answer.status_code in (400, 409)

    @pytest.mark.parametrize("act", ["nothing", "issue", "%00", "edit"])
    def test_knows_no_other_act(self, action: GuidanceAction, phone: Client, act: str) -> None:
        assert phone.get(self.url(action, act)).status_code in (400, 404)
        assert phone.post(self.url(action, act)).status_code in (400, 404)

    def test_is_guarded_against_forged_forms(self, action: GuidanceAction) -> None:
        forger = Client(enforce_csrf_checks=True)
        assert forger.post(self.url(action, "decline")).status_code == 403

    def test_takes_so_many_an_hour(self, action: GuidanceAction, phone: Client) -> None:
        for number in range(SENT.most):
            assert phone.post(self.url(action, "message"), {"text": f"{number}"}).status_code == 302
        answer = phone.post(self.url(action, "message"), {"text": "x"})
        assert answer.status_code == 429
        assert int(answer["Retry-After"]) > 0
        assert "You can go on from" in answer.content.decode()
        assert CounterpartReply.objects.count() == SENT.most < SENT_FROM.most

    def test_lets_officers_look_and_not_send(self, action: GuidanceAction, as_user: SignIn) -> None:
        client = as_user("officer")
        page = client.get(self.url(action, "message")).content.decode()
        assert "only the counterpart can send" in page
        assert client.post(self.url(action, "message"), {"text": "x"}).status_code == 409
        assert not CounterpartReply.objects.exists()
