"""What is typed about causes and measures of a risk point (Art. 9)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.texts import open_choice
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from riskcontrol.models import RiskCause, RiskMeasure
from riskcontrol.services import parts
from riskcontrol.vocabulary import CauseKind, Level, Side

EDIT = Permission.RISK_EDIT


class PartForm(ActForm):
    text_zh = forms.CharField(label=_("Text (Chinese)"), max_length=300)
    text_en = forms.CharField(label=_("Text (English)"), max_length=300, required=False)


class CauseForm(PartForm):
    kind = forms.ChoiceField(label=_("Kind of cause"), choices=CauseKind.choices)
    field_order = ["kind", "text_zh", "text_en"]


class MeasureForm(PartForm):
    side = forms.ChoiceField(label=_("Who does it"), choices=Side.choices)
    level = open_choice(_("At level"), Level.choices, empty=_("all levels"))
    adds_no_duty = forms.BooleanField(
        label=_("It takes no right away and adds no duty"),
        help_text=_("Prevention guides and helps; what the law does not ask for stays voluntary."),
    )
    field_order = ["side", "level", "text_zh", "text_en", "adds_no_duty"]


class RemoveCauseForm(ActForm):
    cause = forms.ModelChoiceField(label=_("Cause"), queryset=RiskCause.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            self.offer("cause", self.thing.causes.all())


class RemoveMeasureForm(ActForm):
    measure = forms.ModelChoiceField(label=_("Measure"), queryset=RiskMeasure.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            self.offer("measure", self.thing.measures.all())


PART_ACTS = {
    "add_cause": Act("add_cause", parts.add_cause, CauseForm, label=_("Add a cause"), permission=EDIT),
    "remove_cause": Act(
        "remove_cause", parts.remove_cause, RemoveCauseForm, label=_("Remove a cause"), permission=EDIT
    ),
    "add_measure": Act(
        "add_measure", parts.add_measure, MeasureForm, label=_("Add a measure"), permission=EDIT
    ),
    "remove_measure": Act(
        "remove_measure",
        parts.remove_measure,
        RemoveMeasureForm,
        label=_("Remove a measure"),
        permission=EDIT,
    ),
}
