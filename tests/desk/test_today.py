"""Today shows what is late, due and waiting for whoever is signed in, and nobody else's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from desk.reports.tasks import case_tasks, open_cases_of
from desk.views.today import TASKS_SHOWN
from enforcement.models import Case, CasePerson, LegalReview, Publication
from enforcement.services.publicity import draft_text
from enforcement.vocabulary import CaseRole, CaseState, ReviewOpinion
from guidance.models import Exhort, ReturnVisit, VisitPerson
from guidance.vocabulary import Formality, GuidanceState, VisitState, Way
from tests.city import City
from tests.enforcement.case_course import AFTER_DEFENCE, decided
from tests.enforcement.inspection_course import concluded
from tests.enforcement.public_course import publication_of, published, text_of, undone
from tests.evaluation.world import TODAY, World, at_noon

SignIn = Callable[[str], Client]
MOST_QUERIES = 12
SLOTS = {"overdue": -2, "today": 0, "week": 7, None: 8}


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


def handled(world: World, days: int, *, by: str = "officer", organ: str = "SD11", **values: Any) -> Case:
    """A filed case of ``by`` that is to be decided in so many days."""
    given = {
        "state": CaseState.FILED,
        "filed_on": day(-60),
        "deadline_on": day(days),
        "number": world.number(),
    }
    with world.act():
        case = world.case(organ, world.party(organ), world.matters[0], **{**given, **values})
        CasePerson(case=case, officer=world.city.people[by], role=CaseRole.HANDLER).save()
    return case


def visit_of(world: World, days: int, *, by: str = "south3") -> ReturnVisit:
    with world.act():
        case = world.case("SD11", world.party(), world.matters[0], number=world.number())
        visit = world.visit(case, due_on=day(days), state=VisitState.ASSIGNED)
        VisitPerson(visit=visit, officer=world.city.people[by]).save()
    return visit


def slots(client: Client) -> dict[str, list[str]]:
    """What stands under each heading of Today, by number."""
    found = client.get("/").context["slots"]
    return {
        name: [entry["task"].number for entry in slot["tasks"]]
        for name, slot in zip(("overdue", "today", "week"), found, strict=True)
    }


class TestTasks:
    def test_a_case_stands_under_the_day_it_must_be_decided(self, world: World, as_user: SignIn) -> None:
        numbers = {slot: handled(world, days).number for slot, days in SLOTS.items()}
        found = slots(as_user("officer"))
        assert found == {slot: [numbers[slot]] for slot in ("overdue", "today", "week")}

    def test_a_decided_case_is_no_longer_late(self, world: World, as_user: SignIn) -> None:
        handled(world, -2, state=CaseState.DECIDED, decided_on=day(-9), outcome="no_penalty")
        assert slots(as_user("officer"))["overdue"] == []

    def test_a_correction_that_nobody_confirmed_is_looked_for(self, world: World, as_user: SignIn) -> None:
        case = handled(world, 60)
        with world.act():
            case.circumstances.correct_by = day(-1)
            case.circumstances.save()
        assert slots(as_user("officer"))["overdue"] == [case.number]

    def test_a_visit_stands_under_its_day_for_its_visitor_alone(self, world: World, as_user: SignIn) -> None:
        visit = visit_of(world, 0)
        assert slots(as_user("south3"))["today"] == [visit.case.number]
        assert slots(as_user("officer"))["today"] == []

    def test_guidance_asks_for_its_reply_and_its_second_look(self, world: World, as_user: SignIn) -> None:
        with world.act():
            asked = world.guidance("SD11", reply_by=day(0))
            answered = world.guidance("SD11", reply_by=day(0), response="acknowledged")
            urged = world.guidance("SD11", way=Way.EXHORT)
            Exhort(action=urged, facts="x", law="x", consequence="x", correct_by=day(-3)).save()
        found = slots(as_user("officer"))
        assert found == {"overdue": [urged.number], "today": [asked.number], "week": []}
        assert answered.number not in found["today"]

    @pytest.mark.article("8")
    def test_a_reply_that_did_not_come_is_nobodys_task(self, world: World, as_user: SignIn) -> None:
        with world.act():
            world.guidance("SD11", reply_by=day(-1))
        assert slots(as_user("officer")) == {"overdue": [], "today": [], "week": []}

    def test_an_item_found_in_order_is_done(self, world: World, as_user: SignIn) -> None:
        with world.act():
            late = world.interview_item("SD11", due_on=day(-1))
            world.interview_item("SD11", due_on=day(-1), rechecked_on=day(-1), recheck_result="corrected")
        assert slots(as_user("officer"))["overdue"] == [late.action.number]

    def test_the_earliest_comes_first(self, world: World, as_user: SignIn) -> None:
        later, sooner = handled(world, 6).number, handled(world, 2).number
        assert slots(as_user("officer"))["week"] == [sooner, later]

    def test_what_is_too_much_for_a_page_is_counted_and_a_link_away(
        self, world: World, as_user: SignIn
    ) -> None:
        known = {handled(world, -2).number for _ in range(TASKS_SHOWN + 2)}
        late = as_user("officer").get("/").context["slots"][0]
        assert (late["count"], late["more"], len(late["tasks"])) == (len(known), 2, TASKS_SHOWN)
        everything = as_user("officer").get("/?all=1").context["slots"][0]
        assert {entry["task"].number for entry in everything["tasks"]} == known

    def test_nobody_sees_the_work_of_others(self, world: World, as_user: SignIn) -> None:
        handled(world, -2)
        for username in ("officer2", "officer_north", "reviewer", "head"):
            assert slots(as_user(username)) == {"overdue": [], "today": [], "week": []}


class TestResults:
    """What came of coercion and inspections is published by who handled it, and approved by a head."""

    def test_stand_under_the_day_they_are_published_by(self, world: World, as_user: SignIn) -> None:
        late = visited(world, publish_by=day(-1))
        visited(world, publish_by=day(30))
        visited(world, publish_by=day(0), state="draft")
        found = slots(as_user("officer"))
        assert found == {"overdue": [late.thing.number], "today": [], "week": []}
        assert slots(as_user("south3"))["overdue"] == []

    def test_that_were_undone_are_withdrawn(self, world: World, as_user: SignIn) -> None:
        row = a_published_visit(world)
        with world.act():
            row.withdraw_by = day(1)
            row.save()
        assert slots(as_user("officer"))["week"] == [row.thing.number]

    def test_wait_for_a_head_who_was_not_there(self, world: World, as_user: SignIn) -> None:
        row = visited(world, publish_by=day(3), state="draft")
        assert waiting(as_user("head"))[row.thing.number] == "approve"
        assert row.thing.number not in waiting(as_user("officer"))


def visited(world: World, **values: Any) -> Publication:
    row = publication_of(concluded(world.city))
    with world.act():
        for name, value in values.items():
            setattr(row, name, value)
        row.save()
    return row


def a_published_visit(world: World) -> Publication:
    return published(world.city, row=publication_of(concluded(world.city)), at=AFTER_DEFENCE)


def waiting(client: Client) -> dict[str, str]:
    return {w["waiting"].number: w["waiting"].wait.value for w in client.get("/").context["waiting"]}


class TestWaiting:
    def test_a_head_decides_and_closes(self, world: World, as_user: SignIn) -> None:
        ready = handled(world, 9, state=CaseState.NOTIFIED)
        done = handled(
            world,
            9,
            state=CaseState.CARRIED_OUT,
            outcome="penalty",
            decided_on=day(-9),
            carried_out_on=day(-1),
        )
        paying = handled(world, 9, state=CaseState.DECIDED, outcome="penalty", decided_on=day(-1))
        handled(world, 9, state=CaseState.FILED)
        assert waiting(as_user("head")) == {ready.number: "decide", done.number: "close"}
        assert paying.number not in waiting(as_user("head"))

    def test_who_handled_or_reviewed_a_case_does_not_decide_it(self, world: World, as_user: SignIn) -> None:
        handled(world, 9, by="head", state=CaseState.NOTIFIED)
        reviewed = handled(world, 9, state=CaseState.NOTIFIED)
        with world.act():
            CasePerson(case=reviewed, officer=world.city.people["head"], role=CaseRole.REVIEWER).save()
        assert waiting(as_user("head")) == {}

    def test_a_reviewer_sees_flagged_cases_until_they_are_passed(self, world: World, as_user: SignIn) -> None:
        flags = {"is_major": True, "flag_reason": "x"}
        case = handled(world, 9, state=CaseState.ASSESSED, **flags)
        handled(world, 9, state=CaseState.ASSESSED)
        assert waiting(as_user("reviewer")) == {case.number: "review"}
        with world.act():
            LegalReview(
                case=case, reviewer=world.city.people["reviewer"], opinion=ReviewOpinion.PASSED, text="x",
                reviewed_at=at_noon(TODAY),
            ).save()  # fmt: skip
        assert waiting(as_user("reviewer")) == {}

    def test_a_public_text_waits_for_its_head(self, world: World, as_user: SignIn) -> None:
        case = decided(world.city)
        row = Publication.objects.get(case=case)
        officer = world.city.actor("officer")
        draft_text(row.pk, by=officer, at=AFTER_DEFENCE, **text_of(row))
        assert waiting(as_user("head")) == {case.number: "approve"}
        assert waiting(as_user("head_north")) == {}
        tasks = [t for t in case_tasks(open_cases_of(officer)) if str(t.due_on) == "2026-12-09"]
        with translation.override("en"):
            assert "to be published by" in {str(t.what) for t in tasks if t.number == case.number}

    def test_what_does_not_stand_waits_to_be_withdrawn(self, world: World, as_user: SignIn) -> None:
        row = published(world.city)
        undone(world.city, row, on=AFTER_DEFENCE.date())
        assert waiting(as_user("head")) == {row.case.number: "withdraw"}

    def test_guidance_waits_for_approval_by_another_and_then_for_issuing(
        self, world: World, as_user: SignIn
    ) -> None:
        unissued = {
            "number": "",
            "issued_at": None,
            "formality": Formality.GENERAL,
            "voluntariness_shown": None,
        }
        with world.act():
            world.guidance(
                "SD11", title="待批", state=GuidanceState.PENDING_APPROVAL,
                approved_at=None, approved_by=None, **unissued,
            )  # fmt: skip
            world.guidance("SD11", title="已批", state=GuidanceState.APPROVED, **unissued)
        assert waiting(as_user("head")) == {"待批": "approve"}
        assert waiting(as_user("officer")) == {"已批": "issue"}
        assert waiting(as_user("head_north")) == {}


class TestThePage:
    @pytest.mark.parametrize(
        ("username", "place"),
        [("supervisor", "/dashboard/"), ("evaluator", "/evaluation/"), ("sysadmin", "/system/"),
         ("auditor", "/system/"), ("secadmin", "/officers/"), ("orgadmin", "/officers/"),
         ("integrity", "/organs/")],
    )  # fmt: skip
    def test_who_has_no_work_of_the_day_begins_elsewhere(
        self, city: City, as_user: SignIn, username: str, place: str
    ) -> None:
        client = as_user(username)
        assert client.get("/").headers["Location"] == place
        assert client.get(place).status_code == 200

    def test_nobody_is_led_to_the_entrance(self, city: City) -> None:
        assert "/sign-in/" in Client().get("/").headers["Location"]

    @pytest.mark.parametrize("username", ["officer", "head", "reviewer"])
    def test_asks_as_often_for_much_work_as_for_none(
        self, world: World, as_user: SignIn, username: str
    ) -> None:
        client = as_user(username)
        few = self.queries(client)
        for days in range(-3, 9):
            handled(world, days, by=username)
            visit_of(world, days, by=username)
            handled(world, days, state=CaseState.NOTIFIED)
        assert self.queries(client) <= few + 1 <= MOST_QUERIES

    @staticmethod
    def queries(client: Client) -> int:
        client.get("/")
        with CaptureQueriesContext(connection) as caught:
            client.get("/")
        return len(caught)

    def test_an_empty_day_says_what_to_do_first(self, city: City, as_user: SignIn) -> None:
        content = as_user("officer").get("/").content.decode()
        assert content.count("/cases/new/") == 2

    def test_offers_what_the_role_may_begin(self, city: City, as_user: SignIn) -> None:
        urls = {name: [q["url"] for q in as_user(name).get("/").context["quick"]]
                for name in ("officer", "reviewer")}  # fmt: skip
        assert urls == {
            "officer": ["/cases/new/", "/guidance/new/", "/counterparts/new/", "/leniency/ask/"],
            "reviewer": [],
        }
