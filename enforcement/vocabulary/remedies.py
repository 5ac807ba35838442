"""The words of reconsideration and litigation (Art. 6; Penalty Law, Art. 7, 73)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class RemedyKind(models.TextChoices):
    RECONSIDERATION = "reconsideration", _("administrative reconsideration")
    LITIGATION = "litigation", _("administrative litigation")


class RemedyCourse(models.TextChoices):
    """By which course a reconsideration is held (Reconsideration Law, Art. 48, 54)."""

    ORDINARY = "ordinary", pgettext_lazy("reconsideration", "ordinary course")
    SUMMARY = "summary", pgettext_lazy("reconsideration", "summary course")


class RemedyState(models.TextChoices):
    FILED = "filed", pgettext_lazy("remedy", "filed")
    ACCEPTED = "accepted", pgettext_lazy("remedy", "accepted")
    REFUSED = "refused", pgettext_lazy("remedy", "not accepted")
    CONCLUDED = "concluded", pgettext_lazy("remedy", "concluded")
    WITHDRAWN = "withdrawn", pgettext_lazy("remedy", "withdrawn")


PENDING_REMEDIES = (RemedyState.FILED, RemedyState.ACCEPTED)


class RemedyResult(models.TextChoices):
    UPHELD = "upheld", pgettext_lazy("remedy", "decision upheld")
    DISMISSED = "dismissed", pgettext_lazy("remedy", "claim dismissed")
    SETTLED = "settled", pgettext_lazy("remedy", "settled by mediation")
    CHANGED = "changed", pgettext_lazy("remedy", "decision changed")
    REVOKED = "revoked", pgettext_lazy("remedy", "decision revoked")
    UNLAWFUL = "unlawful", pgettext_lazy("remedy", "decision found unlawful")
    VOID = "void", pgettext_lazy("remedy", "decision found void")


UNDOING = (RemedyResult.CHANGED, RemedyResult.REVOKED, RemedyResult.UNLAWFUL, RemedyResult.VOID)
"""Results after which what was published is withdrawn (Penalty Law, Art. 48)."""
TAKEN_OVER = (RemedyResult.CHANGED, RemedyResult.REVOKED, RemedyResult.SETTLED, RemedyResult.VOID)
"""Results that take the place of the decision: it is not what a court would execute (Reconsideration Law, Art. 78)."""


class StopGround(models.TextChoices):
    """Who holds the execution while a remedy is pending (Penalty Law, Art. 73)."""

    ORGAN = "organ", _("the organ itself holds it necessary")
    BODY = "body", _("the reconsideration organ or the court orders it")
    LAW = "law", _("a law provides for it")


REMEDY_ACTIONS: dict[str, Any] = {
    "case:file_remedy": _("Reconsideration or suit recorded"),
    "remedy:accept": _("Reconsideration or suit accepted"),
    "remedy:answer": _("Answer and evidence handed in"),
    "remedy:conclude": _("Reconsideration or suit concluded"),
    "remedy:receive_copy": _("Copy of the application or complaint received"),
    "remedy:recount": _("Days to answer and to ask the court reckoned anew"),
    "remedy:refuse": _("Reconsideration or suit not accepted"),
    "remedy:resume_execution": _("Execution goes on"),
    "remedy:stop_execution": _("Execution stopped"),
    "remedy:withdraw": _("Reconsideration or suit withdrawn"),
}
"""How the acts on a remedy are told in a timeline."""
