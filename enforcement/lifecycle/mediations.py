"""A mediation from application to the performance of what was agreed (Art. 7)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enforcement.rules.mediations import (
    obstacles_to_agreement,
    obstacles_to_beginning,
    obstacles_to_unheard_end,
)
from enforcement.vocabulary import MediationState as S
from foundation.articles import Article
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone

HANDLE, MEDIATING = Permission.MEDIATION_HANDLE, Article(7)
AGREED = (S.AGREED, S.PARTLY)

MEDIATION_LIFECYCLE = Lifecycle(
    noun="mediation",
    states=S,
    transitions=(
        Transition(
            "accept", _("Begin the mediation"), (S.APPLIED,), S.UNDERWAY, HANDLE, MEDIATING,
            rules=(obstacles_to_beginning,), tone=Tone.INFO,
        ),
        Transition(
            "agree", _("The parties agreed"), (S.UNDERWAY,), S.AGREED, HANDLE, MEDIATING,
            rules=(obstacles_to_agreement,), tone=Tone.GOOD,
        ),
        Transition(
            "agree_partly", _("They agreed in part"), (S.UNDERWAY,), S.PARTLY, HANDLE, MEDIATING,
            rules=(obstacles_to_agreement,), tone=Tone.GOOD,
        ),
        Transition(
            "fail", _("They did not agree"), (S.UNDERWAY,), S.FAILED, HANDLE, MEDIATING,
            rules=(obstacles_to_unheard_end,),
        ),
        Transition("withdraw", _("Withdrawn"), (S.APPLIED, S.UNDERWAY), S.WITHDRAWN, HANDLE, MEDIATING),
        Transition(
            "note_performed", _("The agreement was performed"), (*AGREED, S.UNPERFORMED), S.PERFORMED, HANDLE,
            MEDIATING, tone=Tone.GOOD,
        ),
        Transition(
            "note_unperformed", _("The agreement was not performed"), AGREED, S.UNPERFORMED, HANDLE, MEDIATING
        ),
    ),
)  # fmt: skip
