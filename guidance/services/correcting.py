"""Correcting issued guidance: a new version replaces it, since people relied on the old one (Art. 8)."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Forbidden, Obstacle, Refused
from foundation.permissions import Permission
from guidance.models import GuidanceAction, GuidanceOfficer
from guidance.services.applications import set_time_to_answer
from guidance.services.base import recording_on
from guidance.services.drafting import COMMON
from guidance.services.joint import ask_organ
from guidance.vocabulary import GuidanceState


def correct_guidance(
    action_id: int, *, by: Actor, at: datetime, expected: int | None = None
) -> GuidanceAction:
    """Draft a new version with the same text; issuing it withdraws the old one. Organs that took part are asked anew.

    Raises Refused unless the old one is issued and not concluded, or when a new version exists.
    """
    if by.officer_id is None:
        raise Forbidden(Permission.GUIDANCE_HANDLE)
    with recording_on(action_id, "correct", by=by, at=at, expected=expected) as old:
        if old.successors.exclude(state=GuidanceState.WITHDRAWN).exists():
            raise Refused([_new_version_exists()])
        new = GuidanceAction(way=old.way, supersedes=old, drafted_by_id=by.officer_id, drafted_at=at)
        new.place_under(old.organ)
        for name in COMMON:
            setattr(new, name, getattr(old, name))
        set_time_to_answer(new, at=at)
        new.save()
        _copy_parts(old, new)
        for row in old.joint_organs:
            ask_organ(new, row.organ, row.task, by=by, at=at)
    return new


def _copy_parts(old: GuidanceAction, new: GuidanceAction) -> None:
    text = {name: getattr(old.detail, name) for name in old.page.drafted}
    old.page.detail(action=new, **text).save()
    for row in old.officers.all():
        GuidanceOfficer(action=new, officer_id=row.officer_id).save()


def _new_version_exists() -> Obstacle:
    return Obstacle(
        code="GUI-21",
        message=_("A new version of this guidance exists already."),
        article=Article(8),
        next_step=_("Work on that one, or discard it first."),
    )
