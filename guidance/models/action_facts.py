"""The facts of a guidance action that its rules are given (Art. 8)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from enforcement.rules.facts import OfficerFacts
from foundation.actors import Actor
from guidance.models.public_facts import public_facts_of
from guidance.rules.facts import GuidanceFacts
from guidance.vocabulary import InvitationState, Recheck, Way


def facts_of(action: Any, *, by: Actor, at: datetime) -> GuidanceFacts:
    """What the rules need to know about this action now."""
    detail, today = action.detail, timezone.localdate(at)
    officers = [row.officer for row in action.officers.all()]
    return GuidanceFacts(
        actor_id=by.officer_id,
        drafter_id=action.drafted_by_id,
        way=action.way,
        formality=action.formality,
        channel=action.channel,
        is_public=action.page.is_public,
        organ_is_active=action.organ.is_active,
        field_in_duties=any(duty.field_id == action.field_id for duty in action.organ.organ_fields.all()),
        matter_in_field=action.matter is None or action.matter.field_id == action.field_id,
        is_explained=all(text.strip() for text in (action.content, action.reasons, action.basis)),
        is_approved=action.approved_at is not None,
        reply_day_passed=action.reply_by is not None and action.reply_by < today,
        voluntariness_shown=action.voluntariness_shown,
        implementers=tuple(
            OfficerFacts(o.pk, o.name_zh, o.is_certified(today), o.organ_id == action.organ_id)
            for o in officers
        ),
        needs_two_officers=action.needs_two_officers,
        handlers=action.handlers if action.way == Way.REVISIT else frozenset(),
        prong=getattr(detail, "prong", ""),
        is_recorded=getattr(detail, "held_at", None) is not None,
        open_items=action.open_items,
        is_corrected=getattr(detail, "recheck_result", "") == Recheck.CORRECTED,
        case_number=str(action.case or action.undecided_case or ""),
        case_undecided=action.undecided_case is not None,
        shows_violation=action.shows_violation,
        open_questions=action.open_questions,
        effect=action.effect,
        owes_document=action.owes_document,
        is_shown=bool(action.effect_note.strip()),
        unanswered_organs=_unanswered(action),
        public=public_facts_of(action, today),
    )


def _unanswered(action: Any) -> tuple[str, ...]:
    """Organs that were invited to a draft and have not said whether they take part."""
    if action.way != Way.INTERVIEW or not action.is_unissued:
        return ()
    asked = (row for row in action.joint_organs if row.state == InvitationState.ASKED)
    return tuple(row.organ.name for row in asked)
