"""Article 10 para. 1: what is minor is not penalised, by published lists under dynamic management."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client

from enforcement.lifecycle import CASE_LIFECYCLE
from enforcement.models import Case, Matter
from enforcement.services import cases
from enforcement.services.sample_data import load_matters, sample_matters
from foundation.actors import COMMAND
from foundation.articles import Article
from foundation.models import AuditEntry
from foundation.obstacles import Refused, Severity
from foundation.record import audited
from leniency.models import LeniencyAssessment
from leniency.rules.facts import CaseFacts
from leniency.services import assess_case, load_lists, repeal_list, sample_lists, state_ground
from tests.city import NOON, a_counterpart, small_city
from tests.enforcement.case_course import BEYOND_THE_LISTS, reasoned

pytestmark = [pytest.mark.django_db, pytest.mark.article("10.1")]
USED = {"SJ-001", "SJ-003", "SJ-007", "CG-001", "CG-005"}
SPRING = NOON - timedelta(days=260)
FOUND = date(2026, 11, 2)
GOOD = {"harm": "none", "corrected_on": FOUND, "refuses_correction": False}


@pytest.fixture
def city(db):
    """The small city with a few published lists."""
    found = small_city()
    matters, lists = sample_matters(), sample_lists()
    load_matters(
        by=COMMAND,
        at=SPRING,
        data={**matters, "matters": [m for m in matters["matters"] if m["code"] in USED]},
    )
    kept = [{**one, "entries": [e for e in one["entries"] if e["code"] in USED]} for one in lists["lists"]]
    load_lists(by=COMMAND, at=SPRING, data={**lists, "lists": [one for one in kept if one["entries"]]})
    return found


def a_case(city, code="CG-001", *, state="assessed", counterpart=None, **circumstances):
    """A case as the steps before have left it."""
    by = city.actor("officer")
    case = cases.register_clue(
        by=by, at=NOON, title="示例", counterpart=counterpart or a_counterpart(city),
        matter=Matter.objects.get(code=code), source="inspection", occurred_on=FOUND, discovered_on=FOUND,
    )  # fmt: skip
    if circumstances:
        cases.record_circumstances(case.pk, by=by, at=NOON, **circumstances)
    with audited("case:move", by=COMMAND, at=NOON, under=Article(10)):
        row = Case.objects.locked(case.pk)
        row.state = state
        row.save()
    return row


def assess(city, case):
    return assess_case(case.pk, by=city.actor("officer"), at=NOON)


def leniency_obstacles(city, case, outcome):
    """What the lists say when a head proposes ``outcome``."""
    case = Case.objects.get(pk=case.pk)
    case.outcome = outcome
    found = CASE_LIFECYCLE.obstacles(case, "decide", by=city.actor("head"), at=NOON)
    return {o.code: o.severity for o in found if o.code.startswith("LEN-") and o.code != "LEN-8"}


class TestTheListsArePublished:
    """Everybody can read what is spared, today and on any day."""

    def test_without_an_account(self, city):
        assert "CG-001" in Client().get("/public/leniency/").content.decode()

    def test_with_the_conditions_and_the_law(self, city):
        reader = Client(headers={"Accept-Language": "en"})
        page = reader.get("/public/leniency/?q=CG-001")
        key = page.context["page"]["rows"][0]["id"]
        html = reader.get(f"/public/leniency/{key}/").content.decode()
        assert "corrected on the spot" in html
        assert "Administrative Penalty Law, Art. 33(1)" in html


class TestACaseIsHeldAgainstTheLists:
    """No case passes the assessment step, or is decided, without having been held against the lists."""

    def test_before_its_assessment_is_concluded(self, city):
        case = a_case(city, state="investigated")
        with pytest.raises(Refused) as caught:
            cases.conclude_assessment(case.pk, by=city.actor("officer"), at=NOON)
        assert [o.code for o in caught.value.obstacles] == ["LEN-0"]
        assess(city, case)
        assert cases.conclude_assessment(case.pk, by=city.actor("officer"), at=NOON).state == "assessed"

    def test_anew_when_its_circumstances_have_changed(self, city):
        case = a_case(city, state="investigated", **GOOD)
        assess(city, case)
        cases.record_circumstances(case.pk, by=city.actor("officer"), at=NOON, harm="evident")
        with pytest.raises(Refused) as caught:
            cases.conclude_assessment(case.pk, by=city.actor("officer"), at=NOON)
        assert [o.code for o in caught.value.obstacles] == ["LEN-0"]

    def test_and_not_decided_on_an_assessment_that_is_out_of_date(self, city):
        case = a_case(city, **GOOD)
        assess(city, case)
        cases.record_circumstances(case.pk, by=city.actor("officer"), at=NOON, harm="evident")
        assert leniency_obstacles(city, case, "penalty")["LEN-0"] is Severity.REQUIRE


class TestWhatTheLawSparesIsNotPenalisedWithoutAReason:
    """A penalty against an entry that applies needs a recorded reason (LEN-5, LEN-6, LEN-7, LEN-9)."""

    @pytest.mark.rule("LEN-5")
    @pytest.mark.parametrize("outcome", ["penalty", "lighter", "mitigated"])
    def test_when_a_minor_violation_shall_not_be_penalised(self, city, outcome):
        case = a_case(city, "CG-001", **GOOD)
        assert assess(city, case).conclusion == "shall_not"
        assert leniency_obstacles(city, case, outcome) == {"LEN-5": Severity.WARN}

    @pytest.mark.rule("LEN-6")
    def test_when_a_first_violation_need_not_be_penalised(self, city):
        case = a_case(city, "SJ-001", **GOOD)
        assert assess(city, case).conclusion == "may_not"
        assert leniency_obstacles(city, case, "penalty") == {"LEN-6": Severity.WARN}

    @pytest.mark.rule("LEN-9")
    def test_when_a_list_asks_for_a_lighter_penalty(self, city):
        case = a_case(city, "CG-005", correct_by=FOUND, **GOOD)
        assert assess(city, case).conclusion == "lighter"
        assert leniency_obstacles(city, case, "penalty") == {"LEN-9": Severity.WARN}
        assert leniency_obstacles(city, case, "lighter") == {}
        assert leniency_obstacles(city, case, "mitigated") == {}

    def test_but_goes_its_way_when_no_entry_applies(self, city):
        case = a_case(city, "CG-001", harm="evident")
        assess(city, case)
        assert leniency_obstacles(city, case, "penalty") == {}


class TestAListIsNotTheLimitOfTheLaw:
    """Who is spared without an entry is spared by the law itself: with reasons and legal review."""

    @pytest.mark.rule("LEN-9")
    def test_no_penalty_off_the_lists_asks_for_a_reason(self, city):
        case = a_case(city, "SJ-003", harm="none", goods_value=Decimal(5000))
        assess(city, case)
        reasoned(case, city)
        assert leniency_obstacles(city, case, "no_penalty") == {"LEN-9": Severity.WARN}

    def test_and_before_that_for_a_ground_of_the_law_and_for_legal_review(self, city):
        case = a_case(city, "SJ-003", harm="none", goods_value=Decimal(5000))
        assess(city, case)
        missing = {"LEN-9": Severity.WARN, "LEN-12": Severity.REQUIRE}
        assert leniency_obstacles(city, case, "no_penalty") == missing
        state_ground(case.pk, by=city.actor("officer"), at=NOON, **BEYOND_THE_LISTS)
        missing = {"LEN-9": Severity.WARN, "LEN-13": Severity.REQUIRE}
        assert leniency_obstacles(city, case, "no_penalty") == missing

    @pytest.mark.rule("LEN-9")
    def test_and_the_reason_stands_in_the_record_of_the_decision(self, city):
        case = a_case(city, "SJ-003", harm="none", goods_value=Decimal(5000))
        assess(city, case)
        reasoned(case, city)
        decision = {
            "outcome": "no_penalty",
            "reasons": "情节轻微",
            "education": "当场批评教育",
            "correction_order": "七日内改正",
            "correct_by": NOON.date() + timedelta(days=7),
            "educate_by": NOON.date(),
        }
        with pytest.raises(Refused) as caught:
            cases.decide_case(case.pk, by=city.actor("head"), at=NOON, **decision)
        assert [o.code for o in caught.value.obstacles] == ["LEN-9"]
        reasons = {"LEN-9": "不属清单事项，但符合第三十三条"}
        cases.decide_case(case.pk, by=city.actor("head"), at=NOON, overrides=reasons, **decision)
        overrides = AuditEntry.objects.get(action="rule:override", actor_id=city.people["head"].pk).overrides
        assert {code: stored["text"] for code, stored in overrides.items()} == reasons

    def test_no_penalty_by_an_entry_asks_for_none(self, city):
        case = a_case(city, "CG-001", **GOOD)
        assess(city, case)
        assert leniency_obstacles(city, case, "no_penalty") == {}

    def test_the_law_itself_is_shown_beside_the_lists(self, city):
        case = a_case(city, "SJ-003", goods_value=Decimal(5000), **GOOD)
        found = assess(city, case)
        assert found.conclusion == "not_applicable"
        slight = next(g for g in found.grounds if g["ground"] == "slight_conduct")
        assert [e["fact"] for e in slight["elements"] if e["verdict"] == "unknown"] == ["circumstances"]
        assert "circumstances" in found.weighed["missing"]


class TestTheMoreFavourableListCounts:
    """The lists of the day of the violation and of the day of the decision (Penalty Law, Art. 37)."""

    def test_also_when_it_was_repealed_between(self, city):
        case = a_case(city, "CG-001", **GOOD)
        entry = assess(city, case).results.get().entry
        repeal_list(entry.list_id, by=COMMAND, at=NOON, repeal_reason="示例")
        assert assess(city, case).conclusion == "shall_not"


class TestWhatIsNotKnownIsNotHeldAgainstTheParty:
    """An unknown condition is told, with what to do; it never counts as a no."""

    def test_and_what_is_missing_is_named(self, city):
        found = assess(city, a_case(city, "CG-001"))
        assert (found.conclusion, found.could_be) == ("unknown", "shall_not")
        verdicts = {c["kind"]: c["verdict"] for c in found.results.get().conditions}
        assert set(verdicts.values()) == {"unknown"}


class TestTheFirstTimeIsAskedOfTheWholeCity:
    """Earlier decisions of all organs count, and only their days are told (Art. 4)."""

    def test_without_naming_case_or_organ(self, city):
        party = a_counterpart(city)
        earlier = a_case(city, "SJ-001", counterpart=party, state="closed")
        with audited("case:move", by=COMMAND, at=NOON, under=Article(10)):
            row = Case.objects.locked(earlier.pk)
            row.occurred_on, row.decided_on, row.outcome = date(2026, 6, 1), date(2026, 6, 9), "no_penalty"
            row.place_under(city.places.organs["SC01"])
            row.save()
        found = assess(city, a_case(city, "SJ-001", counterpart=party, **GOOD))
        first = next(c for c in found.results.get().conditions if c["kind"] == "first_time")
        assert (first["verdict"], first["value"]) == ("fails", ["2026-06-09/waiver"])
        assert earlier.clue_number not in str(found.results.get().conditions)


@pytest.mark.article("8")
class TestDeclinedGuidanceIsNoReason:
    """Leniency knows nothing of guidance: declining it has no consequence (Art. 8)."""

    def test_there_is_no_such_fact(self):
        assert not [f.name for f in fields(CaseFacts) if "guid" in f.name or "declin" in f.name]


def test_every_assessment_stands_in_the_record_of_its_case(city):
    case = a_case(city, "CG-001")
    assess(city, case)
    told = AuditEntry.objects.filter(subjects__kind="enforcement.case", subjects__key=str(case.pk))
    assert told.filter(action="case:assess_leniency", article="10.1").count() == 1
    assert LeniencyAssessment.objects.count() == 1
