"""The record of the whole process: notes and recordings, phase by phase (Penalty Law, Art. 47, 55)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models.cases import Case
from enforcement.models.officers import Officer
from enforcement.models.procedure import CasePart, Evidence
from enforcement.rules.records import RecordFacts
from enforcement.scope import ScopedQuerySet
from enforcement.vocabulary import Medium, Phase, RecordKind, Signature


class ProcessRecordQuerySet(ScopedQuerySet):
    scope_path = "case__"

    def notes(self) -> Any:
        """Signed notes of an inquiry or of the place (Penalty Law, Art. 55)."""
        return self.filter(kind__in=[RecordKind.INQUIRY, RecordKind.ON_SITE], medium=Medium.TEXT)


class ProcessRecord(CasePart):
    """A note or recording of one step; the file itself is evidence of the case or lies in an archive."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="process_records")
    phase = models.CharField(_("phase"), max_length=9, choices=Phase.choices)
    medium = models.CharField(_("medium"), max_length=5, choices=Medium.choices)
    kind = models.CharField(_("kind"), max_length=8, choices=RecordKind.choices)
    title = models.CharField(_("what it records"), max_length=200)
    made_at = models.DateTimeField(_("made at"))
    uploaded_at = models.DateTimeField(_("stored at"), null=True, blank=True)
    has_gap = models.BooleanField(_("the recording has a gap"), default=False)
    gap_reason = models.CharField(_("reason of the gap, as spoken"), max_length=200, blank=True)
    shows_both_sides = models.BooleanField(_("shows officers and party"), default=True)
    signature = models.CharField(
        _("signature of the party"), max_length=7, choices=Signature.choices, default=Signature.NONE
    )
    witness = models.CharField(_("witness of the refusal"), max_length=120, blank=True)
    evidence = models.ForeignKey(
        Evidence, verbose_name=_("file"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    recorded_by = models.ForeignKey(
        Officer, verbose_name=_("recorded by"), on_delete=models.PROTECT, related_name="+"
    )

    objects = ProcessRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("record of the procedure")
        verbose_name_plural = _("records of the procedure")
        ordering = ["made_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(signature=Signature.REFUSED) | ~models.Q(witness=""),
                name="refused_signature_has_a_witness",
                violation_error_message=_("A refusal to sign needs a witness."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def facts(self) -> RecordFacts:
        """What the rules of recording ask."""
        return RecordFacts(
            kind=self.kind,
            medium=self.medium,
            made_at=self.made_at,
            uploaded_at=self.uploaded_at,
            has_gap=self.has_gap,
            has_gap_reason=bool(self.gap_reason.strip()),
            shows_both_sides=self.shows_both_sides,
            signature=self.signature,
            has_witness=bool(self.witness.strip()),
        )
