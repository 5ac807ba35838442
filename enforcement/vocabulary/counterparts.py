"""The words of counterparts (Art. 3)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CounterpartKind(models.TextChoices):
    CITIZEN = "citizen", _("citizen")
    SOLE_TRADER = "sole_trader", _("individual business")
    LEGAL_PERSON = "legal_person", _("legal person")
    COOPERATIVE = "cooperative", _("farmers' cooperative")
    OTHER = "other", _("other organisation")


class Industry(models.TextChoices):
    """Sections of the national industry classification, as far as organs meet them."""

    FARMING = "A", _("farming, forestry, animal husbandry, fishery")
    MANUFACTURING = "C", _("manufacturing")
    UTILITIES = "D", _("electricity, heat, gas and water supply")
    CONSTRUCTION = "E", _("construction")
    TRADE = "F", _("wholesale and retail")
    TRANSPORT = "G", _("transport, storage and post")
    HOSPITALITY = "H", _("accommodation and catering")
    INFORMATION = "I", _("information and software")
    REAL_ESTATE = "K", _("real estate and property management")
    BUSINESS_SERVICES = "L", _("leasing and business services")
    ENVIRONMENT = "N", _("water, environment and public facilities")
    PERSONAL_SERVICES = "O", _("resident services and repair")
    EDUCATION = "P", _("education")
    HEALTH = "Q", _("health and social work")
    CULTURE = "R", _("culture, sports and entertainment")
    NONE = "-", _("none (citizen)")


class LicenceState(models.TextChoices):
    VALID = "valid", _("valid")
    EXPIRED = "expired", _("expired")
    REVOKED = "revoked", _("revoked")
