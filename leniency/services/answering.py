"""Approving or refusing a departure from an assessment (Art. 10 para. 1; LEN-9)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.utils import timezone

from enforcement.rules.reasons import obstacles_to_silence
from enforcement.services.cases.base import officer_of, refuse
from foundation.actors import Actor
from foundation.reasons import Reason
from foundation.record import audited
from leniency.lifecycle import CHOICE_LIFECYCLE
from leniency.models import LeniencyAssessment, LeniencyChoice
from leniency.services.choosing import tell_of_choice


def approve_choice(
    choice_id: int, *, by: Actor, at: datetime, answer: str, expected: int | None = None
) -> LeniencyChoice:
    """Let the departure take effect; it is counted with its ground among the warnings passed over.

    Raises Forbidden, LeniencyChoice.DoesNotExist, Stale, and Refused for who proposed it or handles the case.
    """
    with _answering(choice_id, "approve", answer, by=by, at=at, expected=expected) as choice:
        assessment = LeniencyAssessment.objects.locked(choice.assessment_id)
        assessment.chosen_entry, assessment.choice_reason = choice.entry, choice.reason
        assessment.save()
        return choice


def refuse_choice(
    choice_id: int, *, by: Actor, at: datetime, answer: str, expected: int | None = None
) -> LeniencyChoice:
    """Refuse the departure, with the reason: the assessment stands as it is."""
    with _answering(choice_id, "refuse", answer, by=by, at=at, expected=expected) as choice:
        return choice


@contextmanager
def _answering(
    choice_id: int, name: str, answer: str, *, by: Actor, at: datetime, expected: int | None
) -> Iterator[LeniencyChoice]:
    refuse(obstacles_to_silence(answer, field="answer"))
    transition = CHOICE_LIFECYCLE.transition(name)
    with audited(f"leniency_choice:{name}", by=by, at=at, under=transition.article, why=answer):
        choice: LeniencyChoice = LeniencyChoice.objects.workable_by(by).locked(choice_id, expected=expected)
        given: dict[str, str] = {"LEN-9": Reason(choice.reason, choice.cause)}
        CHOICE_LIFECYCLE.take(choice, name, by=by, at=at, overrides=given)
        choice.answered_by, choice.answered_on = officer_of(by), timezone.localdate(at)
        choice.answer = answer
        choice.save()
        tell_of_choice(choice.asked_by, choice, at=at)
        yield choice
