"""The list of assessments of the cases that the actor reaches (Art. 10 para. 1)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from foundation.lists import Column, Kind, ListSpec
from foundation.permissions import Permission
from leniency.lists.cells import conclusion_tone, text_key
from leniency.models import LeniencyAssessment
from leniency.vocabulary import Conclusion

LENIENCY_ASSESSMENTS = ListSpec(
    name="leniency_assessments",
    title=_("Leniency assessments"),
    columns=(
        Column("case", _("case"), "case_id", build=text_key),
        Column("case_number", _("case number"), "case__number"),
        Column("assessed_at", _("assessed at"), kind=Kind.DATETIME, sort="assessed_at", filter="date"),
        Column(
            "conclusion", _("conclusion"), kind=Kind.BADGE, choices=Conclusion, filter="choices",
            tone=conclusion_tone,
        ),
        Column("could_be", _("still possible"), choices=Conclusion),
        Column("chosen_entry", _("entry applied"), "chosen_entry_id", build=text_key),
        Column("violation_on", _("day of the violation"), kind=Kind.DATE),
        Column("decision_on", _("day taken for the decision"), kind=Kind.DATE),
    ),
    queryset=LeniencyAssessment.objects.all,
    default_ordering="-assessed_at",
    permission=Permission.CASE_READ,
)  # fmt: skip
