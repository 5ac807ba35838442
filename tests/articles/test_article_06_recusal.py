"""Article 6: nobody acts in a case in which he or she is not impartial; review is done by who is qualified."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from enforcement.models import Case, CasePerson, Evidence, Officer, Recusal
from enforcement.rules.reviewers import obstacles_to_reviewer_share
from enforcement.services import cases
from enforcement.services.officers import edit_officer
from enforcement.vocabulary import CaseRole, RecusalBody, RecusalState
from foundation.obstacles import Refused
from guidance.models import ReturnVisit
from tests.city import NOON, City, a_clue, a_filed_case, people_of
from tests.enforcement.case_course import assessed

pytestmark = pytest.mark.article("6")


def apply(case: Case, city: City, who: str = "officer2", by: str = "officer") -> Recusal:
    cases.apply_recusal(
        case.pk, by=city.actor(by), at=NOON, officer=city.people[who], applicant="party", ground="interest",
        reason="与当事人系亲属。",
    )  # fmt: skip
    return Recusal.objects.get(case=case, officer=city.people[who], state=RecusalState.APPLIED)


def decide(recusal: Recusal, city: City, *, by: str = "head", **more: Any) -> Case:
    given = {"is_granted": True, "body": RecusalBody.HEAD, "answer": "情况属实。", **more}
    return cases.decide_recusal(recusal.case_id, by=city.actor(by), at=NOON, recusal=recusal, **given)


def codes(refused: Any) -> set[str]:
    return {o.code for o in refused.value.obstacles}


@pytest.mark.rule("SUB-5")
class TestAnOfficerWithAnInterestWithdraws:
    """Recusal is applied for, decided by the head, and takes the case out of the officer's reach."""

    def test_while_it_is_undecided_the_officer_goes_on(self, city: City) -> None:
        case = a_filed_case(city)
        apply(case, city)
        cases.edit_case(case.pk, by=city.actor("officer2"), at=NOON, place="二街道")
        assert city.people["officer2"].pk in people_of(case, CaseRole.HANDLER)

    def test_once_granted_holds_no_duty(self, city: City) -> None:
        case = a_filed_case(city)
        decide(apply(case, city), city)
        assert not CasePerson.objects.filter(case=case, officer=city.people["officer2"]).exists()

    def test_once_granted_sees_neither_the_case_nor_its_parts(self, city: City) -> None:
        case = a_filed_case(city)
        decide(apply(case, city), city)
        recused, colleague = city.actor("officer2"), city.actor("south3")
        for model in (Case, CasePerson, Recusal):
            path = "pk" if model is Case else "case"
            assert not model.objects.visible_to(recused).filter(**{path: case.pk}).exists()
            assert not model.objects.workable_by(recused).filter(**{path: case.pk}).exists()
            assert model.objects.visible_to(colleague).filter(**{path: case.pk}).exists()

    def test_is_a_stranger_at_every_door_of_the_case(self, city: City, as_user: Any) -> None:
        case = a_filed_case(city)
        decide(apply(case, city), city)
        client: Client = as_user("officer2")
        for path in ("", "timeline/", "similar/", "recusals/", "do/edit/", "do/assign_handlers/"):
            assert client.get(f"/cases/{case.pk}/{path}").status_code == 404
        assert case.number not in client.get("/cases/").content.decode()
        assert client.get(f"/api/v1/cases/{case.pk}/").status_code == 404
        assert as_user("officer").get(f"/cases/{case.pk}/").status_code == 200

    def test_is_not_assigned_again(self, city: City) -> None:
        case = a_filed_case(city)
        decide(apply(case, city), city)
        handlers = [city.people["officer"], Officer.objects.get(username="officer2")]
        with pytest.raises(Refused) as refused:
            cases.assign_handlers(case.pk, by=city.actor("officer"), at=NOON, handlers=handlers)
        assert codes(refused) == {"SUB-5"}

    def test_keeps_all_other_cases(self, city: City) -> None:
        case, other = a_filed_case(city), a_clue(city)
        decide(apply(case, city), city)
        assert set(Case.objects.visible_to(city.actor("officer2"))) == {other}

    def test_when_refused_the_officer_stays(self, city: City) -> None:
        case = a_filed_case(city)
        decide(apply(case, city), city, is_granted=False)
        assert Case.objects.visible_to(city.actor("officer2")).filter(pk=case.pk).exists()

    def test_nobody_decides_on_the_own(self, city: City) -> None:
        recusal = apply(a_filed_case(city), city, who="head")
        with pytest.raises(Refused) as refused:
            decide(recusal, city, by="head", body=RecusalBody.COLLECTIVE)
        assert codes(refused) == {"SUB-5"}

    def test_that_of_a_head_is_not_decided_by_a_head_alone(self, city: City) -> None:
        recusal = apply(a_filed_case(city), city, who="head")
        with pytest.raises(Refused) as refused:
            decide(recusal, city, by="reviewer")
        assert codes(refused) == {"SUB-5"}
        decide(recusal, city, by="reviewer", body=RecusalBody.SUPERIOR)
        recusal.refresh_from_db()
        assert recusal.state == RecusalState.GRANTED

    def test_is_decided_with_reasons_once(self, city: City) -> None:
        recusal = apply(a_filed_case(city), city)
        for answer in ("", "情况属实。"):
            if answer:
                decide(recusal, city, answer=answer)
            with pytest.raises(Refused):
                decide(recusal, city, answer=answer)

    def test_stands_once_in_the_books(self, city: City) -> None:
        case = a_filed_case(city)
        apply(case, city)
        with pytest.raises(IntegrityError), transaction.atomic():
            apply(case, city)

    def test_takes_evidence_and_visits_along(self, city: City) -> None:
        """Every query set about a case knows its case: a recused officer's are narrower by just that."""
        case = a_filed_case(city)
        decide(apply(case, city), city)
        recused = city.actor("officer2")
        for model in (Evidence, ReturnVisit):
            assert str(case.pk) in str(model.objects.visible_to(recused).query)


@pytest.mark.rule("SUB-6")
class TestDutiesStayApart:
    def test_a_handler_gives_no_legal_opinion(self, city: City) -> None:
        case = assessed(city)
        handlers = [city.people["officer"], city.people["reviewer"]]
        cases.assign_handlers(case.pk, by=city.actor("officer"), at=NOON, handlers=handlers)
        with pytest.raises(Refused) as refused:
            cases.record_review(case.pk, by=city.actor("reviewer"), at=NOON, opinion="passed", text="同意")
        assert codes(refused) == {"SUB-6"}


@pytest.mark.rule("SUB-7")
class TestWhoReviewsForTheFirstTimeIsQualified:
    def disqualify(self, city: City) -> None:
        reviewer = city.people["reviewer"]
        cases_of_people = city.actor("orgadmin")
        edit_officer(reviewer.pk, by=cases_of_people, at=NOON, has_legal_qualification=False)

    def test_else_the_opinion_is_refused(self, city: City) -> None:
        case = assessed(city)
        self.disqualify(city)
        with pytest.raises(Refused) as refused:
            cases.record_review(case.pk, by=city.actor("reviewer"), at=NOON, opinion="passed", text="同意")
        assert codes(refused) == {"SUB-7"}

    def test_but_who_has_reviewed_before_goes_on(self, city: City) -> None:
        case, later = assessed(city), NOON + timedelta(days=1)
        cases.record_review(case.pk, by=city.actor("reviewer"), at=NOON, opinion="returned", text="补充证据")
        self.disqualify(city)
        cases.record_review(case.pk, by=city.actor("reviewer"), at=later, opinion="passed", text="同意")
        assert case.reviews.count() == 2


@pytest.mark.rule("SUB-8")
@pytest.mark.parametrize(
    ("reviewers", "officers", "few"), [(1, 20, False), (1, 21, True), (0, 1, True), (0, 0, False)]
)
def test_five_of_a_hundred_officers_review(reviewers: int, officers: int, few: bool) -> None:
    found = [o.code for o in obstacles_to_reviewer_share(reviewers=reviewers, officers=officers)]
    assert found == (["SUB-8"] if few else [])


@pytest.mark.rule("SUB-8")
def test_the_page_of_an_organ_tells_its_share(city: City, as_user: Any) -> None:
    organ = city.people["officer"].organ_id
    shares = as_user("head").get(f"/organs/{organ}/").context["shares"]
    assert (shares.reviewers, shares.obstacles) == (1, ())
