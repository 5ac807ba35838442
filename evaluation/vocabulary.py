"""The words of evaluation: indicators, periods and what can be said of a figure (Art. 4)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.vocabulary import Tone


class Direction(models.TextChoices):
    MORE = "more", _("more is better")
    LESS = "less", _("less is better")
    BAND = "band", _("within a band")


class Unit(models.TextChoices):
    SHARE = "share", _("share")
    MARK = "mark", _("mark from 1 to 5")


class PeriodKind(models.TextChoices):
    MONTH = "month", _("month")
    QUARTER = "quarter", _("quarter")
    HALF = "half", _("half year")
    YEAR = "year", _("year")


class Standing(models.TextChoices):
    """What can be said of an indicator here; only the first takes part in the score."""

    SCORED = "scored", _("scored")
    TOO_FEW = "too_few", _("too few cases to score")
    NO_DATA = "no_data", _("no data")
    NOT_MEASURED = "not_measured", _("not measured yet")


STANDING_TONES: dict[str, Tone] = {
    Standing.SCORED.value: Tone.GOOD,
    Standing.TOO_FEW.value: Tone.WATCH,
    Standing.NO_DATA.value: Tone.NEUTRAL,
    Standing.NOT_MEASURED.value: Tone.NEUTRAL,
}


class Subject(models.TextChoices):
    """What the rows behind an indicator are."""

    CASE = "case", _("cases")
    GUIDANCE = "guidance", _("guidance actions")
    ITEM = "item", _("items to be put right")
    LIST = "list", _("leniency lists")
    MATTER = "matter", _("matters")
    OFFICER = "officer", _("officers")
    VISIT = "visit", _("return visits")


EVALUATION_ACTIONS: dict[str, Any] = {
    "indicator:load": _("Definitions of indicators loaded"),
    "period:open": _("Evaluation periods opened"),
}
