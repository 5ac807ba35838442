"""A version of an instrument from preparation to effect: nothing bites before its day (Art. 3, 10)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from enforcement.rules.laws import ARTICLE, obstacles_to_adopting
from enforcement.vocabulary.laws import VersionState as S
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone

EDIT = Permission.MATTER_EDIT

VERSION_LIFECYCLE = Lifecycle(
    noun="instrument_version",
    states=S,
    transitions=(
        Transition(
            "adopt", _("Confirm the version"), (S.PREPARED,), S.SCHEDULED, EDIT, ARTICLE,
            rules=(obstacles_to_adopting,), tone=Tone.GOOD,
        ),
        Transition("take_effect", _("Take effect"), (S.SCHEDULED,), S.IN_EFFECT, EDIT, ARTICLE, tone=Tone.GOOD),
        Transition(
            "withdraw", _("Withdraw the version"), (S.PREPARED, S.SCHEDULED), S.WITHDRAWN, EDIT, ARTICLE,
            tone=Tone.WATCH,
        ),
    ),
)  # fmt: skip
