"""A clue that is not filed out of leniency names what bears it, and leaves its trace (Art. 10 para. 1)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from enforcement.models import Case
from enforcement.services import cases
from enforcement.vocabulary import LENIENT_GROUNDS, CaseState
from foundation.obstacles import Refused, Severity
from leniency.models import CaseFinding
from leniency.rules.deciding import Matched
from leniency.rules.not_filing import LAW_OF_GROUND, LIST_OF, NotFilingFacts, obstacles_to_letting_go
from leniency.services import assess_case, draft_promise, receive_promise, record_finding, state_ground
from leniency.vocabulary import Ground, ListType
from tests.city import NOON, a_counterpart
from tests.enforcement.case_course import BEYOND_THE_LISTS

DAY = date(2026, 11, 2)
LITTLE = {
    "gravity": "minor",
    "harm": "none",
    "corrected_on": DAY,
    "correct_by": DAY,
    "refuses_correction": False,
}
FIL_3 = ["FIL-3"]


def stands(**facts: Any) -> list[str]:
    return [o.code for o in obstacles_to_letting_go(NotFilingFacts(**{"is_weighed": True, **facts}))]


def decline(bureau: Any, case: Case, *, ground: str = "minor", by: str = "head", **more: Any) -> Case:
    given = {"ground": ground, "reason": "轻微，当场改正。", "education": "现场讲解规定。", **more}
    return cases.decline_filing(case.pk, by=bureau.actor(by), at=NOON, **given)


def refused(bureau: Any, case: Case, **given: Any) -> Any:
    with pytest.raises(Refused) as caught:
        decline(bureau, case, **given)
    return caught.value.obstacles


def assessed(bureau: Any, code: str = "SJ-005", **more: Any) -> Case:
    case: Case = bureau.a_case(code, **more)
    assess_case(case.pk, by=bureau.actor("officer"), at=NOON)
    return case


@pytest.mark.rule("FIL-3")
class TestWhoIsSparedIsSparedByNameOfTheGround:
    @pytest.mark.parametrize("ground", LENIENT_GROUNDS)
    def test_an_entry_or_the_law_or_a_statement_bears_it(self, ground):
        other = next(kind for kind in (ListType.MINOR, ListType.FIRST) if kind != LIST_OF[ground])
        assert stands(ground=ground) == FIL_3
        assert stands(ground=ground, entries=(Matched("X", other),)) == FIL_3
        assert stands(ground=ground, entries=(Matched("X", LIST_OF[ground]),)) == []
        assert stands(ground=ground, held=(LAW_OF_GROUND[ground],)) == []
        assert stands(ground=ground, stated=str(ground)) == ["LEN-9"]

    def test_who_stated_a_ground_does_not_decide_on_it(self):
        assert stands(ground="minor", stated="minor", is_own=True) == FIL_3
        assert stands(ground="minor", stated="minor", is_own=True, held=(Ground.SLIGHT_CONDUCT,)) == []

    def test_nothing_is_decided_past_a_departure_that_waits(self):
        assert stands(ground="minor", held=(Ground.SLIGHT_CONDUCT,), awaits_head=True) == ["LEN-9"]

    def test_what_nothing_bears_is_refused_with_article_and_next_step(self, bureau):
        (told,) = refused(bureau, assessed(bureau))
        assert (told.code, str(told.article), told.field) == ("FIL-3", "Article 10(1)", "ground")
        assert "33" in str(told.citation)
        assert "assess again" in str(told.next_step)

    def test_the_recorded_circumstances_bear_it(self, bureau):
        assert decline(bureau, assessed(bureau, **LITTLE)).state == CaseState.NOT_FILED

    def test_and_so_do_reasons_that_the_handling_officer_stated(self, bureau):
        case = assessed(bureau)
        state_ground(case.pk, by=bureau.actor("officer"), at=NOON, **BEYOND_THE_LISTS)
        assert refused(bureau, case, ground="first")[0].code == "FIL-3"
        assert [(o.code, o.severity) for o in refused(bureau, case)] == [("LEN-9", Severity.WARN)]
        followed = {"LEN-9": "三项理由均有照片佐证，同意。"}
        assert decline(bureau, case, overrides=followed).state == CaseState.NOT_FILED

    @pytest.mark.parametrize("ground", LENIENT_GROUNDS)
    def test_but_no_reason_helps_a_ground_over_the_recorded_circumstances(self, ground):
        against = {
            "ground": LAW_OF_GROUND[ground].value,
            "verdict": "fails",
            "elements": [{"fact": "harm", "verdict": "fails", "word": "harm", "values": {"harm": "evident"}}],
        }
        assert stands(ground=ground, stated=str(ground), grounds=(against,)) == ["LEN-12", "LEN-9"]


@pytest.mark.rule("FIL-3")
class TestNobodyIsSparedUnderAnotherName:
    """A violation that the file itself shows is not called none: its trace would be lost."""

    @pytest.mark.parametrize("ground", ["no_facts", "not_punishable"])
    def test_of_want_of_facts(self, bureau, ground):
        case = assessed(bureau, **LITTLE)
        told = refused(bureau, case, ground=ground)
        assert [(o.code, o.field) for o in told] == [("FIL-3", "ground")]

    def test_nor_before_it_was_held_against_the_lists(self, bureau):
        assert refused(bureau, bureau.a_case(**LITTLE), ground="no_facts")[0].code == "FIL-3"

    def test_nor_after_the_party_has_promised_to_correct(self, bureau):
        case, given = assessed(bureau), {"by": bureau.actor("officer"), "at": NOON}
        draft_promise(case.pk, **given)
        receive_promise(case.pk, **given, received_on=NOON.date(), signed_by="店主")
        assert refused(bureau, case, ground="no_facts")[0].code == "FIL-3"

    def test_but_a_child_is_not_punishable_at_all(self):
        held = (Ground.CHILD, Ground.SLIGHT_CONDUCT)
        assert stands(ground="not_punishable", held=held) == []
        assert stands(ground="no_facts", held=held) == FIL_3

    @pytest.mark.parametrize("ground", ["no_jurisdiction", "too_late"])
    def test_and_other_grounds_stay_what_they_are(self, ground):
        assert stands(ground=ground, held=(Ground.SLIGHT_CONDUCT,)) == []


class TestItsTrace:
    def test_names_the_entry_and_counts_against_a_first_violation(self, bureau, sign_in):
        shop = a_counterpart(bureau.city)
        case = assessed(bureau, counterpart=shop, **LITTLE)
        attested = bureau.entry("SJ-005").conditions.get(kind="attested")
        officer = bureau.actor("officer")
        record_finding(case.pk, by=officer, at=NOON, condition=attested, holds=True, evidence="收据在卷")
        assert CaseFinding.objects.filter(case=case).exists()
        decline(bureau, case, ground="first")
        page = sign_in("officer").get(f"/cases/{case.pk}/leniency/follow-up/").content.decode()
        assert "SJ-005" in page
        assert "not filed out of leniency" in page
        again = assess_case(bureau.a_case("SJ-005", counterpart=shop).pk, by=officer, at=NOON)
        result = again.results.get(entry_code="SJ-005")
        (first,) = [c for c in result.conditions if c["kind"] == "first_time"]
        assert (first["verdict"], first["value"]) == ("fails", ["2026-11-20/not_opened"])

    def test_is_told_by_the_api(self, bureau, sign_in):
        case = decline(bureau, assessed(bureau, **LITTLE))
        told = sign_in("officer").get(f"/api/v1/leniency-cases/{case.pk}/").json()["not_filed"]
        assert (told["kind"], told["ground"], told["borne_by_law"]) == ("not_opened", "minor", True)
        assert "33" in told["citation"]
