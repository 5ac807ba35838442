"""Versions of a legal instrument, and what each makes of the provisions that are cited (Art. 3, 10)."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import CityWide
from enforcement.models.matters import Instrument, Provision
from enforcement.models.officers import Officer
from enforcement.rules.laws import Judged, VersionFacts
from enforcement.vocabulary.laws import Fate, VersionState
from foundation.actors import Actor


class InstrumentVersion(CityWide):
    """The law as amended from a day; its text is not kept, only what became of what is cited."""

    instrument = models.ForeignKey(
        Instrument, verbose_name=_("instrument"), on_delete=models.PROTECT, related_name="versions"
    )
    name = models.CharField(_("version"), max_length=80)
    valid_from = models.DateField(_("in force from"))
    source = models.CharField(_("where it was published"), max_length=200)
    note = models.TextField(_("what the change is about"), blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=VersionState.choices, default=VersionState.PREPARED
    )
    prepared_by = models.ForeignKey(
        Officer, verbose_name=_("prepared by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    took_effect_at = models.DateTimeField(_("taken up at"), null=True, blank=True)

    class Meta:
        verbose_name = _("version of an instrument")
        verbose_name_plural = _("versions of instruments")
        ordering = ["-valid_from", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "valid_from"],
                condition=~models.Q(state=VersionState.WITHDRAWN),
                name="instrument_version_once_a_day",
                violation_error_message=_("The instrument has a version from that day already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state=VersionState.IN_EFFECT) | models.Q(took_effect_at__isnull=False),
                name="instrument_version_in_effect_since",
                violation_error_message=_("A version in effect says since when it is followed here."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instrument} – {self.name}"

    def get_absolute_url(self) -> str:
        return reverse("enforcement:version_detail", args=[self.pk])

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self, self.instrument)

    def to_judge(self) -> models.QuerySet[Provision]:
        """The provisions cited here that were in force on the day before this version."""
        begun = models.Q(valid_from=None) | models.Q(valid_from__lt=self.valid_from)
        ended = models.Q(valid_to=None) | models.Q(valid_to__gte=self.valid_from)
        return Provision.objects.filter(begun, ended, instrument=self.instrument_id)

    def facts(self, *, by: Actor, at: datetime) -> VersionFacts:
        """What the rules of confirming need to know."""
        judged = self.changes.select_related("provision")
        return VersionFacts(
            cited=frozenset(self.to_judge().values_list("article", flat=True)),
            judged=tuple(Judged(c.provision.article, c.fate, c.moved_to) for c in judged),
        )


class ProvisionChange(CityWide):
    """What one version makes of one provision: told in our own words, with the reason."""

    version_of = models.ForeignKey(
        InstrumentVersion, verbose_name=_("version"), on_delete=models.PROTECT, related_name="changes"
    )
    provision = models.ForeignKey(
        Provision, verbose_name=_("provision"), on_delete=models.PROTECT, related_name="changes"
    )
    fate = models.CharField(_("what becomes of it"), max_length=9, choices=Fate.choices)
    moved_to = models.CharField(_("new number"), max_length=40, blank=True)
    summary = models.TextField(_("in our own words"), blank=True)
    reason = models.TextField(_("reason"), blank=True)
    became = models.ForeignKey(
        Provision, verbose_name=_("became"), null=True, on_delete=models.PROTECT, related_name="came_from"
    )

    class Meta:
        verbose_name = _("fate of a provision")
        verbose_name_plural = _("fates of provisions")
        ordering = ["version_of", "provision__article", "id"]
        constraints = [
            models.UniqueConstraint(fields=["version_of", "provision"], name="provision_change_once"),
            models.CheckConstraint(
                condition=~models.Q(fate=Fate.MOVED) | ~models.Q(moved_to=""),
                name="provision_change_moved_somewhere",
                violation_error_message=_("Say to which number the provision moved."),
            ),
            models.CheckConstraint(
                condition=models.Q(fate=Fate.UNCHANGED) | ~models.Q(reason=""),
                name="provision_change_has_reason",
                violation_error_message=_("Say what changed, so that others can follow it."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.provision} – {self.get_fate_display()}"

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.version_of,)
