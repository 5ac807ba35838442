"""An application for counselling is answered in one step: written down, issued, and recorded (Art. 8 (4))."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Obstacle, Refused
from guidance.models import CounselQuestion, GuidanceAction
from guidance.services.drafting import edit_guidance
from guidance.services.issuing import issue_guidance
from guidance.services.questions import answer_question
from guidance.vocabulary import Way


@transaction.atomic
def answer_application(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    answer: str,
    basis: str,
    voluntariness_shown: bool,
    expected: int | None = None,
    overrides: dict[str, str] | None = None,
) -> GuidanceAction:
    """Write the answer and its basis into the letter, issue it, and record it under each question.

    Raises what editing and issuing raise, and Refused when nobody applied for this counselling.
    """
    draft = GuidanceAction.objects.workable_by(by).get(pk=action_id)
    if draft.way != Way.COUNSEL or not draft.is_application:
        raise Refused([_nobody_asked()])
    with translation.override("zh-hans"):  # what is stored stands in the language of the files
        reasons = draft.reasons or _("The party applied for counselling.")
    edit_guidance(action_id, by=by, at=at, expected=expected, content=answer, reasons=reasons, basis=basis)
    issued = issue_guidance(
        action_id, by=by, at=at, voluntariness_shown=voluntariness_shown, overrides=overrides
    )
    for question in CounselQuestion.objects.filter(action=issued).open():
        answer_question(action_id, by=by, at=at, question=question, answer=answer, basis=basis)
    return issued


def _nobody_asked() -> Obstacle:
    return Obstacle(
        code="GUI-76",
        message=gettext_lazy("Nobody applied for this guidance."),
        article=Article(8, "4"),
        next_step=gettext_lazy("Complete the draft and issue it."),
    )
