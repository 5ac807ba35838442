"""The list of the procedures by field of enforcement (Art. 3, 6)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import either_name
from enforcement.lists.profile_cells import period_text
from enforcement.models import ProcedureProfile
from enforcement.rules.periods import Period, period_as_written
from enforcement.vocabulary import Unit
from foundation.lists import Column, Kind, ListSpec, RowContext
from foundation.permissions import Permission


def _field(value: Any, context: RowContext) -> str:
    return either_name(value, context) if value[0] else translate("all other fields")


def _period(value: Any, _context: RowContext) -> str:
    return period_text(period_as_written(*value))


def _calendar_days(value: int, _context: RowContext) -> str:
    return period_text(Period(value, Unit.CALENDAR))


PROFILE_LIST = ListSpec(
    name="procedures",
    title=_("Procedures of the fields"),
    columns=(
        Column("field", _("field"), ("field__name_zh", "field__name_en"), Kind.LINK, build=_field,
               sort="id"),
        Column("field_code", _("code"), "field__code", page=False, export=False),
        Column("verification", _("time to verify a clue"), ("verification_days", "verification_counting"),
               build=_period),
        Column("defence", _("time for statement and defence"), ("defence_days", "defence_counting"),
               build=_period),
        Column("review", _("time for legal review"), ("review_days", "review_counting"), build=_period),
        Column("decision", _("time to decide"), "decision_days", build=_calendar_days),
    ),
    queryset=ProcedureProfile.objects.all,
    default_ordering="field",
    permission=Permission.MATTER_READ,
    row_url="enforcement:profile_detail",
)  # fmt: skip
