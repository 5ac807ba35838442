"""A risk point from draft to the published list and back (Art. 9)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone
from riskcontrol.rules.points import obstacles_to_publishing, obstacles_to_working_on
from riskcontrol.vocabulary import PointState as S

POINT_LIFECYCLE = Lifecycle(
    noun="risk_point",
    states=S,
    transitions=(
        Transition(
            "publish",
            _("Publish"),
            (S.DRAFT, S.WITHDRAWN),
            S.PUBLISHED,
            Permission.RISK_PUBLISH,
            Article(9),
            "",
            (obstacles_to_publishing,),
            Tone.GOOD,
        ),
        Transition(
            "withdraw",
            _("Withdraw"),
            (S.PUBLISHED,),
            S.WITHDRAWN,
            Permission.RISK_PUBLISH,
            Article(9),
            "",
            (obstacles_to_working_on,),
            Tone.WATCH,
        ),
    ),
)
