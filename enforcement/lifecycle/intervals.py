"""An interval that stops or lengthens the time for a decision, from request to end (Penalty Law, Art. 60)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enforcement.rules.intervals import obstacles_to_answering, obstacles_to_approving, obstacles_to_ending
from enforcement.vocabulary import IntervalState as S
from foundation.articles import PENALTY, Article, Citation
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone

APPROVE, SIXTY = Permission.CASE_APPROVE, Citation(PENALTY, "60")

INTERVAL_LIFECYCLE = Lifecycle(
    noun="interval",
    states=S,
    transitions=(
        Transition(
            "approve", _("Approve"), (S.ASKED,), S.APPROVED, APPROVE, Article(6), SIXTY,
            (obstacles_to_approving,), Tone.GOOD,
        ),
        Transition(
            "refuse", _("Refuse"), (S.ASKED,), S.REFUSED, APPROVE, Article(6), SIXTY, (obstacles_to_answering,)
        ),
        Transition(
            "end", _("Record the end"), (S.APPROVED,), S.ENDED, Permission.CASE_HANDLE, Article(6), SIXTY,
            (obstacles_to_ending,), Tone.INFO,
        ),
    ),
)  # fmt: skip
