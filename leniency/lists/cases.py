"""The list of cases that were held against the lists (Art. 10 para. 1)."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from enforcement.lists.case_cells import either_name, number_of, state_tone, text_key
from enforcement.models import Case
from enforcement.vocabulary import CaseState, Outcome
from foundation.lists import Column, Kind, ListSpec
from foundation.permissions import Permission
from leniency.models import LeniencyAssessment


def _assessed() -> Any:
    return Case.objects.filter(Exists(LeniencyAssessment.objects.filter(case=OuterRef("pk"))))


LENIENCY_CASES = ListSpec(
    name="leniency_cases",
    title=_("Cases held against the lists"),
    columns=(
        Column("number", _("number"), ("number", "clue_number"), build=number_of),
        Column("matter", _("matter"), ("matter__name_zh", "matter__name_en"), build=either_name),
        Column("matter_id", _("matter"), "matter_id", build=text_key),
        Column("state", _("state"), kind=Kind.BADGE, choices=CaseState, tone=state_tone, filter="choices"),
        Column("outcome", _("outcome"), choices=Outcome, filter="choices"),
        Column("opened_at", _("opened"), kind=Kind.DATE, sort="opened_at"),
        Column("decided_on", _("decided on"), kind=Kind.DATE),
    ),
    queryset=_assessed,
    default_ordering="-opened_at",
    permission=Permission.CASE_READ,
)  # fmt: skip
