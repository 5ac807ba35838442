"""The words of telling whether two entries of the registry are one person or firm (Art. 4, 10)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Trait(models.TextChoices):
    """What two entries share."""

    OWNER = "owner", _("one is the owner of the other")
    REPRESENTATIVE = "representative", _("same legal representative")
    ADDRESS = "address", _("same address")
    TELEPHONE = "telephone", _("same telephone")
    NAME = "name", _("names alike")


class SameAnswer(models.TextChoices):
    SAME = "same", _("the same")
    OTHER = "other", _("not the same")


SAME_PARTY_ACTIONS: dict[str, Any] = {
    "counterpart:say_same": _("It was said whether two entries are the same party"),
}
"""How the acts on sameness are told in a timeline."""
