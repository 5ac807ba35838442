"""Who takes part in an interview of another organ reads that one interview, and nothing else (Art. 4, 8 (7))."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from evaluation.reports.cohorts import concluded_guidance
from foundation.invariants import breaches
from guidance.models import GuidanceAction, InterviewInvitation
from guidance.reports.effect import effect_of_guidance
from guidance.services import conclude_guidance, joint
from guidance.vocabulary import Way
from tests.city import NOON, City
from tests.guidance.answers import said
from tests.guidance.drafts import issued
from tests.guidance.joint_course import BY, announced, coming, held, invited

pytestmark = [pytest.mark.django_db, pytest.mark.article("8.7")]
SignIn = Callable[[str], Client]
API = "/api/v1/interview-invitations/"


def seen_by(city: City, name: str) -> list[int]:
    return sorted(GuidanceAction.objects.visible_to(city.actor(name)).values_list("pk", flat=True))


class TestTheScope:
    def test_opens_to_the_invited_organ_with_the_invitation(self, city: City) -> None:
        issued(city, Way.TIP)
        assert seen_by(city, BY) == []
        row = invited(city)
        assert seen_by(city, BY) == seen_by(city, "transport_head") == [row.action_id]
        assert row.action_id not in seen_by(city, "officer_north")

    def test_closes_when_it_is_declined_or_taken_back(self, city: City) -> None:
        first, second = invited(city), coming(city)
        joint.decline_invitation(first.pk, by=city.actor(BY), at=NOON, note="无关")
        joint.take_back_invitation(second.action_id, by=city.actor("officer"), at=NOON, invitation=second)
        assert seen_by(city, BY) == []

    def test_opens_nothing_to_work_on(self, city: City) -> None:
        row = announced(city)
        assert not GuidanceAction.objects.workable_by(city.actor(BY)).exists()
        with pytest.raises(GuidanceAction.DoesNotExist):
            conclude_guidance(row.action_id, by=city.actor(BY), at=NOON, effect="ineffective")

    def test_opens_nothing_that_hangs_on_it(self, city: City, as_user: SignIn) -> None:
        row, client = announced(city), as_user(BY)
        reply = said(row.action, "message", text="只对主办机关说的话")
        page = client.get(row.action.get_absolute_url()).content.decode()
        assert "your organ is invited" in page
        assert row.get_absolute_url() in page
        hidden = ("link", "replies", "deliveries")
        assert not any(f"/guidance/{row.action_id}/{part}/" in page for part in hidden)
        assert row.action.counterpart.get_absolute_url() not in page
        assert client.get(reply.get_absolute_url()).status_code == 404
        assert "只对主办机关说的话" not in client.get(f"/guidance/{row.action_id}/replies/").content.decode()
        assert client.get(f"/api/v1/guidance-actions/{row.action_id}/").json()["link"] is None

    def test_does_not_count_it_as_the_guests(self, city: City) -> None:
        row, later = held(city, at=NOON + timedelta(days=6)), NOON + timedelta(days=7)
        conclude_guidance(
            row.action_id, by=city.actor("officer"), at=later, effect="partly", effect_note="多数已改"
        )
        span = {"since": later.date(), "until": later.date()}
        assert effect_of_guidance(city.actor(BY), **span).total.total == 0
        assert effect_of_guidance(city.actor("officer"), **span).total.total == 1
        frame = type("Frame", (), {"actor": city.actor(BY), "days": (later.date(), later.date())})
        assert not concluded_guidance(frame).exists()

    def test_is_what_the_invitations_say(self, city: City) -> None:
        row = coming(city)
        code = "invitation:seen_while_it_stands"
        assert list(breaches(at=NOON, only=[code])) == []
        InterviewInvitation._base_manager.filter(pk=row.pk).update(state="taken_back")
        assert len(list(breaches(at=NOON, only=[code]))) == 1

    def test_costs_no_page_a_question_more(self, city: City, as_user: SignIn) -> None:
        client = as_user(BY)
        numbers = []
        for _time in range(2):
            with CaptureQueriesContext(connection) as caught:
                client.get("/guidance/")
            numbers.append(len(caught))
            announced(city)
        assert numbers[1] <= numbers[0] <= 12


class TestThePages:
    def test_lead_from_today_to_the_answer(self, city: City, as_user: SignIn) -> None:
        row = invited(city, at=timezone.now())
        client = as_user(BY)
        assert row.get_absolute_url() in client.get("/").content.decode()
        page = client.get(row.get_absolute_url()).content.decode()
        assert "invites to a joint interview" in page
        answer = client.post(
            f"{row.get_absolute_url()}do/come/", {"expected_version": row.version, "note": "准时到"}
        )
        assert answer.status_code == 302
        row.refresh_from_db()
        assert (row.state, row.officer.username) == ("coming", BY)

    def test_show_the_lead_who_takes_part(self, city: City, as_user: SignIn) -> None:
        row = coming(city)
        page = as_user("officer").get(row.action.get_absolute_url()).content.decode()
        assert "Organs that take part" in page
        assert str(city.people[BY].name_en) in page

    def test_offer_the_lead_to_invite_by_page(self, city: City, as_user: SignIn) -> None:
        row, client = invited(city), as_user("officer")
        other = city.places.organs["SD21"]
        sent = {"organ": other.pk, "task": "说明同类问题", "expected_version": row.action.version}
        version = GuidanceAction.objects.get(pk=row.action_id).version
        answer = client.post(
            f"/guidance/{row.action_id}/do/invite_organ/", {**sent, "expected_version": version}
        )
        assert (answer.status_code, InterviewInvitation.objects.filter(organ=other).count()) == (302, 1)

    def test_say_nothing_of_it_once_it_was_declined(self, city: City, as_user: SignIn) -> None:
        row = invited(city)
        joint.decline_invitation(row.pk, by=city.actor(BY), at=NOON, note="无关")
        page = as_user(BY).get(row.get_absolute_url()).content.decode()
        assert "does not take part" in page
        assert row.action.interview.cause not in page

    @pytest.mark.parametrize("path", ["", "list"])
    def test_ask_the_database_no_more_than_twelve_times(self, city: City, as_user: SignIn, path: str) -> None:
        row, client = held(city, at=NOON + timedelta(days=6)), as_user(BY)
        url = "/guidance/invitations/" if path else row.get_absolute_url()
        with CaptureQueriesContext(connection) as caught:
            client.get(url)
        assert len(caught) <= 12

    def test_show_a_joint_interview_in_as_few(self, city: City, as_user: SignIn) -> None:
        row = held(city, at=NOON + timedelta(days=6))
        for name in ("officer", BY):
            client = as_user(name)
            with CaptureQueriesContext(connection) as caught:
                client.get(row.action.get_absolute_url())
            assert len(caught) <= 12

    def test_are_the_invited_organs(self, city: City, as_user: SignIn) -> None:
        row = invited(city)
        for name in ("officer_north", "officer"):
            assert as_user(name).get(row.get_absolute_url()).status_code == 404
        assert as_user("evaluator").get(row.get_absolute_url()).status_code == 200


class TestTheApi:
    def test_shows_and_answers(self, city: City, as_user: SignIn) -> None:
        row, client = invited(city), as_user(BY)
        assert [r["id"] for r in client.get(API).json()["results"]] == [str(row.pk)]
        told = client.get(f"{API}{row.pk}/").json()
        assert (told["lead"], told["state"], told["task"]) == (str(row.action.organ_id), "asked", row.task)
        assert self.post(client, row, "come", {"note": "准时到"})["state"] == "coming"
        told = client.get(f"/api/v1/guidance-actions/{row.action_id}/").json()
        assert [(one["organ"], one["state"]) for one in told["joint_organs"]] == [
            (str(row.organ_id), "coming")
        ]

    def test_invites(self, city: City, as_user: SignIn) -> None:
        row, client = invited(city), as_user("officer")
        action = GuidanceAction.objects.get(pk=row.action_id)
        answer = client.post(
            f"/api/v1/guidance-actions/{action.pk}/transitions/invite_organ/",
            json.dumps({"organ": str(city.places.organs["SD21"].pk), "task": "同类问题"}),
            content_type="application/json", headers={"if-match": f'"{action.version}"'},
        )  # fmt: skip
        assert answer.status_code == 200, answer.content
        assert len(answer.json()["joint_organs"]) == 2

    def post(self, client: Client, row: Any, act: str, body: dict[str, Any]) -> Any:
        answer = client.post(
            f"{API}{row.pk}/transitions/{act}/", json.dumps(body), content_type="application/json",
            headers={"if-match": f'"{row.version}"'},
        )  # fmt: skip
        assert answer.status_code == 200, answer.content
        return answer.json()
