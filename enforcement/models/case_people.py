"""Who has which duty in a case (Penalty Law, Art. 42, 58; Measures, Art. 8)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models.cases import Case
from enforcement.models.officers import Officer
from enforcement.scope import ScopedQuerySet
from enforcement.vocabulary import CaseRole
from foundation.record import RecordedModel


class CasePersonQuerySet(ScopedQuerySet):
    scope_path = "case__"

    def handling(self) -> Any:
        return self.filter(role=CaseRole.HANDLER)


class CasePerson(RecordedModel):
    """An officer's one role in a case; nobody holds two (Penalty Law, Art. 42, 58; Measures, Art. 8)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="people", db_index=False)
    officer = models.ForeignKey(
        Officer,
        verbose_name=_("officer"),
        on_delete=models.PROTECT,
        related_name="case_roles",
        db_index=False,
    )
    role = models.CharField(_("role"), max_length=8, choices=CaseRole.choices)

    objects = CasePersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person in a case")
        verbose_name_plural = _("people in a case")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "officer"],
                name="one_duty_a_person_and_case",
                violation_error_message=_("This officer already holds another duty in this case."),
            ),
        ]
        indexes = [models.Index(fields=["officer", "role", "case"], name="case_person_officer_idx")]

    def __str__(self) -> str:
        return f"{self.officer} – {self.get_role_display()}"

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.case,)
