"""Rules about a guidance action, from given facts alone."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from enforcement.rules.facts import OfficerFacts
from foundation.obstacles import Severity
from guidance.rules.concluding import obstacles_to_concluding
from guidance.rules.facts import GuidanceFacts
from guidance.rules.issuing import (
    obstacles_to_answering,
    obstacles_to_approving,
    obstacles_to_competence,
    obstacles_to_issuing,
    obstacles_to_submitting,
)

TWO = (OfficerFacts(1, "甲明", True, True), OfficerFacts(2, "乙正", True, True))
READY = GuidanceFacts(
    actor_id=3,
    drafter_id=1,
    way="tip",
    formality="simple",
    channel="written",
    is_public=False,
    organ_is_active=True,
    field_in_duties=True,
    matter_in_field=True,
    is_explained=True,
    is_approved=False,
    reply_day_passed=False,
    voluntariness_shown=True,
    implementers=TWO,
    needs_two_officers=False,
    handlers=frozenset(),
    prong="",
    is_recorded=False,
    open_items=0,
    is_corrected=False,
    case_number="",
    case_undecided=False,
    effect="",
    is_shown=True,
)


def codes(rule, **changes) -> list[str]:
    return [obstacle.code for obstacle in rule(replace(READY, **changes))]


@pytest.mark.parametrize("way", ["tip", "counsel", "suggest", "guide", "demo", "other"])
def test_what_is_complete_is_issued(way):
    assert codes(obstacles_to_issuing, way=way) == []


@pytest.mark.rule("GUI-1", "GUI-2", "GUI-7", "SUB-1", "SUB-2")
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"organ_is_active": False}, "SUB-1"),
        ({"field_in_duties": False}, "GUI-1"),
        ({"matter_in_field": False}, "GUI-1"),
        ({"is_explained": False}, "GUI-14"),
        ({"formality": "general"}, "GUI-13"),
        ({"formality": "major"}, "GUI-13"),
        ({"voluntariness_shown": False}, "GUI-2"),
        ({"reply_day_passed": True}, "GUI-19"),
        ({"implementers": ()}, "SUB-2"),
        ({"way": "exhort", "prong": ""}, "GUI-15"),
        ({"way": "interview", "channel": "phone"}, "GUI-7"),
    ],
)
def test_each_lack_is_named(changes, code):
    assert codes(obstacles_to_issuing, **changes) == [code]


@pytest.mark.rule("GUI-1", "GUI-2", "SUB-2")
def test_every_lack_is_named_at_once():
    lacking = {
        "field_in_duties": False,
        "is_explained": False,
        "voluntariness_shown": False,
        "implementers": (),
    }
    assert codes(obstacles_to_issuing, **lacking) == ["GUI-1", "GUI-14", "GUI-2", "SUB-2"]


def test_nobody_is_blamed_before_being_asked_about_voluntariness():
    assert codes(obstacles_to_issuing, voluntariness_shown=None) == []


def test_approved_general_guidance_is_issued():
    assert codes(obstacles_to_issuing, formality="general", is_approved=True) == []


@pytest.mark.rule("SUB-2")
def test_two_officers_are_wanted_where_the_way_wants_them():
    assert codes(obstacles_to_issuing, needs_two_officers=True, implementers=TWO[:1]) == ["SUB-2"]
    assert codes(obstacles_to_issuing, needs_two_officers=True) == []


@pytest.mark.rule("SUB-3")
def test_a_lapsed_certificate_hinders_only_where_two_certified_officers_are_wanted():
    lapsed = (TWO[0], replace(TWO[1], is_certified=False))
    assert codes(obstacles_to_issuing, needs_two_officers=True, implementers=lapsed) == ["SUB-3"]
    assert codes(obstacles_to_issuing, implementers=lapsed) == []


@pytest.mark.rule("SUB-3")
def test_an_officer_of_another_organ_never_implements():
    foreign = (replace(TWO[0], is_of_the_organ=False),)
    assert codes(obstacles_to_issuing, implementers=foreign) == ["SUB-3"]


def test_simple_guidance_is_not_submitted():
    assert codes(obstacles_to_submitting) == ["GUI-11"]
    assert codes(obstacles_to_submitting, formality="general") == []


def test_the_drafter_does_not_approve():
    assert codes(obstacles_to_approving, actor_id=1) == ["GUI-12"]
    assert codes(obstacles_to_approving) == []


@pytest.mark.rule("GUI-1", "SUB-1")
def test_competence_is_asked_of_organ_field_and_matter():
    assert codes(obstacles_to_competence) == []
    assert codes(obstacles_to_competence, organ_is_active=False, matter_in_field=False) == ["SUB-1", "GUI-1"]


def test_nobody_in_particular_answers_public_guidance():
    assert codes(obstacles_to_answering, is_public=True) == ["GUI-16"]
    assert codes(obstacles_to_answering) == []


@pytest.mark.parametrize("effect", ["effective", "partly", "ineffective"])
def test_a_tip_is_concluded_with_any_effect(effect):
    assert codes(obstacles_to_concluding, effect=effect) == []


@pytest.mark.rule("GUI-4")
def test_no_guidance_is_resolved_while_a_violation_waits_for_its_decision():
    waiting = {"case_undecided": True, "case_number": "晴市监立〔2026〕1号"}
    assert codes(obstacles_to_concluding, effect="effective", **waiting) == ["GUI-4"]
    assert codes(obstacles_to_concluding, effect="partly", **waiting) == []


@pytest.mark.rule("GUI-7")
def test_an_interview_without_record_is_not_concluded():
    assert codes(obstacles_to_concluding, way="interview", effect="partly") == ["GUI-7"]
    assert codes(obstacles_to_concluding, way="interview", effect="partly", is_recorded=True) == []


@pytest.mark.parametrize("effect", ["effective", "partly"])
def test_an_effect_that_is_claimed_is_shown(effect):
    assert codes(obstacles_to_concluding, effect=effect, is_shown=False) == ["GUI-66"]
    assert codes(obstacles_to_concluding, effect="ineffective", is_shown=False) == []
    assert codes(obstacles_to_concluding, effect=effect, is_shown=False, is_corrected=True) == []


def test_open_items_are_not_called_effective():
    held = {"way": "interview", "is_recorded": True, "open_items": 1}
    assert codes(obstacles_to_concluding, effect="effective", **held) == ["GUI-17"]
    assert codes(obstacles_to_concluding, effect="partly", **held) == []


def test_exhortation_is_effective_only_when_seen_to_be():
    exhorted = {"way": "exhort", "prong": "may_violate", "effect": "effective"}
    assert codes(obstacles_to_concluding, **exhorted) == ["GUI-18"]
    assert codes(obstacles_to_concluding, **exhorted, is_corrected=True) == []


def test_counselling_is_effective_only_when_every_question_has_its_answer():
    assert codes(obstacles_to_concluding, way="counsel", effect="effective", open_questions=1) == ["GUI-24"]
    assert codes(obstacles_to_concluding, way="counsel", effect="partly", open_questions=1) == []
    assert codes(obstacles_to_concluding, way="counsel", effect="effective") == []


@pytest.mark.parametrize("prong", ["may_harm", "may_escalate"])
def test_exhortation_about_an_existing_violation_asks_for_its_case(prong):
    exhorted = replace(READY, way="exhort", prong=prong, effect="partly")
    (obstacle,) = obstacles_to_concluding(exhorted)
    assert (obstacle.code, obstacle.severity) == ("GUI-10", Severity.WARN)
    assert not list(obstacles_to_concluding(replace(exhorted, case_number="1")))


@pytest.mark.rule("GUI-4")
@pytest.mark.parametrize("way", ["tip", "counsel", "suggest", "exhort", "interview", "revisit", "other"])
def test_no_way_stands_in_for_a_decision(way):
    """GUI-4 and GUI-10: what came to light is decided, whichever way was being guided."""
    recorded = {"way": way, "is_recorded": True, "is_corrected": True}
    waiting = {"case_undecided": True, "case_number": "1"}
    assert codes(obstacles_to_concluding, effect="effective", **recorded, **waiting) == ["GUI-4"]
    for effect in ("effective", "partly", "ineffective"):
        seen = {"effect": effect, "shows_violation": True, **recorded}
        assert codes(obstacles_to_concluding, **seen) == ["GUI-10"]
        assert codes(obstacles_to_concluding, **seen, case_number="1") == []


def test_what_is_addressed_to_everybody_shows_nobodys_violation():
    assert (
        codes(obstacles_to_concluding, way="guide", is_public=True, shows_violation=True, effect="partly")
        == []
    )


@pytest.mark.article("8")
def test_no_rule_is_told_what_the_counterpart_answered():
    assert not {"response", "declined", "responded_on", "response_note"} & {
        f.name for f in fields(GuidanceFacts)
    }
