"""The rungs of the ladder, and by what effect is looked at (Art. 3, 8)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.vocabulary import OverrideReason
from guidance.vocabulary.ways import Way


class EffectCut(models.TextChoices):
    """By what the effect of guidance is looked at."""

    WAY = "way", _("way")
    ORGAN = "organ", _("organ")
    MATTER = "matter", _("matter")
    MONTH = "month", _("month")


class Rung(models.TextChoices):
    """The rungs of the ladder, the mildest first: each is tried before the next where it can suffice (Art. 3, 8)."""

    TIP = "tip", _("a tip")
    HELP = "help", _("counselling or a suggestion")
    EXHORT = "exhort", _("exhortation")
    INTERVIEW = "interview", _("interview")
    CASE = "case", _("decision of a case")
    VISIT = "visit", _("return visit")


RUNG_OF: dict[str, Rung] = {
    Way.GUIDE: Rung.TIP,
    Way.DEMO: Rung.TIP,
    Way.TIP: Rung.TIP,
    Way.COUNSEL: Rung.HELP,
    Way.SUGGEST: Rung.HELP,
    Way.OTHER: Rung.HELP,
    Way.EXHORT: Rung.EXHORT,
    Way.INTERVIEW: Rung.INTERVIEW,
}


WAYS_OF: dict[str, tuple[Way, ...]] = {
    Rung.TIP: (Way.TIP,),
    Rung.HELP: (Way.COUNSEL, Way.SUGGEST),
    Rung.EXHORT: (Way.EXHORT,),
    Rung.INTERVIEW: (Way.INTERVIEW,),
}


REASONS_FOR_FIRMER = (
    OverrideReason.SPECIAL_FACTS,
    OverrideReason.PARTY_CONDUCT,
    OverrideReason.HIGHER_LAW,
    OverrideReason.SUPERIOR_ORDER,
    OverrideReason.PUBLIC_SAFETY,
)
"""Why a penalty comes before guidance (GUI-22), or a firmer step before a milder one (GUI-23)."""
OWN_WARNINGS = {
    "GUI-10": _("No guidance in the place of a decision"),
    "GUI-22": _("Guidance before a penalty"),
    "GUI-23": _("The milder step first"),
    "GUI-61": _("Time to prepare for an interview"),
}
"""What the warnings ask that no law of the book of rules contains (Art. 5, 8)."""
