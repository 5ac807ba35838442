"""Choosing the officers who handle a case (Art. 6; Penalty Law, Art. 42)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from enforcement.models import Officer, RoleGrant
from enforcement.vocabulary import CertificateState, RecusalState
from foundation.permissions import PERMISSIONS_OF, Permission

AT_LEAST = 2
HANDLING_ROLES = [
    role.value for role, permissions in PERMISSIONS_OF.items() if Permission.CASE_HANDLE in permissions
]


class HandlersField(forms.ModelMultipleChoiceField):
    """At least two certified officers of one organ."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=_("Handling officers"),
            help_text=_("At least two, each with a valid certificate of this organ."),
            queryset=Officer.objects.none(),
            widget=forms.CheckboxSelectMultiple,
            **kwargs,
        )

    def of_organ(self, organ_id: int | None, today: date, *, case: Any = None) -> None:
        """Offer the certified officers of the organ whose role is to handle cases, none who is recused."""
        valid = Q(certificate_until=None) | Q(certificate_until__gte=today)
        handling = RoleGrant.objects.filter(role__in=HANDLING_ROLES).values("officer_id")
        self.queryset = Officer.objects.active().filter(
            valid, organ_id=organ_id, certificate_state=CertificateState.VALID, pk__in=handling
        )
        if case is not None:
            granted = case.recusals.filter(state=RecusalState.GRANTED)
            self.queryset = self.queryset.exclude(pk__in=granted.values("officer_id"))

    def label_from_instance(self, officer: Officer) -> str:
        return " · ".join(filter(None, [officer.name, officer.post, officer.certificate_number]))

    def clean(self, value: Any) -> Any:
        chosen = list(super().clean(value))
        if len(chosen) < AT_LEAST:
            raise ValidationError(_("Choose at least two officers."), code="too_few")
        return chosen
