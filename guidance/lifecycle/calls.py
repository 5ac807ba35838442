"""A call before a licence expires: made, or no longer needed (Art. 8 (3))."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone
from guidance.vocabulary import CallState as S

HANDLE, TIPS = Permission.GUIDANCE_HANDLE, Article(8, "3")

CALL_LIFECYCLE = Lifecycle(
    noun="expiry",
    states=S,
    transitions=(
        Transition("record", _("Record the call"), (S.OPEN,), S.DONE, HANDLE, TIPS, tone=Tone.GOOD),
        Transition(
            "settle", _("Note that it is renewed"), (S.OPEN,), S.SETTLED, HANDLE, TIPS, tone=Tone.GOOD
        ),
    ),
)

TONES = {S.OPEN: Tone.WATCH, S.DONE: Tone.GOOD, S.SETTLED: Tone.NEUTRAL}
