"""The words of administrative mediation (Art. 7)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MediationState(models.TextChoices):
    APPLIED = "applied", pgettext_lazy("mediation", "applied for")
    UNDERWAY = "underway", pgettext_lazy("mediation", "under way")
    AGREED = "agreed", pgettext_lazy("mediation", "agreed")
    PARTLY = "partly", pgettext_lazy("mediation", "agreed in part")
    FAILED = "failed", pgettext_lazy("mediation", "not agreed")
    WITHDRAWN = "withdrawn", pgettext_lazy("mediation", "withdrawn")
    PERFORMED = "performed", pgettext_lazy("mediation", "performed")
    UNPERFORMED = "unperformed", pgettext_lazy("mediation", "not performed")


WITH_AGREEMENT = (
    MediationState.AGREED,
    MediationState.PARTLY,
    MediationState.PERFORMED,
    MediationState.UNPERFORMED,
)
OPEN_MEDIATIONS = (MediationState.APPLIED, MediationState.UNDERWAY)


class DisputeKind(models.TextChoices):
    CONSUMER = "consumer", _("consumer dispute")
    NEIGHBOUR = "neighbour", _("dispute between neighbours")
    PROPERTY = "property", _("property management dispute")
    COMPENSATION = "compensation", _("administrative compensation")
    DISCRETION = "discretion", _("act within administrative discretion")
    OTHER = "other", _("another dispute")


class PartyRole(models.TextChoices):
    APPLICANT = "applicant", _("applicant")
    RESPONDENT = "respondent", _("respondent")
    THIRD = "third", _("third party")


MEDIATION_ACTIONS: dict[str, Any] = {
    "mediation:accept": _("Mediation begun"),
    "mediation:add_party": _("Party added"),
    "mediation:agree": _("Agreement reached"),
    "mediation:agree_partly": _("Agreement reached in part"),
    "mediation:edit": _("Mediation corrected"),
    "mediation:fail": _("Mediation ended without agreement"),
    "mediation:hold_session": _("Mediation session recorded"),
    "mediation:name_mediators": _("Mediators named"),
    "mediation:note_performed": _("Agreement performed"),
    "mediation:note_unperformed": _("Agreement not performed"),
    "mediation:register": _("Mediation applied for"),
    "mediation:withdraw": _("Mediation withdrawn"),
}
"""How the acts on a mediation are told in a timeline."""
