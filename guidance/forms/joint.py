"""What is typed when organs hold an interview together (Art. 8 (7))."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.models import Officer, Organ
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from guidance.forms.steps import RecheckForm
from guidance.models import InterviewInvitation
from guidance.services import joint
from guidance.vocabulary import GuidanceState, InvitationState, Recheck, Way

HANDLE = Permission.GUIDANCE_HANDLE


class InviteForm(ActForm):
    starts_empty = True
    organ = forms.ModelChoiceField(
        label=_("Organ"), queryset=Organ.objects.none(), empty_label=_("choose"),
        help_text=_("Its officers may read this interview from now on."),
    )  # fmt: skip
    task = forms.CharField(
        label=_("What it is asked to bring in"),
        max_length=300,
        help_text=_("Its field, its part of the matter."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            taken = [self.thing.organ_id, *(row.organ_id for row in self.thing.joint_organs)]
            self.offer(
                "organ", Organ.objects.visible_to(self.actor).filter(is_active=True).exclude(pk__in=taken)
            )


class TakeBackForm(ActForm):
    starts_empty = True
    invitation = forms.ModelChoiceField(
        label=_("Invitation of"), queryset=InterviewInvitation.objects.none(), empty_label=_("choose")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["invitation"].label_from_instance = lambda row: row.organ.name  # type: ignore[attr-defined]
        if self.thing is not None:
            self.offer("invitation", self.thing.invitations.standing().select_related("organ"))


class ComeForm(ActForm):
    starts_empty = True
    officer = forms.ModelChoiceField(
        label=_("Who comes"), queryset=Officer.objects.none(), required=False, empty_label=_("I come myself")
    )
    note = forms.CharField(label=_("Note"), max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Officer.objects.active().filter(organ_id=self.actor.organ_id)
        self.offer("officer", own.exclude(certificate_number="").order_by("name_pinyin", "pk"))


class NotComeForm(ActForm):
    starts_empty = True
    note = forms.CharField(label=_("Why it does not take part"), max_length=300)


class OwnRecheckForm(RecheckForm):
    """Of the items that the own organ looks after."""

    def offered(self, invitation: Any) -> Any:
        own = invitation.action.rectification_items.looked_after_by(invitation.organ_id)
        return own.exclude(recheck_result=Recheck.CORRECTED)


JOINT_ACTS: dict[str, Act] = {
    act.name: act
    for act in (
        Act(
            "invite_organ", joint.invite_organ, InviteForm, _("Invite another organ"),
            _("You lead; it says whether it takes part, and who comes. The notice names who takes part."),
            _("Invited. It finds the invitation on Today."), permission=HANDLE,
        ),
        Act(
            "take_back_invitation", joint.take_back_invitation, TakeBackForm, _("Take an invitation back"),
            permission=HANDLE,
        ),
    )
}  # fmt: skip
"""What the leading organ does, on the interview."""

INVITATION_ACTS: dict[str, Act] = {
    act.name: act
    for act in (
        Act(
            "come", joint.accept_invitation, ComeForm,
            done=_("Your organ takes part: notice and record name who comes."), primary=True,
        ),
        Act("decline", joint.decline_invitation, NotComeForm, done=_("The leading organ is told why.")),
        Act(
            "recheck", joint.recheck_own_item, OwnRecheckForm, _("Look at an item again"), permission=HANDLE
        ),
    )
}  # fmt: skip
"""What the invited organ does, on its invitation."""


def senseless_joint_acts(action: Any) -> set[str]:
    """The acts of the leading organ that mean nothing for ``action`` as it is."""
    unfit = set()
    if action.way != Way.INTERVIEW or action.state != GuidanceState.DRAFT:
        unfit.add("invite_organ")
    if action.way != Way.INTERVIEW or not action.is_unissued or not action.joint_organs:
        unfit.add("take_back_invitation")
    return unfit


def sensible_invitation_acts(invitation: Any) -> dict[str, Act]:
    """The acts of the invited organ that have a meaning for ``invitation`` as it stands."""
    action, unfit = invitation.action, set()
    if invitation.state not in (InvitationState.ASKED, InvitationState.NOT_COMING):
        unfit.add("come")
    over = action.interview.held_at is not None or not (action.is_unissued or action.is_live)
    if over or invitation.state not in (InvitationState.ASKED, InvitationState.COMING):
        unfit.add("decline")
    if over:
        unfit.add("come")
    own = [item for item in action.rectification_items.all() if item.organ_id == invitation.organ_id]
    waiting = any(item.recheck_result != Recheck.CORRECTED for item in own)
    if invitation.state != InvitationState.COMING or not action.is_live or not waiting:
        unfit.add("recheck")
    return {name: act for name, act in INVITATION_ACTS.items() if name not in unfit}
