"""The words in which another system asks the lists, where they differ from those kept with a case (Art. 10 para. 1)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary import Capacity, Fault, Harm


class AskedHarm(models.TextChoices):
    NONE = "none", Harm.NONE.label
    SLIGHT = "slight", Harm.SLIGHT.label
    SERIOUS = "serious", Harm.EVIDENT.label


class AskedFault(models.TextChoices):
    NONE = "none", Fault.NONE.label
    ORDINARY = "ordinary", Fault.NEGLIGENT.label
    GROSS = "gross", Fault.GROSS.label
    DELIBERATE = "deliberate", Fault.INTENTIONAL.label


class AskedCapacity(models.TextChoices):
    FULL = "full", Capacity.FULL.label
    PARTIAL = "partial", Capacity.LIMITED.label
    NONE = "none", Capacity.NONE.label


class AskedSameness(models.TextChoices):
    """How near an earlier violation comes: whoever is the same entry is the same matter and field too."""

    ENTRY = "entry", _("the same entry")
    MATTER = "matter", _("the same matter")
    FIELD = "field", _("the same field")


CAPACITY_OF: dict[str, str] = {
    "full": Capacity.FULL.value,
    "partial": Capacity.LIMITED.value,
    "none": Capacity.NONE.value,
}
HARM_OF: dict[str, str] = {
    "none": Harm.NONE.value,
    "slight": Harm.SLIGHT.value,
    "serious": Harm.EVIDENT.value,
}
FAULT_OF: dict[str, str] = {
    "none": Fault.NONE.value,
    "ordinary": Fault.NEGLIGENT.value,
    "gross": Fault.GROSS.value,
    "deliberate": Fault.INTENTIONAL.value,
}

KEPT_AS: dict[str, str] = {
    "act_ended_on": "ended_on",
    "age": "party_age",
    "circumstances": "gravity",
    "coerced_or_deceived": "was_coerced",
    "confessed_unknown": "confessed",
    "correction_due_on": "correct_by",
    "meritorious": "has_merit",
    "prior": "priors",
    "refused_correction": "refuses_correction",
}
"""Facts that the rules know by another name than a question."""
