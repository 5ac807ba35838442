"""The words of evidence, review, decision and documents (Penalty Law, Art. 9, 46, 57-59)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PenaltyKind(models.TextChoices):
    """Kinds of penalty under Article 9 of the Administrative Penalty Law."""

    WARNING = "warning", _("warning or criticism in a circular")
    FINE = "fine", _("fine")
    CONFISCATION = "confiscation", _("confiscation of unlawful gains or property")
    LICENCE = "licence", _("suspension or revocation of a licence")
    BUSINESS = "business", _("restriction or suspension of business")
    OTHER = "other", _("other penalty provided by law")


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
    COERCION = "coercion", "强"
    INSPECTION = "inspection", "检"
    CORRECTION = "correction", "责改"
    RECEIPT = "receipt", "送"
    MEDIATION = "mediation", "调"
    PROMISE = "promise", "诺"


class Tier(models.TextChoices):
    """Tiers of circumstances in a discretion benchmark."""

    SLIGHT = "slight", _("slight")
    LIGHT = "light", _("comparatively light")
    NORMAL = "normal", _("normal")
    GRAVE = "grave", _("comparatively grave")
    SEVERE = "severe", _("severe")
