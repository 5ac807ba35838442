"""Open cases to be held against the lists again, because a list moved under them (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from enforcement.models import Case
from foundation.actors import Actor
from foundation.record import DerivedModel
from leniency.models.assessments import LeniencyAssessment
from leniency.models.entries import LeniencyEntry
from leniency.models.lists import LeniencyList
from leniency.vocabulary import Conclusion
from leniency.vocabulary.currency import RevisitCause


class RevisitQuerySet(models.QuerySet["RevisitNotice"]):
    def open(self) -> Self:
        """Those after which the case was not assessed again: an assessment settles every notice before it."""
        later = LeniencyAssessment.objects.filter(case=OuterRef("case"), assessed_at__gt=OuterRef("told_at"))
        return self.filter(~Exists(later))

    def visible_to(self, actor: Actor) -> Self:
        """Those of cases that the actor may see."""
        return self.filter(case__in=Case.objects.visible_to(actor).values("pk"))


class RevisitNotice(DerivedModel):
    """One row a case and list and cause; told from the lists, it can be told again at any time."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="revisits")
    list = models.ForeignKey(LeniencyList, on_delete=models.PROTECT, related_name="revisits")
    entry = models.ForeignKey(LeniencyEntry, null=True, on_delete=models.PROTECT, related_name="revisits")
    cause = models.CharField(_("why"), max_length=8, choices=RevisitCause.choices)
    could_be = models.CharField(_("could become"), max_length=16, choices=Conclusion.choices, blank=True)
    told_at = models.DateTimeField(_("told at"))

    objects = RevisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("case to be assessed again")
        verbose_name_plural = _("cases to be assessed again")
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["case", "list", "cause"], name="revisit_once_a_case_and_list"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} – {self.get_cause_display()}"

    def get_absolute_url(self) -> str:
        return f"{self.case.get_absolute_url()}#leniency"
