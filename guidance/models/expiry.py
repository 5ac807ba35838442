"""Reminders by rule: an organ's own setting, and the calls that come of it (Art. 8 (3))."""

from __future__ import annotations

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models import Field, Licence, Officer, OrganScoped
from enforcement.scope import ScopedQuerySet
from guidance.rules.expiry import CALL_DAYS, FIRST_DAYS, SECOND_DAYS
from guidance.vocabulary import CallOutcome, CallState

Q = models.Q
_DAYS = [MinValueValidator(1), MaxValueValidator(180)]
CONTENT = "{name}：您的{licence}将于{expires_on}到期，请及时办理延续。如已办理，请忽略本提示。"


class ExpiryRule(OrganScoped):
    """A local setting: whether and when an organ reminds those whom it registered of their licences."""

    is_on = models.BooleanField(_("in use"), default=True)
    first_days = models.PositiveSmallIntegerField(
        _("first tip, days before"), default=FIRST_DAYS, validators=_DAYS
    )
    second_days = models.PositiveSmallIntegerField(
        _("second tip, days before"), default=SECOND_DAYS, validators=_DAYS
    )
    call_days = models.PositiveSmallIntegerField(_("call, days before"), default=CALL_DAYS, validators=_DAYS)
    field = models.ForeignKey(
        Field, verbose_name=_("field of enforcement"), on_delete=models.PROTECT, related_name="+"
    )
    officer = models.ForeignKey(
        Officer, verbose_name=_("officer who stands for the tips"), on_delete=models.PROTECT, related_name="+"
    )
    content = models.TextField(_("text of the tip"), default=CONTENT)
    reasons = models.TextField(_("purpose and reasons"), default="证照到期后继续经营可能违法，特此提前提示。")
    basis = models.TextField(_("legal or policy basis"), default="本市服务型行政执法办法第八条第三项")

    class Meta:
        verbose_name = _("rule of reminders")
        verbose_name_plural = _("rules of reminders")
        ordering = ["organ"]
        constraints = [
            models.UniqueConstraint(
                fields=["organ"],
                name="expiry_rule_once_an_organ",
                violation_error_message=_("This organ has a rule of reminders already."),
            ),
            models.CheckConstraint(
                condition=Q(first_days__gt=models.F("second_days"), second_days__gt=models.F("call_days")),
                name="expiry_rule_days_in_order",
                violation_error_message=_("The first tip comes before the second, and both before the call."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.organ)

    @property
    def days(self) -> tuple[int, int, int]:
        return (self.first_days, self.second_days, self.call_days)


class CallQuerySet(ScopedQuerySet):
    def open(self) -> Any:
        return self.filter(state=CallState.OPEN)


class ExpiryCall(OrganScoped):
    """Somebody calls, once for each last day of a licence; what is said has no consequence."""

    licence = models.ForeignKey(
        Licence, verbose_name=_("licence that expires"), on_delete=models.PROTECT, related_name="calls"
    )
    expires_on = models.DateField(_("expires on"))
    state = models.CharField(_("state"), max_length=8, choices=CallState.choices, default=CallState.OPEN)
    outcome = models.CharField(_("outcome"), max_length=14, choices=CallOutcome.choices, blank=True)
    note = models.TextField(_("note"), blank=True)
    called_by = models.ForeignKey(
        Officer, verbose_name=_("called by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    called_at = models.DateTimeField(_("called at"), null=True)

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = _("call before a licence expires")
        verbose_name_plural = _("calls before licences expire")
        ordering = ["expires_on", "id"]
        indexes = [
            models.Index(fields=["organ", "expires_on", "id"], name="expiry_call_organ_idx"),
            models.Index(fields=["branch", "expires_on", "id"], name="expiry_call_branch_idx"),
            models.Index(fields=["line", "expires_on", "id"], name="expiry_call_line_idx"),
            models.Index(fields=["district", "expires_on", "id"], name="expiry_call_district_idx"),
            models.Index(fields=["expires_on", "id"], name="expiry_call_day_idx"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["licence", "expires_on"],
                name="expiry_call_once",
                violation_error_message=_("This call stands on the list already."),
            ),
            models.CheckConstraint(
                condition=~Q(state=CallState.DONE) | ~Q(outcome="") & Q(called_by__isnull=False),
                name="expiry_call_done_has_outcome",
                violation_error_message=_("A call that was made has an outcome and a caller."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.licence)

    def get_absolute_url(self) -> str:
        return reverse("guidance:call_detail", args=[self.pk])

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.licence.counterpart,)
