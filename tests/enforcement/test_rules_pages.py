"""Rules as pages and in the API: for everybody who works, set by who keeps the matters (Art. 5, 6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from enforcement.models import Case, Rule, RuleFiring, RuleParameter
from enforcement.services import cases
from enforcement.services.rules import (
    annotate_rule,
    laid_down_among,
    lay_down_rule,
    load_rules,
    parameter,
    resume_rule,
    set_parameter,
)
from enforcement.vocabulary import RuleArea
from foundation.actors import COMMAND
from foundation.articles import Article
from foundation.firing import in_use
from foundation.models import AuditEntry
from foundation.obstacles import Forbidden, Obstacle, Refused, Severity
from foundation.reasons import Reason
from foundation.record import audited
from tests.city import NOON, City
from tests.enforcement.case_course import PENALTY, notified

pytestmark = pytest.mark.django_db
SignIn = Callable[[str], Client]


@pytest.fixture(autouse=True)
def rules(db: None) -> list[Rule]:
    return load_rules(by=COMMAND, at=NOON)


@pytest.fixture
def overridden(city: City) -> Case:
    """A case decided after its ninety days, with a reason."""
    case = notified(city)
    late = Reason("鉴定机构迟延出具报告", "outside_cause")
    return cases.decide_case(
        case.pk, by=city.actor("head"), at=NOON + timedelta(days=91), overrides={"DEC-5": late}, **PENALTY
    )


def the(code: str) -> Rule:
    return Rule.objects.get(code=code)


class TestLoading:
    def test_enters_all_rules_once(self) -> None:
        assert Rule.objects.count() == 88
        entries = AuditEntry.objects.count()
        load_rules(by=COMMAND, at=NOON)
        assert Rule.objects.count() == 88
        assert AuditEntry.objects.count() == entries + 1
        assert {rule.version for rule in Rule.objects.all()} == {1}

    def test_leaves_what_the_city_set(self) -> None:
        days = RuleParameter.objects.get(rule__code="GUI-9", name="after_execution")
        set_parameter(days.pk, by=COMMAND, at=NOON, value=20)
        annotate_rule(the("GUI-9").pk, by=COMMAND, at=NOON, note_zh="二十日内回访")
        load_rules(by=COMMAND, at=NOON)
        assert parameter("GUI-9", "after_execution", default=30) == 20
        assert the("GUI-9").note == "二十日内回访"


class TestSetting:
    def test_the_law_is_not_set(self, city: City) -> None:
        years = RuleParameter.objects.get(rule__code="LIM-1", name="years")
        with pytest.raises(Refused) as refused:
            set_parameter(years.pk, by=city.actor("orgadmin"), at=NOON, value=3)
        assert [o.code for o in refused.value.obstacles] == ["rule:fixed_by_law"]

    @pytest.mark.parametrize(("code", "why"), [("DEC-5", "rule:binding"), ("INS-3", "rule:protects")])
    def test_what_binds_is_not_laid_down(self, city: City, code: str, why: str) -> None:
        with pytest.raises(Refused) as refused:
            lay_down_rule(the(code).pk, by=city.actor("orgadmin"), at=NOON, reason="不便")
        assert [o.code for o in refused.value.obstacles] == [why]

    def test_a_warning_of_the_city_itself_can_be_laid_down_and_resumed(self, city: City) -> None:
        warning = Obstacle("EVI-5", "Late.", severity=Severity.WARN)
        block = Obstacle("EVI-1", "None.")
        lay_down_rule(the("EVI-5").pk, by=city.actor("orgadmin"), at=NOON, reason="设备更换期间")
        assert laid_down_among(["EVI-5", "EVI-1"]) == {"EVI-5"}
        assert in_use([warning, block]) == [block]
        resume_rule(the("EVI-5").pk, by=city.actor("orgadmin"), at=NOON)
        assert in_use([warning, block]) == [warning, block]

    def test_officers_set_nothing(self, city: City) -> None:
        with pytest.raises(Forbidden):
            annotate_rule(the("DEC-5").pk, by=city.actor("officer"), at=NOON, note_zh="x")


class TestPages:
    @pytest.mark.parametrize("who", ["officer", "head", "reviewer", "supervisor", "evaluator", "orgadmin"])
    def test_are_for_everybody_who_works(self, as_user: SignIn, who: str) -> None:
        client = as_user(who)
        assert client.get("/rules/").status_code == 200
        assert client.get(the("DEC-5").get_absolute_url()).status_code == 200

    @pytest.mark.parametrize(
        ("query", "codes"),
        [
            ({"area": "rights"}, ["RGT-1", "RGT-2", "RGT-3", "RGT-4", "HEA-1"]),
            ({"kind": "info"}, ["LEN-3", "COE-12"]),
            ({"article": "10", "kind": "block"}, ["LEN-1", "LEN-3"]),
            ({"q": "RGT-2"}, ["RGT-2"]),
        ],
        ids=str,
    )
    def test_the_list_is_narrowed(self, as_user: SignIn, query: dict[str, str], codes: list[str]) -> None:
        page = as_user("officer").get("/rules/", query)
        assert {row["cells"][0]["value"] for row in page.context["page"]["rows"]} == set(codes)

    def test_states_divide_the_rules(self, as_user: SignIn) -> None:
        client = as_user("officer")
        codes = [
            {
                row["code"]
                for row in client.get("/api/v1/rules/", {"state": s, "page_size": 200}).json()["results"]
            }
            for s in ("held", "not_encoded", "laid_down")
        ]
        assert sum(map(len, codes)) == len(set().union(*codes)) == 88

    def test_a_rule_tells_source_places_proof_and_counts(self, as_user: SignIn, overridden: Case) -> None:
        page = as_user("head").get(the("DEC-5").get_absolute_url())
        assert page.context["entry"].transitions == (
            "case:decide", "interval:approve", "interval:end", "interval:refuse",
        )  # fmt: skip
        assert page.context["entry"].tests
        assert "Penalty Law, Art. 60" in page.content.decode() or "第六十条" in page.content.decode()

    def test_counts_stop_at_the_readers_reach(self, client: Client, city: City, overridden: Case) -> None:
        for who, count in (("head", 1), ("head_north", 0)):
            client.force_login(city.people[who])
            found = client.get(f"/api/v1/rules/{the('DEC-5').pk}/").json()
            firings = client.get("/api/v1/rule-firings/", {"outcome": "overridden"}).json()["results"]
            assert (len(firings), client.get("/rules/fired/").status_code) == (count, 200)
            assert found["fired"]["refused"] == 0

    def test_the_head_sees_reason_and_words(self, as_user: SignIn, overridden: Case) -> None:
        (row,) = as_user("head").get("/api/v1/rule-firings/").json()["results"]
        assert (row["rule_code"], row["outcome"], row["reason"]) == ("DEC-5", "overridden", "outside_cause")
        assert (row["text"], row["case_id"]) == ("鉴定机构迟延出具报告", str(overridden.pk))

    def test_who_must_not_meet_persons_reads_no_words(self, as_user: SignIn, overridden: Case) -> None:
        (row,) = as_user("evaluator").get("/api/v1/rule-firings/").json()["results"]
        assert "鉴定" not in str(row)
        assert "鉴定" not in as_user("evaluator").get(row["url"]).content.decode()
        panel = as_user("evaluator").get(reverse("enforcement:case_rules", args=[overridden.pk]))
        assert "鉴定" not in panel.content.decode()

    def test_the_case_shows_the_rules_that_fired(self, as_user: SignIn, overridden: Case) -> None:
        panel = as_user("head").get(reverse("enforcement:case_rules", args=[overridden.pk]))
        assert "鉴定机构迟延出具报告" in panel.content.decode()
        assert "DEC-5" in panel.content.decode()

    def test_an_organ_administrator_annotates_in_the_browser(self, as_user: SignIn) -> None:
        rule, client = the("DEC-5"), as_user("orgadmin")
        page = reverse("enforcement:rule_act", args=[rule.pk, "annotate"])
        data = {"note_zh": "本局另有提示", "expected_version": rule.version}
        assert client.post(page, data).status_code == 302
        assert "本局另有提示" in client.get(rule.get_absolute_url()).content.decode()

    def test_only_sensible_acts_are_offered(self, as_user: SignIn) -> None:
        client = as_user("orgadmin")
        offers = {
            code: {o["name"] for o in client.get(the(code).get_absolute_url()).context["offers"]}
            for code in ("DEC-5", "EVI-5", "INS-3")
        }
        assert offers == {
            "DEC-5": {"annotate"},
            "EVI-5": {"annotate", "set_number", "lay_down"},
            "INS-3": {"annotate", "set_number"},
        }

    def test_take_few_queries(
        self, as_user: SignIn, overridden: Case, django_assert_max_num_queries: Any
    ) -> None:
        client = as_user("head")
        panel = reverse("enforcement:case_rules", args=[overridden.pk])
        for page in ("/rules/", "/rules/fired/", the("DEC-5").get_absolute_url(), panel):
            with django_assert_max_num_queries(12):
                assert client.get(page).status_code == 200

    def test_firings_are_given_as_a_file(self, as_user: SignIn, overridden: Case) -> None:
        answer = as_user("head").get("/rules/fired/", {"export": "csv", "outcome": "overridden"})
        assert "鉴定机构迟延出具报告" in b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]


class TestTheApi:
    def test_gives_a_rule_in_both_languages_with_its_numbers(self, as_user: SignIn) -> None:
        found = as_user("officer").get(f"/api/v1/rules/{the('LIM-1').pk}/").json()
        assert found["area"] == RuleArea.FILING
        assert {p["name"]: p["value"] for p in found["parameters"]} == {"years": 2, "grave_years": 5}
        assert "case:decide" in found["bites_in"]

    def test_sets_a_number(self, as_user: SignIn) -> None:
        rule = the("GUI-9")
        answer = as_user("orgadmin").post(
            f"/api/v1/rules/{rule.pk}/transitions/set_number/",
            {"name": "after_execution", "value": 21},
            content_type="application/json",
            headers={"If-Match": f'"{rule.version}"'},
        )
        assert answer.status_code == 200, answer.content
        assert parameter("GUI-9", "after_execution", default=30) == 21

    def test_has_no_firing_of_another_organ(self, as_user: SignIn, overridden: Case) -> None:
        assert RuleFiring.objects.exists()
        assert as_user("head_north").get("/api/v1/rule-firings/").json()["results"] == []


class TestAWarningOfTheProgramsOwn:
    """What no law of the book of rules contains is named all the same, and leads to no empty page."""

    def test_says_what_it_asks(self, city: City, as_user: SignIn) -> None:
        case = notified(city)
        with audited("rule:refuse", by=COMMAND, at=NOON, under=Article(6)):
            row = RuleFiring(
                attempt=uuid4(), case=case, act="case:notify", rule_code="GUI-22", severity="warn",
                outcome="overridden", reason="party_conduct", text="屡次提醒未改", fired_at=NOON,
            )  # fmt: skip
            row.place_under(case.organ)
            row.save()
        page = as_user("head").get(reverse("enforcement:rule_firings")).content.decode()
        assert "处罚前先行指导" in page
        assert "q=GUI-22" not in page
        assert (
            "处罚前先行指导"
            in as_user("head").get(reverse("enforcement:case_rules", args=[case.pk])).content.decode()
        )
