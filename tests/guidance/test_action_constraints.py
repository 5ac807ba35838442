"""What the database itself refuses, constraint by constraint."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from foundation.actors import COMMAND
from foundation.record import audited
from guidance.models import GuidanceAction, GuidanceOfficer, RectificationItem
from guidance.vocabulary import Way
from tests.city import NOON, City
from tests.guidance.drafts import a_draft, issued

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


@contextmanager
def violating(name: str) -> Iterator[None]:
    """The block is refused by the constraint called ``name``."""
    with pytest.raises(IntegrityError) as error, transaction.atomic(), writing():
        yield
    if connection.vendor == "postgresql":
        assert name in str(error.value)


def writing() -> Any:
    return audited("test:write", by=COMMAND, at=NOON)


def write(row: Any, **values: Any) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


ACTION = [
    ("guidance_has_addressee", {"counterpart": None, "audience": ""}),
    ("guidance_issued_has_number", {"number": "x"}),
    ("guidance_issued_has_number", {"issued_at": NOON, "voluntariness_shown": True}),
    ("guidance_live_is_issued", {"state": "acknowledged"}),
    ("guidance_live_is_issued", {"state": "concluded", "effect": "partly", "concluded_on": DAY}),
    ("guidance_issued_as_voluntary", {"issued_at": NOON, "number": "x"}),
    ("guidance_issued_as_voluntary", {"issued_at": NOON, "number": "x", "voluntariness_shown": False}),
    (
        "guidance_issued_is_approved",
        {"issued_at": NOON, "number": "x", "voluntariness_shown": True, "formality": "general"},
    ),
    (
        "guidance_concluded_has_effect",
        {"issued_at": NOON, "number": "x", "voluntariness_shown": True, "state": "concluded"},
    ),
]


@pytest.mark.parametrize(("name", "values"), ACTION)
def test_an_action_is_refused(city: City, name: str, values: dict):
    draft = a_draft(city, Way.TIP)
    with violating(name):
        write(draft, **values)


def test_the_drafter_never_approves(city: City):
    draft = a_draft(city, Way.TIP)
    with violating("guidance_approved_by_another"):
        write(draft, approved_by_id=draft.drafted_by_id, approved_at=NOON)


def test_a_number_is_given_once(city: City):
    first, second = issued(city, Way.OTHER), issued(city, Way.GUIDE)
    with violating("guidance_number_once"):
        write(second, number=first.number)


def test_a_version_is_replaced_once(city: City):
    old, one, two = issued(city, Way.TIP), a_draft(city, Way.GUIDE), a_draft(city, Way.OTHER, audience="街区")
    with writing():
        write(one, supersedes=old)
    with violating("guidance_replaced_once"):
        write(two, supersedes=old)


def test_an_officer_is_named_once(city: City):
    draft = a_draft(city, Way.TIP)
    with violating("guidance_officer_once"):
        GuidanceOfficer(action=draft, officer=city.people["officer"]).save()


def test_an_action_has_one_detail(city: City):
    draft = a_draft(city, Way.TIP)
    with violating("guidance_tip_action_id_key"):
        type(draft.tip)(action=draft, neglected="又一份").save()


HELD = {"held_at": NOON, "minutes": "x", "interviewers": "y"}
DETAILS = [
    ("guide_ends_after_it_begins", Way.GUIDE, {"effective_to": date(2026, 1, 1)}),
    ("guide_published_somewhere", Way.GUIDE, {"published_on": DAY}),
    ("demo_model_consents", Way.DEMO, {"exemplar_id": -1, "has_consent": False}),
    ("counsel_held_has_answer", Way.COUNSEL, {"held_on": DAY}),
    ("counsel_satisfaction_one_to_five", Way.COUNSEL, {"satisfaction": 6}),
    ("suggest_feedback_has_day", Way.SUGGEST, {"adopted": "all"}),
    ("exhort_recheck_has_result", Way.EXHORT, {"rechecked_on": DAY}),
    ("exhort_recheck_has_result", Way.EXHORT, {"recheck_result": "corrected"}),
    ("interview_notice_before_it_is_held", Way.INTERVIEW, HELD),
    ("interview_held_has_record", Way.INTERVIEW, {"held_at": NOON, "notice_number": "1"}),
    ("revisit_made_has_finding", Way.REVISIT, {"visited_on": DAY}),
]


@pytest.mark.parametrize(("name", "way", "values"), DETAILS)
def test_a_detail_is_refused(city: City, name: str, way: str, values: dict):
    draft = a_draft(city, way)
    if "exemplar_id" in values:
        values = {**values, "exemplar_id": a_draft(city, Way.TIP).counterpart_id}
    with violating(name):
        write(draft.detail, **values)


def test_a_second_look_at_an_item_has_a_result(city: City):
    action = issued(city, Way.INTERVIEW)
    with violating("rectification_recheck_has_result"):
        RectificationItem(action=action, requirement="x", due_on=DAY, rechecked_on=DAY).save()


def test_every_constraint_says_in_words_what_is_wrong():
    models = [GuidanceAction, RectificationItem, GuidanceOfficer]
    models += [row.related_model for row in GuidanceAction._meta.related_objects if row.one_to_one]
    for model in models:
        for constraint in model._meta.constraints:
            said = constraint.get_violation_error_message()
            assert said != constraint.default_violation_error_message % {"name": constraint.name}
