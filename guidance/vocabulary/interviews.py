"""Appointments of interviews, who came, and organs that are invited to take part (Art. 8 (7))."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class AppointmentOutcome(models.TextChoices):
    """What became of an hour that an interview was appointed for."""

    CONFIRMED = "confirmed", _("they will come")
    MOVED = "moved", pgettext_lazy("appointment", "moved")
    ABSENT = "absent", _("nobody came")


class Signature(models.TextChoices):
    SIGNED = "signed", _("signed")
    REFUSED = "refused", _("did not want to sign")


class Gathering(models.TextChoices):
    """Whether one or several are interviewed together."""

    SINGLE = "single", pgettext_lazy("interview", "individual")
    COLLECTIVE = "collective", pgettext_lazy("interview", "collective")


class InvitationState(models.TextChoices):
    """Whether another organ takes part in an interview."""

    ASKED = "asked", _("invited")
    COMING = "coming", _("takes part")
    NOT_COMING = "not_coming", _("does not take part")
    TAKEN_BACK = "taken_back", _("invitation taken back")


STANDING_INVITATIONS = (InvitationState.ASKED, InvitationState.COMING)

INVITATION_ACTIONS: dict[str, Any] = {
    "invitation:come": _("Another organ takes part"),
    "invitation:decline": _("Another organ does not take part"),
    "invitation:recheck": _("An organ that took part looked at its item again"),
}
