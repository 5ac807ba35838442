"""Article 10 para. 1: leniency is judged by all of the law, for each ground by itself, with or without a case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from enforcement.models import Matter
from enforcement.services import cases
from foundation.actors import COMMAND
from leniency.models import LeniencyAssessment
from leniency.services import assess_case, enter_special_provision, evaluate_facts
from tests.city import NOON, City, a_clue, a_counterpart

pytestmark = [pytest.mark.django_db, pytest.mark.article("10.1")]
FOUND = date(2026, 11, 2)


def ask(city: City, by: str = "evaluator", **known: Any) -> Any:
    return evaluate_facts(by=city.actor(by), at=NOON, matter=city.matter, act_on=FOUND, **known).assessment


def verdicts(assessment: Any) -> dict[str, str]:
    return {g.ground.value: g.verdict.value for g in assessment.grounds}


class TestEachGroundIsJudgedForItself:
    """One may fail and another hold: a grown man who acted under duress is treated more mildly."""

    def test_in_a_question(self, city: City) -> None:
        found = ask(city, party_age=40, was_coerced=True, fault="negligent")
        told = verdicts(found)
        assert (told["child"], told["no_fault"], told["coerced_or_deceived"]) == ("fails", "fails", "holds")
        assert found.weighed.outcome == "shall_lighten_or_mitigate"

    def test_and_on_a_case_where_they_are_kept(self, city: City) -> None:
        case = a_clue(city)
        by = city.actor("officer")
        cases.record_circumstances(
            case.pk, by=by, at=NOON, was_coerced=True, fault="negligent", harm="slight"
        )
        kept = assess_case(case.pk, by=by, at=NOON)
        told = {g["ground"]: g["verdict"] for g in kept.grounds}
        assert (told["no_fault"], told["coerced_or_deceived"]) == ("fails", "holds")
        assert kept.weighed["outcome"] == "shall_lighten_or_mitigate"

    def test_and_read_on_the_page_of_the_case(self, city: City, as_user: Callable[[str], Client]) -> None:
        case = a_clue(city)
        assess_case(case.pk, by=city.actor("officer"), at=NOON)
        page = as_user("officer").get(f"/cases/{case.pk}/leniency/").content.decode()
        assert "第33条" in page or "33(1)" in page


class TestASpecialLawGoesBeforeTheGeneral:
    """The Food Safety Law lets a diligent trader off, but may do so only, and takes the food."""

    def test_with_its_own_conclusion_and_what_it_leaves(self, city: City) -> None:
        proven = {"fault": "none", "no_fault_proven": True}
        assert ask(city, **proven).weighed.outcome == "shall_not_penalise"
        given = {"displaces": "no_fault", "treatment": "may_not_penalise", "survives": "confiscation"}
        enter_special_provision(
            by=COMMAND, at=NOON, matter=Matter.objects.get(pk=city.matter.pk),
            citation_zh="《食品安全法》第136条", summary_zh="可以免予处罚，食品仍应没收。", **given,
        )  # fmt: skip
        found = ask(city, **proven)
        assert (verdicts(found)["no_fault"], verdicts(found)["special_law"]) == ("fails", "holds")
        assert found.weighed.outcome == "may_not_penalise"
        assert "confiscation" in found.surviving


class TestWhoWasSparedOnceIsNotInBreachForTheFirstTime:
    """A clue that was not filed out of leniency leaves its trace, told apart from penalties (Art. 4)."""

    def test_told_by_its_day_and_kind_alone(self, city: City) -> None:
        party = a_counterpart(city)
        spared = a_clue(city, counterpart=party, occurred_on=FOUND - timedelta(days=90),
                        discovered_on=FOUND - timedelta(days=90))  # fmt: skip
        cases.record_circumstances(
            spared.pk, by=city.actor("officer"), at=NOON, gravity="minor", harm="none",
            corrected_on=FOUND - timedelta(days=90),
        )  # fmt: skip
        assess_case(spared.pk, by=city.actor("officer"), at=NOON)
        cases.decline_filing(
            spared.pk, by=city.actor("head"), at=NOON, ground="minor", reason="轻微。", education="现场讲解。"
        )
        again = assess_case(a_clue(city, counterpart=party).pk, by=city.actor("officer"), at=NOON)
        first = next(g for g in again.grounds if g["ground"] == "first_slight")["elements"][0]
        assert (first["verdict"], first["values"]["marks"]) == ("fails", ["2026-11-20/not_opened"])
        assert spared.clue_number not in str(again.grounds)

    def test_but_a_clue_without_a_violation_leaves_none(self, city: City) -> None:
        party = a_counterpart(city)
        cases.decline_filing(
            a_clue(city, counterpart=party).pk,
            by=city.actor("head"),
            at=NOON,
            ground="no_facts",
            reason="无证据。",
        )
        again = assess_case(a_clue(city, counterpart=party).pk, by=city.actor("officer"), at=NOON)
        first = next(g for g in again.grounds if g["ground"] == "first_slight")["elements"][0]
        assert first["verdict"] == "holds"


class TestTheListsAreAskedBeforeThereIsACase:
    """A page for officers, which judges alike and stores nothing."""

    QUESTION = {"act_on": "2026-11-02", "age": "13", "harm": "slight"}

    def test_and_answer_with_every_ground(self, city: City, as_user: Callable[[str], Client]) -> None:
        asked = {**self.QUESTION, "matter": city.matter.pk}
        page = as_user("officer").get("/leniency/ask/", asked, headers={"Accept-Language": "en"})
        assert page.status_code == 200
        assert page.context["page"]["found"].weighed.outcome == "shall_not_penalise"
        assert not LeniencyAssessment.objects.exists()

    def test_and_refuse_what_cannot_be(self, city: City, as_user: Callable[[str], Client]) -> None:
        asked = {**self.QUESTION, "matter": city.matter.pk, "discovered_on": "2026-11-01"}
        page = as_user("officer").get("/leniency/ask/", asked)
        assert page.status_code == 400
        assert "discovered_on" in page.context["page"]["form"].errors

    def test_and_begin_with_what_is_needed(self, city: City, as_user: Callable[[str], Client]) -> None:
        page = as_user("officer").get("/leniency/ask/")
        assert (page.status_code, page.context["page"]["found"]) == (200, None)

    def test_from_a_clue_with_what_is_recorded_of_it(
        self, city: City, as_user: Callable[[str], Client]
    ) -> None:
        case = a_clue(city)
        given = {"gravity": "minor", "harm": "evident", "party_age": 15, "refuses_correction": False}
        cases.record_circumstances(case.pk, by=city.actor("officer"), at=NOON, **given)
        panel = as_user("officer").get(f"/cases/{case.pk}/leniency/").content.decode()
        assert f"/leniency/ask/?case={case.pk}" in panel
        filled = as_user("officer").get(f"/leniency/ask/?case={case.pk}").context["page"]["form"].initial
        assert filled["matter"] == city.matter.pk
        assert (filled["harm"], filled["circumstances"], filled["refused_correction"]) == (
            "serious",
            "minor",
            False,
        )
        assert "age" not in filled
        elsewhere = as_user("officer_north").get(f"/leniency/ask/?case={case.pk}").context["page"]
        assert (elsewhere["case"], elsewhere["form"].initial) == (None, {})

    def test_from_today(self, city: City, as_user: Callable[[str], Client]) -> None:
        assert 'href="/leniency/ask/"' in as_user("officer").get("/").content.decode()
