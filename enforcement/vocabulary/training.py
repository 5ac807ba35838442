"""The words of training (Art. 7)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class TrainingKind(models.TextChoices):
    COURSE = "course", _("course")
    ONLINE = "online", _("online course")
    DRILL = "drill", _("drill")
    CASE_STUDY = "case_study", _("case study")
    EXCHANGE = "exchange", _("exchange of experience")


class TrainingTopic(models.TextChoices):
    SERVICE = "service", _("service-oriented enforcement")
    LAW = "law", _("law and procedure")
    MANNER = "manner", _("manner and language of enforcement")
    SAFETY = "safety", _("safety on duty")
    OTHER = "other", _("another topic")


class TrainingState(models.TextChoices):
    PLANNED = "planned", pgettext_lazy("training", "planned")
    HELD = "held", pgettext_lazy("training", "held")
    CANCELLED = "cancelled", pgettext_lazy("training", "cancelled")


class Consequence(models.TextChoices):
    """What follows when an officer with too few hours is to handle a case: a local setting."""

    TELL = "tell", _("the officer and the head are told")
    WARN = "warn", _("a reason is asked for")
    BLOCK = "block", _("the officer is not assigned")


TRAINING_ACTIONS: dict[str, Any] = {
    "training:attend": _("Attendance recorded"),
    "training:cancel": _("Training cancelled"),
    "training:edit": _("Training changed"),
    "training:hold": _("Training held"),
    "training:import": _("Attendance imported"),
    "training:plan": _("Training planned"),
    "training:set_policy": _("Policy on training hours set"),
}
"""How the acts on training are told in a timeline."""
