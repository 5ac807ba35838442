"""The words of leaving what an assessment proposes: another choice, or the law beyond the lists (Art. 10 para. 1)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from foundation.articles import PENALTY, Citation
from foundation.vocabulary import Tone


class ChoiceState(models.TextChoices):
    ASKED = "asked", _("waiting for a head")
    APPROVED = "approved", pgettext_lazy("choice", "approved")
    REFUSED = "refused", pgettext_lazy("choice", "refused")
    OVERTAKEN = "overtaken", pgettext_lazy("choice", "overtaken")


TONE_OF_CHOICE = {
    ChoiceState.ASKED: Tone.WATCH,
    ChoiceState.APPROVED: Tone.GOOD,
    ChoiceState.REFUSED: Tone.NEUTRAL,
    ChoiceState.OVERTAKEN: Tone.NEUTRAL,
}


class LawGround(models.TextChoices):
    """Grounds on which the law itself spares the party, whatever the lists say."""

    MINOR = "minor", _("minor, corrected in time, no harm")
    FIRST = "first", _("first violation, slight harm, corrected in time")
    NO_FAULT = "no_fault", _("no subjective fault, proven by the party")
    CHILD = "child", _("the party is under 14")
    INCAPABLE = "incapable", _("the party could not recognise or control its conduct")
    TOO_LATE = "too_late", _("the limitation period has passed")


CITATION_OF_GROUND: dict[str, Citation] = {
    LawGround.MINOR: Citation(PENALTY, "33(1)"),
    LawGround.FIRST: Citation(PENALTY, "33(1)"),
    LawGround.NO_FAULT: Citation(PENALTY, "33(2)"),
    LawGround.CHILD: Citation(PENALTY, "30"),
    LawGround.INCAPABLE: Citation(PENALTY, "31"),
    LawGround.TOO_LATE: Citation(PENALTY, "36"),
}


class Element(models.TextChoices):
    """What a ground consists of: each is shown for itself, with its reason and its evidence."""

    CONDUCT = "conduct", _("the conduct is minor, because")
    CORRECTED = "corrected", _("it was corrected in time, because")
    NO_HARM = "no_harm", _("it did no harm, because")
    FIRST_TIME = "first_time", _("it is the first violation, because")
    SLIGHT_HARM = "slight_harm", _("the harm is slight, because")
    PROOF = "proof", _("the party's evidence excludes fault, because")
    AGE = "age", _("the age is established by")
    CAPACITY = "capacity", _("the state of mind is established by")
    ENDED = "ended", _("the act ended, and was discovered, on these days")


E = Element
ELEMENTS_OF: dict[str, tuple[Element, ...]] = {
    LawGround.MINOR: (E.CONDUCT, E.CORRECTED, E.NO_HARM),
    LawGround.FIRST: (E.FIRST_TIME, E.SLIGHT_HARM, E.CORRECTED),
    LawGround.NO_FAULT: (E.PROOF,),
    LawGround.CHILD: (E.AGE,),
    LawGround.INCAPABLE: (E.CAPACITY,),
    LawGround.TOO_LATE: (E.ENDED,),
}
"""What the law asks of each ground (Penalty Law, Art. 30, 31, 33, 36)."""
