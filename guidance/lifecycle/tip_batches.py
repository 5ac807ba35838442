"""Tips to a group, from draft to the last one issued (Art. 8 (3))."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone
from guidance.rules.tip_batches import (
    obstacles_to_approving_batch,
    obstacles_to_going_on,
    obstacles_to_starting_batch,
    obstacles_to_submitting_batch,
)
from guidance.vocabulary import BatchState as S

HANDLE, APPROVE, TIPS = Permission.GUIDANCE_HANDLE, Permission.GUIDANCE_APPROVE, Article(8, "3")

BATCH_LIFECYCLE = Lifecycle(
    noun="tips",
    states=S,
    transitions=(
        Transition("edit", _("Edit the draft"), (S.DRAFT,), S.DRAFT, HANDLE, TIPS),
        Transition(
            "submit", _("Submit for approval"), (S.DRAFT,), S.PENDING_APPROVAL, HANDLE, TIPS,
            rules=(obstacles_to_submitting_batch,), tone=Tone.INFO,
        ),
        Transition(
            "approve", _("Approve"), (S.PENDING_APPROVAL,), S.APPROVED, APPROVE, TIPS,
            rules=(obstacles_to_approving_batch,), tone=Tone.INFO,
        ),
        Transition("send_back", _("Send back"), (S.PENDING_APPROVAL, S.APPROVED), S.DRAFT, APPROVE, TIPS),
        Transition(
            "start", _("Send to all"), (S.DRAFT, S.APPROVED), S.SENDING, HANDLE, TIPS,
            rules=(obstacles_to_starting_batch,), tone=Tone.INFO,
        ),
        Transition("stop", _("Stop"), (S.SENDING,), S.STOPPED, HANDLE, TIPS),
        Transition(
            "resume", _("Go on"), (S.SENDING, S.STOPPED), S.SENDING, HANDLE, TIPS,
            rules=(obstacles_to_going_on,), tone=Tone.INFO,
        ),
        Transition("finish", _("Note that all are issued"), (S.SENDING,), S.SENT, HANDLE, TIPS, tone=Tone.GOOD),
        Transition(
            "discard", _("Discard the draft"), (S.DRAFT, S.PENDING_APPROVAL, S.APPROVED), S.DISCARDED, HANDLE, TIPS
        ),
    ),
)  # fmt: skip

TONES = {
    S.DRAFT: Tone.NEUTRAL,
    S.PENDING_APPROVAL: Tone.WATCH,
    S.APPROVED: Tone.INFO,
    S.SENDING: Tone.INFO,
    S.STOPPED: Tone.WATCH,
    S.SENT: Tone.GOOD,
    S.DISCARDED: Tone.NEUTRAL,
}
