"""Article 10 para. 2: coercion is prudent; where milder means do, there is none; and never more than needed."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from enforcement.lifecycle.coercion import COERCION_LIFECYCLE
from enforcement.models import CoerciveMeasure, EmergencyOverride, TimeSignal
from enforcement.services import coercion
from enforcement.vocabulary.coercion import CoercionKind, CoercionState
from foundation.articles import Article
from foundation.due import sweep
from foundation.models import AuditEntry
from foundation.obstacles import Refused, Severity
from leniency.services.assessing import assess_case
from tests.city import NOON, City, a_filed_case, small_city
from tests.enforcement.coercion_course import (
    AFTER_DEFENCE,
    AFTER_DEMAND,
    DAY,
    HOUR,
    NOTE,
    SITE,
    applied,
    approved,
    demanded,
    drafted,
    proposed,
    with_thing,
)

pytestmark = [pytest.mark.django_db, pytest.mark.article("10.2")]
SATURDAY_NIGHT = NOON + DAY + 11 * HOUR  # 21 November 2026, 23:00


@pytest.fixture
def city(db: None) -> City:
    return small_city()


def refusal(act: Any, *args: Any, **kwargs: Any) -> dict[str, Severity]:
    """The codes and severities with which ``act`` is refused."""
    with pytest.raises(Refused) as refused:
        act(*args, **kwargs)
    return {o.code: o.severity for o in refused.value.obstacles}


class TestCoercionIsProposedWithItsNecessity:
    """Means tried, basis, scope, the milder alternative, and the lists of no coercion."""

    def test_every_gap_is_said_at_once(self, city: City) -> None:
        measure = drafted(city, why_useless="", alternative="", legal_basis="", scope="", term_days=None)
        with pytest.raises(Refused) as refused:
            coercion.propose_measure(measure.pk, by=city.actor("officer"), at=NOON)
        assert {o.field for o in refused.value.obstacles} == {
            "means_tried", "alternative", "legal_basis", "scope", "term_days",
        }  # fmt: skip
        assert {o.article for o in refused.value.obstacles} == {Article(10, "2")}

    def test_the_lists_of_no_coercion_are_asked_first(self, city: City) -> None:
        case = a_filed_case(city)
        measure = coercion.draft_measure(
            by=city.actor("officer"), at=NOON, case=case, kind=CoercionKind.SEIZE, **NOTE
        )
        act = {"by": city.actor("officer"), "at": NOON}
        assert refusal(coercion.propose_measure, measure.pk, **act) == {"COE-1": Severity.REQUIRE}
        assess_case(case.pk, **act)
        assert coercion.propose_measure(measure.pk, **act).state == CoercionState.PROPOSED

    def test_every_step_stands_in_the_record_under_the_article(self, city: City) -> None:
        applied(city)
        entries = AuditEntry.objects.filter(action__startswith="coercion:")
        assert set(entries.values_list("article", flat=True)) == {"10.2"}
        assert entries.count() >= 5


class TestAHeadApprovesWhoDoesNotHandleTheCase:
    """Before it is applied; in urgency within a day, else it lapses."""

    def test_a_change_after_approval_asks_anew(self, city: City) -> None:
        measure = approved(city)
        coercion.edit_measure(measure.pk, by=city.actor("officer"), at=NOON, scope="另加两台")
        act = {"by": city.actor("officer"), "at": NOON + HOUR, "applied_at": NOON + HOUR, **SITE}
        assert "COE-2" in refusal(coercion.apply_measure, measure.pk, **act)
        coercion.approve_measure(measure.pk, by=city.actor("head"), at=NOON)
        assert coercion.apply_measure(measure.pk, **act).state == CoercionState.APPLIED

    def test_a_seizure_on_saturday_night_is_approved_on_sunday_or_lapses(self, city: City) -> None:
        """Measures may be taken at night where waiting defeats them; the head answers within a day."""
        case = a_filed_case(city)
        for answered in (True, False):
            assess_case(case.pk, by=city.actor("officer"), at=SATURDAY_NIGHT)
            measure = coercion.draft_measure(
                by=city.actor("officer"), at=SATURDAY_NIGHT, case=case, kind=CoercionKind.SEIZE, **NOTE
            )
            with_thing(city, measure)
            coercion.apply_urgently(
                measure.pk, by=city.actor("officer"), at=SATURDAY_NIGHT, applied_at=SATURDAY_NIGHT,
                urgent_reason="货物正在装车", **SITE,
            )  # fmt: skip
            if answered:
                coercion.confirm_measure(measure.pk, by=city.actor("head"), at=SATURDAY_NIGHT + 12 * HOUR)
            sweep(at=SATURDAY_NIGHT + DAY)
            expected = CoercionState.APPLIED if answered else CoercionState.EXPIRED
            assert CoerciveMeasure.objects.get(pk=measure.pk).state == expected


class TestExecutionKeepsToItsTimes:
    """Not at night, not on weekends or holidays, except in an approved emergency that is told upwards."""

    @pytest.mark.rule("COE-7")
    @pytest.mark.parametrize("hours", [11, 26], ids=["at night", "on a Saturday"])
    def test_is_refused_at_a_forbidden_time(self, hours: int, city: City) -> None:
        measure = demanded(city)
        friday = datetime(2026, 12, 18, 12, tzinfo=NOON.tzinfo)
        at = friday + hours * HOUR
        found = refusal(coercion.apply_measure, measure.pk, by=city.actor("officer"), at=at, applied_at=at)
        assert found == {"COE-7": Severity.BLOCK}

    @pytest.mark.rule("COE-7")
    def test_is_refused_in_the_plan_already(self, city: City) -> None:
        measure = proposed_execution(city, planned_at=AFTER_DEFENCE + timedelta(days=1, hours=11))
        found = refusal(coercion.propose_measure, measure.pk, by=city.actor("officer"), at=AFTER_DEFENCE)
        assert found == {"COE-7": Severity.BLOCK}

    @pytest.mark.rule("COE-7")
    def test_an_approved_emergency_is_told_to_the_line_above(self, city: City) -> None:
        measure = demanded(city, urgent_reason="危险源须立即消除")
        at = datetime(2026, 12, 19, 23, tzinfo=NOON.tzinfo)
        act = {"by": city.actor("officer"), "at": at, "applied_at": at}
        assert refusal(coercion.apply_measure, measure.pk, **act) == {"COE-7": Severity.WARN}
        coercion.apply_measure(measure.pk, **act, overrides={"COE-7": "气体泄漏，不能等待"})
        told = EmergencyOverride.objects.get(thing=f"coercion:{measure.pk}")
        assert told.approver == city.people["head"]

    def test_what_is_recorded_days_later_is_a_signal(self, city: City) -> None:
        measure = demanded(city)
        coercion.apply_measure(
            measure.pk, by=city.actor("officer"), at=AFTER_DEMAND + 3 * DAY, applied_at=AFTER_DEMAND
        )
        assert TimeSignal.objects.filter(thing=f"coercion:{measure.pk}").exists()


def proposed_execution(city: City, **note: Any) -> CoerciveMeasure:
    """An execution that is ready to be proposed."""
    return coercion.draft_measure(
        by=city.actor("officer"), at=AFTER_DEFENCE, case=demanded(city).case, kind=CoercionKind.REMOVAL,
        **{**NOTE, "term_days": None, **note},
    )  # fmt: skip


class TestItEndsAsSoonAsItCan:
    """By the term, by lifting, by agreement; and things go back."""

    def test_no_measure_outlives_its_last_day(self, city: City) -> None:
        measure = applied(city)
        sweep(at=NOON + 16 * DAY)
        assert CoerciveMeasure.objects.get(pk=measure.pk).state == CoercionState.EXPIRED

    def test_every_way_out_of_force_is_open_to_officers(self) -> None:
        ways = {t.name for t in COERCION_LIFECYCLE.transitions if CoercionState.APPLIED in t.sources}
        assert {"lift", "expire", "convert", "agree", "suspend", "complete"} <= ways

    def test_a_proposal_may_be_dropped_for_milder_means(self, city: City) -> None:
        dropped = coercion.withdraw_measure(
            proposed(city).pk, by=city.actor("officer"), at=NOON, reason="规劝后已自行改正"
        )
        assert dropped.state == CoercionState.WITHDRAWN
