"""The words of periods: how days count, what stops a period, and who may lengthen it (Penalty Law, Art. 60, 85)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Unit(models.TextChoices):
    """What one day of a period is."""

    WORKING = "working", _("working days")
    CALENDAR = "calendar", _("calendar days")


class Counting(models.TextChoices):
    """How a rule writes its days; where it only says “days”, the law above it decides what they are."""

    WORKING = "working", _("working days")
    CALENDAR = "calendar", _("calendar days")
    PENALTY = "penalty", _("days as the Penalty Law counts them (2, 3, 5 and 7 are working days)")


class Law(models.TextChoices):
    """The law under which a period runs; each says for itself which periods count working days."""

    PENALTY = "penalty", _("Administrative Penalty Law")
    COERCION = "coercion", _("Administrative Coercion Law")
    RECONSIDERATION = "reconsideration", _("Administrative Reconsideration Law")
    PUBLICITY = "publicity", _("publicity of enforcement")


class Approver(models.TextChoices):
    """Who grants more time."""

    HEAD = "head", _("head of the organ")
    COLLECTIVE = "collective", _("collective discussion of the organ's heads")
    SUPERIOR = "superior", _("superior organ")


class StopKind(models.TextChoices):
    """What is not counted into the time for a decision, where the rules of the field say so."""

    SUSPENSION = "suspension", _("suspension of the case")
    HEARING = "hearing", _("hearing")
    ANNOUNCEMENT = "announcement", _("service by announcement")
    TESTING = "testing", _("testing, inspection or appraisal")


PERIOD_ACTIONS: dict[str, Any] = {
    "profile:add_step": _("Step of extension entered"),
    "profile:edit": _("Rules of a field changed"),
    "profile:edit_step": _("Step of extension changed"),
    "profile:enter": _("Rules of a field entered"),
    "profile:load": _("Rules of the fields entered as shipped"),
    "profile:remove_step": _("Step of extension removed"),
}
"""How the acts on periods are told in a timeline."""
