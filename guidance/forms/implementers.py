"""Choosing the officers who implement guidance and are named on its document (Art. 8)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.models import Officer, RoleGrant
from foundation.permissions import PERMISSIONS_OF, Permission

GUIDING_ROLES = [
    role.value for role, permissions in PERMISSIONS_OF.items() if Permission.GUIDANCE_HANDLE in permissions
]


class ImplementersField(forms.ModelMultipleChoiceField):
    """Officers of one organ, with their certificates."""

    def __init__(self, **kwargs: Any) -> None:
        given = {
            "label": _("Implementers"),
            "help_text": _(
                "They are named on the document. Interviews and visits on site need two with certificates."
            ),
            "queryset": Officer.objects.none(),
            "widget": forms.CheckboxSelectMultiple,
        }
        super().__init__(**{**given, **kwargs})

    def of_organ(self, organ_id: int | None) -> None:
        """Offer the active officers of the organ whose role is to guide."""
        guiding = RoleGrant.objects.filter(role__in=GUIDING_ROLES).values("officer_id")
        found = Officer.objects.active().filter(organ_id=organ_id, pk__in=guiding)
        self.queryset = found.order_by("name_pinyin", "id")

    def label_from_instance(self, officer: Officer) -> str:
        return " · ".join(filter(None, [officer.name, officer.post, officer.certificate_number]))
