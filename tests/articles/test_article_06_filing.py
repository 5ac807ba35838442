"""Article 6 at the beginning: what must be filed is filed, what is not filed has a ground and is not forgotten."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from enforcement.models import Case
from enforcement.rules.facts import FilingFacts, NonFilingFacts
from enforcement.rules.filing import obstacles_to_filing, obstacles_to_late_filing, obstacles_to_not_filing
from enforcement.services import cases
from enforcement.vocabulary import CaseState
from foundation.obstacles import Refused, Severity
from leniency.services.assessing import assess_case
from tests.city import CONDITIONS, NOON, City, a_clue
from tests.enforcement.case_facts import TODAY, codes, facts

pytestmark = pytest.mark.article("6")
LITTLE = {"gravity": "minor", "harm": "none", "corrected_on": date(2026, 11, 3)}
MET = FilingFacts(has_basis=True, is_punishable=True, in_jurisdiction=True, within_limitation=True)


def refused_by(act: Any, *args: Any, **kwargs: Any) -> set[str]:
    with pytest.raises(Refused) as refused:
        act(*args, **kwargs)
    return {o.code for o in refused.value.obstacles}


@pytest.mark.rule("FIL-2")
class TestACaseIsFiledOnFourConditions:
    """Preliminary evidence, a penalty in the law, competence, and the limitation period."""

    def file(self, case: Case, city: City, **conditions: Any) -> Case:
        handlers = [city.people["officer"], city.people["officer2"]]
        return cases.file_case(case.pk, by=city.actor("officer"), at=NOON, handlers=handlers, **conditions)

    @pytest.mark.parametrize("missing", CONDITIONS)
    def test_each_of_them(self, city: City, missing: str) -> None:
        given = {name: value for name, value in CONDITIONS.items() if name != missing}
        assert refused_by(self.file, a_clue(city), city, **given) == {"FIL-2"}

    def test_and_keeps_what_was_found(self, city: City) -> None:
        case = self.file(a_clue(city), city, **CONDITIONS)
        assert case.filing_check.basis == CONDITIONS["basis"]

    def test_nothing_is_asked_before_the_form_is_filled_in(self) -> None:
        assert codes(obstacles_to_filing(facts())) == []
        assert codes(obstacles_to_filing(facts(filing=MET))) == []

    def test_the_page_asks_for_each(self, city: City, as_user: Any) -> None:
        case = a_clue(city)
        data = {
            "expected_version": case.version,
            "handlers": [city.people[n].pk for n in ("officer", "officer2")],
        }
        data["basis"] = CONDITIONS["basis"]
        answer = as_user("officer").post(f"/cases/{case.pk}/do/file/", data)
        assert answer.status_code == 409
        assert set(answer.context["form"].errors) == set(CONDITIONS) - {"basis"}


@pytest.mark.rule("JUR-1")
class TestAPlaceOutsideTheArea:
    """The local organ assists or takes the clue over; else a reason is on record."""

    def outside(self, **more: Any) -> Any:
        return facts(filing=FilingFacts(True, True, True, True, in_area=False, **more))

    def test_asks_for_assistance(self) -> None:
        found = list(obstacles_to_filing(self.outside()))
        assert [(o.code, o.severity) for o in found] == [("JUR-1", Severity.WARN)]

    def test_is_silent_once_it_is_on_record(self) -> None:
        assert codes(obstacles_to_filing(self.outside(has_assistance=True))) == []


@pytest.mark.rule("LIM-1")
def test_a_clue_too_old_is_filed_only_with_a_reason() -> None:
    old = facts(filing=MET, occurred_on=date(2020, 1, 1), discovered_on=date(2026, 1, 2))
    found = list(obstacles_to_filing(old))
    assert [(o.code, o.severity) for o in found] == [("LIM-1", Severity.WARN)]


@pytest.mark.rule("FIL-3")
class TestNotFiling:
    """Not filing has a ground of the law; out of leniency also an assessment and education."""

    def decline(self, case: Case, city: City, **given: Any) -> Case:
        given = {"reason": "轻微并当场改正。", **given}
        return cases.decline_filing(case.pk, by=city.actor("head"), at=NOON, **given)

    def test_has_a_ground(self, city: City) -> None:
        assert refused_by(self.decline, a_clue(city), city) == {"FIL-3"}

    @pytest.mark.parametrize("ground", ["minor", "first", "no_fault"])
    def test_out_of_leniency_educates(self, ground: str) -> None:
        silent = facts(non_filing=NonFilingFacts(ground))
        assert codes(obstacles_to_not_filing(silent)) == ["FIL-3"]
        assert (
            codes(obstacles_to_not_filing(facts(non_filing=NonFilingFacts(ground, has_education=True)))) == []
        )

    def test_out_of_leniency_was_held_against_the_lists(self, city: City) -> None:
        case = a_clue(city)
        given = {"ground": "minor", "education": "现场讲解规定。"}
        assert refused_by(self.decline, case, city, **given) == {"FIL-3"}
        cases.record_circumstances(case.pk, by=city.actor("officer"), at=NOON, **LITTLE)
        assess_case(case.pk, by=city.actor("officer"), at=NOON)
        case = self.decline(case, city, **given)
        assert (case.state, case.non_filing.ground) == (CaseState.NOT_FILED, "minor")

    def test_for_want_of_facts_asks_for_no_more_than_reasons(self, city: City) -> None:
        assert self.decline(a_clue(city), city, ground="no_facts").state == CaseState.NOT_FILED

    def test_is_told_on_the_page(self, city: City, as_user: Any) -> None:
        case = self.decline(a_clue(city), city, ground="no_facts")
        page = as_user("head").get(f"/cases/{case.pk}/").content.decode()
        assert "轻微并当场改正。" in page


@pytest.mark.rule("FIL-4")
class TestAClueIsNotLeftLying:
    def test_decided_after_its_time_it_asks_why(self) -> None:
        late = facts(verify_by=TODAY - timedelta(days=1))
        assert codes(obstacles_to_late_filing(late)) == ["FIL-4"]

    @pytest.mark.parametrize("verify_by", [None, TODAY])
    def test_within_its_time_it_asks_nothing(self, verify_by: date | None) -> None:
        assert codes(obstacles_to_late_filing(facts(verify_by=verify_by))) == []
