"""The log of rules that fired: refusals once an attempt, overrides with their reasons (Art. 6)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from enforcement.forms.cases import CASE_ACTS
from enforcement.models import Case, RuleFiring
from enforcement.services import cases
from enforcement.services.officers import issue_token
from enforcement.vocabulary import FiringOutcome
from foundation.actors import COMMAND
from foundation.acts import perform
from foundation.models import AuditEntry
from foundation.obstacles import Refused
from foundation.reasons import Reason
from foundation.record.verify import findings
from foundation.vocabulary import OverrideReason
from tests.city import NOON, City, a_filed_case
from tests.enforcement.case_course import EDUCATION, PENALTY, assessed, notified, reasoned
from tests.enforcement.test_case_constraints import refused_by

pytestmark = pytest.mark.django_db
LATE = NOON + timedelta(days=91)


def fired(case: Case) -> set[tuple[str, str]]:
    return set(RuleFiring.objects.filter(case=case).values_list("rule_code", "outcome"))


def token_of(city: City, username: str) -> str:
    scopes = ["case:read", "case:approve"]
    _row, secret = issue_token(
        by=COMMAND, at=NOON, officer=city.people[username], name="t", scopes=scopes, days=9
    )
    return str(secret)


class TestARefusedAttempt:
    def attempt(self, case: Case, city: City, **decision: Any) -> None:
        with pytest.raises(Refused):
            perform(
                CASE_ACTS["decide"], decision, by=city.actor("head"), at=NOON, thing_id=case.pk, thing=case
            )

    def test_leaves_nothing_but_the_rules_that_fired(self, city: City) -> None:
        case = assessed(city)
        self.attempt(case, city, **PENALTY)
        assert ("RGT-1", "refused") in fired(case)
        case.refresh_from_db()
        assert case.outcome == ""
        assert not AuditEntry.objects.filter(action="case:decide").exists()

    def test_is_logged_once_with_each_rule_once(self, city: City) -> None:
        case = assessed(city)
        self.attempt(case, city, **PENALTY)
        rows = RuleFiring.objects.filter(case=case)
        assert len(set(rows.values_list("attempt", flat=True))) == 1
        self.attempt(case, city, **PENALTY)
        assert len(set(rows.values_list("attempt", flat=True))) == 2

    def test_tells_act_officer_organ_and_moment(self, city: City) -> None:
        case = assessed(city)
        self.attempt(case, city, **PENALTY)
        row = RuleFiring.objects.get(case=case, rule_code="RGT-1")
        assert (row.act, row.officer, row.organ_id, row.fired_at) == (
            "case:decide", city.people["head"], case.organ_id, NOON,
        )  # fmt: skip

    def test_keeps_the_facts_of_that_moment_without_names_of_people(self, city: City) -> None:
        case = assessed(city)
        self.attempt(case, city, **PENALTY)
        facts = RuleFiring.objects.get(case=case, rule_code="RGT-1").facts
        assert (facts["outcome"], facts["notice_served_on"]) == ("penalty", None)
        assert {handler["name"] for handler in facts["handlers"]} == {"…"}
        assert city.people["officer"].name_zh not in str(facts)

    def test_with_a_warning_alone_was_warned(self, city: City) -> None:
        case = reasoned(assessed(city), city)
        self.attempt(case, city, **EDUCATION)
        assert fired(case) == {("LEN-9", FiringOutcome.WARNED)}

    def test_for_a_field_filled_in_wrongly_is_no_firing(self, city: City) -> None:
        case = a_filed_case(city)
        by, silence = city.actor("officer"), {"flag_reason": " "}
        with pytest.raises(Refused):
            perform(CASE_ACTS["flag"], silence, by=by, at=NOON, thing_id=case.pk, thing=case)
        assert not RuleFiring.objects.exists()


class TestThroughEveryDoor:
    def test_the_browser_logs_a_refusal_once(self, city: City, client: Client) -> None:
        case = assessed(city)
        client.force_login(city.people["head"])
        page = reverse("enforcement:case_act", args=[case.pk, "decide"])
        data = {**PENALTY, "expected_version": case.version}
        assert client.post(page, data).status_code == 409
        assert RuleFiring.objects.filter(case=case, rule_code="RGT-1").count() == 1

    def test_the_api_logs_a_refusal_once(self, city: City, client: Client) -> None:
        case = assessed(city)
        answer = client.post(
            f"/api/v1/cases/{case.pk}/transitions/decide/",
            {"outcome": "penalty", "reasons": "x", "penalty_kind": "fine", "fine": "500.00"},
            content_type="application/json",
            headers={"Authorization": f"Bearer {token_of(city, 'head')}", "If-Match": f'"{case.version}"'},
        )
        assert answer.status_code == 409
        assert RuleFiring.objects.filter(case=case, rule_code="RGT-1").count() == 1

    def test_the_api_takes_a_coded_reason(self, city: City, client: Client) -> None:
        case = reasoned(assessed(city), city)
        answer = client.post(
            f"/api/v1/cases/{case.pk}/transitions/decide/",
            {**EDUCATION, "overrides": {"LEN-9": {"reason": "collective", "text": "集体讨论"}}},
            content_type="application/json",
            headers={"Authorization": f"Bearer {token_of(city, 'head')}", "If-Match": f'"{case.version}"'},
        )
        assert answer.status_code == 200, answer.content
        row = RuleFiring.objects.get(case=case)
        assert (row.outcome, row.reason, row.text) == ("overridden", "collective", "集体讨论")

    @pytest.mark.parametrize("reason", ["no_such_reason", ""])
    def test_the_api_names_the_field_of_an_unknown_reason(
        self, city: City, client: Client, reason: str
    ) -> None:
        case = assessed(city)
        answer = client.post(
            f"/api/v1/cases/{case.pk}/transitions/decide/",
            {**EDUCATION, "overrides": {"LEN-9": {"reason": reason, "text": "x"}}},
            content_type="application/json",
            headers={"Authorization": f"Bearer {token_of(city, 'head')}", "If-Match": f'"{case.version}"'},
        )
        assert (answer.status_code, list(answer.json()["errors"])) == (400, ["overrides.LEN-9.reason"])

    def test_the_browser_asks_for_code_and_words(self, city: City, client: Client) -> None:
        case = reasoned(assessed(city), city)
        client.force_login(city.people["head"])
        page = reverse("enforcement:case_act", args=[case.pk, "decide"])
        data = {**EDUCATION, "expected_version": case.version}
        answer = client.post(page, {**data, "override-LEN-9": "清单外"})
        assert (answer.status_code, list(answer.context["form"].errors)) == (400, ["reason-LEN-9"])
        answer = client.post(page, {**data, "reason-LEN-9": "collective"})
        assert (answer.status_code, list(answer.context["form"].errors)) == (400, ["override-LEN-9"])
        given = {"reason-LEN-9": "collective", "override-LEN-9": "清单外"}
        assert client.post(page, {**data, **given}).status_code == 302
        assert fired(case) == {("LEN-9", FiringOutcome.OVERRIDDEN)}


class TestAWarningPassedOver:
    def decide(self, case: Case, city: City, **overrides: str) -> None:
        cases.decide_case(case.pk, by=city.actor("head"), at=LATE, overrides=overrides, **PENALTY)

    def test_is_logged_with_its_reason_in_the_act_itself(self, city: City) -> None:
        case = notified(city)
        cases.decide_case(
            case.pk, by=city.actor("head"), at=LATE, **PENALTY,
            overrides={"DEC-5": Reason("鉴定耗时较长", OverrideReason.OUTSIDE_CAUSE)},
        )  # fmt: skip
        row = RuleFiring.objects.get(case=case)
        assert (row.outcome, row.reason, row.text) == ("overridden", "outside_cause", "鉴定耗时较长")
        entry = AuditEntry.objects.get(action="case:decide")
        assert entry.images.filter(model="enforcement.rulefiring").exists()

    def test_that_did_not_fire_is_not_kept(self, city: City) -> None:
        case = notified(city)
        cases.decide_case(
            case.pk, by=city.actor("head"), at=NOON + timedelta(days=10), **PENALTY,
            overrides={"DEC-5": "以防万一"},
        )  # fmt: skip
        assert not RuleFiring.objects.exists()
        assert not AuditEntry.objects.exclude(overrides={}).exists()

    def test_vanishes_with_an_act_that_fails_afterwards(self, city: City) -> None:
        case = notified(city)
        with transaction.atomic():
            cases.decide_case(case.pk, by=city.actor("head"), at=LATE, overrides={"DEC-5": "鉴定"}, **PENALTY)
            assert RuleFiring.objects.exists()
            transaction.set_rollback(True)
        assert not RuleFiring.objects.exists()

    def test_in_words_alone_counts_as_another_reason(self, city: City) -> None:
        case = notified(city)
        cases.decide_case(case.pk, by=city.actor("head"), at=LATE, overrides={"DEC-5": "鉴定"}, **PENALTY)
        assert RuleFiring.objects.get(case=case).reason == OverrideReason.OTHER

    def test_leaves_the_record_whole(self, city: City) -> None:
        case = notified(city)
        cases.decide_case(case.pk, by=city.actor("head"), at=LATE, overrides={"DEC-5": "鉴定"}, **PENALTY)
        assert [line for line in findings() if "rulefiring" in line] == []


@pytest.mark.parametrize(
    "wrong", [{"severity": "block"}, {"reason": ""}, {"text": ""}, {"outcome": "refused"}], ids=str
)
def test_only_a_warning_is_passed_over_and_with_a_reason(city: City, wrong: dict[str, str]) -> None:
    case = notified(city)
    cases.decide_case(case.pk, by=city.actor("head"), at=LATE, overrides={"DEC-5": "鉴定"}, **PENALTY)
    refused_by("only_a_warning_is_passed_over_with_a_reason", RuleFiring.objects.get(case=case), **wrong)
