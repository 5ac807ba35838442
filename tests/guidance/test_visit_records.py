"""A return visit is recorded by guidance of the eighth way, and both know each other (Art. 8 (8))."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from enforcement.models import Officer
from foundation.obstacles import Refused
from guidance.forms.implementers import ImplementersField
from guidance.models import ReturnVisit
from guidance.services import issue_guidance, visits
from guidance.vocabulary import Way
from tests.city import NOON, City, a_filed_case
from tests.guidance.drafts import a_draft
from tests.guidance.test_visits import decided_case

pytestmark = [pytest.mark.django_db, pytest.mark.article("8.8")]
SignIn = Callable[[str], Client]


@pytest.fixture
def visit(city: City) -> ReturnVisit:
    case = decided_case(city)
    visits.plan_missing_visits(at=NOON)
    planned = ReturnVisit.objects.get(case=case)
    visitors = [city.people["south3"], city.people["south4"]]
    return visits.assign_visitors(planned.pk, by=city.actor("head"), at=NOON, visitors=visitors)


def a_record(city: City, visit: ReturnVisit, **more: Any) -> Any:
    detail = {"visit": visit, "mode": "on_site", "purpose": "看改正情况"}
    given = {"case": visit.case, "detail": detail, "implementers": [p.officer for p in visit.visitors.all()]}
    return a_draft(city, Way.REVISIT, by="south3", **{**given, **more})


class TestARecord:
    def test_knows_its_visit_and_takes_over_the_case(self, city: City, visit: ReturnVisit) -> None:
        record = a_record(city, visit)
        assert (record.detail.visit, record.case) == (visit, visit.case)

    def test_of_a_visit_alone_belongs_to_the_case_that_was_visited(
        self, city: City, visit: ReturnVisit
    ) -> None:
        record = a_record(city, visit, case=None, counterpart=visit.case.counterpart)
        assert record.case == visit.case

    def test_of_another_case_is_refused(self, city: City, visit: ReturnVisit) -> None:
        other = a_filed_case(city)
        with pytest.raises(ValidationError) as refused:
            a_record(city, visit, case=other)
        assert list(refused.value.error_dict) == ["visit"]

    @pytest.mark.rule("GUI-8")
    def test_is_not_written_by_who_handled_the_case(self, city: City, visit: ReturnVisit) -> None:
        handlers = [city.people["officer"], city.people["officer2"]]
        record = a_record(city, visit, implementers=handlers)
        with pytest.raises(Refused) as refused:
            issue_guidance(record.pk, by=city.actor("south3"), at=NOON, voluntariness_shown=True)
        assert [o.code for o in refused.value.obstacles] == ["GUI-8", "GUI-8"]

    def test_is_issued_by_the_visitors(self, city: City, visit: ReturnVisit) -> None:
        record = a_record(city, visit)
        done = issue_guidance(record.pk, by=city.actor("south3"), at=NOON, voluntariness_shown=True)
        assert done.state == "issued"


class TestThePages:
    def test_of_the_visit_leads_to_a_form_that_names_its_visitors(
        self, city: City, visit: ReturnVisit, as_user: SignIn
    ) -> None:
        page = as_user("south3").get(f"/visits/{visit.pk}/")
        url = f"/guidance/new/revisit/?case={visit.case_id}&visit={visit.pk}"
        assert page.context["record_url"] == url
        form = as_user("south3").get(url).context["page"]["form"]
        assert form.initial["visit"] == visit.pk
        assert set(form.initial["implementers"]) == {city.people["south3"].pk, city.people["south4"].pk}

    def test_lead_from_each_to_the_other(self, city: City, visit: ReturnVisit, as_user: SignIn) -> None:
        record, client = a_record(city, visit), as_user("south3")
        assert record.get_absolute_url() in client.get(f"/visits/{visit.pk}/").content.decode()
        assert visit.get_absolute_url() in client.get(record.get_absolute_url()).content.decode()

    def test_offer_nothing_to_who_may_not_follow(
        self, city: City, visit: ReturnVisit, as_user: SignIn
    ) -> None:
        page = as_user("evaluator").get(f"/visits/{visit.pk}/")
        assert page.context["record_url"] == ""
        assert visit.case.counterpart.get_absolute_url() not in page.content.decode()

    def test_take_over_what_the_visit_showed(self, city: City, visit: ReturnVisit, as_user: SignIn) -> None:
        visits.hold_visit(
            visit.pk,
            by=city.actor("south3"),
            at=NOON,
            mode="on_site",
            held_on=NOON.date(),
            rectified="partly",
        )
        record = a_record(city, visit)
        issue_guidance(record.pk, by=city.actor("south3"), at=NOON, voluntariness_shown=True)
        page = as_user("south3").get(f"{record.get_absolute_url()}do/record/")
        form = page.context["page"]["form"]
        assert (form.initial["visited_on"], form.initial["rectified"]) == (NOON.date(), "partly")


def test_only_who_guides_is_offered_as_implementer(city: City) -> None:
    field = ImplementersField()
    field.of_organ(city.people["officer"].organ_id)
    offered = set(field.queryset)
    assert {city.people["officer"], city.people["head"]} <= offered
    reviewer = Officer.objects.get(username="reviewer")
    assert reviewer.organ_id == city.people["officer"].organ_id
    assert reviewer not in offered
