"""Official documents: frozen when they are issued, corrected only by a new version (Art. 6, 8)."""

from __future__ import annotations

import json
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import CityWide, OrganScoped
from enforcement.models.cases import Case
from enforcement.models.officers import Officer
from enforcement.models.organs import Field, Organ
from enforcement.rules.documents import ApprovalFacts, PrintFacts
from enforcement.rules.letters import Letter
from enforcement.scope import CityWideQuerySet, ScopedQuerySet, serves_whole_city, through
from enforcement.vocabulary import (
    CONTENT_TYPE_OF,
    WHOLE_CITY,
    FileForm,
    LetterKind,
    LetterLanguage,
    LetterState,
    TemplateState,
)
from foundation.actors import Actor
from foundation.record import RecordedModel
from foundation.secrecy import EncryptedTextField

_SUBJECTS: dict[str, type[models.Model]] = {}


def register_subject(noun: str, model: type[models.Model]) -> None:
    """Let documents be about rows of ``model``; floors above add theirs."""
    _SUBJECTS[noun] = model


class TemplateQuerySet(CityWideQuerySet):
    """Everybody may know the templates; each is kept by its own organ."""

    def workable_by(self, actor: Actor) -> Self:
        """Those of the own organ; those of the whole city for its own organs."""
        kept = Q(organ_id=actor.organ_id)
        if serves_whole_city(actor):
            kept |= Q(organ=None)
        return self.visible_to(actor).filter(kept)

    def fitting(self, *, kind: str, language: str, organ: Organ) -> Self:
        """Approved templates of ``organ``, of the organs above it, and of the whole city."""
        above = {organ.pk, organ.branch_id, organ.line_id} - {None}
        fitting = self.filter(state=TemplateState.APPROVED, kind=kind, language=language)
        return fitting.filter(Q(organ__in=above) | Q(organ=None))


class DocumentTemplate(CityWide):
    """A Word file from which an organ, or without one the whole city, makes its documents of one kind."""

    organ = models.ForeignKey(
        Organ, verbose_name=_("organ"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    field = models.ForeignKey(
        Field,
        verbose_name=_("field of enforcement"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    kind = models.CharField(_("kind of document"), max_length=12, choices=LetterKind.choices)
    language = models.CharField(
        _("language"), max_length=8, choices=LetterLanguage.choices, default=LetterLanguage.CHINESE
    )
    name = models.CharField(_("name"), max_length=120)
    edition = models.PositiveIntegerField(_("edition"), default=1)
    state = models.CharField(
        _("state"), max_length=10, choices=TemplateState.choices, default=TemplateState.DRAFT
    )
    in_force_from = models.DateField(_("in force from"))
    uploaded_by = models.ForeignKey(
        Officer, verbose_name=_("uploaded by"), on_delete=models.PROTECT, related_name="+"
    )
    approved_by = models.ForeignKey(
        Officer,
        verbose_name=_("approved by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)
    file = models.CharField(_("file"), max_length=120, unique=True, editable=False)
    size = models.PositiveBigIntegerField(_("size (bytes)"))
    sha256 = models.CharField(max_length=64)

    objects = TemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("template of documents")
        verbose_name_plural = _("templates of documents")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "kind", "language", "name", "edition"],
                name="template_edition_once",
                violation_error_message=_("This edition of the template exists already."),
            ),
            models.UniqueConstraint(
                fields=["kind", "language", "name", "edition"],
                condition=Q(organ=None),
                name="template_of_city_edition_once",
                violation_error_message=_("This edition of the city's template exists already."),
            ),
            models.CheckConstraint(
                condition=~Q(state=TemplateState.APPROVED) | Q(approved_by__isnull=False),
                name="template_approved_by_somebody",
                violation_error_message=_("An approved template says who approved it."),
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=models.F("uploaded_by")),
                name="template_approved_by_another",
                violation_error_message=_("Who uploaded a template does not approve it."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} · {self.edition}"

    def get_absolute_url(self) -> str:
        return reverse("enforcement:template_detail", args=[self.pk])

    def facts(self, *, by: Actor, at: Any) -> ApprovalFacts:
        """What the rules need to know when it is to be approved."""
        return ApprovalFacts(self.uploaded_by_id, by.officer_id)

    @property
    def shown_organ(self) -> str:
        return str(self.organ or WHOLE_CITY)

    @property
    def content_type(self) -> str:
        return CONTENT_TYPE_OF[FileForm.DOCX]

    @property
    def original_name(self) -> str:
        return f"{self.name}-{self.edition}.docx"


class DocumentQuerySet(ScopedQuerySet):
    def about(self, noun: str, pk: int) -> Self:
        return self.filter(subject=f"{noun}:{pk}")

    def current(self) -> Self:
        return self.filter(state=LetterState.ISSUED)


class Document(OrganScoped):
    """One issued version of a document; its text and files never change."""

    FROZEN = ("kind", "language", "subject", "number", "title", "addressee", "edition", "text", "template_id")

    subject = models.CharField(_("about"), max_length=40)
    case = models.ForeignKey(
        Case, verbose_name=_("case"), null=True, on_delete=models.PROTECT, related_name="documents"
    )
    kind = models.CharField(_("kind of document"), max_length=12, choices=LetterKind.choices)
    language = models.CharField(_("language"), max_length=8, choices=LetterLanguage.choices)
    number = models.CharField(_("number"), max_length=60)
    title = models.CharField(_("title"), max_length=200)
    addressee = models.CharField(_("addressee"), max_length=200)
    edition = models.PositiveSmallIntegerField(_("version"), default=1)
    state = models.CharField(
        _("state"), max_length=10, choices=LetterState.choices, default=LetterState.ISSUED
    )
    text = EncryptedTextField(_("text"))
    template = models.ForeignKey(
        DocumentTemplate, verbose_name=_("template"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    issued_by = models.ForeignKey(
        Officer, verbose_name=_("issued by"), on_delete=models.PROTECT, related_name="+"
    )
    issued_at = models.DateTimeField(_("issued at"))
    supersedes = models.OneToOneField(
        "self", verbose_name=_("replaces"), null=True, on_delete=models.PROTECT, related_name="successor"
    )
    reason = models.TextField(_("why it was corrected"), blank=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["-issued_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "kind", "language"],
                condition=Q(state=LetterState.ISSUED),
                name="document_one_in_force",
                violation_error_message=_(
                    "This document has been issued already; correct it by a new version."
                ),
            ),
            models.UniqueConstraint(
                fields=["subject", "kind", "language", "edition"],
                name="document_edition_once",
                violation_error_message=_("This version of the document exists already."),
            ),
            models.CheckConstraint(
                condition=Q(supersedes=None) | ~Q(reason=""),
                name="document_correction_has_reason",
                violation_error_message=_("A corrected document says why it was corrected."),
            ),
        ]
        indexes = [
            models.Index(fields=["organ", "-issued_at", "-id"], name="document_organ_idx"),
            models.Index(fields=["branch", "-issued_at", "-id"], name="document_branch_idx"),
            models.Index(fields=["line", "-issued_at", "-id"], name="document_line_idx"),
            models.Index(fields=["district", "-issued_at", "-id"], name="document_district_idx"),
            models.Index(fields=["-issued_at", "-id"], name="document_issued_idx"),
        ]

    def __str__(self) -> str:
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("enforcement:document_detail", args=[self.pk])

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row; raises TypeError when a frozen column of an issued document would change."""
        if not self._state.adding:
            stored = type(self).objects.values(*self.FROZEN).get(pk=self.pk)
            changed = [name for name, value in stored.items() if value != getattr(self, name)]
            if changed:
                raise TypeError(f"an issued document never changes: {changed}")
        super().save(*args, **kwargs)

    def audit_subjects(self) -> tuple[models.Model, ...]:
        about = _SUBJECTS[self.noun](pk=self.subject_id)
        return (about,) if self.case is None or self.noun == "case" else (about, self.case)

    def facts(self, *, by: Actor, at: Any) -> PrintFacts:
        """What the rules need to know when it is to be printed."""
        return PrintFacts(self.has_pdf)

    @property
    def noun(self) -> str:
        return self.subject.partition(":")[0]

    @property
    def subject_id(self) -> int:
        return int(self.subject.partition(":")[2])

    @property
    def letter(self) -> Letter:
        """The frozen text."""
        return Letter.from_dict(json.loads(self.text))

    @property
    def has_pdf(self) -> bool:
        return any(file.form == FileForm.PDF for file in self.files.all())


class DocumentFile(RecordedModel):
    """A document as DOCX or PDF, exactly as it was issued."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="files")
    form = models.CharField(_("form"), max_length=4, choices=FileForm.choices)
    file = models.CharField(_("file"), max_length=120, unique=True, editable=False)
    size = models.PositiveBigIntegerField(_("size (bytes)"))
    sha256 = models.CharField(max_length=64)

    objects = through("document", case="document__case_id").as_manager()

    class Meta:
        verbose_name = _("file of a document")
        verbose_name_plural = _("files of documents")
        ordering = ["form"]
        constraints = [
            models.UniqueConstraint(
                fields=["document", "form"],
                name="document_file_once",
                violation_error_message=_("The document has this file already."),
            ),
            models.CheckConstraint(
                condition=Q(size__gt=0),
                name="document_file_not_empty",
                violation_error_message=_("The file is empty."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.form}"

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.document,)

    @property
    def content_type(self) -> str:
        return CONTENT_TYPE_OF[self.form]

    @property
    def original_name(self) -> str:
        return f"{self.document.number}-{self.document.edition}.{self.form}"
