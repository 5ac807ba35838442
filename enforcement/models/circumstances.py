"""What leniency turns on in a case (Art. 10; Penalty Law, Art. 30-33)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models.cases import Case
from enforcement.scope import through
from enforcement.vocabulary import Capacity, Correction, Fault, Gravity, Harm, MilderGround
from foundation.record import RecordedModel


class Circumstances(RecordedModel):
    """What leniency turns on; empty means not known yet, never no."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="circumstances")
    gravity = models.CharField(_("gravity of the conduct"), max_length=8, choices=Gravity.choices, blank=True)
    harm = models.CharField(_("harmful consequence"), max_length=8, choices=Harm.choices, blank=True)
    fault = models.CharField(_("subjective fault"), max_length=12, choices=Fault.choices, blank=True)
    no_fault_proven = models.BooleanField(
        _("the party has proven that it was not at fault"), null=True, blank=True
    )
    correct_by = models.DateField(_("to be corrected by"), null=True, blank=True)
    corrected_on = models.DateField(_("corrected on"), null=True, blank=True)
    corrected_when = models.CharField(
        _("when it was put right"), max_length=16, choices=Correction.choices, blank=True
    )
    refuses_correction = models.BooleanField(_("refuses to correct"), null=True, blank=True)
    found_by_self = models.BooleanField(_("found and reported by the party"), null=True, blank=True)
    amount = models.DecimalField(
        _("amount involved (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    goods_value = models.DecimalField(
        _("value of the goods (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    unlawful_gain = models.DecimalField(
        _("unlawful gain (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    refunded = models.DecimalField(
        _("paid back of it (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    area = models.DecimalField(_("area (m²)"), max_digits=10, decimal_places=2, null=True, blank=True)
    quantity = models.PositiveIntegerField(_("quantity"), null=True, blank=True)
    days_late = models.PositiveIntegerField(_("days late"), null=True, blank=True)
    endangers_safety = models.BooleanField(
        _("endangers life, health or public safety"), null=True, blank=True
    )
    life_health_or_finance = models.BooleanField(
        _("touches life, health or financial safety"), null=True, blank=True
    )
    continuing = models.BooleanField(_("the act still goes on"), null=True, blank=True)
    obstructed = models.BooleanField(_("obstructed the officers"), null=True, blank=True)
    exploited_emergency = models.BooleanField(_("exploited an emergency"), null=True, blank=True)
    endangered_minors = models.BooleanField(_("endangered minors"), null=True, blank=True)
    forged_evidence = models.BooleanField(_("forged, hid or destroyed evidence"), null=True, blank=True)
    party_age = models.PositiveSmallIntegerField(_("age of the party"), null=True, blank=True)
    capacity = models.CharField(
        _("whether the party could recognise and control its conduct"),
        max_length=8,
        choices=Capacity.choices,
        blank=True,
    )
    removed_harm = models.BooleanField(
        _("removed or reduced the harm of its own accord"), null=True, blank=True
    )
    was_coerced = models.BooleanField(_("was forced or deceived by others"), null=True, blank=True)
    confessed = models.BooleanField(
        _("confessed violations that the organ did not know of"), null=True, blank=True
    )
    has_merit = models.BooleanField(_("helped the organ to clear up violations"), null=True, blank=True)
    other_ground = models.CharField(
        _("other ground for a milder penalty, with its provision"), max_length=200, blank=True
    )

    objects = through("case").as_manager()

    class Meta:
        verbose_name = _("circumstances of a case")
        verbose_name_plural = _("circumstances of a case")

    def __str__(self) -> str:
        return str(self.case)

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.case,)

    @property
    def milder_grounds(self) -> tuple[str, ...]:
        """Which grounds for a lighter or mitigated penalty are known to hold (Penalty Law, Art. 32)."""
        return tuple(ground.value for ground in MilderGround if getattr(self, ground.value))
