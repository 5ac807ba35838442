"""Appointments of interviews and who came (Art. 8 (7))."""

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
