"""A way that an organ defines itself, from draft to retirement (Art. 8, last paragraph)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone
from guidance.rules.other_ways import obstacles_to_using
from guidance.vocabulary import OtherWayState as S

DEFINE = Permission.GUIDANCE_DEFINE

OTHER_WAY_LIFECYCLE = Lifecycle(
    noun="other_way",
    states=S,
    transitions=(
        Transition("edit", _("Edit"), (S.DRAFT,), S.DRAFT, DEFINE, Article(8)),
        Transition(
            "use",
            _("Put it in use"),
            (S.DRAFT,),
            S.IN_USE,
            DEFINE,
            Article(8),
            rules=(obstacles_to_using,),
            tone=Tone.GOOD,
        ),
        Transition("retire", _("Retire it"), (S.DRAFT, S.IN_USE), S.RETIRED, DEFINE, Article(8)),
    ),
)
WAY_TONES = {S.DRAFT: Tone.NEUTRAL, S.IN_USE: Tone.GOOD, S.RETIRED: Tone.NEUTRAL}
