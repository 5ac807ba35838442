"""A hearing at the request of the party (Penalty Law, Art. 63-65)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models.cases import Case
from enforcement.models.officers import Officer
from enforcement.models.procedure import CasePart
from enforcement.vocabulary import HearingState, Signature


class Hearing(CasePart):
    """One hearing a case, free of charge; the decision is taken on its record."""

    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="hearing")
    state = models.CharField(
        _("state"), max_length=9, choices=HearingState.choices, default=HearingState.REQUESTED
    )
    requested_on = models.DateField(_("requested on"))
    request = models.TextField(_("what the party asks"), blank=True)
    notice_on = models.DateField(_("notice of the hearing on"), null=True, blank=True)
    held_at = models.DateTimeField(_("time of the hearing"), null=True, blank=True)
    place = models.CharField(_("place of the hearing"), max_length=200, blank=True)
    presider = models.ForeignKey(
        Officer, verbose_name=_("presider"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    is_public = models.BooleanField(_("public"), default=True)
    closed_reason = models.CharField(_("why it is not public"), max_length=200, blank=True)
    record = models.TextField(_("record of the hearing"), blank=True)
    signature = models.CharField(
        _("signature of the party"), max_length=7, choices=Signature.choices, default=Signature.NONE
    )
    witness = models.CharField(_("witness of the refusal"), max_length=120, blank=True)
    opinion = models.TextField(_("opinion of the presider"), blank=True)
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    class Meta:
        verbose_name = _("hearing")
        verbose_name_plural = _("hearings")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_public=True) | ~models.Q(closed_reason=""),
                name="closed_hearing_has_a_reason",
                violation_error_message=_("A hearing is public unless a reason of the law is named."),
            ),
            models.CheckConstraint(
                condition=~models.Q(state=HearingState.HELD) | (~models.Q(record="") & ~models.Q(opinion="")),
                name="held_hearing_has_a_record",
                violation_error_message=_("A hearing that was held has a record and an opinion."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()
