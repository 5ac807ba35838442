"""An inspection from plan to conclusion (Art. 6)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enforcement.rules.inspections import (
    obstacles_to_concluding,
    obstacles_to_starting,
)
from enforcement.vocabulary import InspectionState as S
from foundation.articles import PENALTY, Article, Citation
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone

HANDLE, LAW = Permission.INSPECTION_HANDLE, Article(6)

INSPECTION_LIFECYCLE = Lifecycle(
    noun="inspection",
    states=S,
    transitions=(
        Transition(
            "start", _("Begin on site"), (S.PLANNED,), S.UNDER_WAY, HANDLE, LAW, Citation(PENALTY, "55"),
            rules=(obstacles_to_starting,), tone=Tone.INFO,
        ),
        Transition(
            "conclude", _("Conclude"), (S.UNDER_WAY,), S.CONCLUDED, HANDLE, LAW, Citation(PENALTY, "55"),
            rules=(obstacles_to_concluding,), tone=Tone.GOOD,
        ),
        Transition("move", _("Move to another time"), (S.PLANNED,), S.PLANNED, HANDLE, LAW),
        Transition("join", _("Go together with another organ"), (S.PLANNED,), S.PLANNED, HANDLE, LAW),
        Transition("cancel", _("Cancel"), (S.PLANNED,), S.CANCELLED, HANDLE, LAW),
    ),
)  # fmt: skip
