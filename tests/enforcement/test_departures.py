"""Leaving the discretion benchmark: a reason, an approval in writing, and never farther than that (DIS-2)."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from enforcement.models import BandDeparture, Case, Notification
from enforcement.rules.departures import (
    AskedDeparture,
    DepartureFacts,
    is_granted,
    obstacles_to_approving_departure,
    obstacles_to_asking_departure,
)
from enforcement.rules.facts import BandFacts, Granted
from enforcement.services import cases, departures
from enforcement.services.matters import enter_band
from enforcement.vocabulary import Approver, CaseState
from foundation.obstacles import Refused
from tests.city import NOON, City, a_filed_case
from tests.enforcement.case_course import AFTER_DEFENCE, DAY, PENALTY, notified
from tests.enforcement.case_facts import codes

pytestmark = pytest.mark.rule("DIS-2")
NORMAL = BandFacts("normal", Decimal(1000), Decimal(3000))
WHY = "当事人主动召回并赔偿，基准未列此情形。"


def asked(fine: int, **changes: Any) -> AskedDeparture:
    known = {"tier": "normal", "fine": Decimal(fine), "bands": (NORMAL,), "statutory_max": Decimal(5000)}
    return AskedDeparture(**{**known, **changes})


def answering(**changes: Any) -> DepartureFacts:
    known = {"approver": Approver.HEAD, "actor_is_asker": False, "actor_is_handler": False,
             "actor_is_of_the_organ": True, "answer": "同意。"}  # fmt: skip
    return DepartureFacts(**{**known, **changes})


@pytest.fixture
def banded(city: City) -> City:
    """The matter has a benchmark: up to a thousand, and up to three thousand."""
    admin = {"by": city.actor("orgadmin"), "at": NOON}
    enter_band(city.matter.pk, **admin, tier="light", condition_zh="轻微", fine_min=0, fine_max=Decimal(1000))
    enter_band(
        city.matter.pk,
        **admin,
        tier="normal",
        condition_zh="一般",
        fine_min=Decimal(1000),
        fine_max=Decimal(3000),
    )
    return city


def ask(case: Case, city: City, fine: int = 500, **more: Any) -> BandDeparture:
    given = {"tier": "normal", "fine": Decimal(fine), "ground": "special_facts", "reason": WHY, **more}
    departures.ask_departure(case.pk, by=city.actor("officer"), at=NOON, **given)
    return case.departures.latest("pk")


def approve(row: BandDeparture, city: City, *, by: str = "head", answer: str = "同意按五百元处罚。") -> Any:
    return departures.approve_departure(row.pk, by=city.actor(by), at=NOON, answer=answer)


def decide(case: Case, city: City, **more: Any) -> Case:
    given = {**PENALTY, "tier": "normal", **more}
    return cases.decide_case(case.pk, by=city.actor("head"), at=AFTER_DEFENCE, **given)


def refused(act: Any, *args: Any, **kwargs: Any) -> list[tuple[str, str | None]]:
    with pytest.raises(Refused) as refusal:
        act(*args, **kwargs)
    return [(o.code, o.field) for o in refusal.value.obstacles]


class TestARequest:
    """Leaves a tier that there is, by an amount that the statute knows, one at a time."""

    @pytest.mark.parametrize(("fine", "field"), [(999, None), (3001, None), (1000, "fine"), (5001, "fine")])
    def test_leaves_the_tier_and_not_the_statute(self, fine: int, field: str | None) -> None:
        assert [o.field for o in obstacles_to_asking_departure(asked(fine))] == ([field] if field else [])

    def test_names_a_tier_of_the_benchmark(self) -> None:
        assert [o.field for o in obstacles_to_asking_departure(asked(500, tier="grave"))] == ["tier"]

    def test_waits_alone(self) -> None:
        assert codes(obstacles_to_asking_departure(asked(500, is_waiting=True))) == ["DIS-2"]

    def test_needs_its_reason(self, banded: City) -> None:
        with pytest.raises(Refused):
            ask(a_case(banded), banded, reason=" ")

    def test_reaches_the_head_and_comes_back_to_who_asked(self, banded: City) -> None:
        approve(ask(a_case(banded), banded), banded)
        told = Notification.objects.filter(kind__startswith="departure:").order_by("id")
        assert list(told.values_list("kind", "officer__username")) == [
            ("departure:asked", "head"), ("departure:approved", "officer"),
        ]  # fmt: skip


class TestAnApproval:
    @pytest.mark.parametrize("who", ["actor_is_asker", "actor_is_handler"])
    def test_is_not_given_by_asker_or_handler(self, who: str) -> None:
        assert codes(obstacles_to_approving_departure(answering(**{who: True}))) == ["DIS-2"]

    def test_is_in_writing(self) -> None:
        assert [o.field for o in obstacles_to_approving_departure(answering(answer=" "))] == ["answer"]

    def test_of_the_heads_together_has_its_minute_in_the_file(self) -> None:
        together = {"approver": Approver.COLLECTIVE}
        assert codes(obstacles_to_approving_departure(answering(**together))) == ["DIS-2"]
        assert codes(obstacles_to_approving_departure(answering(**together, has_discussion=True))) == []

    def test_of_a_superior_benchmark_is_given_there(self, banded: City) -> None:
        row = ask(a_case(banded), banded, approver=Approver.SUPERIOR)
        assert refused(approve, row, banded) == [("DIS-2", None)]
        assert approve(row, banded, by="city_market_head").state == "approved"

    def test_is_not_given_by_a_head_who_handles_the_case(self, banded: City) -> None:
        case = a_case(banded, handlers=("head", "officer2"))
        departures.ask_departure(
            case.pk, by=banded.actor("officer2"), at=NOON, tier="normal", fine=Decimal(500),
            ground="special_facts", reason=WHY,
        )  # fmt: skip
        assert refused(approve, case.departures.get(), banded) == [("DIS-2", None)]

    def test_has_its_author_and_words_in_the_table_too(self, banded: City) -> None:
        row = ask(a_case(banded), banded)
        for values in ({"state": "approved"}, {"answered_by_id": row.asked_by_id}):
            with transaction.atomic(), pytest.raises(IntegrityError, match="departure_"):
                BandDeparture._base_manager.filter(pk=row.pk).update(**values)


class TestADecision:
    """Leaves the tier only with the approval, as far as it goes, and to its side."""

    @pytest.mark.parametrize(("granted", "fine", "covered"), [
        (500, 500, True), (500, 700, True), (500, 499, False), (4000, 4000, True), (4000, 3500, True),
        (4000, 4001, False), (500, 4000, False), (4000, 500, False),
    ])  # fmt: skip
    def test_goes_no_farther_than_was_approved(self, granted: int, fine: int, covered: bool) -> None:
        given = (Granted("normal", Decimal(granted)),)
        assert is_granted(NORMAL, Decimal(fine), given) is covered
        assert is_granted(NORMAL, Decimal(fine), (Granted("light", Decimal(granted)),)) is False

    def test_is_refused_without_it_whatever_reason_is_given(self, banded: City) -> None:
        case = notified(banded)
        reasons = {"DIS-2": "情节特殊"}
        assert refused(decide, case, banded, overrides=reasons) == [("DIS-2", "fine")]
        ask(case, banded)
        assert refused(decide, case, banded) == [("DIS-2", "fine")]

    def test_stands_with_it(self, banded: City) -> None:
        case = notified(banded)
        approve(ask(case, banded), banded)
        assert decide(case, banded).state == CaseState.DECIDED

    def test_is_refused_after_a_refusal(self, banded: City) -> None:
        case = notified(banded)
        departures.refuse_departure(ask(case, banded).pk, by=banded.actor("head"), at=NOON, answer="不符合。")
        assert refused(decide, case, banded) == [("DIS-2", "fine")]


class TestItsPages:
    def test_lead_from_the_case_to_the_answer(self, banded: City, as_user: Callable[[str], Client]) -> None:
        case = a_case(banded)
        panel = f"/cases/{case.pk}/discretion/"
        page = as_user("officer").get(panel).content.decode()
        assert "ask_departure" in page
        data = {"expected_version": Case.objects.get(pk=case.pk).version, "tier": "normal", "fine": "1500",
                "ground": "special_facts", "reason": WHY}  # fmt: skip
        typed = as_user("officer").post(f"/cases/{case.pk}/do/ask_departure/", data)
        assert typed.status_code == 409
        assert typed.context["form"].errors.keys() == {"fine"}
        assert WHY in typed.content.decode()
        sound = {**data, "fine": "500"}
        assert as_user("officer").post(f"/cases/{case.pk}/do/ask_departure/", sound).status_code == 302
        row = case.departures.get()
        assert "ask_departure" not in as_user("officer").get(panel).content.decode()
        assert WHY in as_user("head").get(panel).content.decode()
        answer = {"expected_version": row.version, "answer": "同意。"}
        assert as_user("head").post(f"/departures/{row.pk}/do/approve/", answer).status_code == 302
        assert "同意。" in as_user("head").get(f"/departures/{row.pk}/").content.decode()

    def test_list_and_export_those_in_reach(self, banded: City, as_user: Callable[[str], Client]) -> None:
        ask(a_case(banded), banded)
        assert len(as_user("head").get("/departures/?state=asked").context["page"]["rows"]) == 1
        assert len(as_user("officer_north").get("/departures/").context["page"]["rows"]) == 0

    def test_wait_for_the_head_on_today(self, banded: City, as_user: Callable[[str], Client]) -> None:
        row = ask(a_case(banded), banded)
        waiting = as_user("head").get("/").context["waiting"]
        assert row.get_absolute_url() in [w["waiting"].url for w in waiting]


class TestItsResource:
    def test_is_asked_for_and_answered(self, banded: City, with_token: Callable[..., Client]) -> None:
        case = a_case(banded)
        body = {"tier": "normal", "fine": "500.00", "ground": "special_facts", "reason": WHY}
        where = f"/api/v1/cases/{case.pk}/transitions/ask_departure/"
        assert (
            post(with_token("officer"), where, body, Case.objects.get(pk=case.pk).version).status_code == 200
        )
        row = case.departures.get()
        where = f"/api/v1/discretion-departures/{row.pk}/transitions/approve/"
        assert post(with_token("head"), where, {"answer": "同意。"}, row.version).status_code == 200
        shown = with_token("officer").get(f"/api/v1/cases/{case.pk}/procedure/").json()["departures"]
        assert [(d["state"], d["answer"]) for d in shown] == [("approved", "同意。")]


def a_case(city: City, **given: Any) -> Case:
    """A case that is investigated: its benchmark may be left."""
    case = a_filed_case(city, **given)
    Case._base_manager.filter(pk=case.pk).update(state=CaseState.INVESTIGATED)
    return case


def post(client: Client, where: str, body: dict[str, Any], version: int) -> Any:
    headers = {"if-match": f'"{version}"'}
    return client.post(where, json.dumps(body), content_type="application/json", headers=headers)


def test_the_comparable_cases_say_how_they_ended(banded: City, as_user: Callable[[str], Client]) -> None:
    first = notified(banded)
    decide(first, banded, tier="light")
    second = a_filed_case(banded, counterpart=first.counterpart, at=AFTER_DEFENCE + DAY)
    found = as_user("officer").get(f"/cases/{second.pk}/similar/").context["page"]["comparable"]
    assert (found.number, found.fines) == (1, (Decimal(500), Decimal(500), Decimal(500)))
    assert [(o.value, n) for o, n in found.outcomes] == [("penalty", 1)]
