"""A risk point from draft to the published catalogue; a self-check, a planned measure to its end (Art. 9)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone
from riskcontrol.rules.plans import obstacles_to_dropping, obstacles_to_finishing
from riskcontrol.rules.points import (
    obstacles_to_checking,
    obstacles_to_publishing,
    obstacles_to_returning,
    obstacles_to_revising,
    obstacles_to_working_on,
)
from riskcontrol.rules.weights import obstacles_to_approving_weights, obstacles_to_taking_back
from riskcontrol.vocabulary import CheckState as C
from riskcontrol.vocabulary import PlanState as P
from riskcontrol.vocabulary import PointState as S
from riskcontrol.vocabulary import WeightState as W

EDIT, PUBLISH, OFFER = Permission.RISK_EDIT, Permission.RISK_PUBLISH, Permission.GUIDANCE_HANDLE
ARTICLE = Article(9)

POINT_LIFECYCLE = Lifecycle(
    noun="risk_point",
    states=S,
    transitions=(
        Transition(
            "check", _("Check the legality"), (S.DRAFT, S.REVISING), S.CHECKED, EDIT, ARTICLE, "",
            (obstacles_to_checking,), Tone.INFO,
        ),
        Transition(
            "publish", _("Approve and publish"), (S.CHECKED,), S.PUBLISHED, PUBLISH, ARTICLE, "",
            (obstacles_to_publishing,), Tone.GOOD,
        ),
        Transition(
            "revise", _("Take under revision"), (S.PUBLISHED, S.CHECKED), S.REVISING, EDIT, ARTICLE, "",
            (obstacles_to_revising,), Tone.INFO,
        ),
        Transition(
            "return_to_draft", _("Return to the draft"), (S.CHECKED, S.WITHDRAWN), S.DRAFT, EDIT, ARTICLE, "",
            (obstacles_to_returning,), Tone.WATCH,
        ),
        Transition(
            "withdraw", _("Withdraw"), (S.PUBLISHED, S.REVISING), S.WITHDRAWN, PUBLISH, ARTICLE, "",
            (obstacles_to_working_on,), Tone.WATCH,
        ),
    ),
)  # fmt: skip

WEIGHT_LIFECYCLE = Lifecycle(
    noun="risk_weights",
    states=W,
    transitions=(
        Transition(
            "approve", _("Approve the weights"), (W.DRAFT,), W.APPROVED, Permission.RISK_WEIGH, ARTICLE, "",
            (obstacles_to_approving_weights,), Tone.GOOD,
        ),
        Transition("edit", _("Change the draft"), (W.DRAFT,), W.DRAFT, EDIT, ARTICLE),
        Transition("begin", _("Begin to count"), (W.APPROVED,), W.IN_FORCE, Permission.RISK_WEIGH, ARTICLE),
        Transition("replace", _("Replace by newer ones"), (W.IN_FORCE,), W.REPLACED, Permission.RISK_WEIGH, ARTICLE),
        Transition("discard", _("Discard the draft"), (W.DRAFT,), W.DISCARDED, EDIT, ARTICLE, tone=Tone.WATCH),
        Transition(
            "take_back", _("Take the approval back"), (W.APPROVED,), W.DISCARDED, Permission.RISK_WEIGH, ARTICLE, "",
            (obstacles_to_taking_back,), Tone.WATCH,
        ),
    ),
)  # fmt: skip

CHECK_LIFECYCLE = Lifecycle(
    noun="self_check",
    states=C,
    transitions=(
        Transition("begin", _("Note that it was begun"), (C.ASKED,), C.BEGUN, OFFER, ARTICLE),
        Transition(
            "submit", _("Submit"), (C.ASKED, C.BEGUN, C.LAPSED), C.SUBMITTED, OFFER, ARTICLE, tone=Tone.GOOD
        ),
        Transition("lapse", _("Note that its day passed"), (C.ASKED, C.BEGUN), C.LAPSED, OFFER, ARTICLE),
    ),
)  # fmt: skip

PLAN_LIFECYCLE = Lifecycle(
    noun="risk_plan",
    states=P,
    transitions=(
        Transition("take_on", _("Take it on"), (P.PROPOSED,), P.UNDER_WAY, OFFER, ARTICLE, tone=Tone.INFO),
        Transition(
            "finish", _("Note that it was done"), (P.PROPOSED, P.UNDER_WAY), P.DONE, OFFER, ARTICLE, "",
            (obstacles_to_finishing,), Tone.GOOD,
        ),
        Transition(
            "drop", _("Drop it"), (P.PROPOSED, P.UNDER_WAY), P.DROPPED, OFFER, ARTICLE, "",
            (obstacles_to_dropping,), Tone.WATCH,
        ),
    ),
)  # fmt: skip
