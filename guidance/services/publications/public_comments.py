"""What somebody of the public says about a draft or a candidate, without an account (Art. 8 (1), (2))."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from foundation.actors import Actor
from foundation.acts.limits import Limit
from foundation.obstacles import Obstacle, Refused
from foundation.record import audited
from guidance.models import GuidanceAction, PublicComment, PublicLife

COMMENTED = Limit("guidance:comment", 10, timedelta(hours=1))
"""From one address, by page and API together: people comment now and then, machines all the time."""


def submit_comment(*, by: Actor, at: datetime, action: int, text: str, name: str = "") -> PublicComment:
    """Keep a comment of somebody of the public, who need not say who they are.

    Raises DoesNotExist for what is not open to comments, and Refused once the last day is over.
    """
    found: GuidanceAction = GuidanceAction.objects.open_to_comment().get(pk=action)
    with audited("guidance:comment", by=by, at=at, under=found.page.article):
        life = PublicLife.objects.locked(found.public_life.pk)
        if timezone.localdate(at) > life.shown_until:
            raise Refused([_is_over(found)])
        comment = PublicComment(life=life, text=text, name=name, made_at=at)
        comment.save()
        life.unanswered += 1
        life.save()
        return comment


def _is_over(action: GuidanceAction) -> Obstacle:
    return Obstacle(
        code="GUI-44",
        message=_("The time to comment is over."),
        article=action.page.article,
        next_step=_(
            "Call the organ, or write to it; once it is published you may ask for counselling on it."
        ),
    )
