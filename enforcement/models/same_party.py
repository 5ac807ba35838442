"""What a human said about two entries of the registry: the same party, or not (Art. 4, 10)."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from enforcement.models.counterparts import Counterpart
from enforcement.models.officers import Officer
from enforcement.scope import ScopedQuerySet
from enforcement.vocabulary.same_party import SameAnswer
from foundation.actors import Actor
from foundation.record import RecordedModel


class SamePartyQuerySet(ScopedQuerySet):
    scope_path = "first__"

    def visible_to(self, actor: Actor) -> Self:
        """Answers about an entry that the actor sees."""
        seen = Counterpart.objects.visible_to(actor).values("pk")
        return self.filter(Q(first__in=seen) | Q(second__in=seen))

    def workable_by(self, actor: Actor) -> Self:
        return self.visible_to(actor)

    def about(self, counterpart_id: int) -> Self:
        return self.filter(Q(first=counterpart_id) | Q(second=counterpart_id))


class SameParty(RecordedModel):
    """One answer a pair, the earlier entry first; a later answer replaces it and the record keeps both."""

    first = models.ForeignKey(Counterpart, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Counterpart, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(_("answer"), max_length=8, choices=SameAnswer.choices)
    traits = models.JSONField(_("what they share"), default=list)
    reason = models.TextField(_("reason"))
    answered_by = models.ForeignKey(
        Officer, verbose_name=_("answered by"), on_delete=models.PROTECT, related_name="+"
    )
    answered_on = models.DateField(_("answered on"))

    objects = SamePartyQuerySet.as_manager()

    class Meta:
        verbose_name = _("sameness of two counterparts")
        verbose_name_plural = _("sameness of counterparts")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="same_party_answered_once"),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")),
                name="same_party_earlier_first",
                violation_error_message=_("Two different entries are compared, the earlier one first."),
            ),
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="same_party_has_reason",
                violation_error_message=_("Say what shows whether they are the same."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_answer_display()

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.first, self.second)

    def other_than(self, counterpart_id: int) -> Any:
        return self.second if self.first_id == counterpart_id else self.first
