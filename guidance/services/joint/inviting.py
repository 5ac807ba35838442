"""What the leading organ does: invite another, and take the invitation back (Art. 8 (7))."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from enforcement.models import Officer, Organ
from enforcement.services.cases.base import officer_of
from enforcement.services.notifications import notify
from enforcement.services.sharing import end_taking_part, let_take_part
from foundation.actors import Actor
from foundation.obstacles import Refused
from foundation.permissions import Permission, Role
from foundation.record import audited
from guidance.lifecycle import INVITATION_LIFECYCLE
from guidance.models import GuidanceAction, InterviewInvitation
from guidance.rules.joint import InvitingFacts, obstacles_to_inviting
from guidance.services.base import article_of, not_now
from guidance.vocabulary import GuidanceState, Way


def invite_organ(
    action_id: int, *, by: Actor, at: datetime, organ: Organ, task: str, expected: int | None = None
) -> GuidanceAction:
    """Invite ``organ`` to hold the interview together; its officers may read it from now on.

    Raises Forbidden, DoesNotExist, Stale, and Refused for what is no draft of an interview, and for the leading
    organ or one that is invited or not active.
    """
    by.require(Permission.GUIDANCE_HANDLE)
    with audited("guidance:invite_organ", by=by, at=at, under=article_of(action_id, by)):
        action: GuidanceAction = GuidanceAction.objects.workable_by(by).locked(action_id, expected=expected)
        _refuse_unless_interview(action)
        if found := list(obstacles_to_inviting(_facts(action, organ))):
            raise Refused(found)
        ask_organ(action, organ, task, by=by, at=at)
        action.save()
    return action


def take_back_invitation(
    action_id: int,
    *,
    by: Actor,
    at: datetime,
    invitation: InterviewInvitation,
    expected: int | None = None,
) -> GuidanceAction:
    """Take an invitation back; the organ sees the interview no longer. Raises Refused once it was issued."""
    by.require(Permission.GUIDANCE_HANDLE)
    with audited("guidance:take_back_invitation", by=by, at=at, under=article_of(action_id, by)):
        action: GuidanceAction = GuidanceAction.objects.workable_by(by).locked(action_id, expected=expected)
        if not action.is_unissued:
            raise Refused(
                [not_now(action, _("The notice names the organ; it can still say that it does not come."))]
            )
        row: InterviewInvitation = InterviewInvitation.objects.filter(action=action).locked(invitation.pk)
        INVITATION_LIFECYCLE.take(row, "take_back", by=by, at=at)
        row.save()
        end_taking_part(row.organ_id, f"guidance:{action.pk}")
        action.save()
    return action


def ask_organ(action: GuidanceAction, organ: Organ, task: str, *, by: Actor, at: datetime) -> None:
    """The invitation itself, inside an open act; the heads of ``organ`` are told."""
    row = InterviewInvitation(action=action, task=task, asked_by=officer_of(by), asked_at=at)
    row.place_under(organ)
    row.save()
    let_take_part(organ.pk, f"guidance:{action.pk}")
    heads = Officer.objects.active().filter(organ=organ, grants__role=Role.HEAD).distinct()
    for head in heads:
        notify(
            head, kind="guidance:invited", thing=f"invitation:{row.pk}", at=at, url=row.get_absolute_url(),
            data={"name": action.organ.name_zh},
        )  # fmt: skip


def _facts(action: GuidanceAction, organ: Organ) -> InvitingFacts:
    return InvitingFacts(
        is_draft=action.state == GuidanceState.DRAFT,
        is_lead=organ.pk == action.organ_id,
        is_active=organ.is_active,
        is_invited=any(row.organ_id == organ.pk for row in action.joint_organs),
    )


def _refuse_unless_interview(action: GuidanceAction) -> None:
    if action.way != Way.INTERVIEW:
        raise Refused([not_now(action, _("Only interviews are held together with other organs."))])
