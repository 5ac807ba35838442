"""The words of leaving a discretion benchmark (Art. 5; Penalty Law, Art. 34)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DepartureState(models.TextChoices):
    ASKED = "asked", _("waiting for approval")
    APPROVED = "approved", pgettext_lazy("departure", "approved")
    REFUSED = "refused", pgettext_lazy("departure", "refused")


class DepartureGround(models.TextChoices):
    """Why the fine of a tier does not fit this case."""

    SPECIAL_FACTS = "special_facts", _("facts that the benchmark does not foresee")
    PARTY_CONDUCT = "party_conduct", _("conduct of the party after the act")
    HARDSHIP = "hardship", _("plainly too hard or too mild for the harm done")
    SUPERIOR_ORDER = "superior_order", _("written order of a superior organ")


DEPARTURE_ACTIONS: dict[str, Any] = {
    "case:ask_departure": _("Leaving the benchmark was asked for"),
    "departure:approve": _("Leaving the benchmark approved"),
    "departure:refuse": _("Leaving the benchmark refused"),
}
"""How the acts on departures are told in a timeline."""
