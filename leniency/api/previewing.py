"""What a preview may be asked: how far back, and one condition to be tried, as the page takes it (Art. 10)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter

from foundation.actors import Actor
from leniency.forms.entries import ConditionForm
from leniency.reports.previewing import MONTHS, TRIED
from leniency.rules.facts import ConditionTerms
from leniency.vocabulary import ConditionKind

KIND = OpenApiParameter(
    "kind", str, enum=ConditionKind.values, description="The kind of a condition to be tried."
)
PARAMETERS = [
    OpenApiParameter("months", int, enum=MONTHS, description="How far back; 12 when left out."),
    KIND,
    *(
        OpenApiParameter(name, str, description="Of the condition that is tried.")
        for name in TRIED
        if name != "kind"
    ),
]


def asked_preview(params: Mapping[str, str], *, by: Actor, at: datetime) -> tuple[int, ConditionTerms | None]:
    """How many months to look back, and the condition that is tried, or None; raises ValidationError."""
    if strange := sorted(set(params) - {"months", *TRIED}):
        unknown = ValidationError(_("There is no such parameter."), code="unknown")
        raise ValidationError(dict.fromkeys(strange, unknown))
    months = next((m for m in MONTHS if str(m) == params.get("months", "12")), None)
    if months is None:
        known = ", ".join(map(str, MONTHS))
        message = _("Write one of %(known)s.") % {"known": known}
        raise ValidationError({"months": ValidationError(message, code="invalid_choice")})
    if not any(name in params for name in TRIED):
        return months, None
    form = ConditionForm(params, actor=by, at=at)
    if not form.is_valid():
        raise ValidationError(form.errors.as_data())
    return months, ConditionTerms(id=0, **{name: form.cleaned_data[name] for name in TRIED})
