"""Concluding with an effect, and withdrawing (Art. 6, 8)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from enforcement.models import Document
from foundation.actors import Actor
from foundation.events import announce
from foundation.obstacles import Refused
from guidance.events import GuidanceConcluded, GuidanceWithdrawn
from guidance.models import GuidanceAction
from guidance.rules.applications import obstacles_to_refusing_application
from guidance.services.base import taking
from guidance.services.deliveries.preparing import call_off_deliveries
from guidance.services.effect_files import attach, refuse_other_document, shown_by
from guidance.services.exemplars import unname_model
from guidance.services.publications.ending import end_publicly
from guidance.vocabulary import PublicEnd


def conclude_guidance(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    effect: str,
    effect_note: str = "",
    shows_violation: bool = False,
    document: Document | None = None,
    attachment: Any = None,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> GuidanceAction:
    """Conclude with the effect it had and what shows it: words, a document of the action, a file.

    Raises Refused when that would stand in for a decision due, or an effect is claimed that nothing shows, and
    ValidationError for a file that is not taken or a document about something else.
    """
    with (
        shown_by([attachment] if attachment else []) as files,
        taking(action_id, "conclude", by=by, at=at, expected=expected, overrides=overrides) as action,
    ):
        refuse_other_document(action, document)
        action.effect, action.effect_note, action.effect_document = effect, effect_note, document
        action.shows_violation = shows_violation
        action.concluded_on = timezone.localdate(at)
        attach(action, files)
        call_off_deliveries(action, by=by, at=at)
    announce(GuidanceConcluded(action.pk))
    return action


def discard_guidance(
    action_id: int, *, by: Actor, at: datetime, reason: str = "", expected: int | None = None
) -> GuidanceAction:
    """Put away a draft that was never issued; raises Refused when it answers an application without reasons."""
    with taking(action_id, "discard", by=by, at=at, expected=expected, why=reason) as action:
        found = list(obstacles_to_refusing_application(is_application=action.is_application, reason=reason))
        if found:
            raise Refused(found)
    return action


@transaction.atomic
def withdraw_guidance(
    action_id: int, *, by: Actor, at: datetime, reason: str, expected: int | None = None
) -> GuidanceAction:
    """Withdraw issued guidance, for a reason; what was done in reliance on it stays protected."""
    with taking(action_id, "withdraw", by=by, at=at, expected=expected, why=reason) as action:
        unname_model(action, by=by, at=at)
        end_publicly(action, at=at, how=PublicEnd.WITHDRAWN, why=reason)
        call_off_deliveries(action, by=by, at=at)
    announce(GuidanceWithdrawn(action.pk))
    return action
