"""Which acts have a meaning for guidance as it is; what rules refuse is still among them (Art. 8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from foundation.acts import Act
from guidance.forms.actions import ACTS_OF_WAY
from guidance.forms.interviews import INTERVIEW_ACTS
from guidance.forms.joint import senseless_joint_acts
from guidance.forms.links import LINK_ACTS
from guidance.forms.points import QUESTION_ACTS, SUGGESTION_ACTS
from guidance.forms.publications import senseless_records
from guidance.models import GuidanceAction
from guidance.vocabulary import Formality, GuidanceState, Way


def sensible_acts(action: GuidanceAction) -> dict[str, Act]:
    """The acts of the way without those that would mean nothing now."""
    unfit = {*_before_issuing(action), *_towards_the_public(action), *_afterwards(action)}
    unfit |= senseless_joint_acts(action)
    unfit |= {"issue_document", "deliver", *LINK_ACTS}  # their buttons stand in panels of their own
    found = {name: act for name, act in ACTS_OF_WAY[action.way].items() if name not in unfit}
    if action.is_application:
        found["discard"] = replace(found["discard"], label=_("Refuse with reasons"))
    return found


def _before_issuing(action: GuidanceAction) -> Iterator[str]:
    is_draft, is_simple = action.state == GuidanceState.DRAFT, action.formality == Formality.SIMPLE
    is_prepared = action.way == Way.GUIDE and action.formality == Formality.MAJOR
    if is_simple or (is_prepared and is_draft):
        yield "submit"
    if not is_simple and is_draft:
        yield "issue"
    if not is_draft or not action.is_application:
        yield "answer_application"
    if not is_prepared:
        yield from ("ask_review", "approve_at_once")


def _towards_the_public(action: GuidanceAction) -> Iterator[str]:
    if not action.names_model:
        yield from ("publicise", "leave")
    elif action.state == GuidanceState.APPROVED:
        yield "issue"
    if action.page.is_public:
        yield from ("acknowledge", "decline", "note_silence", "stop")
        yield from senseless_records(action)


def _afterwards(action: GuidanceAction) -> Iterator[str]:
    if not action.is_live:
        yield from ("record", "add_rectification", "recheck", "correct", "ask_change")
    if not action.is_live or action.page.is_public or action.written_asked_on is not None:
        yield "ask_in_writing"
    if not action.is_live:
        yield from INTERVIEW_ACTS
    yield from _of_points(action)
    if not action.open_items:
        yield "recheck"


def _of_points(action: GuidanceAction) -> Iterator[str]:
    if not action.is_live:
        yield from (*QUESTION_ACTS, *SUGGESTION_ACTS)
    if action.way == Way.COUNSEL:
        answered = [point.answered_on is not None for point in action.points]
        if all(answered):
            yield "answer_question"
        if answered or not action.counsel.answer:  # each answered question has its own link
            yield "propose_faq"
    elif not action.points:
        yield "record_adoption"
