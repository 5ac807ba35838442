"""A choice that departs from the assessment: proposed, answered by another head, and only then in effect."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from desk.reports.waiting import waiting_requests
from enforcement.models import Notification, RuleFiring
from enforcement.services import cases
from foundation.obstacles import Forbidden, Refused, Severity
from foundation.record import audited
from leniency.models import LeniencyAssessment, LeniencyChoice
from leniency.rules.choosing import ChoiceFacts, obstacles_to_answering_choice
from leniency.rules.deciding import LeniencyFacts, Matched, obstacles_to_outcome
from leniency.services import approve_choice, assess_case, choose_entry, refuse_choice
from leniency.services.obstructing import leniency_facts
from tests.city import NOON

FOUND = date(2026, 11, 2)
GOOD = {"harm": "none", "corrected_on": FOUND, "refuses_correction": False}
WHY = {"cause": "special_facts", "reason": "当事人同日被三次劝阻仍继续。"}


@pytest.fixture
def case(bureau):
    found = bureau.a_case(code="CG-001", **GOOD)
    assess_case(found.pk, by=bureau.actor("officer"), at=NOON)
    return found


def propose(bureau, case, **given):
    choose_entry(case.pk, by=bureau.actor("officer"), at=NOON, **{**WHY, **given})
    return LeniencyChoice.objects.filter(case=case).latest("pk")


class TestAChoiceThatFollowsTheAssessment:
    def test_takes_effect_at_once(self, bureau, case):
        choose_entry(case.pk, by=bureau.actor("officer"), at=NOON, entry=bureau.entry("CG-001"))
        assert LeniencyAssessment.objects.latest_of(case.pk).chosen_entry.code == "CG-001"
        assert not LeniencyChoice.objects.exists()

    def test_takes_back_what_waited(self, bureau, case):
        row = propose(bureau, case)
        choose_entry(case.pk, by=bureau.actor("officer"), at=NOON, entry=bureau.entry("CG-001"))
        row.refresh_from_db()
        assert row.state == "overtaken"

    def test_none_where_none_applies_asks_for_nothing(self, bureau):
        bare = bureau.a_case(code="CG-001", harm="evident")
        assess_case(bare.pk, by=bureau.actor("officer"), at=NOON)
        choose_entry(bare.pk, by=bureau.actor("officer"), at=NOON)
        assert not LeniencyChoice.objects.exists()


class TestADeparture:
    def test_has_no_effect_before_a_head_answers(self, bureau, case):
        row = propose(bureau, case)
        assert (row.state, row.entry, row.cause) == ("asked", None, "special_facts")
        assert LeniencyAssessment.objects.latest_of(case.pk).chosen_entry.code == "CG-001"

    def test_takes_effect_with_the_approval_and_is_counted(self, bureau, case):
        row = propose(bureau, case)
        approve_choice(row.pk, by=bureau.actor("head"), at=NOON, answer="同意。")
        found = LeniencyAssessment.objects.latest_of(case.pk)
        assert (found.chosen_entry, found.choice_reason) == (None, WHY["reason"])
        fired = RuleFiring.objects.get(case=case, rule_code="LEN-9")
        assert (fired.outcome, fired.reason, fired.officer.username) == (
            "overridden",
            "special_facts",
            "head",
        )

    def test_refused_leaves_the_assessment_as_it_was(self, bureau, case):
        row = propose(bureau, case)
        refuse_choice(row.pk, by=bureau.actor("head"), at=NOON, answer="不足以偏离。")
        row.refresh_from_db()
        assert (row.state, row.answer) == ("refused", "不足以偏离。")
        assert LeniencyAssessment.objects.latest_of(case.pk).chosen_entry.code == "CG-001"
        assert not RuleFiring.objects.filter(case=case, outcome="overridden").exists()

    def test_is_told_to_the_heads_and_answered_to_who_asked(self, bureau, case):
        row = propose(bureau, case)
        approve_choice(row.pk, by=bureau.actor("head"), at=NOON, answer="同意。")
        told = Notification.objects.filter(kind__startswith="leniency_choice:").order_by("id")
        assert [(n.kind, n.officer.username) for n in told] == [
            ("leniency_choice:asked", "head"), ("leniency_choice:approved", "officer"),
        ]  # fmt: skip

    def test_stands_among_what_waits_for_a_head(self, bureau, case):
        row = propose(bureau, case)
        assert row.get_absolute_url() in [w.url for w in waiting_requests(bureau.actor("head"))]
        assert waiting_requests(bureau.actor("head_north")) == []
        assert waiting_requests(bureau.actor("officer")) == []


def answered(bureau, case, answer):
    row = propose(bureau, case)
    if answer:
        approve_choice(row.pk, by=bureau.actor("head"), at=NOON, answer=answer)
    Notification.objects.all().delete()
    return row


class TestADepartureWhenTheCaseIsAssessedAnew:
    @pytest.mark.parametrize(("answer", "state"), [("", "asked"), ("同意。", "approved")])
    def test_is_kept_on_the_same_facts(self, bureau, case, answer, state):
        row = answered(bureau, case, answer)
        before = LeniencyAssessment.objects.latest_of(case.pk)
        found = assess_case(case.pk, by=bureau.actor("officer"), at=NOON)
        row.refresh_from_db()
        assert (row.state, row.assessment) == (state, found)
        assert (found.pk, found.chosen_entry) == (before.pk + 1, before.chosen_entry)
        assert leniency_facts(case, at=NOON).has_approved_departure is bool(answer)
        assert not Notification.objects.exists()

    @pytest.mark.parametrize("answer", ["", "同意。"])
    def test_is_overtaken_by_other_facts_and_all_concerned_are_told(self, bureau, case, answer, sign_in):
        row = answered(bureau, case, answer)
        cases.record_circumstances(case.pk, by=bureau.actor("officer"), at=NOON, harm="slight")
        url = f"/cases/{case.pk}/leniency/"
        assert "overtakes the departure below" in sign_in("officer").get(url).content.decode()
        found = assess_case(case.pk, by=bureau.actor("officer2"), at=NOON)
        row.refresh_from_db()
        assert row.state == "overtaken"
        assert not found.choice_reason
        told = Notification.objects.filter(kind="leniency_choice:overtaken")
        assert {n.officer.username for n in told} == {"officer", "head"}
        page = sign_in("head").get(row.get_absolute_url()).content.decode()
        assert "A new assessment overtook the departure" in page

    def test_that_was_approved_ends_when_the_assessment_is_followed_after_all(self, bureau, case):
        row = answered(bureau, case, "同意。")
        choose_entry(case.pk, by=bureau.actor("officer"), at=NOON, entry=bureau.entry("CG-001"))
        row.refresh_from_db()
        assert row.state == "overtaken"
        assert not leniency_facts(case, at=NOON).has_approved_departure


class TestWhoAnswers:
    @pytest.mark.rule("LEN-9")
    @pytest.mark.parametrize("who", ["actor_is_asker", "actor_is_handler"])
    def test_is_neither_who_proposed_it_nor_who_handles_the_case(self, who):
        facts = ChoiceFacts(**{"actor_is_asker": False, "actor_is_handler": False, who: True})
        assert [o.code for o in obstacles_to_answering_choice(facts)] == ["LEN-9"]

    @pytest.mark.parametrize("who", ["officer", "reviewer"])
    def test_is_a_head(self, bureau, case, who):
        row = propose(bureau, case)
        with pytest.raises((Forbidden, Refused)):
            approve_choice(row.pk, by=bureau.actor(who), at=NOON, answer="同意。")

    def test_is_of_the_organ(self, bureau, case):
        row = propose(bureau, case)
        with pytest.raises(LeniencyChoice.DoesNotExist):
            approve_choice(row.pk, by=bureau.actor("head_north"), at=NOON, answer="同意。")

    def test_writes_it_down(self, bureau, case):
        row = propose(bureau, case)
        with pytest.raises(Refused):
            approve_choice(row.pk, by=bureau.actor("head"), at=NOON, answer=" ")

    @pytest.mark.parametrize("changes", [{"state": "approved"}, {"reason": ""}])
    def test_is_held_to_it_by_the_database(self, bureau, case, changes):
        row = propose(bureau, case)
        with audited("leniency_choice:test", by=bureau.actor("head"), at=NOON):
            for name, value in changes.items():
                setattr(row, name, value)
            with transaction.atomic(), pytest.raises(IntegrityError, match="leniency_choice_"):
                row.save()


class TestTheDecision:
    @pytest.mark.rule("LEN-9")
    @pytest.mark.parametrize("outcome", ["penalty", "no_penalty"])
    def test_does_not_go_past_a_departure_that_waits(self, outcome):
        facts = LeniencyFacts(True, True, outcome, (Matched("X", "first"),), awaits_head=True)
        found = {(o.code, o.severity) for o in obstacles_to_outcome(facts)}
        assert ("LEN-9", Severity.REQUIRE) in found

    @pytest.mark.parametrize(("kind", "codes"), [("first", []), ("lighter", []), ("minor", ["LEN-5"])])
    def test_needs_no_second_reason_after_approval_but_against_the_law_itself(self, kind, codes):
        facts = LeniencyFacts(True, True, "penalty", (Matched("X", kind),), has_approved_departure=True)
        assert [o.code for o in obstacles_to_outcome(facts)] == codes

    @pytest.mark.parametrize(("known", "spares"), [({}, True), ({"harm": "evident"}, False)])
    def test_rests_on_an_unknown_entry_that_was_let_apply_but_on_no_failing_one(self, bureau, known, spares):
        case = bureau.a_case(code="CG-001", **known)
        assess_case(case.pk, by=bureau.actor("officer"), at=NOON)
        row = propose(bureau, case, entry=bureau.entry("CG-001"))
        approve_choice(row.pk, by=bureau.actor("head"), at=NOON, answer="同意。")
        assert leniency_facts(case, at=NOON).spares is spares


class TestThePages:
    def test_lead_from_the_proposal_to_its_answer(self, bureau, case, sign_in):
        form = {"submission_key": uuid4(), "expected_version": case.version}
        url = f"/cases/{case.pk}/leniency/do/choose/"
        told = sign_in("officer").post(url, form)
        assert (told.status_code, set(told.context["form"].errors)) == (409, {"cause", "reason"})
        assert sign_in("officer").post(url, {**form, **WHY}).status_code == 302
        row = LeniencyChoice.objects.get()
        assert WHY["reason"] in sign_in("officer").get(f"/cases/{case.pk}/leniency/").content.decode()
        page = sign_in("head").get(row.get_absolute_url()).content.decode()
        assert "do/approve/" in page
        assert WHY["reason"] in page
        answer = {"submission_key": uuid4(), "expected_version": row.version, "answer": "同意。"}
        done = sign_in("head").post(f"/leniency/choices/{row.pk}/do/approve/", answer)
        assert done.status_code == 302
        assert len(sign_in("head").get("/leniency/choices/?state=approved").context["page"]["rows"]) == 1
        assert len(sign_in("head_north").get("/leniency/choices/").context["page"]["rows"]) == 0

    def test_hide_reasons_from_who_may_not_read_counterparts(self, bureau, case, sign_in):
        row = propose(bureau, case)
        assert WHY["reason"] not in sign_in("evaluator").get(row.get_absolute_url()).content.decode()

    def test_take_a_dozen_queries_at_most(self, bureau, case, sign_in):
        row, client = propose(bureau, case), sign_in("head")
        for url in (row.get_absolute_url(), "/leniency/choices/", f"/cases/{case.pk}/leniency/"):
            client.get(url)
            with CaptureQueriesContext(connection) as queries:
                client.get(url)
            assert len(queries) <= 12 + 3, "\n".join(
                q["sql"][:120] for q in queries
            )  # session, officer, roles
