"""The words of recusal, filing, custody, hearing and deliberation (Penalty Law, Art. 27, 41-65)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class RecusalApplicant(models.TextChoices):
    OFFICER = "officer", _("the officer")
    PARTY = "party", _("the party")


class RecusalGround(models.TextChoices):
    PARTY = "party", _("is a party or a near relative of one")
    INTEREST = "interest", _("has an interest in the case")
    WITNESS = "witness", _("was witness or expert in the case")
    OTHER = "other", _("other relation that may affect fairness")


class RecusalState(models.TextChoices):
    APPLIED = "applied", _("applied for")
    GRANTED = "granted", _("granted")
    REFUSED = "refused", pgettext_lazy("recusal", "refused")


class RecusalBody(models.TextChoices):
    HEAD = "head", _("head of the organ")
    COLLECTIVE = "collective", _("collective discussion of the heads")
    SUPERIOR = "superior", _("superior organ or people's government")


class NonFilingGround(models.TextChoices):
    """Why a clue becomes no case."""

    MINOR = "minor", _("minor, corrected in time, no harm")
    FIRST = "first", _("first time, slight harm, corrected in time")
    NO_FAULT = "no_fault", _("no subjective fault, proven by the party")
    NO_FACTS = "no_facts", _("no evidence of a violation")
    NOT_PUNISHABLE = "not_punishable", _("not punishable by law")
    NO_JURISDICTION = "no_jurisdiction", _("another organ is competent")
    TOO_LATE = "too_late", _("the limitation period has passed")


LENIENT_GROUNDS = (NonFilingGround.MINOR, NonFilingGround.FIRST, NonFilingGround.NO_FAULT)


class EvidenceStanding(models.TextChoices):
    PENDING = "pending", _("not verified yet")
    VERIFIED = "verified", _("verified")
    REJECTED = "rejected", _("not accepted")
    ILLEGAL = "illegal", _("excluded as illegally obtained")


class CustodyKind(models.TextChoices):
    TAKEN = "taken", _("taken in")
    HANDED = "handed", _("handed over")
    STORED = "stored", _("put into store")
    EXAMINED = "examined", _("examined")
    RETURNED = "returned", _("given back")


class PreservationState(models.TextChoices):
    PROPOSED = "proposed", _("waiting for the head")
    APPROVED = "approved", _("registered")
    ENDED = "ended", _("ended")
    LAPSED = "lapsed", _("lapsed")
    REFUSED = "refused", pgettext_lazy("registration of evidence", "refused")


class PreservationEnd(models.TextChoices):
    RETURNED = "returned", _("given back")
    COPIED = "copied", _("copied or photographed, then given back")
    APPRAISED = "appraised", _("sent to an appraisal")
    SEIZED = "seized", _("turned into a seizure")
    CONFISCATED = "confiscated", _("confiscated by decision")


class Phase(models.TextChoices):
    """The phases that the whole-process record covers."""

    START = "start", _("start")
    EVIDENCE = "evidence", _("investigation and evidence")
    REVIEW = "review", _("review")
    DECISION = "decision", pgettext_lazy("phase", "decision")
    SERVICE = "service", _("service")
    EXECUTION = "execution", _("execution")


class Medium(models.TextChoices):
    TEXT = "text", _("written record")
    AUDIO = "audio", _("sound recording")
    VIDEO = "video", _("video recording")


class RecordKind(models.TextChoices):
    INQUIRY = "inquiry", _("note of an inquiry")
    ON_SITE = "on_site", _("on-site note")
    HEARING = "hearing", _("record of a hearing")
    SERVICE = "service", _("record of a service")
    OTHER = "other", _("other record")


class Signature(models.TextChoices):
    PAGES = "pages", _("signed page by page")
    REFUSED = "refused", _("signature refused, with a witness")
    NONE = "none", _("not signed")


class HearingState(models.TextChoices):
    REQUESTED = "requested", _("requested")
    ARRANGED = "arranged", _("arranged")
    HELD = "held", pgettext_lazy("hearing", "held")
    WITHDRAWN = "withdrawn", _("withdrawn by the party")


class CrimeAnswer(models.TextChoices):
    WAITING = "waiting", _("no answer yet")
    ACCEPTED = "accepted", _("taken over")
    RETURNED = "returned", pgettext_lazy("referral", "given back: no crime")


STEP_ACTIONS: dict[str, Any] = {
    "case:answer_crime": _("Answer to the referral recorded"),
    "case:apply_recusal": _("Recusal applied for"),
    "case:approve_preservation": _("Registration of evidence decided"),
    "case:arrange_hearing": _("Hearing arranged"),
    "case:ask_review": _("Legal review asked for"),
    "case:decide_on_spot": _("Decided on the spot"),
    "case:decide_recusal": _("Recusal decided"),
    "case:end_preservation": _("Registration of evidence ended"),
    "case:extend_review": _("More time for the legal review granted"),
    "case:extend_verification": _("Time to verify extended"),
    "case:hand_in": _("Decision on the spot filed with the organ"),
    "case:hand_evidence": _("Custody of evidence recorded"),
    "case:hold_hearing": _("Hearing held"),
    "case:lapse_preservation": _("Registration of evidence lapsed"),
    "case:preserve_evidence": _("Registration of evidence proposed"),
    "case:record_discussion": _("Collective discussion recorded"),
    "case:record_monitoring": _("Monitoring device recorded"),
    "case:record_process": _("Record of the procedure kept"),
    "case:request_hearing": _("Hearing requested"),
    "case:suspect_crime": _("Suspected crime referred"),
    "case:verify_evidence": _("Evidence verified"),
    "case:withdraw_hearing": _("Request for a hearing withdrawn"),
}
"""How these acts are told in a timeline."""
