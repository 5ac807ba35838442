"""A guidance action from draft to conclusion (Art. 8)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone
from guidance.rules.concluding import obstacles_to_concluding
from guidance.rules.issuing import (
    obstacles_to_answering,
    obstacles_to_approving,
    obstacles_to_competence,
    obstacles_to_issuing,
    obstacles_to_submitting,
)
from guidance.vocabulary import LIVE_STATES
from guidance.vocabulary import GuidanceState as S

HANDLE, APPROVE = Permission.GUIDANCE_HANDLE, Permission.GUIDANCE_APPROVE

GUIDANCE_LIFECYCLE = Lifecycle(
    noun="guidance",
    states=S,
    transitions=(
        Transition("edit", _("Edit the draft"), (S.DRAFT,), S.DRAFT, HANDLE, Article(8)),
        Transition(
            "submit",
            _("Submit for approval"),
            (S.DRAFT,),
            S.PENDING_APPROVAL,
            HANDLE,
            Article(8),
            rules=(obstacles_to_competence, obstacles_to_submitting),
            tone=Tone.INFO,
        ),
        Transition(
            "approve",
            _("Approve"),
            (S.PENDING_APPROVAL,),
            S.APPROVED,
            APPROVE,
            Article(8),
            rules=(obstacles_to_competence, obstacles_to_approving),
            tone=Tone.INFO,
        ),
        Transition(
            "send_back", _("Send back"), (S.PENDING_APPROVAL, S.APPROVED), S.DRAFT, APPROVE, Article(8)
        ),
        Transition(
            "issue",
            _("Issue"),
            (S.DRAFT, S.APPROVED),
            S.ISSUED,
            HANDLE,
            Article(8),
            rules=(obstacles_to_issuing,),
            tone=Tone.INFO,
        ),
        Transition(
            "acknowledge",
            _("Record the acknowledgement"),
            (S.ISSUED, S.DECLINED),
            S.ACKNOWLEDGED,
            HANDLE,
            Article(8),
            rules=(obstacles_to_answering,),
            tone=Tone.INFO,
        ),
        Transition(
            "decline",
            _("Record that it was declined"),
            (S.ISSUED, S.ACKNOWLEDGED),
            S.DECLINED,
            HANDLE,
            Article(8),
            rules=(obstacles_to_answering,),
        ),
        Transition(
            "note_silence",
            _("Record that no response came"),
            (S.ISSUED,),
            S.ISSUED,
            HANDLE,
            Article(8),
            rules=(obstacles_to_answering,),
        ),
        Transition(
            "conclude",
            _("Conclude"),
            LIVE_STATES,
            S.CONCLUDED,
            HANDLE,
            Article(8),
            rules=(obstacles_to_concluding,),
            tone=Tone.GOOD,
        ),
        Transition(
            "discard",
            _("Discard the draft"),
            (S.DRAFT, S.PENDING_APPROVAL, S.APPROVED),
            S.WITHDRAWN,
            HANDLE,
            Article(8),
        ),
        Transition("withdraw", _("Withdraw"), LIVE_STATES, S.WITHDRAWN, APPROVE, Article(8)),
        Transition("supersede", _("Replaced by a new version"), LIVE_STATES, S.WITHDRAWN, HANDLE, Article(8)),
    ),
)

TONES = {
    S.DRAFT: Tone.NEUTRAL,
    S.PENDING_APPROVAL: Tone.WATCH,
    S.APPROVED: Tone.INFO,
    S.ISSUED: Tone.INFO,
    S.ACKNOWLEDGED: Tone.INFO,
    S.DECLINED: Tone.NEUTRAL,
    S.CONCLUDED: Tone.GOOD,
    S.WITHDRAWN: Tone.NEUTRAL,
}
