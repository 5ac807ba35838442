"""The words of official documents (Art. 6, 8; Penalty Law, Art. 44, 55, 59, 61; Coercion Law, Art. 24, 31, 35, 37)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from enforcement.vocabulary.procedure import DocumentKind


class LetterKind(models.TextChoices):
    """What an official document is."""

    NOTICE = "notice", _("prior notice of an administrative penalty")
    CORRECTION = "correction", _("order to correct within a time limit")
    DECISION = "decision", _("decision on an administrative penalty")
    NO_PENALTY = "no_penalty", _("decision not to impose a penalty")
    RECEIPT = "receipt", _("receipt of service")
    GUIDANCE = "guidance", _("letter of administrative guidance")
    MEDIATION = "mediation", _("mediation agreement")
    COERCION = "coercion", _("decision on administrative coercion")
    INVENTORY = "inventory", _("inventory of things")
    DEMAND = "demand", _("written demand to perform")
    LIFTING = "lifting", _("notice that coercion has ended")
    VISIT = "visit", _("record of an inspection")
    VISIT_RESULT = "visit_result", _("result of an inspection")
    INTERVIEW = "interview", _("record of an interview")
    PROMISE = "promise", _("commitment letter")
    RISK = "risk", _("explanation of a risk score")


SIGN_OF_LETTER: dict[str, DocumentKind] = {
    LetterKind.CORRECTION: DocumentKind.CORRECTION,
    LetterKind.RECEIPT: DocumentKind.RECEIPT,
    LetterKind.MEDIATION: DocumentKind.MEDIATION,
    LetterKind.PROMISE: DocumentKind.PROMISE,
}
"""The letters that take a number of their own; the others carry that of the act they tell."""


class LetterLanguage(models.TextChoices):
    CHINESE = "zh-hans", _("Chinese")
    ENGLISH = "en", _("English")


class LetterState(models.TextChoices):
    ISSUED = "issued", pgettext_lazy("document", "issued")
    REPLACED = "replaced", pgettext_lazy("document", "replaced by a correction")


class FileForm(models.TextChoices):
    DOCX = "docx", "DOCX"
    PDF = "pdf", "PDF"


CONTENT_TYPE_OF: dict[str, str] = {
    FileForm.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileForm.PDF: "application/pdf",
}


class TemplateState(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("template", "uploaded")
    APPROVED = "approved", pgettext_lazy("template", "approved")
    RETIRED = "retired", pgettext_lazy("template", "retired")


DOCUMENT_ACTIONS: dict[str, Any] = {
    "document:add_pdf": _("PDF added to a document"),
    "document:correct": _("Document corrected by a new version"),
    "document:issue": _("Document issued"),
    "template:approve": _("Template approved"),
    "template:retire": _("Template retired"),
    "template:upload": _("Template uploaded"),
}
"""How the acts on documents and their templates are told in a timeline."""
