"""What the law lets an organ do with a violation, and what stays whatever is spared (Penalty Law, Art. 28-33)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.vocabulary import Tone
from leniency.vocabulary.verdicts import Conclusion, Ground


class Treatment(models.TextChoices):
    """From the most to the least favourable to the party, and that it is not known."""

    SHALL_NOT_PENALISE = "shall_not_penalise", _("no penalty shall be imposed")
    MAY_NOT_PENALISE = "may_not_penalise", _("the organ may refrain from a penalty")
    SHALL_LIGHTEN_OR_MITIGATE = "shall_lighten_or_mitigate", _("the penalty shall be lighter or mitigated")
    MAY_LIGHTEN = "may_lighten", _("the penalty may be lighter or mitigated")
    ORDINARY = "ordinary", _("nothing speaks for leniency")
    UNKNOWN = "unknown", _("not known yet")


T, G, C = Treatment, Ground, Conclusion
MILDNESS = (T.SHALL_NOT_PENALISE, T.MAY_NOT_PENALISE, T.SHALL_LIGHTEN_OR_MITIGATE, T.MAY_LIGHTEN, T.ORDINARY)
SPARING = (T.SHALL_NOT_PENALISE, T.MAY_NOT_PENALISE)

TREATMENT_OF_GROUND: dict[str, Treatment] = {
    G.CHILD: T.SHALL_NOT_PENALISE,
    G.MINOR_AGED: T.SHALL_LIGHTEN_OR_MITIGATE,
    G.INCAPABLE: T.SHALL_NOT_PENALISE,
    G.LIMITED: T.MAY_LIGHTEN,
    G.TIME_LIMIT: T.SHALL_NOT_PENALISE,
    G.SLIGHT_CONDUCT: T.SHALL_NOT_PENALISE,
    G.FIRST_SLIGHT: T.MAY_NOT_PENALISE,
    G.NO_FAULT: T.SHALL_NOT_PENALISE,
    G.REMOVED_HARM: T.SHALL_LIGHTEN_OR_MITIGATE,
    G.COERCED_OR_DECEIVED: T.SHALL_LIGHTEN_OR_MITIGATE,
    G.CONFESSED_UNKNOWN: T.SHALL_LIGHTEN_OR_MITIGATE,
    G.MERITORIOUS: T.SHALL_LIGHTEN_OR_MITIGATE,
    G.OTHER_GROUND: T.SHALL_LIGHTEN_OR_MITIGATE,
    G.SPECIAL_LAW: T.MAY_NOT_PENALISE,
    G.DUTY: T.SHALL_LIGHTEN_OR_MITIGATE,
}
"""What follows from each ground that holds; ``DUTY`` stands in assessments of earlier years alone."""

TREATMENT_OF_CONCLUSION: dict[str, Treatment] = {
    C.SHALL_NOT: T.SHALL_NOT_PENALISE,
    C.MAY_NOT: T.MAY_NOT_PENALISE,
    C.MITIGATED: T.MAY_LIGHTEN,
    C.LIGHTER: T.MAY_LIGHTEN,
}
"""What an entry that applies leads to; a list without a ground of the law obliges to nothing (Art. 32)."""

CONCLUSION_OF_TREATMENT: dict[str, Conclusion] = {
    T.SHALL_NOT_PENALISE: C.SHALL_NOT,
    T.MAY_NOT_PENALISE: C.MAY_NOT,
    T.SHALL_LIGHTEN_OR_MITIGATE: C.LIGHTER,
    T.MAY_LIGHTEN: C.LIGHTER,
}

TONE_OF_TREATMENT: dict[str, Tone] = {
    T.SHALL_NOT_PENALISE: Tone.GOOD,
    T.MAY_NOT_PENALISE: Tone.GOOD,
    T.SHALL_LIGHTEN_OR_MITIGATE: Tone.INFO,
    T.MAY_LIGHTEN: Tone.INFO,
    T.ORDINARY: Tone.NEUTRAL,
    T.UNKNOWN: Tone.WATCH,
}


class Surviving(models.TextChoices):
    """What stays although no penalty is imposed (Penalty Law, Art. 8, 28, 30, 31)."""

    ORDER_TO_CORRECT = "order_to_correct", _("the order to correct")
    CONFISCATION = "confiscation", _("confiscation")
    GUARDIAN_DISCIPLINE = "guardian_discipline", _("discipline by the guardian")
    GUARDIAN_CARE = "guardian_care", _("watch and treatment by the guardian")
    CIVIL_LIABILITY = "civil_liability", _("civil liability for the harm")


class Obligation(models.TextChoices):
    """What the organ owes or asks for when it is lenient (Penalty Law, Art. 28, 33(3))."""

    ORDER_TO_CORRECT = "order_to_correct", _("order to correct")
    EDUCATION = "education", _("educate the party, and record it")
    COMMITMENT = "commitment", _("commitment letter of the party")
    RECHECK = "recheck", _("check again whether it is corrected")
    RETURN_VISIT = "return_visit", _("return visit")
