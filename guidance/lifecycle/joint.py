"""An invitation to a joint interview, from being asked to taking part (Art. 8 (7))."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone
from guidance.rules.joint import obstacles_to_answering_invitation, obstacles_to_coming
from guidance.vocabulary import InvitationState as S

HANDLE, JOINT = Permission.GUIDANCE_HANDLE, Article(8, "7")

INVITATION_LIFECYCLE = Lifecycle(
    noun="invitation",
    states=S,
    transitions=(
        Transition(
            "come", _("Take part"), (S.ASKED, S.NOT_COMING), S.COMING, HANDLE, JOINT,
            rules=(obstacles_to_coming,), tone=Tone.GOOD,
        ),
        Transition(
            "decline", _("Do not take part"), (S.ASKED, S.COMING), S.NOT_COMING, HANDLE, JOINT,
            rules=(obstacles_to_answering_invitation,),
        ),
        Transition("take_back", _("Take the invitation back"), (S.ASKED, S.COMING), S.TAKEN_BACK, HANDLE, JOINT),
    ),
)  # fmt: skip
INVITATION_TONES = {
    S.ASKED: Tone.WATCH,
    S.COMING: Tone.GOOD,
    S.NOT_COMING: Tone.NEUTRAL,
    S.TAKEN_BACK: Tone.NEUTRAL,
}
