"""Explanations of scores, the latest first (Art. 9)."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django_filters import ModelChoiceFilter

from enforcement.lists.case_cells import counterpart_name, either_name, masked_counterpart
from enforcement.models import Counterpart
from foundation.lists import Column, Kind, ListSpec
from foundation.permissions import Permission
from riskcontrol.lists.points import level_tone
from riskcontrol.models import RiskExplanation
from riskcontrol.vocabulary import AskedBy, Level


def about_counterpart() -> ModelChoiceFilter:
    """Explanations to one counterpart that the actor reaches; links name it, nobody chooses it from a list."""
    return ModelChoiceFilter(
        queryset=lambda request: Counterpart.objects.visible_to(request.actor),
        field_name="counterpart",
        label=_("counterpart"),
        widget=forms.HiddenInput,
    )


EXPLANATION_LIST = ListSpec(
    name="risk-explanations",
    title=_("Explanations of scores"),
    columns=(
        Column("name", _("counterpart"), ("counterpart__name", "counterpart__kind"), Kind.LINK,
               mask=(Permission.COUNTERPART_READ, masked_counterpart), build=counterpart_name),
        Column("explained_on", _("explained on"), kind=Kind.DATE, sort="explained_on", filter="date"),
        Column("asked_on", _("asked on"), kind=Kind.DATE),
        Column("asked_by", _("how it was asked"), choices=AskedBy, filter="choices"),
        Column("level", _("risk level"), kind=Kind.BADGE, choices=Level, filter="choices", tone=level_tone),
        Column("score", _("score"), kind=Kind.NUMBER),
        Column("organ", _("organ"), ("organ__name_zh", "organ__name_en"), build=either_name, tells_organs=True),
    ),
    queryset=RiskExplanation.objects.all,
    default_ordering="-explained_on",
    permission=Permission.RISK_READ,
    filters={"counterpart": about_counterpart()},
    row_url="riskcontrol:explanation_detail",
)  # fmt: skip
