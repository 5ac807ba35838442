"""How a paper of a case reached the party, with what proves it (Penalty Law, Art. 61)."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models.cases import Case
from enforcement.models.officers import Officer
from enforcement.models.procedure import CasePart, Evidence
from enforcement.rules.serving import ServiceFacts
from enforcement.vocabulary import Receipt, ServedPaper, ServiceMeans


class PaperService(CasePart):
    """One service; of several of the same paper the first that arrived counts."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="services")
    paper = models.CharField(_("paper"), max_length=10, choices=ServedPaper.choices)
    means = models.CharField(_("means of service"), max_length=12, choices=ServiceMeans.choices)
    begun_on = models.DateField(_("sent or announced on"), null=True, blank=True)
    served_on = models.DateField(_("served on"))
    recipient = models.CharField(_("recipient"), max_length=120)
    receipt = models.CharField(_("receipt"), max_length=8, choices=Receipt.choices, default=Receipt.SIGNED)
    witness = models.CharField(_("witness of the service"), max_length=120, blank=True)
    consent_on = models.DateField(_("electronic service confirmed on"), null=True, blank=True)
    trace = models.CharField(_("address, post number or place of publication"), max_length=200, blank=True)
    why = models.TextField(_("why by this means"), blank=True)
    receipt_file = models.ForeignKey(
        Evidence,
        verbose_name=_("file of the receipt"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    recorded_by = models.ForeignKey(
        Officer, verbose_name=_("served by"), on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = _("service of a paper")
        verbose_name_plural = _("services of papers")
        ordering = ["served_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(means=ServiceMeans.ELECTRONIC) | models.Q(consent_on__isnull=False),
                name="electronic_service_has_consent",
                violation_error_message=_("The party has not agreed in writing to electronic service."),
            ),
            models.CheckConstraint(
                condition=~(models.Q(means=ServiceMeans.LEFT) | models.Q(receipt=Receipt.REFUSED))
                | ~models.Q(witness=""),
                name="refused_service_has_witness",
                violation_error_message=_("A refusal to receive needs a witness."),
            ),
            models.CheckConstraint(
                condition=models.Q(begun_on=None) | models.Q(served_on__gte=models.F("begun_on")),
                name="service_ends_after_it_begins",
                violation_error_message=_("It cannot arrive before it was sent."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_paper_display()} {self.served_on}"

    def facts(self, *, today: date, decided_on: date | None = None) -> ServiceFacts:
        """What the rules ask of it; ``decided_on`` is the day of the decision that it brings."""
        return ServiceFacts(
            today=today,
            means=self.means,
            served_on=self.served_on,
            decided_on=decided_on,
            begun_on=self.begun_on,
            receipt=self.receipt,
            has_witness=bool(self.witness.strip()),
            has_why=bool(self.why.strip()),
            consent_on=self.consent_on,
        )
