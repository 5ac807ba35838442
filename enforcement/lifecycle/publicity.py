"""What is published of a decision or result, from draft to the end of its term (Art. 4, 6; Penalty Law, Art. 48)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enforcement.rules.publicity import (
    obstacles_to_approving,
    obstacles_to_publishing,
    obstacles_to_showing_what_was_undone,
    obstacles_to_withholding,
)
from enforcement.rules.publicity_ends import (
    obstacles_to_ending,
    obstacles_to_ending_early,
    obstacles_to_redrafting,
    obstacles_to_withdrawing,
)
from enforcement.vocabulary.publicity import SHOWN, UNPUBLISHED
from enforcement.vocabulary.publicity import PublicityState as S
from foundation.articles import PUBLICITY, Article, Citation
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone

HANDLE, APPROVE = Permission.CASE_HANDLE, Permission.CASE_APPROVE
OPEN, LAW = Article(4), Citation(PUBLICITY, "6")

PUBLICITY_LIFECYCLE = Lifecycle(
    noun="publicity",
    states=S,
    transitions=(
        Transition("draft", _("Draft the public text"), (S.DUE, S.DRAFT), S.DRAFT, HANDLE, OPEN, LAW, tone=Tone.INFO),
        Transition(
            "approve", _("Approve the text"), (S.DRAFT,), S.APPROVED, APPROVE, OPEN, LAW,
            (obstacles_to_approving,), Tone.GOOD,
        ),
        Transition("send_back", _("Send back"), (S.APPROVED,), S.DRAFT, HANDLE, OPEN, LAW),
        Transition(
            "publish", _("Publish"), (S.APPROVED,), S.PUBLISHED, HANDLE, OPEN, LAW,
            (obstacles_to_publishing,), Tone.GOOD,
        ),
        Transition(
            "withhold", _("Do not publish"), UNPUBLISHED, S.WITHHELD, APPROVE, OPEN, LAW, (obstacles_to_withholding,)
        ),
        Transition(
            "correct", _("Correct the text"), SHOWN, S.CORRECTING, HANDLE, OPEN, LAW,
            (obstacles_to_showing_what_was_undone,), Tone.INFO,
        ),
        Transition(
            "publish_correction", _("Approve and publish the correction"), (S.CORRECTING,), S.PUBLISHED, APPROVE,
            OPEN, LAW, (obstacles_to_approving,), Tone.GOOD,
        ),
        Transition("drop_correction", _("Drop the correction"), (S.CORRECTING,), S.PUBLISHED, HANDLE, OPEN, LAW),
        Transition("withdraw", _("Withdraw"), SHOWN, S.WITHDRAWN, APPROVE, OPEN, LAW, (obstacles_to_withdrawing,)),
        Transition(
            "redraft", _("Publish it as it was changed"), (S.WITHDRAWN,), S.DUE, HANDLE, OPEN, LAW,
            (obstacles_to_redrafting,),
        ),
        Transition(
            "end_early", _("End on application"), SHOWN, S.ENDED, APPROVE, OPEN, LAW, (obstacles_to_ending_early,)
        ),
        Transition("end", _("End of the term"), SHOWN, S.ENDED, APPROVE, OPEN, LAW, (obstacles_to_ending,)),
    ),
)  # fmt: skip
