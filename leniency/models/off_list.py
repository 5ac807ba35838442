"""Why the law itself spares a party whom no entry spares: a ground and its reasons (Penalty Law, Art. 33)."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case, Officer
from enforcement.models.procedure import CasePart
from enforcement.scope import ScopedQuerySet
from foundation.articles import Citation
from leniency.models.assessments import LeniencyAssessment
from leniency.vocabulary import CITATION_OF_GROUND, LawGround


class OffListQuerySet(ScopedQuerySet):
    scope_path = "case__"

    def standing(self) -> Self:
        """The latest statement of each case: an earlier one was replaced by it."""
        latest = self.model._base_manager.order_by().values("case").annotate(last=Max("pk")).values("last")
        return self.filter(pk__in=latest)


class OffListWaiver(CasePart):
    """The handler's statement; it bears nothing before legal review has agreed to it. A later one replaces it."""

    case = models.ForeignKey(
        Case, verbose_name=_("case"), on_delete=models.PROTECT, related_name="off_list_waivers"
    )
    assessment = models.ForeignKey(
        LeniencyAssessment, verbose_name=_("assessment"), on_delete=models.PROTECT, related_name="+"
    )
    ground = models.CharField(_("ground of the law"), max_length=12, choices=LawGround.choices)
    elements = models.JSONField(_("reasons for each element"), default=dict)
    stated_by = models.ForeignKey(
        Officer, verbose_name=_("stated by"), on_delete=models.PROTECT, related_name="+"
    )
    stated_at = models.DateTimeField(_("stated at"))

    objects = OffListQuerySet.as_manager()

    class Meta:
        verbose_name = _("leniency beyond the lists")
        verbose_name_plural = _("leniency beyond the lists")
        ordering = ["id"]
        indexes = [models.Index(fields=["ground", "id"], name="leniency_off_list_ground_idx")]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(elements={}),
                name="leniency_off_list_has_reasons",
                violation_error_message=_("Each element of the ground has its reason."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} – {self.get_ground_display()}"

    def get_absolute_url(self) -> str:
        return f"{self.case.get_absolute_url()}#leniency"

    @property
    def citation(self) -> Citation:
        return CITATION_OF_GROUND[self.ground]
