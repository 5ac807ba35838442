"""Risk points: drafting, analysing, publishing, and the level by rule or by a person."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from enforcement.vocabulary import Outcome
from foundation.actors import COMMAND, SCHEDULER, Actor
from foundation.articles import Article
from foundation.models import AuditEntry
from foundation.obstacles import Forbidden, Refused, Stale
from foundation.record import audited
from riskcontrol.lifecycle import POINT_LIFECYCLE
from riskcontrol.models import PointFigures, RiskMeasure, RiskPoint
from riskcontrol.rules.facts import Occurrences, PointFacts
from riskcontrol.rules.levels import level_by_rule, most_frequent, reason_by_rule
from riskcontrol.rules.points import obstacles_to_checking, obstacles_to_publishing
from riskcontrol.services.levels import apply_rule, follow_rule, set_level
from riskcontrol.services.parts import add_cause, add_measure, remove_cause
from riskcontrol.services.points import draft_point, edit_point
from riskcontrol.services.publishing import (
    check_point,
    confirm_review,
    publish_point,
    revise_point,
    withdraw_point,
)
from riskcontrol.services.samples import load_risk_points
from riskcontrol.vocabulary import PointState
from tests.city import NOON, City
from tests.riskcontrol.rows import TODAY, counterparts, decided_case

READY = PointFacts(
    field_in_duties=True,
    cause_kinds=frozenset({"subjective", "organ"}),
    measure_sides=frozenset({"organ", "counterpart"}),
    has_basis=True,
)


def seen(**numbers: Any) -> Occurrences:
    given = {"in_two_years": 0, "in_quarter": 0, "mild": 0, "grave": 0, "is_among_most_frequent": False}
    return Occurrences(**{**given, **numbers})


def a_point(city: City, *, by: Actor | None = None, **values: Any) -> RiskPoint:
    given = {
        "code": "FX-T-1",
        "name_zh": "示例风险",
        "field": city.places.fields["market"],
        "matter": city.matter,
        "basis": "示例法 1",
        **values,
    }
    return draft_point(by=by or city.actor("head"), at=NOON, **given)


def a_ready_point(city: City, **values: Any) -> RiskPoint:
    head, point = city.actor("head"), a_point(city, **values)
    for kind in ("subjective", "organ"):
        add_cause(point.pk, by=head, at=NOON, kind=kind, text_zh="成因")
    for side in ("organ", "counterpart"):
        add_measure(point.pk, by=head, at=NOON, side=side, text_zh="措施", adds_no_duty=True)
    return RiskPoint.objects.get(pk=point.pk)


def publish(city: City, point: RiskPoint) -> RiskPoint:
    """Checked by the reviewer, approved by the head, every measure confirmed."""
    check_point(point.pk, by=city.actor("reviewer"), at=NOON, opinion="合法")
    return publish_point(point.pk, by=city.actor("head"), at=NOON, confirmed=point.measures.all())


@pytest.mark.parametrize(
    ("occurrences", "level"),
    [
        (seen(), "low"),
        (seen(in_two_years=2), "low"),
        (seen(in_two_years=3, in_quarter=1), "medium"),
        (seen(in_two_years=8, mild=8), "low"),
        (seen(in_two_years=8, mild=7), "medium"),
        (seen(in_two_years=1, grave=1), "high"),
        (seen(in_two_years=10, in_quarter=10), "high"),
        (seen(in_two_years=9, in_quarter=9), "medium"),
        (seen(in_two_years=9, in_quarter=3, is_among_most_frequent=True), "high"),
        (seen(in_two_years=9, in_quarter=2, is_among_most_frequent=True), "medium"),
        (seen(in_two_years=12, in_quarter=12, mild=12), "high"),
    ],
)
def test_the_level_follows_frequency_and_gravity(occurrences: Occurrences, level: str) -> None:
    assert level_by_rule(occurrences) == level
    assert str(reason_by_rule(occurrences))


def test_the_most_frequent_tenth_is_one_of_ten() -> None:
    assert most_frequent([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) == 10
    assert most_frequent(range(1, 22)) == 19
    assert most_frequent([]) == most_frequent([0]) == 0


@pytest.mark.parametrize(
    ("missing", "code"),
    [
        ({"field_in_duties": False}, "RSK-1"),
        ({"has_basis": False}, "RSK-2"),
        ({"cause_kinds": frozenset({"organ"})}, "RSK-3"),
        ({"cause_kinds": frozenset({"objective"})}, "RSK-4"),
        ({"measure_sides": frozenset({"organ"})}, "RSK-5"),
        ({"measure_sides": frozenset({"counterpart"})}, "RSK-5"),
    ],
)
def test_nothing_half_analysed_is_published(missing: dict[str, Any], code: str) -> None:
    facts = {name: getattr(READY, name) for name in READY.__slots__} | missing
    for obstacles in (obstacles_to_checking, obstacles_to_publishing):
        assert [o.code for o in obstacles(PointFacts(**facts))] == [code]
        assert not list(obstacles(READY))


ALLOWED = {
    "check": ({"draft", "revising"}, "checked"),
    "publish": ({"checked"}, "published"),
    "revise": ({"published", "checked"}, "revising"),
    "return_to_draft": ({"checked", "withdrawn"}, "draft"),
    "withdraw": ({"published", "revising"}, "withdrawn"),
}


@pytest.mark.parametrize("state", PointState.values)
@pytest.mark.parametrize("name", ALLOWED)
def test_each_step_leaves_only_its_own_states(city: City, state: str, name: str) -> None:
    point = a_ready_point(city)
    sources, target = ALLOWED[name]
    point.state, point.opinion, point.checked_by = state, "合法", None
    point.edited_by = None
    point.confirmed = frozenset(point.measures.values_list("pk", flat=True))
    point.published_on = None if name == "return_to_draft" else TODAY
    if state in sources:
        POINT_LIFECYCLE.take(point, name, by=city.actor("head"), at=NOON)
        assert point.state == target
    else:
        with pytest.raises(Refused) as refusal:
            POINT_LIFECYCLE.take(point, name, by=city.actor("head"), at=NOON)
        assert "risk_point:wrong_state" in [o.code for o in refusal.value.obstacles]


def test_a_reviewer_checks_and_a_head_publishes(city: City) -> None:
    point = a_ready_point(city)
    measures = list(point.measures.all())
    check_point(point.pk, by=city.actor("reviewer"), at=NOON, opinion="合法")
    with pytest.raises(Forbidden):
        publish_point(point.pk, by=city.actor("reviewer"), at=NOON, confirmed=measures)
    done = publish_point(point.pk, by=city.actor("head"), at=NOON, confirmed=measures)
    assert (done.state, done.published_on, done.edition) == ("published", TODAY, 1)
    gone = withdraw_point(point.pk, by=city.actor("head"), at=NOON, reason="修法")
    assert gone.state == "withdrawn"
    assert AuditEntry.objects.filter(action="risk_point:withdraw", why="修法", article="9").exists()


def test_an_officer_and_an_organ_of_another_field_do_not_work_on_it(city: City) -> None:
    with pytest.raises(Forbidden):
        a_point(city, by=city.actor("officer"))
    with pytest.raises(Refused) as refusal:
        a_point(city, by=city.actor("transport_head"))
    assert [o.code for o in refusal.value.obstacles] == ["RSK-1"]
    assert not RiskPoint.objects.exists()


def test_somebody_who_was_overtaken_is_told(city: City) -> None:
    point = a_point(city)
    edit_point(point.pk, by=city.actor("head"), at=NOON, expected=point.version, basis="新")
    with pytest.raises(Stale):
        edit_point(point.pk, by=city.actor("head"), at=NOON, expected=point.version, basis="旧")


def test_a_level_by_hand_needs_a_reason_and_a_rule_needs_cases(city: City) -> None:
    head = city.actor("head")
    with pytest.raises(Refused):
        a_point(city, level="high")
    with pytest.raises(Refused):
        a_point(city, matter=None)
    point = a_point(city, matter=None, level="high", level_reason="危害大")
    assert (point.level, point.level_source) == ("high", "person")
    with pytest.raises(Refused):
        follow_rule(point.pk, by=head, at=NOON)
    with pytest.raises(Refused):
        set_level(point.pk, by=head, at=NOON, level="low", level_reason="  ")


def test_the_rule_moves_what_follows_it_and_leaves_what_a_person_set(city: City) -> None:
    shop = counterparts(city, 1)[0]
    free = a_point(city)
    held = a_point(city, code="FX-T-2", level="low", level_reason="已整治")
    assert free.level == "low"
    for _number in range(3):
        decided_case(city, shop, outcome=Outcome.PENALTY)
    decided_case(city, shop, outcome=Outcome.PENALTY, is_major=True, flag_reason="重大")
    decided_case(city, shop, outcome=Outcome.NOT_ESTABLISHED)
    assert apply_rule(by=SCHEDULER, at=NOON) == 1
    free.refresh_from_db()
    held.refresh_from_db()
    assert (free.level, held.level) == ("high", "low")
    figures = PointFigures.objects.get(point=held)
    assert (figures.in_two_years, figures.grave, figures.level) == (4, 1, "high")
    entry = AuditEntry.objects.get(action="risk_point:follow_cases")
    assert (entry.actor_name, "24" in entry.why) == ("scheduler", True)
    assert apply_rule(by=SCHEDULER, at=NOON) == 0
    assert apply_rule(by=SCHEDULER, at=NOON + timedelta(days=800)) == 1


def test_a_review_moves_the_next_one_by_the_cycle_of_the_level(city: City) -> None:
    point = a_ready_point(city, level="high", level_reason="危害大")
    published = publish(city, point)
    assert published.review_due_on == TODAY.replace(month=12)
    revise_point(point.pk, by=city.actor("head"), at=NOON, reason="好转")
    set_level(point.pk, by=city.actor("head"), at=NOON, level="low", level_reason="好转")
    reviewed = confirm_review(point.pk, by=city.actor("head"), at=NOON, note="核对案卷")
    assert reviewed.review_due_on == TODAY.replace(year=2027)


def test_a_part_of_another_point_is_not_removed(city: City) -> None:
    mine, other = a_ready_point(city), a_ready_point(city, code="FX-T-2")
    with pytest.raises(other.causes.model.DoesNotExist):
        remove_cause(mine.pk, by=city.actor("head"), at=NOON, cause=other.causes.first())
    remove_cause(mine.pk, by=city.actor("head"), at=NOON, cause=mine.causes.first())
    assert (mine.causes.count(), other.causes.count()) == (1, 2)


def saved(row: Any) -> None:
    with transaction.atomic(), audited("test:save", by=COMMAND, at=NOON, under=Article(9)):
        row.save()


def test_the_database_refuses_what_no_service_would_write(city: City) -> None:
    point = a_ready_point(city)
    measure = RiskMeasure(point=point, side="organ", text_zh="加重义务", adds_no_duty=False)
    twin = RiskMeasure(point=point, side="organ", text_zh="措施", adds_no_duty=True)
    cause = type(point.causes.first())(point=point, kind="organ", text_zh="成因")
    undated = RiskPoint.objects.get(pk=point.pk)
    undated.state = "published"
    unreasoned = RiskPoint.objects.get(pk=point.pk)
    unreasoned.level_source = "person"
    for row, name in (
        (measure, "risk_measure_adds_no_duty"),
        (twin, "risk_measure_once"),
        (cause, "risk_cause_once"),
        (undated, "published_risk_point_has_date"),
        (unreasoned, "risk_level_of_a_person_has_reason"),
    ):
        with pytest.raises(IntegrityError, match=f"{name}|UNIQUE constraint failed"):
            saved(row)


def test_the_sample_list_is_loaded_once_complete_and_marked(city: City) -> None:
    made = load_risk_points(by=SCHEDULER, at=NOON)
    assert len(made) == 14
    assert load_risk_points(by=SCHEDULER, at=NOON) == []
    points = RiskPoint.objects.prefetch_related("causes", "measures")
    for point in points:
        assert point.is_sample
        assert point.state == "published"
        assert point.name_en
        assert point.manifestation_en
        assert all(part.text_en for part in [*point.causes.all(), *point.measures.all()])
