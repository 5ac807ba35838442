"""What a counterpart says by its link (Art. 8)."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ReplyKind(models.TextChoices):
    """What a counterpart says by its link; none of it leads to anything but an answer (Art. 8)."""

    ACKNOWLEDGE = "acknowledge", _("took note")
    ACCEPT = "accept", _("accepts it")
    DECLINE = "decline", _("does not want it")
    MESSAGE = "message", _("a message")
    WRITTEN = "written", _("asks for it in writing")
    COUNSEL = "counsel", _("asks for counselling")
    TIME = "time", _("proposes another time")


class ReplyOutcome(models.TextChoices):
    """What an officer did with it."""

    SEEN = "seen", pgettext_lazy("answer of the counterpart", "seen")
    ACCEPTED = "accepted", pgettext_lazy("proposed time", "accepted")
    REFUSED = "refused", pgettext_lazy("proposed time", "not possible")
