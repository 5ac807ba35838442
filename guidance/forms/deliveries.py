"""What can be ordered of a delivery, for browser and API (Art. 8 (3))."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.models import Contact
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from guidance.services.deliveries import hand_over, retry_delivery, send_guidance
from guidance.vocabulary import DeliveryChannel

HANDLE = Permission.GUIDANCE_HANDLE


class ReachedContacts(forms.ModelChoiceField):
    """Contacts by name and post; their numbers stay in the registry."""

    def label_from_instance(self, contact: Any) -> str:
        return " · ".join(filter(None, [contact.name, contact.post]))


class SendForm(ActForm):
    starts_empty = True
    delivery_channel = forms.ChoiceField(label=_("Channel"), choices=DeliveryChannel.choices)
    contact = ReachedContacts(
        label=_("Contact"),
        queryset=Contact.objects.none(),
        required=False,
        help_text=_("Left open: the first who can be reached this way."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            reached = Contact.objects.visible_to(self.actor)
            self.offer("contact", reached.filter(counterpart=self.thing.counterpart_id).order_by("id"))


SEND = Act(
    "deliver",
    send_guidance,
    SendForm,
    _("Send or hand over"),
    _("The text goes out with the notice that it is voluntary; what becomes of it is seen here."),
    _("The delivery is prepared."),
    permission=HANDLE,
)
DELIVERY_ACTS: dict[str, Act] = {
    act.name: act
    for act in (
        Act("retry", retry_delivery, done=_("It is sent once more."), primary=True),
        Act("hand_over", hand_over, done=_("It is recorded as handed over.")),
    )
}
