"""A campaign of self-checks for a trade: tips to a group, each with a self-check behind its link (Art. 9)."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from enforcement.models import OrganScoped
from guidance.models import TipBatch
from riskcontrol.models.editions import PointEdition
from riskcontrol.models.profiles import concerned_by


class Campaign(OrganScoped):
    """Text, group, approval and sending are those of the tips; this row says that they ask for self-checks."""

    batch = models.OneToOneField(
        TipBatch, verbose_name=_("tips to a group"), on_delete=models.PROTECT, related_name="campaign"
    )

    class Meta:
        verbose_name = _("campaign of self-checks")
        verbose_name_plural = _("campaigns of self-checks")
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["organ", "-created_at", "-id"], name="risk_campaign_organ_idx"),
            models.Index(fields=["branch", "-created_at", "-id"], name="risk_campaign_branch_idx"),
            models.Index(fields=["line", "-created_at", "-id"], name="risk_campaign_line_idx"),
            models.Index(fields=["district", "-created_at", "-id"], name="risk_campaign_district_idx"),
            models.Index(fields=["-created_at", "-id"], name="risk_campaign_created_idx"),
        ]

    def __str__(self) -> str:
        return str(self.batch)

    def get_absolute_url(self) -> str:
        return reverse("riskcontrol:campaign_detail", args=[self.pk])

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.batch,)

    @cached_property
    def concerned(self) -> Q:
        """The condition on counterparts whom a standing point of its field concerns."""
        points = PointEdition.objects.standing().filter(field=self.batch.field_id)
        return reduce(or_, (concerned_by(point) for point in points), Q(pk__in=[]))
