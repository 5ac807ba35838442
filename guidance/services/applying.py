"""A counterpart applies for counselling itself: a draft, to be answered in five working days (Art. 8)."""

from __future__ import annotations

from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _

from enforcement.models import Officer
from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission, Role
from guidance.models import GuidanceAction
from guidance.services.drafting import begin_draft
from guidance.vocabulary import Trigger, Way

LONGEST_TOPIC = 120


def apply_for_counselling(
    action: GuidanceAction, *, by: Actor, at: datetime, question: str
) -> GuidanceAction:
    """Draft counselling for the counterpart of ``action``, for its officers to take up or refuse with reasons.

    Raises Forbidden, and Refused when nobody works in the organ any more.
    """
    by.require(Permission.GUIDANCE_HANDLE)
    officers = officers_of(action)
    if not officers:
        raise Refused([_nobody_there()])
    topic = question.strip().partition("\n")[0].strip()[:LONGEST_TOPIC]
    with translation.override("zh-hans"):  # what is stored stands in the language of the files
        words = _("Application for counselling")  # named apart: words inside an f-string are not collected
    title = f"{words} · {action.number}"
    return begin_draft(
        by=by,
        at=at,
        way=Way.COUNSEL,
        organ=action.organ,
        drafter=officers[0],
        implementers=officers,
        detail={"topic": topic, "question": question},
        trigger=Trigger.APPLICATION,
        counterpart=action.counterpart,
        field=action.field,
        matter=action.matter,
        title=title,
        content="",
        contact=action.contact,
    )


def officers_of(action: GuidanceAction) -> list[Officer]:
    """Who drafted and who implements, while they work there; else the heads of the organ."""
    named = [action.drafted_by_id, *(row.officer_id for row in action.officers.all())]
    there = Officer.objects.active().filter(organ_id=action.organ_id)
    found = {officer.pk: officer for officer in there.filter(pk__in=named)}
    known = [found[pk] for pk in dict.fromkeys(named) if pk in found]
    return known or list(there.with_role(Role.HEAD).order_by("pk"))


def _nobody_there() -> Obstacle:
    return Obstacle(
        code="reply:nobody",
        message=_("Nobody of this organ can take up the application here."),
        article=Article(8),
        next_step=_("Call the organ."),
    )
