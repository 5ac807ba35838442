"""What an assessment can say: of a condition, of an entry, and of the case (Penalty Law, Art. 30-33)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.vocabulary import Tone


class Verdict(models.TextChoices):
    """Three values: what is not known is never taken for no."""

    HOLDS = "holds", _("holds")
    FAILS = "fails", _("does not hold")
    UNKNOWN = "unknown", _("not known yet")


TONE_OF_VERDICT = {Verdict.HOLDS: Tone.GOOD, Verdict.FAILS: Tone.NEUTRAL, Verdict.UNKNOWN: Tone.WATCH}


class Conclusion(models.TextChoices):
    SHALL_NOT = "shall_not", _("shall not be penalised")
    MAY_NOT = "may_not", _("need not be penalised")
    MITIGATED = "mitigated", _("mitigated penalty")
    LIGHTER = "lighter", _("lighter penalty")
    NO_COERCION = "no_coercion", _("no coercion")
    UNKNOWN = "unknown", _("not known yet")
    NOT_APPLICABLE = "not_applicable", _("no entry applies")


FAVOUR = (
    Conclusion.SHALL_NOT,
    Conclusion.MAY_NOT,
    Conclusion.MITIGATED,
    Conclusion.LIGHTER,
    Conclusion.NO_COERCION,
)
"""From the most to the least favourable to the party."""


class Ground(models.TextChoices):
    """Grounds of the law itself, which hold with or without an entry."""

    CHILD = "child", _("the party is under 14")
    MINOR_AGED = "minor_aged", _("the party is 14 to 17")
    INCAPABLE = "incapable", _("the party could not recognise or control its conduct")
    LIMITED = "limited", _("the party could recognise or control its conduct only in part")
    TIME_LIMIT = "time_limit", _("the violation was discovered too late")
    SLIGHT_CONDUCT = "slight_conduct", _("minor, corrected in time and without harm")
    FIRST_SLIGHT = "first_slight", _("first violation, slight harm, corrected in time")
    NO_FAULT = "no_fault", _("the party proves that it was not at fault")
    SPECIAL_LAW = "special_law", _("a special law lets the party off")
    REMOVED_HARM = "removed_harm", _("the party removed or reduced the harm of its own accord")
    COERCED_OR_DECEIVED = "coerced_or_deceived", _("the party was forced or deceived by others")
    CONFESSED_UNKNOWN = (
        "confessed_unknown",
        _("the party confessed violations that the organ did not know of"),
    )
    MERITORIOUS = "meritorious", _("the party helped the organ to clear up violations")
    OTHER_GROUND = "other_ground", _("another law, regulation or rule obliges to a milder penalty")
    DUTY = "duty", _("the law obliges to a lighter or mitigated penalty")
