"""An exception or signal from open to looked at (Art. 4, 6)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enforcement.rules.looking import obstacles_to_looking
from enforcement.vocabulary import LookState as S
from foundation.articles import Article
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone

LOOK_LIFECYCLE = Lifecycle(
    noun="time",
    states=S,
    transitions=(
        Transition(
            "look",
            _("Note that you looked at it"),
            (S.OPEN,),
            S.SEEN,
            Permission.SUPERVISION_LOOK,
            Article(6),
            rules=(obstacles_to_looking,),
            tone=Tone.GOOD,
        ),
    ),
)
