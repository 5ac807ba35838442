"""A return visit from plan to feedback (Art. 8 (8))."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone
from guidance.rules.visits import obstacles_to_closing, obstacles_to_holding, obstacles_to_unreachable
from guidance.vocabulary import VisitState as S

PLAN, HOLD, VISIT = Permission.VISIT_PLAN, Permission.VISIT_HOLD, Article(8, "8")

VISIT_LIFECYCLE = Lifecycle(
    noun="visit",
    states=S,
    transitions=(
        Transition("assign", _("Assign visitors"), (S.PLANNED, S.ASSIGNED), S.ASSIGNED, PLAN, VISIT),
        Transition(
            "hold", _("Record the visit"), (S.ASSIGNED,), S.HELD, HOLD, VISIT,
            rules=(obstacles_to_holding,), tone=Tone.GOOD,
        ),
        Transition("refuse", _("The party refused"), (S.ASSIGNED,), S.REFUSED, HOLD, VISIT),
        Transition(
            "give_up", _("Not reached"), (S.ASSIGNED,), S.UNREACHABLE, HOLD, VISIT,
            rules=(obstacles_to_unreachable,),
        ),
        Transition(
            "close", _("Close the visit"), (S.HELD, S.REFUSED, S.UNREACHABLE), S.CLOSED, HOLD, VISIT,
            rules=(obstacles_to_closing,), tone=Tone.GOOD,
        ),
        Transition("release", _("Look for new visitors"), (S.ASSIGNED,), S.PLANNED, PLAN, VISIT),
        Transition("cancel", _("Cancel the visit"), (S.PLANNED, S.ASSIGNED), S.CANCELLED, PLAN, VISIT),
    ),
)  # fmt: skip
