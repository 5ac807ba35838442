"""What the database itself never lets stand, by the name of the constraint."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from enforcement.models import Case, CasePerson, Evidence
from foundation.actors import COMMAND
from foundation.acts.conflict import obstacle_of
from foundation.record import audited
from tests.city import NOON, City, a_clue, add_evidence
from tests.enforcement.case_course import decided, notified


def refused_by(name: str, row: Any, **changes: Any) -> None:
    """Save ``row`` with ``changes`` past every rule and expect the constraint ``name``."""
    for field, value in changes.items():
        setattr(row, field, value)
    with (
        pytest.raises(IntegrityError) as refused,
        transaction.atomic(),
        audited("test:force", by=COMMAND, at=NOON),
    ):
        row.save()
    assert obstacle_of(refused.value).code == f"constraint:{name}"


class TestCase:
    def test_is_not_discovered_before_it_occurred(self, city: City) -> None:
        refused_by("case_discovered_after_it_occurred", a_clue(city), discovered_on=date(2026, 1, 1))

    def test_does_not_end_before_it_occurred(self, city: City) -> None:
        refused_by("case_ended_after_it_occurred", a_clue(city), ended_on=date(2026, 1, 1))

    def test_is_flagged_for_a_reason(self, city: City) -> None:
        refused_by("case_flag_has_reason", a_clue(city), is_major=True)

    def test_is_decided_with_an_outcome(self, city: City) -> None:
        refused_by("case_decision_has_outcome", a_clue(city), decided_on=date(2026, 11, 20))

    def test_is_carried_out_after_the_decision(self, city: City) -> None:
        refused_by("case_carried_out_after_decision", decided(city), carried_out_on=date(2026, 1, 1))

    def test_has_a_number_of_its_own(self, city: City) -> None:
        first = decided(city)
        second = a_clue(city, counterpart=first.counterpart)
        refused_by("case_number_once", second, number=first.number)


class TestPeople:
    def test_one_duty_a_person_and_case(self, city: City) -> None:
        case = decided(city)
        twice = CasePerson(case=case, officer=city.people["officer"], role="visitor")
        refused_by("one_duty_a_person_and_case", twice)


class TestNotice:
    def test_tells_the_rights(self, city: City) -> None:
        refused_by("notice_tells_rights", notified(city).notice, rights_told=False)

    def test_gives_time_to_defend(self, city: City) -> None:
        refused_by("defence_ends_after_service", notified(city).notice, defence_until=date(2026, 1, 1))


class TestDecision:
    def test_fines_nobody_less_than_nothing(self, city: City) -> None:
        refused_by("decision_fine_not_negative", decided(city).decision, fine=-1)

    @pytest.mark.parametrize(
        ("name", "changes"),
        [
            ("only_penalties_have_a_fine", {"penalty_kind": ""}),
            ("only_penalties_have_a_kind", {"fine": None}),
        ],
    )
    def test_without_penalty_there_is_none(self, city: City, name: str, changes: dict[str, Any]) -> None:
        refused_by(name, decided(city).decision, outcome="no_penalty", **changes)

    @pytest.mark.parametrize(
        ("name", "field"),
        [("decision_leaves_time_to_correct", "correct_by"), ("decision_plans_education_ahead", "educate_by")],
    )
    def test_orders_nothing_for_a_day_that_is_over(self, city: City, name: str, field: str) -> None:
        refused_by(name, decided(city).decision, **{field: date(2026, 1, 1)})

    def test_is_served_after_it_was_taken(self, city: City) -> None:
        refused_by("decision_served_after_it_was_taken", decided(city).decision, served_on=date(2026, 1, 1))


class TestEvidence:
    def test_a_file_stands_once_in_a_case(self, city: City) -> None:
        first = add_evidence(a_clue(city), city)
        twin = Evidence(
            case=first.case, kind="record", title="同一文件", collected_on=NOON.date(), size=1,
            collected_by=city.people["officer"], file="another", original_name="b.pdf",
            content_type="application/pdf", sha256=first.sha256,
        )  # fmt: skip
        refused_by("evidence_file_once_a_case", twin)

    def test_is_not_empty(self, city: City) -> None:
        refused_by("evidence_file_not_empty", add_evidence(a_clue(city), city), size=0)


def test_every_check_speaks_to_people() -> None:
    """A constraint that was hit is shown: its words must be its own."""
    models = (
        Case,
        CasePerson,
        Evidence,
        apps.get_model("enforcement.Notice"),
        apps.get_model("enforcement.Decision"),
    )
    silent = [
        c.name
        for m in models
        for c in m._meta.constraints
        if c.violation_error_message == c.default_violation_error_message
    ]
    assert silent == []
