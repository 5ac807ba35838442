"""Self-checks: offered for the points that concern a party, submitted once, corrected later (Art. 9)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from enforcement.models import Notification
from foundation.actors import ANONYMOUS
from foundation.due import sweep
from foundation.models import AuditEntry, DueItem
from foundation.obstacles import Refused
from guidance.models import Delivery, GuidanceAction
from guidance.services import decline_guidance
from riskcontrol.models import SelfCheckAnswer, SelfCheckDraft
from riskcontrol.services.self_checks import begin_and_save, submit_self_check
from riskcontrol.services.self_checks.points import editions_of
from tests.city import NOON, City, a_counterpart
from tests.guidance.a_gateway import a_contact
from tests.riskcontrol.checks import (
    DAY,
    TODAY,
    corrected,
    in_order,
    link_of,
    offered,
    points_published,
    submitted,
)

pytestmark = [pytest.mark.django_db, pytest.mark.article("9")]


def codes(act: object, *args: object, **kwargs: object) -> list[str]:
    with pytest.raises(Refused) as refused:
        act(*args, **kwargs)  # type: ignore[operator]
    return [o.code for o in refused.value.obstacles]


class TestAnOffer:
    def test_asks_about_the_published_points_of_its_trade_the_greatest_risk_first(self, city: City) -> None:
        asked = editions_of(offered(city))
        assert asked[0].code == "FX-SJ-01"
        assert all("F" in row.industries for row in asked)
        ranks = [["high", "medium", "low"].index(row.level) for row in asked]
        assert ranks == sorted(ranks)

    def test_is_a_tip_that_says_that_it_is_voluntary(self, city: City) -> None:
        letter = offered(city).invitation
        assert (letter.way, letter.trigger, letter.state, letter.voluntariness_shown) == (
            "tip",
            "risk",
            "issued",
            True,
        )
        assert Delivery.objects.filter(action=letter).count() == 1

    def test_stands_in_the_timeline_of_the_party(self, city: City) -> None:
        check = offered(city)
        told = AuditEntry.objects.filter(
            subjects__kind="enforcement.counterpart", subjects__key=str(check.counterpart_id)
        )
        assert "self_check:ask" in set(told.values_list("action", flat=True))

    def test_needs_a_point_that_concerns_the_party(self, city: City) -> None:
        points_published()
        office = a_counterpart(city, name="示例研究所", industry="M")
        assert codes(offered, city, office) == ["check:no_points"]

    def test_is_made_by_the_organ_whose_field_it_is(self, city: City) -> None:
        assert codes(offered, city, field=city.places.fields["environment"]) == ["check:duty"]

    def test_is_made_once_while_it_is_open_and_for_a_later_day(self, city: City) -> None:
        check = offered(city)
        assert codes(offered, city, check.counterpart, due_on=TODAY) == ["check:open", "check:day"]
        submitted(check)
        assert offered(city, check.counterpart).pk != check.pk


class TestADraft:
    def test_is_kept_as_it_is_typed_and_begins_the_self_check(self, city: City) -> None:
        check = offered(city)
        first = check.editions[0]
        typed = {f"answer_{first}": "no", f"note_{first}": "x" * 5000, "answer_999999": "no", "truth": "on"}
        for _time in range(2):
            begin_and_save(by=ANONYMOUS, at=NOON, link=link_of(check), typed=typed)
        draft = SelfCheckDraft.objects.get()
        assert draft.values == {f"answer_{first}": "no", f"note_{first}": "x" * 1000}
        assert AuditEntry.objects.filter(action="self_check:begin").count() == 1
        check.refresh_from_db()
        assert (check.state, check.begun_at) == ("begun", NOON)

    def test_is_not_taken_once_it_was_submitted(self, city: City) -> None:
        check = submitted(offered(city))
        assert codes(begin_and_save, by=ANONYMOUS, at=NOON, link=link_of(check), typed={}) == [
            "check:submitted"
        ]


class TestSubmission:
    def test_counts_what_was_found_and_what_was_corrected(self, city: City) -> None:
        check = submitted(offered(city), FX_SJ_01={}, FX_SJ_02={"corrected_on": TODAY})
        assert (check.state, check.gaps, check.corrected, check.open_gaps) == ("submitted", 2, 1, 1)
        told = Notification.objects.filter(kind="self_check:submitted")
        assert [row.data["count"] for row in told] == [1]

    def test_needs_every_answer_a_day_for_every_find_and_the_truth(self, city: City) -> None:
        check = offered(city)
        bare = in_order(check, FX_SJ_01={"found_on": None}, FX_SJ_02={"answer": ""})
        send = {"by": ANONYMOUS, "at": NOON, "link": link_of(check), "declared_by": "甲"}
        assert codes(submit_self_check, answers=bare, truth=False, **send) == [
            "check:unanswered", "check:truth", "check:found_on",
        ]  # fmt: skip
        assert codes(submitted, check, FX_SJ_01={"found_on": TODAY + DAY}) == ["check:future"]
        early = {"corrected_on": TODAY - DAY}
        assert codes(submitted, check, FX_SJ_01=early) == ["check:order"]
        assert not SelfCheckAnswer.objects.exists()

    def test_is_refused_a_second_time(self, city: City) -> None:
        check = submitted(offered(city))
        assert codes(submitted, check) == ["check:submitted"]

    def test_asks_for_counselling_that_is_answered_in_five_working_days(self, city: City) -> None:
        check = submitted(offered(city), FX_SJ_01={"wants_help": True, "note": "台账怎么记？"})
        asked = GuidanceAction.objects.get(pk=check.application_id)
        assert (asked.way, asked.trigger, asked.counterpart_id) == (
            "counsel",
            "application",
            check.counterpart_id,
        )
        assert "台账怎么记？" in asked.counsel.question
        assert asked.answer_by is not None

    def test_stays_as_it_was_written(self, city: City) -> None:
        check = submitted(offered(city), FX_SJ_01={})
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "UPDATE riskcontrol_selfcheckanswer SET answer = 'yes' WHERE self_check_id = %s", [check.pk]
            )
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("DELETE FROM riskcontrol_selfcheckanswer WHERE self_check_id = %s", [check.pk])


class TestALaterCorrection:
    def test_is_added_and_the_answers_stay(self, city: City) -> None:
        check = submitted(offered(city), FX_SJ_01={})
        later = NOON + 3 * DAY
        check = corrected(check, "FX-SJ-01", later.date(), at=later, note="已补台账")
        answer = SelfCheckAnswer.objects.get(self_check=check, answer="no")
        assert (check.open_gaps, answer.corrected_on, answer.settled_on) == (0, None, later.date())

    def test_is_told_once_of_what_is_open_and_not_before_it_was_found(self, city: City) -> None:
        check = submitted(offered(city), FX_SJ_01={})
        assert codes(corrected, check, "FX-SJ-01", TODAY - DAY) == ["check:order"]
        assert codes(corrected, check, "FX-SJ-01", TODAY + DAY) == ["check:future"]
        assert codes(corrected, check, "FX-SJ-02", TODAY) == ["check:not_open"]
        corrected(check, "FX-SJ-01", TODAY)
        assert codes(corrected, check, "FX-SJ-01", TODAY) == ["check:not_open"]

    def test_is_told_while_the_link_is_valid(self, city: City) -> None:
        check = submitted(offered(city), FX_SJ_01={})
        assert "check:link_over" in codes(corrected, check, "FX-SJ-01", TODAY, at=NOON + 91 * DAY)


class TestTheClock:
    def sweep_until(self, at: object) -> None:
        sweep(at=at)  # type: ignore[arg-type]

    def test_reminds_by_message_before_the_day_and_lets_it_lapse_without_consequence(
        self, city: City
    ) -> None:
        shop = a_counterpart(city)
        a_contact(city, shop, phone="", email="shop@example.test")
        check = offered(city, shop)
        self.sweep_until(NOON + 13 * DAY)
        assert Delivery.objects.filter(action=check.invitation).count() == 2
        self.sweep_until(NOON + 17 * DAY)
        check.refresh_from_db()
        assert check.state == "lapsed"
        late = NOON + 20 * DAY
        assert submitted(check, at=late).state == "submitted"

    def test_leaves_who_declined_or_answered_in_peace(self, city: City) -> None:
        shop = a_counterpart(city)
        a_contact(city, shop, phone="", email="shop@example.test")
        check = offered(city, shop)
        decline_guidance(check.invitation_id, by=city.actor("officer"), at=NOON + timedelta(hours=1))
        self.sweep_until(NOON + 13 * DAY)
        assert Delivery.objects.filter(action=check.invitation).count() == 1
        submitted(check)
        assert set(DueItem.objects.filter(thing=f"self_check:{check.pk}").values_list("state", flat=True)) == {
            "done", "cancelled",
        }  # fmt: skip
