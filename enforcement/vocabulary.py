"""The words of enforcement: organs, officers, counterparts, matters and cases (Art. 3-7)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


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


class CaseSource(models.TextChoices):
    INSPECTION = "inspection", _("found on inspection")
    COMPLAINT = "complaint", _("complaint")
    REPORT = "report", _("report")
    REFERRAL = "referral", _("referred by another organ")
    SUPERIOR = "superior", _("assigned by a superior")
    MEDIA = "media", _("media")
    MONITORING = "monitoring", _("monitoring or data check")
    SELF_REPORT = "self_report", _("reported by the counterpart")


class CaseState(models.TextChoices):
    CLUE = "clue", _("clue")
    NOT_FILED = "not_filed", _("not filed")
    FILED = "filed", _("filed")
    INVESTIGATED = "investigated", _("investigated")
    ASSESSED = "assessed", _("leniency assessed")
    NOTIFIED = "notified", _("party notified")
    DECIDED = "decided", _("decided")
    CARRIED_OUT = "carried_out", _("carried out")
    CLOSED = "closed", pgettext_lazy("case", "closed")
    ARCHIVED = "archived", _("archived")


OPEN_STATES = (
    CaseState.CLUE,
    CaseState.FILED,
    CaseState.INVESTIGATED,
    CaseState.ASSESSED,
    CaseState.NOTIFIED,
    CaseState.DECIDED,
    CaseState.CARRIED_OUT,
)


UNDECIDED = (CaseState.FILED, CaseState.INVESTIGATED, CaseState.ASSESSED, CaseState.NOTIFIED)


class Procedure(models.TextChoices):
    SUMMARY = "summary", _("summary procedure")
    ORDINARY = "ordinary", _("ordinary procedure")


class CaseRole(models.TextChoices):
    """One officer holds at most one of these in a case: duties are separated."""

    HANDLER = "handler", _("handling officer")
    REVIEWER = "reviewer", _("legal reviewer")
    DECIDER = "decider", _("deciding head")
    VISITOR = "visitor", _("return visitor")


class Outcome(models.TextChoices):
    PENALTY = "penalty", _("penalty")
    LIGHTER = "lighter", _("lighter penalty")
    MITIGATED = "mitigated", _("mitigated penalty")
    NO_PENALTY = "no_penalty", _("no penalty, with education")
    NOT_ESTABLISHED = "not_established", _("violation not established")
    TRANSFERRED = "transferred", _("transferred")


PENALISING = (Outcome.PENALTY, Outcome.LIGHTER, Outcome.MITIGATED)


class PenaltyKind(models.TextChoices):
    """Kinds of penalty under Article 9 of the Administrative Penalty Law."""

    WARNING = "warning", _("warning or criticism in a circular")
    FINE = "fine", _("fine")
    CONFISCATION = "confiscation", _("confiscation of unlawful gains or property")
    LICENCE = "licence", _("suspension or revocation of a licence")
    BUSINESS = "business", _("restriction or suspension of business")
    OTHER = "other", _("other penalty provided by law")


class Harm(models.TextChoices):
    NONE = "none", _("no harmful consequence")
    SLIGHT = "slight", _("slight consequence")
    EVIDENT = "evident", _("evident consequence")


class Fault(models.TextChoices):
    NONE = "none", _("no fault: proven by the party")
    NEGLIGENT = "negligent", _("negligence")
    INTENTIONAL = "intentional", _("intention")


class ReviewOpinion(models.TextChoices):
    PASSED = "passed", _("agreed")
    RETURNED = "returned", _("returned for correction")


class EvidenceKind(models.TextChoices):
    """The eight kinds of evidence of Article 46 of the Administrative Penalty Law."""

    DOCUMENTARY = "documentary", _("documentary evidence")
    PHYSICAL = "physical", _("physical evidence")
    AUDIOVISUAL = "audiovisual", _("audio-visual material")
    ELECTRONIC = "electronic", _("electronic data")
    TESTIMONY = "testimony", _("testimony of a witness")
    STATEMENT = "statement", _("statement of the party")
    APPRAISAL = "appraisal", _("expert opinion")
    RECORD = "record", _("inquest or on-site record")


class DocumentKind(models.TextChoices):
    """Kinds of numbered documents with the sign that stands in the number."""

    FILING = "filing", "立"
    NOTICE = "notice", "告"
    DECISION = "decision", "罚"
    NO_PENALTY = "no_penalty", "不罚"
    GUIDANCE = "guidance", "指"


class Tier(models.TextChoices):
    """Tiers of circumstances in a discretion benchmark."""

    SLIGHT = "slight", _("slight")
    LIGHT = "light", _("comparatively light")
    NORMAL = "normal", _("normal")
    GRAVE = "grave", _("comparatively grave")
    SEVERE = "severe", _("severe")


CASE_ACTIONS: dict[str, Any] = {
    "case:add_evidence": _("Evidence added"),
    "case:archive": _("File archived"),
    "case:assess": _("Leniency assessment concluded"),
    "case:assign_handlers": _("Handling officers named"),
    "case:carry_out": _("Decision carried out"),
    "case:close": _("Case closed"),
    "case:decide": _("Decision taken"),
    "case:decline_filing": _("Clue not filed"),
    "case:edit": _("Case corrected"),
    "case:file": _("Case filed"),
    "case:flag": _("Marked as major, complex or of social impact"),
    "case:investigate": _("Investigation concluded"),
    "case:notify": _("Prior notice served"),
    "case:record_circumstances": _("Circumstances recorded"),
    "case:record_defence": _("Statement and defence recorded"),
    "case:register_clue": _("Clue registered"),
    "case:review": _("Legal review recorded"),
    "case:serve_decision": _("Decision served"),
}
"""How the acts on a case are told in a timeline."""

REGISTRY_ACTIONS: dict[str, Any] = {
    "api:read_personal": _("Personal data read by a program"),
    "auth:lift_lock": _("Sign-in lock lifted"),
    "auth:sign_in": _("Signed in"),
    "auth:sign_out": _("Signed out"),
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
