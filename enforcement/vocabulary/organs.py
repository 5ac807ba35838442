"""The words of organs, officers and reference data (Art. 3, 4)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

WHOLE_CITY: Any = _("the whole city")
"""Who keeps what no organ keeps for itself."""


class RegionLevel(models.TextChoices):
    CITY = "city", _("city")
    COUNTY = "county", _("county or district")
    TOWNSHIP = "township", _("township or subdistrict")


class OrganKind(models.TextChoices):
    DEPARTMENT = "department", _("enforcement department")
    AUTHORISED = "authorised", _("authorised organisation")
    ENTRUSTED = "entrusted", _("entrusted organisation")
    SUPERVISION = "supervision", _("enforcement supervision body")


class CertificateState(models.TextChoices):
    VALID = "valid", _("valid")
    SUSPENDED = "suspended", _("suspended")
    REVOKED = "revoked", _("revoked")
    NONE = "none", _("no certificate (auxiliary)")


REGISTRY_ACTIONS: dict[str, Any] = {
    "api:read_personal": _("Personal data read by a program"),
    "auth:end_sessions": _("Own sessions elsewhere ended"),
    "auth:enrol_second_factor": _("Second factor set up"),
    "auth:lift_lock": _("Sign-in lock lifted"),
    "auth:miss_second_factor": _("Right password, wrong code"),
    "auth:remove_second_factor": _("Second factor removed"),
    "auth:renew_recovery_codes": _("Recovery codes renewed"),
    "auth:reset_second_factor": _("Second factor reset"),
    "auth:sign_in": _("Signed in"),
    "auth:sign_out": _("Signed out"),
    "auth:use_recovery_code": _("Recovery code used"),
    "counterpart:add_contact": _("Contact added"),
    "counterpart:add_licence": _("Licence added"),
    "counterpart:edit": _("Entry corrected"),
    "counterpart:edit_contact": _("Contact corrected"),
    "counterpart:edit_licence": _("Licence corrected"),
    "counterpart:register": _("Counterpart registered"),
    "counterpart:remove_contact": _("Contact removed"),
    "counterpart:reveal": _("Personal data shown in full"),
    "field:edit": _("Field of enforcement corrected"),
    "field:found": _("Field of enforcement entered"),
    "holiday:enter": _("Holiday arrangement entered"),
    "holiday:import": _("Holiday arrangements imported"),
    "instrument:edit": _("Legal instrument corrected"),
    "instrument:found": _("Legal instrument entered"),
    "matter:cite": _("Provision linked"),
    "matter:edit": _("Matter changed"),
    "matter:edit_band": _("Discretion band changed"),
    "matter:enter_band": _("Discretion band entered"),
    "matter:found": _("Matter entered"),
    "matter:load_sample": _("Sample matters entered"),
    "matter:remove_band": _("Discretion band removed"),
    "matter:uncite": _("Provision unlinked"),
    "officer:certificate": _("Certificate recorded"),
    "officer:change_own_password": _("Own password changed"),
    "officer:choose_language": _("Language chosen"),
    "officer:deactivate": _("Account closed"),
    "officer:edit": _("Officer's entry corrected"),
    "officer:enrol": _("Officer enrolled"),
    "officer:move": _("Moved to another organ"),
    "officer:reactivate": _("Account opened again"),
    "officer:reset_password": _("New password given"),
    "organ:edit": _("Organ changed"),
    "organ:found": _("Organ entered"),
    "organ:name_first_responsible": _("First responsible person named"),
    "provision:edit": _("Provision corrected"),
    "provision:found": _("Provision entered"),
    "provision:revise": _("Provision revised"),
    "region:edit": _("Region corrected"),
    "region:found": _("Region entered"),
    "role:grant": _("Role granted"),
    "role:revoke": _("Role revoked"),
    "token:issue": _("Access token issued"),
    "token:revoke": _("Access token revoked"),
}
"""How the acts on organs, people and reference data are told in a timeline."""
