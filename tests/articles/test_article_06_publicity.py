"""Article 6 with the Penalty Law, Art. 48, 50, 73: decisions are open to everybody, and nobody is exposed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from enforcement.models import Case, Notification, Publication, PublicEdition
from enforcement.services import cases, publicity, remedies
from enforcement.services.holidays import enter_arrangement
from enforcement.services.rules import load_rules
from enforcement.vocabulary.publicity import PublicityState
from foundation.actors import COMMAND
from foundation.articles import Article
from foundation.due import sweep
from foundation.obstacles import Refused
from foundation.record import audited
from leniency.services.assessing import assess_case
from tests.city import City, a_counterpart
from tests.enforcement import case_course
from tests.enforcement.case_course import AFTER_DEFENCE, PENALTY, decided
from tests.enforcement.public_course import published, text_of, undone

DAY = timedelta(days=1)
DECIDED = AFTER_DEFENCE.date()


def read(row: Publication) -> Any:
    return Client().get(reverse("enforcement:public_penalty", args=[row.pk]))


def told(kind: str) -> set[str]:
    return set(Notification.objects.filter(kind=kind).values_list("officer__username", flat=True))


def refusal(act: Any, *args: Any, **kwargs: Any) -> list[str]:
    with pytest.raises(Refused) as refused:
        act(*args, **kwargs)
    return [obstacle.code for obstacle in refused.value.obstacles]


@pytest.mark.article("6")
@pytest.mark.rule("PUB-1")
class TestAPenalty:
    """Is published within seven working days after it was decided."""

    def test_brings_the_duty_with_it(self, city: City) -> None:
        row = decided(city).publication
        assert row.state == PublicityState.DUE
        assert row.publish_by == date(2026, 12, 9)  # from Monday 30 November: seven working days

    def test_decided_on_the_spot_brings_it_too(self, city: City) -> None:
        case = case_course.a_clue(city)
        handlers = [city.people["officer"], city.people["officer2"]]
        assess_case(case.pk, by=city.actor("officer"), at=AFTER_DEFENCE)
        cases.decide_on_spot(
            case.pk, by=city.actor("officer"), at=AFTER_DEFENCE, handlers=handlers, facts_found="未明码标价。",
            certificates_shown_on=DECIDED, is_certain=True, was_heard=True, penalty_kind="fine", fine=Decimal(100),
        )  # fmt: skip
        assert Publication.objects.get(case=case).state == PublicityState.DUE

    def test_that_is_none_is_not_published(self, city: City) -> None:
        case = case_course.educated(city)
        assert not Publication.objects.filter(case=case).exists()
        assert refusal(publicity.open_publicity, case.pk, by=city.actor("officer"), at=AFTER_DEFENCE) == [
            "publicity:incomplete"
        ]

    def test_is_told_before_and_after_its_last_day(self, city: City) -> None:
        row = decided(city).publication
        assert row.publish_by is not None
        at = datetime.combine(row.publish_by - 2 * DAY, time(9), tzinfo=AFTER_DEFENCE.tzinfo)
        sweep(at=at)
        assert {"officer", "officer2", "head"} <= told("publicity:publish_soon")
        assert told("publicity:publish_late") == set()
        sweep(at=at + 3 * DAY)
        assert "head" in told("publicity:publish_late")
        assert "officer" not in told("publicity:publish_late")

    def test_is_told_to_nobody_once_it_is_published(self, city: City) -> None:
        published(city)
        sweep(at=AFTER_DEFENCE + 60 * DAY)
        assert told("publicity:publish_soon") == told("publicity:publish_late") == set()

    def test_stands_among_the_deadlines_of_its_case(self, city: City) -> None:
        case = decided(city)
        (found,) = [d for d in Case.objects.get(pk=case.pk).deadlines() if d.code == "publish"]
        assert (found.due_on, found.met_on) == (date(2026, 12, 9), None)
        row = published(city, case)
        (found,) = [d for d in Case.objects.get(pk=row.case_id).deadlines() if d.code == "publish"]
        assert found.met_on == DECIDED

    def test_is_reckoned_anew_when_the_holidays_change(self, city: City) -> None:
        case = decided(city)
        enter_arrangement(by=COMMAND, at=AFTER_DEFENCE, year=2026, off=[date(2026, 12, 7), date(2026, 12, 8)])
        sweep(at=AFTER_DEFENCE)
        assert Publication.objects.get(case=case).publish_by == date(2026, 12, 11)

    def test_from_before_publicity_was_kept_is_taken_up_by_hand(self, city: City) -> None:
        case = decided(city)
        with audited("publicity:end", by=COMMAND, at=AFTER_DEFENCE, under=Article(4)):
            Publication.objects.get(case=case).delete()
        publicity.open_publicity(case.pk, by=city.actor("officer"), at=AFTER_DEFENCE)
        assert Publication.objects.get(case=case).state == PublicityState.DUE


@pytest.mark.article("6")
class TestTheText:
    """Is drafted from the file, read by another, and seen by nobody before."""

    def test_of_a_citizen_masks_the_name(self, city: City) -> None:
        party = a_counterpart(
            city, name="钱示例", kind="citizen", identifier="110101199003070038", address="南城区示例路18号"
        )
        case = case_course.notified(city, counterpart=party)
        case = cases.decide_case(case.pk, by=city.actor("head"), at=AFTER_DEFENCE, **PENALTY)
        case.facts_found = "钱示例（110101199003070038）在南城区示例路18号经营，电话13800138000。"
        drafted = publicity.drafted_text(case)
        whole = "".join(str(value) for value in drafted.values())
        for private in ("钱示例", "110101199003070038", "示例路18号", "13800138000"):
            assert private not in whole
        assert drafted["party"].startswith("钱*")

    def test_waits_for_a_head_who_does_not_handle_the_case(self, city: City) -> None:
        row = decided(city).publication
        publicity.draft_text(row.pk, by=city.actor("officer"), at=AFTER_DEFENCE, **text_of(row))
        with pytest.raises(Refused):
            publicity.approve_text(row.pk, by=city.actor("officer"), at=AFTER_DEFENCE)
        publicity.approve_text(row.pk, by=city.actor("head"), at=AFTER_DEFENCE)
        row.refresh_from_db()
        assert row.state == PublicityState.APPROVED

    def test_is_not_approved_by_a_head_who_handles_the_case(self, city: City) -> None:
        row = decided(city).publication
        publicity.draft_text(row.pk, by=city.actor("officer"), at=AFTER_DEFENCE, **text_of(row))
        cases.assign_handlers(
            row.case_id, by=city.actor("officer"), at=AFTER_DEFENCE,
            handlers=[city.people["officer"], city.people["officer2"]],
        )  # fmt: skip
        facts = Publication.objects.get(pk=row.pk).facts(by=city.actor("officer2"), at=AFTER_DEFENCE)
        assert facts.actor_is_handler

    @pytest.mark.parametrize("state", ["due", "draft", "approved"])
    def test_is_not_reachable_before_it_is_published(self, city: City, state: str) -> None:
        row = decided(city).publication
        if state != "due":
            publicity.draft_text(row.pk, by=city.actor("officer"), at=AFTER_DEFENCE, **text_of(row))
        if state == "approved":
            publicity.approve_text(row.pk, by=city.actor("head"), at=AFTER_DEFENCE)
        assert read(row).status_code == 404
        assert Client().get(f"/api/v1/public/penalties/{row.pk}/").status_code == 404
        assert Client().get("/api/v1/public/penalties/").json()["results"] == []

    def test_once_published_is_not_changed(self, city: City) -> None:
        row = published(city)
        edition = row.editions.get()
        edition.result = "x"
        with pytest.raises(ValueError, match="not changed"):
            edition.save()

    def test_is_corrected_by_another_edition(self, city: City) -> None:
        row = published(city)
        text = {**text_of(row), "result": "罚款五百元，已缴。"}
        publicity.correct_text(
            row.pk, by=city.actor("officer"), at=AFTER_DEFENCE, correction_reason="补充缴款情况", **text
        )
        assert "已缴" not in read(row).content.decode()
        publicity.publish_correction(row.pk, by=city.actor("head"), at=AFTER_DEFENCE)
        page = read(row).content.decode()
        assert "已缴" in page
        assert "补充缴款情况" in page
        assert list(row.editions.values_list("number", flat=True)) == [2, 1]

    def test_that_was_to_be_corrected_can_stay_as_it_is(self, city: City) -> None:
        row = published(city)
        text = {**text_of(row), "result": "错误"}
        publicity.correct_text(
            row.pk, by=city.actor("officer"), at=AFTER_DEFENCE, correction_reason="误", **text
        )
        row = publicity.drop_correction(row.pk, by=city.actor("officer"), at=AFTER_DEFENCE)
        assert (row.state, row.result) == (PublicityState.PUBLISHED, row.edition.result)


@pytest.mark.article("6")
@pytest.mark.rule("PUB-2")
class TestWhatConcernsAMinorASecretPrivacyOrSafety:
    """Is masked or not published."""

    @pytest.mark.parametrize("concern", ["state_secret", "safety", "linked_case", "crime"])
    def test_is_not_published(self, city: City, concern: str) -> None:
        row = decided(city).publication
        text = {**text_of(row), "concerns": [concern], "masking": "已处理"}
        publicity.draft_text(row.pk, by=city.actor("officer"), at=AFTER_DEFENCE, **text)
        assert refusal(publicity.approve_text, row.pk, by=city.actor("head"), at=AFTER_DEFENCE) == ["PUB-2"]
        row = publicity.withhold(
            row.pk,
            by=city.actor("head"),
            at=AFTER_DEFENCE,
            withheld_ground="concern",
            closing_reason="依法不予公开",
        )
        assert row.state == PublicityState.WITHHELD
        assert read(row).status_code == 404

    @pytest.mark.parametrize("concern", ["minor", "privacy", "trade_secret"])
    def test_is_published_once_it_says_how_it_was_masked(self, city: City, concern: str) -> None:
        row, officer, head = decided(city).publication, city.actor("officer"), city.actor("head")
        text = {**text_of(row), "concerns": [concern]}
        publicity.draft_text(row.pk, by=officer, at=AFTER_DEFENCE, **text)
        assert refusal(publicity.approve_text, row.pk, by=head, at=AFTER_DEFENCE) == ["PUB-2"]
        publicity.draft_text(row.pk, by=officer, at=AFTER_DEFENCE, **text, masking="隐去姓名与住址")
        assert publicity.approve_text(row.pk, by=head, at=AFTER_DEFENCE).state == PublicityState.APPROVED

    @pytest.mark.parametrize(
        "leak",
        [
            "法人张示例到场",
            "证件110101199003070038",
            "电话１３８００１３８０００",
            "电话138\u200b00138000",
            "南城区示例路18号",
        ],
    )
    def test_is_found_in_the_text_itself(self, city: City, leak: str) -> None:
        party = a_counterpart(city, address="南城区示例路18号", legal_representative="张示例")
        case = case_course.notified(city, counterpart=party)
        case = cases.decide_case(case.pk, by=city.actor("head"), at=AFTER_DEFENCE, **PENALTY)
        row = Publication.objects.get(case=case)
        publicity.draft_text(
            row.pk, by=city.actor("officer"), at=AFTER_DEFENCE, **{**text_of(row), "violation": leak}
        )
        assert refusal(publicity.approve_text, row.pk, by=city.actor("head"), at=AFTER_DEFENCE) == ["PUB-2"]


@pytest.mark.article("6")
@pytest.mark.rule("PUB-3")
class TestADecisionThatWasChangedOrUndone:
    """Is withdrawn within three working days, and everybody is told why."""

    def test_starts_three_working_days(self, city: City) -> None:
        row = published(city)
        undone(city, row, on=DECIDED)
        row.refresh_from_db()
        assert row.withdraw_by == date(2026, 12, 3)  # Thursday after Monday 30 November
        assert "head" in told("publicity:undone")
        assert "head" in told("remedy:undone")

    def test_is_withdrawn_with_a_public_reason(self, city: City) -> None:
        row = published(city)
        assert refusal(
            publicity.withdraw, row.pk, by=city.actor("head"), at=AFTER_DEFENCE, withdrawal_reason="误"
        ) == ["PUB-3"]
        undone(city, row, on=DECIDED)
        assert refusal(
            publicity.withdraw, row.pk, by=city.actor("head"), at=AFTER_DEFENCE, withdrawal_reason=" "
        ) == ["PUB-3"]
        publicity.withdraw(
            row.pk, by=city.actor("head"), at=AFTER_DEFENCE, withdrawal_reason="复议决定撤销原处罚。"
        )
        page = read(row).content.decode()
        assert "复议决定撤销原处罚" in page
        assert row.edition.violation not in page
        listed = Client().get("/api/v1/public/penalty-withdrawals/").json()["results"]
        assert [r["reason"] for r in listed] == ["复议决定撤销原处罚。"]
        assert Client().get("/api/v1/public/penalties/").json()["results"] == []
        assert Client().get(f"/api/v1/public/penalties/{row.pk}/").status_code == 404

    def test_says_why_without_naming_anybody(self, city: City) -> None:
        row = published(city)
        undone(city, row, on=DECIDED)
        assert refusal(
            publicity.withdraw, row.pk, by=city.actor("head"), at=AFTER_DEFENCE,
            withdrawal_reason="当事人电话13800138000",
        ) == ["PUB-2"]  # fmt: skip

    def test_is_not_published_any_more(self, city: City) -> None:
        row = decided(city).publication
        publicity.draft_text(row.pk, by=city.actor("officer"), at=AFTER_DEFENCE, **text_of(row))
        publicity.approve_text(row.pk, by=city.actor("head"), at=AFTER_DEFENCE)
        undone(city, row, on=DECIDED)
        row.refresh_from_db()
        assert row.state == PublicityState.DRAFT
        assert refusal(publicity.approve_text, row.pk, by=city.actor("head"), at=AFTER_DEFENCE) == ["PUB-3"]

    def test_is_published_anew_as_it_was_changed(self, city: City) -> None:
        row, officer, head = published(city), city.actor("officer"), city.actor("head")
        undone(city, row, on=DECIDED, result="changed")
        publicity.withdraw(row.pk, by=head, at=AFTER_DEFENCE, withdrawal_reason="复议变更罚款数额。")
        publicity.redraft(row.pk, by=officer, at=AFTER_DEFENCE)
        assert "复议变更" in read(row).content.decode()
        publicity.draft_text(row.pk, by=officer, at=AFTER_DEFENCE, **{**text_of(row), "result": "罚款二百元"})
        publicity.approve_text(row.pk, by=head, at=AFTER_DEFENCE)
        publicity.publish(row.pk, by=officer, at=AFTER_DEFENCE)
        assert "罚款二百元" in read(row).content.decode()

    def test_stays_withdrawn_when_it_was_revoked(self, city: City) -> None:
        row = published(city)
        undone(city, row, on=DECIDED)
        publicity.withdraw(row.pk, by=city.actor("head"), at=AFTER_DEFENCE, withdrawal_reason="撤销。")
        assert refusal(publicity.redraft, row.pk, by=city.actor("officer"), at=AFTER_DEFENCE) == ["PUB-3"]

    def test_that_was_upheld_stays_published(self, city: City) -> None:
        row = published(city)
        undone(city, row, on=DECIDED, result="upheld")
        row.refresh_from_db()
        assert row.withdraw_by is None
        assert read(row).status_code == 200


@pytest.mark.article("6")
@pytest.mark.rule("PUB-4")
class TestTheTermOfPublicity:
    """Ends by itself after three months or three years, earlier only on application."""

    def test_of_a_low_fine_is_three_months(self, city: City) -> None:
        assert published(city).until_on == date(2027, 2, 28)

    def test_of_a_higher_fine_is_three_years(self, city: City) -> None:
        load_rules(by=COMMAND, at=AFTER_DEFENCE)
        case = decided(city, **{**PENALTY, "fine": Decimal(4000)})
        assert published(city, case).until_on == date(2029, 11, 30)

    def test_ends_by_itself(self, city: City) -> None:
        row = published(city)
        assert row.until_on is not None
        last = datetime.combine(row.until_on, time(23), tzinfo=AFTER_DEFENCE.tzinfo)
        assert Publication.objects.published().shown_on(row.until_on).count() == 1
        assert Publication.objects.published().shown_on(row.until_on + DAY).count() == 0
        sweep(at=last)
        row.refresh_from_db()
        assert row.state == PublicityState.PUBLISHED
        sweep(at=last + timedelta(hours=2))
        row.refresh_from_db()
        assert row.state == PublicityState.ENDED
        assert read(row).status_code == 404

    def test_ends_earlier_on_application_alone(self, city: City) -> None:
        row, head = published(city), city.actor("head")
        early = {"end_applied_on": DECIDED - DAY, "closing_reason": "已履行并整改"}
        assert refusal(publicity.end_early, row.pk, by=head, at=AFTER_DEFENCE, **early) == ["date:too_early"]
        row = publicity.end_early(row.pk, by=head, at=AFTER_DEFENCE, **{**early, "end_applied_on": DECIDED})
        assert row.state == PublicityState.ENDED
        assert read(row).status_code == 404


@pytest.mark.article("6")
@pytest.mark.rule("PUB-5")
class TestTheYearlyReport:
    """Is asked of who answers for the organ in time for 31 January, year by year."""

    def test_is_told_once_a_year(self, city: City) -> None:
        decided(city)
        sweep(at=datetime(2027, 1, 3, 12, tzinfo=AFTER_DEFENCE.tzinfo))
        assert told("publicity:yearly") == set()
        for _again in range(2):
            sweep(at=datetime(2027, 1, 4, 12, tzinfo=AFTER_DEFENCE.tzinfo))
        (notice,) = Notification.objects.filter(kind="publicity:yearly", officer=city.people["head"])
        assert notice.data == {"day": "2027-01-31", "year": 2026}
        sweep(at=datetime(2028, 1, 4, 12, tzinfo=AFTER_DEFENCE.tzinfo))
        assert Notification.objects.filter(kind="publicity:yearly", officer=city.people["head"]).count() == 2


@pytest.mark.article("6")
class TestARemedy:
    """Is open to the party, and holds the execution only where the law says so."""

    def test_is_recorded_and_concluded(self, city: City) -> None:
        row = published(city)
        remedy = undone(city, row, on=DECIDED)
        assert (remedy.state, remedy.result) == ("concluded", "revoked")
        assert Case.objects.get(pk=row.case_id).remedies.undoing().exists()

    def test_alone_stops_no_execution(self, city: City) -> None:
        case = decided(city)
        remedies.file_remedy(
            case.pk,
            by=city.actor("officer"),
            at=AFTER_DEFENCE,
            kind="litigation",
            body="示例法院",
            filed_on=DECIDED,
        )
        assert not case.is_execution_stopped(DECIDED)
        remedy = case.remedies.get()
        remedies.stop_execution(
            remedy.pk, by=city.actor("officer"), at=AFTER_DEFENCE, stopped_on=DECIDED, stop_ground="body",
            stop_reason="法院裁定停止执行",
        )  # fmt: skip
        assert case.is_execution_stopped(DECIDED)
        remedies.resume_execution(
            remedy.pk,
            by=city.actor("officer"),
            at=AFTER_DEFENCE + DAY,
            resumed_on=DECIDED + DAY,
            reason="裁定恢复",
        )
        assert case.is_execution_stopped(DECIDED)
        assert not case.is_execution_stopped(DECIDED + DAY)

    def test_is_pending_once_of_each_kind(self, city: City) -> None:
        case = decided(city)
        given = {"kind": "litigation", "body": "示例法院", "filed_on": DECIDED}
        remedies.file_remedy(case.pk, by=city.actor("officer"), at=AFTER_DEFENCE, **given)
        with pytest.raises(Refused):
            remedies.file_remedy(case.pk, by=city.actor("officer"), at=AFTER_DEFENCE, **given)

    def test_has_a_reason_when_the_decision_did_not_stand(self, city: City) -> None:
        row = published(city)
        assert "remedy:incomplete" in refusal(undone, city, row, on=DECIDED, reason="")

    def test_has_its_time_shown_from_the_service_on(self, city: City, as_user: Any) -> None:
        case = decided(city)
        cases.serve_decision(case.pk, by=city.actor("officer"), at=AFTER_DEFENCE, served_on=DECIDED)
        page = as_user("officer").get(reverse("enforcement:case_deadlines", args=[case.pk]))
        codes = [day["explained"].deadline.code for day in page.context["page"]["days"]]
        assert {"reconsideration", "litigation"} <= set(codes)

    def test_that_undid_the_decision_is_seen_on_the_case(self, city: City, as_user: Any) -> None:
        row = published(city)
        undone(city, row, on=DECIDED)
        page = as_user("officer").get(row.case.get_absolute_url(), headers={"accept-language": "en"})
        assert "decision revoked" in page.content.decode()
        assert PublicEdition.objects.count() == 1
