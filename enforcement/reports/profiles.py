"""Which rules of procedure bind in a case or field."""

from __future__ import annotations

from django.db.models import F, Q

from enforcement.models import Case, ProcedureProfile
from enforcement.reports.shipped_profiles import shipped_general
from enforcement.rules.profiles import Profile


def profile_of(subject: Case | int | None) -> Profile:
    """The rules that bind in a case, or in the field of enforcement with that key, in two queries.

    A field without rules of its own has the general ones; before any were entered, those of the product.
    """
    field_id = subject.matter.field_id if isinstance(subject, Case) else subject
    either = Q(field=None) | Q(field_id=field_id) if field_id else Q(field=None)
    found = ProcedureProfile.objects.filter(either).select_related("field").prefetch_related("steps")
    row: ProcedureProfile | None = found.order_by(F("field_id").asc(nulls_last=True)).first()
    return row.as_rules() if row else shipped_general()


def all_profiles() -> dict[int | None, Profile]:
    """Every profile by its field, in two queries; the general one stands under None."""
    rows = ProcedureProfile.objects.select_related("field").prefetch_related("steps")
    return {None: shipped_general(), **{row.field_id: row.as_rules() for row in rows}}
