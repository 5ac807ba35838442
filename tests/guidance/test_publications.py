"""Publications: prepared before everybody, looked at again, and ended with a public reason (Art. 8 (1), (2))."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from enforcement.models import Notification
from foundation.actors import ANONYMOUS
from foundation.due import sweep
from foundation.obstacles import Forbidden, Refused
from guidance.models import GuidanceAction, PublicComment
from guidance.services import (
    correct_guidance,
    issue_guidance,
    publications,
    record_progress,
    send_back_guidance,
    submit_guidance,
    withdraw_guidance,
)
from guidance.vocabulary import Way
from tests.city import NOON, City, a_counterpart
from tests.guidance.drafts import DETAILS, a_draft, issued
from tests.guidance.publishing import (
    AFTER_CANDIDACY,
    AFTER_COMMENTS,
    CONSENT,
    DAY,
    candidate,
    comment,
    open_to_comments,
    prepared,
    reviewed,
)

DRAFTS, ENDED, API = "/public/guidance/drafts/", "/public/guidance/withdrawn/", "/api/v1/public/"


def refused(act: Any, *args: Any, **kwargs: Any) -> list[str]:
    with pytest.raises(Refused) as found:
        act(*args, **kwargs)
    return [o.code for o in found.value.obstacles]


def submit(city: City, action: GuidanceAction, at: Any = AFTER_COMMENTS) -> Any:
    return submit_guidance(action.pk, by=city.actor("officer"), at=at)


def state_of(action: GuidanceAction) -> str:
    return GuidanceAction._base_manager.get(pk=action.pk).state


def published(city: City) -> GuidanceAction:
    ready = prepared(city)
    officer = city.actor("officer")
    action = issue_guidance(ready.pk, by=officer, at=AFTER_COMMENTS, voluntariness_shown=True)
    where = {"published_on": AFTER_COMMENTS.date(), "published_at": "门户网站"}
    return record_progress(action.pk, by=officer, at=AFTER_COMMENTS, detail=where)


def a_model(city: City, shop: Any, **detail: Any) -> GuidanceAction:
    return issued(
        city, Way.DEMO, detail={**DETAILS[Way.DEMO], "exemplar": shop, "has_consent": True, **detail}
    )


@pytest.mark.article("8.1")
def by_program(
    draft: GuidanceAction, client: Client | None = None, *, headers: Any = None, **said: str
) -> Any:
    """A comment by the API, from nobody in particular."""
    url = f"{API}guidance-drafts/{draft.pk}/comments/"
    return (client or Client()).post(url, said, content_type="application/json", headers=headers)


class TestMajorGuidance:
    def test_is_not_submitted_unprepared(self, city: City) -> None:
        assert refused(submit, city, a_draft(city, Way.GUIDE)) == ["GUI-33", "GUI-34", "GUI-36"]

    def test_is_reviewed_by_a_reviewer_alone(self, city: City) -> None:
        draft, officer = a_draft(city, Way.GUIDE), city.actor("officer")
        publications.ask_legal_review(draft.pk, by=officer, at=NOON)
        for name in ("officer", "head"):
            found = refused(
                publications.give_legal_opinion, draft.pk, by=city.actor(name), at=NOON, legal_opinion="合法"
            )
            assert "actor:lacks_permission" in found

    def test_returns_from_the_reviewer_with_what_is_wrong(self, city: City) -> None:
        draft = a_draft(city, Way.GUIDE)
        publications.ask_legal_review(draft.pk, by=city.actor("officer"), at=NOON)
        back = publications.return_draft(draft.pk, by=city.actor("reviewer"), at=NOON, reason="无依据")
        assert back.state == "draft"

    def test_is_open_to_comments_for_thirty_days(self, city: City) -> None:
        life = open_to_comments(city).public_life
        assert (life.shown_from, life.shown_until) == (
            NOON.date(),
            date(2026, 12, 21),
        )  # the twentieth is a Sunday

    def test_waits_for_the_end_of_the_comments(self, city: City) -> None:
        draft = open_to_comments(city)
        assert "GUI-34" in refused(submit, city, draft, NOON + 10 * DAY)

    def test_answers_every_comment_with_a_reason(self, city: City) -> None:
        draft, officer = open_to_comments(city), city.actor("officer")
        said = comment(draft)
        assert "GUI-35" in refused(submit, city, draft)
        publications.answer_comment(
            draft.pk, by=officer, at=AFTER_COMMENTS, comment=said, answer="taken", answer_reason="字号加大。"
        )
        assert refused(submit, city, draft) == ["GUI-36"]

    def test_hears_experts_and_goes_the_whole_way(self, city: City) -> None:
        ready = prepared(city)
        assert (ready.state, ready.approved_by_id) == ("approved", city.people["head"].pk)

    def test_begins_anew_when_it_is_sent_back(self, city: City) -> None:
        draft = send_back_guidance(prepared(city).pk, by=city.actor("head"), at=AFTER_COMMENTS, reason="重写")
        assert "GUI-33" in refused(submit, city, draft)

    def test_is_approved_at_once_only_for_a_reason(self, city: City) -> None:
        draft, head = a_draft(city, Way.GUIDE), city.actor("head")
        bare = {"urgent_reason": "safety", "urgent_text": " "}
        assert refused(publications.approve_at_once, draft.pk, by=head, at=NOON, **bare) == ["GUI-37"]
        told = {"urgent_reason": "safety", "urgent_text": "有毒酒流入市场。"}
        done = publications.approve_at_once(draft.pk, by=head, at=NOON, **told)
        assert (done.state, done.public_life.urgent_reason) == ("approved", "safety")

    def test_in_urgency_is_not_approved_by_its_drafter(self, city: City) -> None:
        draft, told = (
            a_draft(city, Way.GUIDE, by="head"),
            {"urgent_reason": "safety", "urgent_text": "有危险"},
        )
        assert refused(publications.approve_at_once, draft.pk, by=city.actor("head"), at=NOON, **told) == [
            "GUI-12"
        ]

    def test_in_urgency_is_looked_at_again_after_a_month(self, city: City) -> None:
        action = issued(city, Way.GUIDE)
        where = {"published_on": NOON.date(), "published_at": "门户网站"}
        done = record_progress(action.pk, by=city.actor("officer"), at=NOON, detail=where)
        assert done.public_life.review_due_on == date(2027, 1, 1)  # a month after the first of December

    def test_alone_is_prepared_in_public(self, city: City) -> None:
        draft = a_draft(city, Way.GUIDE, formality="general")
        assert refused(publications.ask_legal_review, draft.pk, by=city.actor("officer"), at=NOON) == [
            "GUI-31"
        ]


@pytest.mark.article("8.1")
class TestAPublication:
    def test_takes_effect_and_is_looked_at_every_year(self, city: City) -> None:
        action = published(city)
        assert action.public_life.review_due_on == date(2027, 12, 22)
        sweep(at=AFTER_COMMENTS)
        assert state_of(action) == "in_force"

    def test_tells_drafter_and_head_when_it_is_to_be_looked_at(self, city: City) -> None:
        action = published(city)
        sweep(at=AFTER_COMMENTS)
        sweep(at=AFTER_COMMENTS + 370 * DAY)
        told = Notification.objects.filter(kind="guidance:look_again").values_list(
            "officer__username", flat=True
        )
        assert sorted(told) == ["head", "officer"]
        kept = publications.keep_publication(
            action.pk, by=city.actor("officer"), at=AFTER_COMMENTS + 371 * DAY, note="仍然适用"
        )
        assert kept.public_life.review_due_on == date(2028, 12, 27) + timedelta(days=1)

    def test_is_over_on_its_day(self, city: City) -> None:
        ready = prepared(city, detail={**DETAILS[Way.GUIDE], "effective_to": date(2027, 1, 31)})
        officer = city.actor("officer")
        issue_guidance(ready.pk, by=officer, at=AFTER_COMMENTS, voluntariness_shown=True)
        where = {"published_on": AFTER_COMMENTS.date(), "published_at": "门户网站"}
        record_progress(ready.pk, by=officer, at=AFTER_COMMENTS, detail=where)
        sweep(at=NOON + 73 * DAY - timedelta(hours=13))  # the evening of the last day
        assert state_of(ready) == "in_force"
        sweep(at=NOON + 73 * DAY)
        assert state_of(ready) == "expired"

    def test_that_is_withdrawn_says_why_to_everybody(self, city: City) -> None:
        action = published(city)
        withdraw_guidance(action.pk, by=city.actor("head"), at=AFTER_COMMENTS, reason="所依据的条文已废止")
        page = Client().get(f"/public/guidance/{action.pk}/").content.decode()
        assert "所依据的条文已废止" in page
        assert "所依据的条文已废止" in Client().get(ENDED).content.decode()
        (row,) = Client().get(f"{API}guidance-withdrawals/").json()["results"]
        assert (row["how"], row["reason"]) == ("withdrawn", "所依据的条文已废止")

    def test_that_is_revised_names_its_new_version(self, city: City) -> None:
        old, officer = published(city), city.actor("officer")
        new = correct_guidance(old.pk, by=officer, at=AFTER_COMMENTS)
        told = {"urgent_reason": "date", "urgent_text": "新法明日施行。"}
        publications.approve_at_once(new.pk, by=city.actor("head"), at=AFTER_COMMENTS, **told)
        issued_new = issue_guidance(new.pk, by=officer, at=AFTER_COMMENTS, voluntariness_shown=True)
        life = GuidanceAction.objects.get(pk=old.pk).public_life
        assert (life.ended_how, life.ended_why) == ("replaced", issued_new.number)


@pytest.mark.article("8.2")
class TestAModel:
    def test_is_not_shown_without_its_consent_and_scores(self, city: City) -> None:
        detail = {**DETAILS[Way.DEMO], **CONSENT, "exemplar": a_counterpart(city), "consent_on": None}
        draft = a_draft(city, Way.DEMO, detail=detail, formality="simple")
        shown = {"by": city.actor("officer"), "at": NOON, "voluntariness_shown": True}
        assert refused(issue_guidance, draft.pk, **shown) == ["GUI-39", "GUI-40", "GUI-41"]

    def test_stands_before_the_public_for_five_working_days(self, city: City) -> None:
        ready, officer = candidate(city, a_counterpart(city)), city.actor("officer")
        life = publications.publicise_candidate(ready.pk, by=officer, at=NOON).public_life
        assert life.shown_until == date(2026, 11, 27)
        early = {"by": officer, "at": NOON + 7 * DAY, "voluntariness_shown": True}
        assert refused(issue_guidance, ready.pk, **early) == ["GUI-41"]
        named = issue_guidance(ready.pk, by=officer, at=AFTER_CANDIDACY, voluntariness_shown=True)
        assert (named.state, bool(named.number)) == ("issued", True)

    def test_is_named_after_every_objection_was_answered(self, city: City) -> None:
        ready, officer = candidate(city, a_counterpart(city)), city.actor("officer")
        publications.publicise_candidate(ready.pk, by=officer, at=NOON)
        comment(ready, "该店上月被投诉。")
        late = {"by": officer, "at": AFTER_CANDIDACY, "voluntariness_shown": True}
        assert refused(issue_guidance, ready.pk, **late) == ["GUI-35"]

    def test_may_leave_at_any_time_without_a_reason(self, city: City) -> None:
        shop = a_counterpart(city)
        action = a_model(city, shop)
        gone = publications.leave_as_model(action.pk, by=city.actor("officer"), at=NOON)
        shop.refresh_from_db()
        assert (gone.state, gone.public_life.ended_how, shop.is_demonstration) == ("withdrawn", "left", False)

    def test_is_renewed_for_a_later_day_only(self, city: City) -> None:
        detail = {
            **DETAILS[Way.DEMO],
            "exemplar": a_counterpart(city),
            "has_consent": True,
            "valid_to": date(2027, 6, 1),
        }
        action, officer = issued(city, Way.DEMO, detail=detail), city.actor("officer")
        with pytest.raises(ValidationError):
            publications.renew_naming(action.pk, by=officer, at=NOON, valid_to=date(2027, 6, 1))
        done = publications.renew_naming(action.pk, by=officer, at=NOON, valid_to=date(2029, 6, 1))
        sweep(at=NOON + 220 * DAY)  # after the first of June
        assert (done.demo.valid_to, state_of(done)) == (date(2029, 6, 1), "in_force")

    def test_ends_with_its_term_and_is_a_model_no_longer(self, city: City) -> None:
        shop = a_counterpart(city)
        action = a_model(city, shop, valid_to=date(2027, 6, 1))
        sweep(at=NOON + 220 * DAY)
        shop.refresh_from_db()
        assert (state_of(action), shop.is_demonstration) == ("expired", False)

    def test_counts_who_came_to_see_it(self, city: City) -> None:
        action = issued(
            city, Way.DEMO, detail={**DETAILS[Way.DEMO], "exemplar": a_counterpart(city), "has_consent": True}
        )
        came = {"held_on": NOON.date(), "attendees": 12, "who": "同业十二户"}
        done = publications.add_showing(action.pk, by=city.actor("officer"), at=NOON, **came)
        assert (done.demo.showings, done.public_life.showings.get().attendees) == (1, 12)


@pytest.mark.article("8.1")
class TestComments:
    def test_need_no_account(self, city: City) -> None:
        draft = reviewed(city, title="夜市指引草案")
        publications.open_comments(draft.pk, by=city.actor("officer"), at=timezone.now())
        assert "夜市指引草案" in Client().get(DRAFTS).content.decode()
        (row,) = Client().get(f"{API}guidance-drafts/").json()["results"]
        assert row["title"] == "夜市指引草案"
        assert Client().get(f"{DRAFTS}{draft.pk}/").status_code == 200
        answer = Client().post(f"{DRAFTS}{draft.pk}/", {"text": "建议附样例"})
        assert (answer.status_code, PublicComment.objects.get().text) == (302, "建议附样例")

    def test_end_with_the_last_day(self, city: City) -> None:
        draft = open_to_comments(city)
        assert comment(draft, at=NOON + 31 * DAY).pk
        assert refused(comment, draft, at=NOON + 32 * DAY) == ["GUI-44"]

    def test_are_taken_for_nothing_else(self, city: City) -> None:
        action = published(city)
        assert Client().get(f"{DRAFTS}{action.pk}/").status_code == 404
        with pytest.raises(GuidanceAction.DoesNotExist):
            publications.submit_comment(by=ANONYMOUS, at=NOON, action=action.pk, text="x")

    def test_cannot_be_poured_in_by_page_and_api_together(self, city: City) -> None:
        draft, client = open_to_comments(city), Client(REMOTE_ADDR="203.0.113.77")
        by_page = [client.post(f"{DRAFTS}{draft.pk}/", {"text": ""}).status_code for _n in range(6)]
        by_api = [by_program(draft, client, text="x").status_code for _n in range(5)]
        assert (by_page, by_api) == ([400] * 6, [201] * 4 + [429])
        assert client.post(f"{DRAFTS}{draft.pk}/", {"text": "x"}).status_code == 429

    def test_are_taken_by_the_api_as_by_the_page(self, city: City) -> None:
        draft = open_to_comments(city)
        done = by_program(draft, text="建议附样例", name="夜市商户")
        row = PublicComment.objects.get()
        assert (done.status_code, list(done.json())) == (201, ["received_at"])
        assert (row.text, row.name, row.life.unanswered) == ("建议附样例", "夜市商户", 1)

    def test_sent_twice_with_one_key_are_kept_once(self, city: City) -> None:
        draft = open_to_comments(city)
        for _time in range(2):
            done = by_program(draft, text="建议附样例", headers={"idempotency-key": "abc-1"})
            assert done.status_code == 201
        assert PublicComment.objects.count() == 1

    @pytest.mark.parametrize("body", [{}, {"text": ""}, {"text": "x", "life": 1}, {"text": 7}, []])
    def test_of_no_sense_are_faults_of_the_sender(self, city: City, body: Any) -> None:
        draft = open_to_comments(city)
        answer = Client().post(
            f"{API}guidance-drafts/{draft.pk}/comments/", body, content_type="application/json"
        )
        assert (answer.status_code, PublicComment.objects.exists()) == (400, False)

    def test_are_read_by_nobody_there(self, city: City) -> None:
        draft, closed = open_to_comments(city), published(city)
        assert Client().get(f"{API}guidance-drafts/{draft.pk}/comments/").status_code == 405
        assert by_program(closed, text="x").status_code == 404

    def test_are_answered_by_who_works_on_it(self, city: City) -> None:
        draft = open_to_comments(city)
        said = comment(draft)
        answer = {"comment": said, "answer": "not", "answer_reason": "法律已有规定。"}
        with pytest.raises(Forbidden):
            publications.answer_comment(draft.pk, by=city.actor("reviewer"), at=NOON, **answer)
        assert reviewed(city).state == "reviewed"
