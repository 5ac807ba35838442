"""What a counterpart answers by its link, and what officers do with it (Art. 8)."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from desk.reports.waiting import waiting_replies
from enforcement.models import Document, Notification
from enforcement.services.documents import issue_document
from enforcement.services.evidence import remove_orphans
from enforcement.services.forbidden_times import enter_local_ban
from foundation.actors import ANONYMOUS, COMMAND
from foundation.obstacles import Forbidden, Refused
from foundation.record import audited
from guidance.models import (
    CounterpartLink,
    CounterpartReply,
    GuidanceAction,
    ReplyAnswer,
    ReplyFile,
    ReplyWaiting,
)
from guidance.services import conclude_guidance, withdraw_guidance
from guidance.services.links import address_of, reply_by_link
from guidance.services.replies import accept_time, refuse_time, see_reply
from guidance.views.counterpart import SENT, SENT_FROM
from guidance.vocabulary import ReplyKind, Way
from tests.city import NOON, City
from tests.enforcement.evidence_files import PDF, PNG
from tests.guidance.drafts import issued

pytestmark = [pytest.mark.django_db, pytest.mark.article("8")]
SignIn = Callable[[str], Client]
DAY = timedelta(days=1)
THURSDAY = datetime(2026, 11, 26, 10, 0, tzinfo=NOON.tzinfo)
SATURDAY_NIGHT = datetime(2026, 11, 28, 23, 0, tzinfo=NOON.tzinfo)


@pytest.fixture(autouse=True)
def _store(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.fixture
def phone() -> Client:
    return Client(headers={"accept-language": "en"})


def link_of(action: GuidanceAction) -> CounterpartLink:
    return CounterpartLink.objects.standing().get(action=action)


def said(action: GuidanceAction, kind: str, *, at: datetime = NOON, **more: Any) -> CounterpartReply:
    return reply_by_link(by=ANONYMOUS, at=at, link=link_of(action), kind=kind, **more)


def codes_of(act: Any, *args: Any, **kwargs: Any) -> list[str]:
    with pytest.raises(Refused) as refused:
        act(*args, **kwargs)
    return [o.code for o in refused.value.obstacles]


def kept_free_at_night(city: City) -> None:
    enter_local_ban(
        by=COMMAND, at=NOON, name_zh="夜间", region=city.places.regions["990000"], from_day=NOON.date(),
        acts=["interview"], starts_at=time(20), ends_at=time(7),
    )  # fmt: skip


def a_file(name: str = "照片.png", content: bytes = PNG) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


class TestAWord:
    @pytest.mark.parametrize(
        ("kind", "state"),
        [("acknowledge", "acknowledged"), ("accept", "acknowledged"), ("decline", "declined")],
    )
    def test_goes_through_the_services_of_guidance(self, city: City, kind: str, state: str) -> None:
        action = issued(city, Way.TIP)
        said(action, kind)
        action.refresh_from_db()
        assert (action.state, action.responded_on) == (state, NOON.date())

    def test_that_declines_gives_no_reason_and_asks_none(self, city: City) -> None:
        action = issued(city, Way.TIP)
        said(action, "decline")
        action.refresh_from_db()
        assert action.response_note == ""

    def test_can_be_taken_back(self, city: City) -> None:
        action = issued(city, Way.TIP)
        for kind, state in (("decline", "declined"), ("accept", "acknowledged"), ("decline", "declined")):
            said(action, kind)
            action.refresh_from_db()
            assert action.state == state
        assert CounterpartReply.objects.count() == 3

    def test_said_twice_is_said_once(self, city: City) -> None:
        action = issued(city, Way.TIP)
        assert said(action, "acknowledge") == said(action, "acknowledge", at=NOON + DAY)

    def test_stands_in_the_timelines_as_the_counterparts_own(self, city: City, as_user: SignIn) -> None:
        action = issued(city, Way.TIP)
        said(action, "accept")
        page = as_user("officer").get(f"/guidance/{action.pk}/").content.decode()
        assert page.count("the counterpart, by its link") == 2

    def test_is_not_given_by_a_link_that_has_ended(self, city: City) -> None:
        action = issued(city, Way.TIP)
        assert codes_of(said, action, "accept", at=NOON + 90 * DAY) == ["reply:link_over"]

    def test_is_not_given_by_officers(self, city: City) -> None:
        action = issued(city, Way.TIP)
        officer = city.actor("officer")
        wrong = codes_of(reply_by_link, by=officer, at=NOON, link=link_of(action), kind="accept")
        assert wrong == ["reply:officer"]

    @pytest.mark.parametrize("kind", ["acknowledge", "accept", "decline", "written"])
    def test_comes_too_late_when_it_was_concluded(self, city: City, kind: str) -> None:
        action = issued(city, Way.TIP)
        conclude_guidance(action.pk, by=city.actor("officer"), at=NOON, effect="effective")
        assert codes_of(said, action, kind) == ["reply:concluded"]
        assert said(action, "message", text="谢谢").text == "谢谢"

    @pytest.mark.parametrize("kind", [k for k in ReplyKind if k != ReplyKind.TIME])
    def test_is_left_unasked_when_it_was_withdrawn(self, city: City, kind: str) -> None:
        action = issued(city, Way.TIP)
        withdraw_guidance(action.pk, by=city.actor("head"), at=NOON, reason="发错")
        assert codes_of(said, action, kind, text="x") == ["reply:withdrawn"]


class TestAskingInWriting:
    def test_owes_a_document(self, city: City) -> None:
        action = issued(city, Way.COUNSEL)
        said(action, "written")
        action.refresh_from_db()
        assert action.written_asked_on == NOON.date()
        officer = city.actor("officer")
        assert codes_of(conclude_guidance, action.pk, by=officer, at=NOON, effect="partly") == ["GUI-5"]


@pytest.mark.rule("GUI-6")
class TestAskingForCounselling:
    def test_is_an_application_to_answer_in_five_working_days(self, city: City) -> None:
        action = issued(city, Way.TIP)
        draft = said(action, "counsel", text="散装食品怎么标价？\n另外……").application
        assert draft is not None
        assert (draft.way, draft.trigger, draft.state) == ("counsel", "application", "draft")
        assert (draft.applied_on, draft.answer_by) == (NOON.date(), NOON.date() + 7 * DAY)
        assert (draft.counsel.topic, draft.counterpart) == ("散装食品怎么标价？", action.counterpart)

    def test_waits_on_the_day_of_its_officers(self, city: City, as_user: SignIn) -> None:
        action = issued(city, Way.TIP, at=timezone.now())
        draft = said(action, "counsel", text="怎么办理？", at=timezone.now()).application
        assert draft is not None
        assert draft.get_absolute_url() in as_user("officer").get("/").content.decode()


class TestAnotherTime:
    def meeting(self, city: City, **values: Any) -> GuidanceAction:
        return issued(city, Way.INTERVIEW, **values)

    def test_is_accepted_by_a_new_version_of_the_notice(self, city: City) -> None:
        old = self.meeting(city)
        issue_document(old.pk, noun="guidance", by=city.actor("officer"), at=NOON, kind="guidance")
        reply = said(old, "time", proposed_for=THURSDAY, text="那天进货")
        done = accept_time(reply.pk, by=city.actor("officer"), at=NOON + timedelta(hours=1))
        new = GuidanceAction.objects.get(supersedes=old)
        assert ReplyAnswer.objects.get(reply=done).new_version == new
        assert (new.state, new.interview.invited_for) == ("issued", THURSDAY)
        assert (new.content, new.approved_by, new.drafted_by) == (
            old.content,
            old.approved_by,
            old.drafted_by,
        )
        assert new.number != old.number
        assert Document.objects.about("guidance", new.pk).current().count() == 1
        assert address_of(new, at=NOON + DAY)

    def test_leaves_the_notice_that_was_served_as_it_was(self, city: City) -> None:
        old = self.meeting(city)
        before = old.interview.invited_for
        accept_time(said(old, "time", proposed_for=THURSDAY).pk, by=city.actor("officer"), at=NOON)
        old.refresh_from_db()
        assert (old.state, old.interview.invited_for) == ("withdrawn", before)

    def test_is_accepted_by_the_head_who_approved_too(self, city: City) -> None:
        reply = said(self.meeting(city), "time", proposed_for=THURSDAY)
        accept_time(reply.pk, by=city.actor("head"), at=NOON)
        assert CounterpartReply.objects.get(pk=reply.pk).outcome == "accepted"

    def test_is_refused_with_a_reason_that_the_counterpart_reads(self, city: City, phone: Client) -> None:
        old = self.meeting(city, at=timezone.now())
        wanted = datetime(2026, 12, 3, 10, 0, tzinfo=NOON.tzinfo)
        reply = said(old, "time", proposed_for=wanted, at=timezone.now())
        refuse_time(reply.pk, by=city.actor("officer"), at=timezone.now(), reason="当日全员培训")
        page = phone.get(link_of(old).get_absolute_url()).content.decode()
        assert "当日全员培训" in page
        old.refresh_from_db()
        assert old.state == "issued"

    @pytest.mark.parametrize(
        ("wanted", "code"),
        [
            (NOON - DAY, "reply:time"),
            (NOON + 61 * DAY, "reply:time"),
            (SATURDAY_NIGHT, "reply:hour"),
        ],
    )
    def test_is_one_at_which_interviews_are_held(self, city: City, wanted: datetime, code: str) -> None:
        kept_free_at_night(city)
        assert codes_of(said, self.meeting(city), "time", proposed_for=wanted) == [code]

    def test_is_proposed_once_at_a_time(self, city: City) -> None:
        meeting = self.meeting(city)
        first = said(meeting, "time", proposed_for=THURSDAY)
        again = THURSDAY + timedelta(hours=2)
        assert codes_of(said, meeting, "time", proposed_for=again) == ["reply:time_waits"]
        refuse_time(first.pk, by=city.actor("officer"), at=NOON, reason="已有安排")
        assert said(meeting, "time", proposed_for=again).proposed_for == again

    def test_needs_an_appointment(self, city: City) -> None:
        assert codes_of(said, issued(city, Way.TIP), "time", proposed_for=THURSDAY) == [
            "reply:no_appointment"
        ]

    def test_is_answered_once(self, city: City) -> None:
        reply = said(self.meeting(city), "time", proposed_for=THURSDAY)
        officer = city.actor("officer")
        assert codes_of(see_reply, reply.pk, by=officer, at=NOON) == ["reply:asks_for_time"]
        accept_time(reply.pk, by=officer, at=NOON)
        assert codes_of(refuse_time, reply.pk, by=officer, at=NOON, reason="x") == ["reply:answered"]

    def test_that_has_passed_is_not_accepted(self, city: City) -> None:
        reply = said(self.meeting(city), "time", proposed_for=THURSDAY)
        late = THURSDAY + timedelta(hours=1)
        assert codes_of(accept_time, reply.pk, by=city.actor("officer"), at=late) == ["reply:time_passed"]


class TestFiles:
    def test_are_kept_with_type_and_digest(self, city: City) -> None:
        reply = said(
            issued(city, Way.TIP), "message", text="见附件", attachments=[a_file(), a_file("改正.pdf", PDF)]
        )
        assert [(f.original_name, f.content_type) for f in reply.files.all()] == [
            ("照片.png", "image/png"),
            ("改正.pdf", "application/pdf"),
        ]
        assert remove_orphans(at=timezone.now() + DAY) == 0

    def test_are_of_no_use_to_who_may_not_read_counterparts(self, city: City, as_user: SignIn) -> None:
        reply = said(issued(city, Way.TIP), "message", text="机密之言", attachments=[a_file()])
        path = f"/guidance/replies/files/{reply.files.get().pk}/"
        assert as_user("evaluator").get(path).status_code == 403
        page = as_user("evaluator").get(reply.get_absolute_url()).content.decode()
        assert "机密之言" not in page
        answer = as_user("officer").get(path)
        assert answer["Content-Disposition"].startswith("attachment")
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert b"".join(answer) == PNG

    @pytest.mark.parametrize(
        "file",
        [
            a_file("x.exe", b"MZ" + b"\0" * 99),
            a_file("x.png", b"<html><script>1</script>"),
            a_file("x.pdf", PDF + b"PK\x05\x06" + b"\0" * 18),
            a_file("x.png", PDF),
            a_file("x.svg", b"<svg/>"),
            a_file("x", PNG),
            a_file("leer.png", b""),
        ],
        ids=lambda f: f.name,
    )
    def test_that_are_not_what_they_say_are_refused(self, city: City, phone: Client, file: Any) -> None:
        action = issued(city, Way.TIP, at=timezone.now())
        url = f"{link_of(action).get_absolute_url()}do/message/"
        answer = phone.post(url, {"text": "我的长话", "attachments": [file]})
        assert answer.status_code == 400
        assert "我的长话" in answer.content.decode()
        assert not CounterpartReply.objects.exists()

    def test_come_five_at_a_time(self, city: City, phone: Client) -> None:
        action = issued(city, Way.TIP, at=timezone.now())
        url = f"{link_of(action).get_absolute_url()}do/message/"
        files = [a_file(f"{number}.png") for number in range(6)]
        assert phone.post(url, {"text": "六张", "attachments": files}).status_code == 400
        files = [a_file(f"{number}.png") for number in range(5)]
        assert phone.post(url, {"text": "五张", "attachments": files}).status_code == 302
        assert ReplyFile.objects.count() == 5

    def test_stop_at_thirty(self, city: City) -> None:
        action = issued(city, Way.TIP)
        for _turn in range(6):
            said(action, "message", text="x", attachments=[a_file(f"{number}.png") for number in range(5)])
        assert codes_of(said, action, "message", text="x", attachments=[a_file()]) == ["reply:full"]


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


class TestARowOfAnAnswer:
    def test_is_written_once(self, city: City) -> None:
        action = issued(city, Way.TIP)
        reply = said(action, "message", text="原话", attachments=[a_file()])
        see_reply(reply.pk, by=city.actor("officer"), at=NOON)
        rows = [reply, reply.files.get(), ReplyAnswer.objects.get()]
        for row in rows:
            for change in (row.save, row.delete):
                with (
                    pytest.raises(TypeError, match="never"),
                    audited("guidance:see_reply", by=city.actor("officer"), at=NOON),
                ):
                    change()


class TestWhatOfficersDo:
    def test_sees_it_on_the_day_until_somebody_has(self, city: City, as_user: SignIn) -> None:
        reply = said(issued(city, Way.TIP), "message", text="已改正")
        for username in ("officer", "officer2"):
            assert reply.get_absolute_url() in as_user(username).get("/").content.decode()
        assert reply.get_absolute_url() not in as_user("city_market1").get("/").content.decode()
        see_reply(reply.pk, by=city.actor("officer2"), at=NOON)
        assert not ReplyWaiting.objects.exists()
        assert [waiting_replies(city.actor(username)) for username in ("officer", "officer2")] == [[], []]

    def test_is_told_once(self, city: City) -> None:
        said(issued(city, Way.TIP), "message", text="已改正")
        told = Notification.objects.filter(kind="guidance:reply")
        assert sorted(told.values_list("officer__username", flat=True)) == ["officer", "officer2"]
        assert "甲一" in told.first().text

    def test_is_for_the_own_organ(self, city: City) -> None:
        reply = said(issued(city, Way.TIP), "message", text="已改正")
        for username, error in (("officer_north", CounterpartReply.DoesNotExist), ("supervisor", Forbidden)):
            with pytest.raises(error):
                see_reply(reply.pk, by=city.actor(username), at=NOON)

    def test_stands_in_a_list_that_is_narrowed_and_exported(self, city: City, as_user: SignIn) -> None:
        first = said(issued(city, Way.TIP), "message", text="=1+1 已改正")
        said(issued(city, Way.SUGGEST), "decline")
        client = as_user("officer")
        for query, found in {
            "": True, "kind=message": True, "kind=decline": False, "new=true": True, "new=false": False,
            "mine=true": True, f"action={first.action_id}": True, "at_after=2030-01-01": False,
        }.items():  # fmt: skip
            page = client.get(f"/guidance/replies/?{query}").content.decode()
            assert (first.get_absolute_url() in page) is found, query
        text = b"".join(client.get("/guidance/replies/?export=csv")).decode("utf-8-sig")
        assert "已改正" in text
        assert (
            first.get_absolute_url()
            not in as_user("officer_north").get("/guidance/replies/").content.decode()
        )

    def test_is_done_by_page(self, city: City, as_user: SignIn) -> None:
        reply = said(issued(city, Way.TIP), "message", text="已改正")
        client = as_user("officer")
        page = client.get(reply.get_absolute_url()).content.decode()
        assert "已改正" in page
        done = client.post(f"{reply.get_absolute_url()}do/see/", {"expected_version": reply.version})
        assert done.status_code == 302
        assert "/do/" not in client.get(reply.get_absolute_url()).content.decode()

    def test_is_done_by_the_api(self, city: City, as_user: SignIn) -> None:
        action = issued(city, Way.INTERVIEW)
        reply = said(action, "time", proposed_for=THURSDAY, text="那天进货")
        client, url = as_user("officer"), f"/api/v1/counterpart-replies/{reply.pk}/"
        assert client.get(url).json()["text"] == "那天进货"
        assert as_user("evaluator").get(url).json()["text"] != "那天进货"
        answer = client.post(
            f"{url}transitions/refuse_time/", json.dumps({"reason": "已有安排"}), content_type="application/json",
            headers={"if-match": f'"{reply.version}"'},
        )  # fmt: skip
        assert answer.status_code == 200, answer.content
        assert answer.json()["outcome"] == "refused"

    def test_gives_files_by_the_api(self, city: City, as_user: SignIn) -> None:
        reply = said(issued(city, Way.TIP), "message", text="见附件", attachments=[a_file()])
        url = f"/api/v1/counterpart-replies/{reply.pk}/"
        client = as_user("officer")
        key = client.get(url).json()["files"][0]["id"]
        assert b"".join(client.get(f"{url}files/{key}/")) == PNG
        assert client.get(f"{url}files/{int(key) + 1}/").status_code == 404
        assert as_user("evaluator").get(f"{url}files/{key}/").status_code == 403
