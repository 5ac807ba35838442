"""After a new edition: open cases that could become milder are marked once, whoever orders it and however often."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from foundation.actors import COMMAND
from foundation.due import sweep
from foundation.jobs import run_next_job
from foundation.models import Job
from foundation.permissions import Permission
from leniency import services
from leniency.models import LeniencyAssessment, LeniencyCondition, LeniencyList, RevisitNotice
from leniency.rules.revisiting import Before, could_become, falls_away
from leniency.services import holding
from leniency.services.coming import coming_for
from leniency.vocabulary import Conclusion, Standing
from tests.city import NOON
from tests.leniency.conftest import Bureau
from tests.leniency.editions import publish

TOMORROW = NOON + timedelta(days=1)
LATE: dict[str, Any] = {"harm": "none", "corrected_on": date(2026, 11, 9), "refuses_correction": False}
"""Corrected a week after it was found: too late for the sample's entry."""


@pytest.fixture
def patient(bureau: Bureau) -> LeniencyList:
    return a_patient_edition(bureau, on=TOMORROW.date())


def a_patient_edition(bureau: Bureau, *, on: date) -> LeniencyList:
    """The next edition: whoever corrects within thirty days is spared."""
    old = bureau.entry("CG-001").list
    new = services.revise_list(old.pk, by=COMMAND, at=NOON, edition="2027年版")
    for term in LeniencyCondition.objects.filter(entry__list=new, kind="corrected_in_time"):
        services.edit_condition(term.pk, by=COMMAND, at=NOON, number=30)
    return publish(new, document_number="示〔2026〕9号", on=on)


def assessed(bureau: Bureau, **known: Any) -> Any:
    case = bureau.a_case("CG-001", **{**LATE, **known})
    services.assess_case(case.pk, by=bureau.actor("officer"), at=NOON)
    return case


def marked() -> set[int]:
    return {notice.case_id for notice in RevisitNotice.objects.open()}


class TestANewEdition:
    def test_marks_on_its_first_day_the_cases_that_it_could_make_milder(
        self, bureau: Bureau, patient: LeniencyList
    ) -> None:
        late, refusing = assessed(bureau), assessed(bureau, refuses_correction=True, harm="serious")
        sweep(at=NOON)
        assert marked() == set()
        sweep(at=TOMORROW)
        assert late.pk in marked()
        assert refusing.pk not in marked()
        assert RevisitNotice.objects.get(case=late).could_be == Conclusion.SHALL_NOT

    def test_marks_each_case_once_and_not_what_was_assessed_again(
        self, bureau: Bureau, patient: LeniencyList
    ) -> None:
        case = assessed(bureau)
        sweep(at=TOMORROW)
        services.assess_case(case.pk, by=bureau.actor("officer"), at=TOMORROW + timedelta(hours=1))
        assert marked() == set()
        holding.hold_some(patient.pk, after=0, at=TOMORROW + timedelta(hours=2))
        assert marked() == set()
        assert RevisitNotice.objects.count() == 1

    def test_goes_on_behind_the_last_case(
        self, bureau: Bureau, patient: LeniencyList, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(holding, "CHUNK", 2)
        cases = [assessed(bureau) for _number in range(5)]
        sweep(at=TOMORROW)
        assert marked() == {case.pk for case in cases}

    def test_asks_as_much_for_many_cases_as_for_few(self, bureau: Bureau, patient: LeniencyList) -> None:
        def statements() -> int:
            RevisitNotice.objects.all().delete()
            with CaptureQueriesContext(
                connection,
            ) as asked:
                holding.hold_some(patient.pk, after=0, at=TOMORROW)
            return len(asked)

        assessed(bureau)
        few = statements()
        for _number in range(6):
            assessed(bureau)
        assert statements() == few

    def test_is_held_again_by_order_with_progress(self, bureau: Bureau, patient: LeniencyList) -> None:
        case = assessed(bureau)
        actor = next(
            one.as_actor()
            for one in bureau.city.people.values()
            if one.organ_id == patient.organ_id and Permission.LENIENCY_PUBLISH in one.as_actor().permissions
        )
        services.order_holding(patient.pk, by=actor, at=TOMORROW)
        assert run_next_job(clock=lambda: TOMORROW)
        job = Job.objects.get()
        assert (job.state, job.done) == ("done", 1)
        assert marked() == {case.pk}


class TestTheCaseSaysSo:
    def test_long_before_its_day_without_urging(
        self, bureau: Bureau, sign_in: Callable[[str], Client]
    ) -> None:
        far = date(2090, 1, 1)
        case = assessed(bureau)
        a_patient_edition(bureau, on=far)
        panel = sign_in("officer").get(reverse("leniency:case_panel", args=[case.pk])).content.decode()
        assert "a list would apply by which it could be" in panel

    def test_before_its_day_as_information_and_afterwards_as_a_task(
        self, bureau: Bureau, patient: LeniencyList, sign_in: Callable[[str], Client]
    ) -> None:
        case, client = assessed(bureau), sign_in("officer")
        assessment = LeniencyAssessment.objects.latest_of(case.pk)
        coming = coming_for(case, assessment, at=NOON)
        assert coming is not None
        assert (coming.on, coming.conclusion) == (TOMORROW.date(), Conclusion.SHALL_NOT)
        assert coming_for(case, assessment, at=TOMORROW) is None
        panel = reverse("leniency:case_panel", args=[case.pk])
        sweep(at=TOMORROW)
        assert "a new edition may be milder" in client.get(panel).content.decode()
        listed = client.get(reverse("enforcement:case_list"), {"assess_again": "true"}).content.decode()
        assert case.clue_number in listed
        assert LeniencyAssessment.objects.filter(case=case).count() == 1


class TestTheRule:
    @pytest.mark.parametrize(
        ("before", "now", "perhaps", "expected"),
        [
            ("not_applicable", "shall_not", None, "shall_not"),
            ("unknown", "not_applicable", None, None),
            ("lighter", "unknown", "may_not", "may_not"),
            ("may_not", "lighter", "may_not", None),
            ("shall_not", "shall_not", None, None),
        ],
    )
    def test_only_what_is_milder_counts(
        self, before: str, now: str, perhaps: str | None, expected: str | None
    ) -> None:
        possible = Conclusion(perhaps) if perhaps else None
        assert could_become(Before(before), Conclusion(now), possible) == expected

    def test_an_entry_falls_away_when_the_edition_has_it_no_more(self) -> None:
        assert falls_away(Before("shall_not", 1, "甲-1"), {"甲-2"})
        assert not falls_away(Before("shall_not", 1, "甲-1"), {"甲-1"})
        assert not falls_away(Before("unknown"), set())


class TestTheStandingInTheList:
    @pytest.mark.parametrize("standing", list(Standing))
    def test_is_filtered_as_it_is_told(
        self, bureau: Bureau, patient: LeniencyList, standing: Standing
    ) -> None:
        services.begin_review(bureau.entry("SJ-005").list_id, by=COMMAND, at=NOON, cause="law")
        services.repeal_list(bureau.entry("SJ-003").list_id, by=COMMAND, at=NOON, repeal_reason="示例")
        for day in (NOON.date(), TOMORROW.date()):
            found = LeniencyList.objects.with_standing().standing(standing, day)
            told = {one.pk for one in LeniencyList.objects.all() if one.standing_on(day) == standing}
            assert set(found.values_list("pk", flat=True)) == told
