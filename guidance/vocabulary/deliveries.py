"""How a text reaches its addressee (Art. 8)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DeliveryChannel(models.TextChoices):
    """The road by which a text reaches its addressee."""

    PRINTED = "printed", _("printed and handed over")
    EMAIL = "email", _("e-mail")
    GATEWAY = "gateway", _("message gateway")


class DeliveryState(models.TextChoices):
    """``UNSURE``: the sender died at work, and nobody can say whether the letter left."""

    WAITING = "waiting", pgettext_lazy("delivery", "waiting")
    SENDING = "sending", _("being sent")
    SENT = "sent", _("sent")
    DELIVERED = "delivered", _("delivered")
    READ = "read", pgettext_lazy("delivery", "read")
    FAILED = "failed", _("failed, will be tried again")
    GIVEN_UP = "given_up", _("not delivered")
    UNSURE = "unsure", _("not known whether it was sent")
    CALLED_OFF = "called_off", _("called off")


UNDELIVERED = (DeliveryState.GIVEN_UP, DeliveryState.UNSURE)
"""What a person has to look at."""


class GatewayKind(models.TextChoices):
    SMS = "sms", _("text messages (SMS)")
    WECHAT = "wechat", _("WeChat")
    OTHER = "other", pgettext_lazy("gateway", "another kind")


class ReceiptStatus(models.TextChoices):
    """What a gateway reports of a message that it took."""

    DELIVERED = "delivered", _("delivered")
    READ = "read", pgettext_lazy("delivery", "read")
    FAILED = "failed", _("failed")


DELIVERY_ACTIONS = {
    "delivery:begin": _("Sending was begun"),
    "delivery:call_off": _("The delivery was called off"),
    "delivery:confirm": _("The delivery was confirmed"),
    "delivery:fail": _("Sending failed; it is tried again"),
    "delivery:give_up": _("It could not be delivered"),
    "delivery:hand_over": _("It was handed over"),
    "delivery:lose": _("Sending was broken off; nobody knows whether it left"),
    "delivery:prepare": _("A delivery was prepared"),
    "delivery:read": _("The addressee opened it"),
    "delivery:retry": _("It is to be sent once more"),
    "delivery:send": _("It was sent"),
    "gateway:change_key": _("The gateway was given a new key"),
    "gateway:edit": _("The gateway was changed"),
    "gateway:enter": _("A gateway was entered"),
}
