"""One delivery of an issued text, from waiting to read (Art. 8 (3))."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.lifecycle import Lifecycle, Transition
from foundation.permissions import Permission
from foundation.vocabulary import Tone
from guidance.rules.deliveries import obstacles_to_handing_over, obstacles_to_sending_again
from guidance.vocabulary import DeliveryState as S

HANDLE, TIPS = Permission.GUIDANCE_HANDLE, Article(8, "3")
ON_THE_WAY = (S.SENDING, S.SENT, S.FAILED, S.GIVEN_UP, S.UNSURE)

DELIVERY_LIFECYCLE = Lifecycle(
    noun="delivery",
    states=S,
    transitions=(
        Transition("begin", _("Begin to send"), (S.WAITING, S.FAILED), S.SENDING, HANDLE, TIPS),
        Transition("send", _("Note that it was sent"), (S.SENDING,), S.SENT, HANDLE, TIPS, tone=Tone.INFO),
        Transition("fail", _("Note that it failed"), (S.SENDING,), S.FAILED, HANDLE, TIPS),
        Transition("give_up", _("Give up"), (S.SENDING, S.SENT), S.GIVEN_UP, HANDLE, TIPS),
        Transition("lose", _("Note that it is unknown"), (S.SENDING,), S.UNSURE, HANDLE, TIPS),
        Transition("confirm", _("Note that it arrived"), ON_THE_WAY, S.DELIVERED, HANDLE, TIPS, tone=Tone.GOOD),
        Transition(
            "read", _("Note that it was read"), (*ON_THE_WAY, S.DELIVERED), S.READ, HANDLE, TIPS, tone=Tone.GOOD
        ),
        Transition(
            "retry", _("Send once more"), (S.FAILED, S.GIVEN_UP, S.UNSURE), S.WAITING, HANDLE, TIPS,
            rules=(obstacles_to_sending_again,),
        ),
        Transition(
            "hand_over", _("Record that it was handed over"), (S.WAITING, S.FAILED, S.GIVEN_UP, S.UNSURE),
            S.DELIVERED, HANDLE, TIPS, rules=(obstacles_to_handing_over,), tone=Tone.GOOD,
        ),
        Transition("call_off", _("Call off"), (S.WAITING, S.FAILED), S.CALLED_OFF, HANDLE, TIPS),
    ),
)  # fmt: skip

TONES = {
    S.WAITING: Tone.INFO,
    S.SENDING: Tone.INFO,
    S.SENT: Tone.INFO,
    S.DELIVERED: Tone.GOOD,
    S.READ: Tone.GOOD,
    S.FAILED: Tone.WATCH,
    S.GIVEN_UP: Tone.BAD,
    S.UNSURE: Tone.WATCH,
    S.CALLED_OFF: Tone.NEUTRAL,
}
