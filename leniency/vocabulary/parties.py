"""Who the party is, and what earlier decisions were: only their day and kind are ever told (Art. 4, 10)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class PriorKind(models.TextChoices):
    """All of them count: whoever was spared once is not in breach for the first time.

    A warning is a penalty (Penalty Law, Art. 9(1)), so it counts like one and is told apart only in words.
    """

    PENALTY = "penalty", _("penalty")
    WAIVER = "waiver", _("penalty waived")
    NOT_OPENED = "not_opened", _("not filed out of leniency")
    WARNING = "warning", _("warning")


class PartyKind(models.TextChoices):
    """Whether the party is a person; who trades under its own name is one (Penalty Law, Art. 30-31)."""

    PERSON = "person", _("person")
    SOLE_TRADER = "sole_trader", _("individual business")
    ORGANISATION = "organisation", _("organisation")
