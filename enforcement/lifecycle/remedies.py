"""Reconsideration or a suit, from its filing to its outcome (Penalty Law, Art. 7, 73)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enforcement.rules.remedies import obstacles_to_accepting, obstacles_to_concluding, obstacles_to_over
from enforcement.vocabulary.remedies import PENDING_REMEDIES
from enforcement.vocabulary.remedies import RemedyState as S
from foundation.articles import PENALTY, Article, Citation
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone

HANDLE, FAIR, LAW = Permission.CASE_HANDLE, Article(6), Citation(PENALTY, "7, 73")

REMEDY_LIFECYCLE = Lifecycle(
    noun="remedy",
    states=S,
    transitions=(
        Transition(
            "accept", _("It was accepted"), (S.FILED,), S.ACCEPTED, HANDLE, FAIR, LAW, (obstacles_to_accepting,),
            Tone.INFO,
        ),
        Transition("refuse", _("It was not accepted"), (S.FILED,), S.REFUSED, HANDLE, FAIR, LAW, (obstacles_to_over,)),
        Transition(
            "conclude", _("Record the outcome"), (S.ACCEPTED,), S.CONCLUDED, HANDLE, FAIR, LAW,
            (obstacles_to_concluding,), Tone.GOOD,
        ),
        Transition(
            "withdraw", _("The party withdrew it"), PENDING_REMEDIES, S.WITHDRAWN, HANDLE, FAIR, LAW,
            (obstacles_to_over,),
        ),
    ),
)  # fmt: skip
