"""Article 9: counterparts are guided to check and correct themselves, and are better off for it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from enforcement.models import Case
from foundation.actors import SCHEDULER
from leniency.rules.correcting import corrected
from leniency.services.case_facts import facts_of
from leniency.services.many_facts import facts_of_many
from riskcontrol.models import CounterpartRisk, SelfCheck
from riskcontrol.reports.self_checks import self_check_gaps
from riskcontrol.services.parts import add_cause, add_measure
from riskcontrol.services.points import draft_point
from riskcontrol.services.publishing import check_point, publish_point
from riskcontrol.services.reviewing import review_all
from tests.city import NOON, City, a_clue, a_counterpart, small_city
from tests.riskcontrol import checks
from tests.riskcontrol.checks import DAY, TODAY

pytestmark = [pytest.mark.django_db, pytest.mark.article("9")]
CODE, KEY = "FX-T-1", "FX_T_1"


@pytest.fixture
def city(db: None) -> City:
    """With one published point about its one matter."""
    city = small_city()
    head = city.actor("head")
    point = draft_point(
        by=head, at=NOON, code=CODE, name_zh="未明码标价", field=city.places.fields["market"], matter=city.matter,
        basis="价格法 13", industries=["F"],
    )  # fmt: skip
    for side in ("organ", "counterpart"):
        add_measure(point.pk, by=head, at=NOON, side=side, text_zh="自查价签", adds_no_duty=True)
    for kind in ("subjective", "organ"):
        add_cause(point.pk, by=head, at=NOON, kind=kind, text_zh="疏忽")
    check_point(point.pk, by=city.actor("reviewer"), at=NOON, opinion="合法")
    publish_point(point.pk, by=head, at=NOON, confirmed=point.measures.all())
    return city


def submitted(city: City, **found: object) -> SelfCheck:
    return checks.submitted(checks.offered(city), **{KEY: found})


def a_case(city: City, check: SelfCheck, *, occurred_on: date = TODAY - 3 * DAY, after: int = 2) -> Case:
    """A clue of the same matter, found some days after the self-check."""
    found_on = TODAY + after * DAY
    at = NOON + timedelta(days=max(after, 0))
    case = a_clue(city, counterpart=check.counterpart, occurred_on=occurred_on, discovered_on=found_on, at=at)
    return Case.objects.select_related("matter", "counterpart").prefetch_related(
        "leniency_findings", "matter__special_provisions"
    ).get(pk=case.pk)  # fmt: skip


def verdict(case: Case) -> tuple[str, str]:
    """Of the two ways in which facts are read, which must agree."""
    day = TODAY + 10 * DAY
    one, many = (
        corrected(facts) for facts in (facts_of(case, today=day), facts_of_many([case], today=day)[case.pk])
    )
    assert one == many
    return one.verdict, one.word


class TestPartiesAreGuidedToCheckThemselves:
    def test_by_the_published_points_that_concern_them(self, city: City) -> None:
        check = checks.offered(city)
        assert [row.code for row in checks.editions_of(check)] == [CODE]
        assert check.invitation.voluntariness_shown

    def test_and_silence_counts_for_nothing(self, city: City) -> None:
        checks.offered(city)
        assert list(self_check_gaps()) == []


class TestWhatIsFoundAndCorrectedByOneselfCountsAsTimelyCorrection:
    """Penalty Law, Art. 32(1), 33(1): corrected of one's own accord, and told before anybody discovered it."""

    def test_when_it_was_told_before_it_was_discovered(self, city: City) -> None:
        check = submitted(city, corrected_on=TODAY)
        assert verdict(a_case(city, check)) == ("holds", "corrected_by_itself")

    def test_also_when_the_correction_was_added_later_by_the_same_link(self, city: City) -> None:
        check = submitted(city)
        assert verdict(a_case(city, check, after=1))[1] == "correction_unknown"
        checks.corrected(check, CODE, TODAY + DAY, at=NOON + DAY)
        assert verdict(a_case(city, check, after=2)) == ("holds", "corrected_by_itself")

    def test_but_not_what_is_told_on_the_day_of_discovery_or_after_it(self, city: City) -> None:
        check = submitted(city, corrected_on=TODAY)
        assert verdict(a_case(city, check, after=0))[1] == "correction_unknown"

    def test_nor_what_was_corrected_before_the_violation(self, city: City) -> None:
        check = submitted(city, corrected_on=TODAY)
        later = a_case(city, check, occurred_on=TODAY + DAY, after=2)
        assert verdict(later)[1] == "correction_unknown"

    def test_nor_the_correction_of_another_party(self, city: City) -> None:
        submitted(city, corrected_on=TODAY)
        other = checks.offered(city, a_counterpart(city, name="乙二示例店"))
        assert verdict(a_case(city, other))[1] == "correction_unknown"


class TestGapsAndCorrectionsAreThereForTheScore:
    def test_the_latest_self_check_of_a_field_counts(self, city: City) -> None:
        first = submitted(city)
        party = first.counterpart
        assert list(self_check_gaps()) == [{"counterpart_id": party.pk, "open": 1, "corrected": 0}]
        again = checks.offered(city, party, at=NOON + DAY)
        checks.submitted(again, at=NOON + DAY, **{KEY: {"corrected_on": TODAY}})
        assert list(self_check_gaps()) == [{"counterpart_id": party.pk, "open": 0, "corrected": 1}]

    def test_and_the_score_falls_when_what_was_found_is_corrected(self, city: City) -> None:
        check, silent = submitted(city), checks.offered(city, a_counterpart(city, name="未填示例店"))
        review_all(by=SCHEDULER, at=NOON)
        nothing, before = (CounterpartRisk.objects.get(pk=c.counterpart_id).score for c in (silent, check))
        checks.corrected(check, CODE, TODAY, at=NOON)
        review_all(by=SCHEDULER, at=NOON, restart=True)
        risk = CounterpartRisk.objects.get(pk=check.counterpart_id)
        assert "self_check:corrected" in [row[0] for row in risk.inputs]
        assert risk.score < nothing < before
