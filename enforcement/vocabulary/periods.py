"""The words of periods: how days count, what stops a period, and who may lengthen it (Penalty Law, Art. 60, 85)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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


class IntervalKind(models.TextChoices):
    """What stops the time for a decision, or lengthens it."""

    SUSPENSION = StopKind.SUSPENSION.value, StopKind.SUSPENSION.label
    HEARING = StopKind.HEARING.value, StopKind.HEARING.label
    ANNOUNCEMENT = StopKind.ANNOUNCEMENT.value, StopKind.ANNOUNCEMENT.label
    TESTING = StopKind.TESTING.value, StopKind.TESTING.label
    EXTENSION = "extension", _("extension")


class IntervalState(models.TextChoices):
    ASKED = "asked", _("waiting for approval")
    APPROVED = "approved", _("in force")
    ENDED = "ended", pgettext_lazy("interval", "ended")
    REFUSED = "refused", pgettext_lazy("interval", "refused")


STOPS = tuple(kind.value for kind in StopKind)
COUNTING_STATES = (IntervalState.APPROVED, IntervalState.ENDED)

PERIOD_ACTIONS: dict[str, Any] = {
    "case:ask_extension": _("Extension asked for"),
    "case:recount_deadline": _("Time to decide reckoned anew"),
    "case:stop_clock": _("Time not counted was recorded"),
    "feed:make": _("Calendar link made"),
    "feed:revoke": _("Calendar link ended"),
    "interval:approve": _("Interval approved"),
    "interval:end": _("Interval ended"),
    "interval:refuse": _("Interval refused"),
    "profile:add_step": _("Step of extension entered"),
    "profile:edit": _("Rules of a field changed"),
    "profile:edit_step": _("Step of extension changed"),
    "profile:enter": _("Rules of a field entered"),
    "profile:load": _("Rules of the fields entered as shipped"),
    "profile:remove_step": _("Step of extension removed"),
}
"""How the acts on periods are told in a timeline."""
