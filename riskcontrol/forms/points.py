"""What is typed about a risk point; the same forms serve browser and API (Art. 9)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.texts import open_choice, text_field
from enforcement.models import Field, Matter, Region
from enforcement.vocabulary import CounterpartKind, Industry
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from guidance.vocabulary import Way
from riskcontrol.forms.lines import LinesField
from riskcontrol.forms.parts import PART_ACTS
from riskcontrol.forms.publishing import PUBLISHING_ACTS
from riskcontrol.models import RiskPoint
from riskcontrol.services import levels, points
from riskcontrol.vocabulary import Level, Month

EDIT = Permission.RISK_EDIT
BY_RULE = _("by the rule, from the cases of the matter")


class DescriptionForm(ActForm):
    """What a risk point says; shared by drafting and editing."""

    matter = forms.ModelChoiceField(
        label=_("Matter"),
        queryset=Matter.objects.filter(is_active=True),
        required=False,
        empty_label=_("none: the level is then set with a reason"),
        help_text=_("Its decided cases show how often and how gravely the violation occurs."),
    )
    name_zh = forms.CharField(label=_("Name (Chinese)"), max_length=200)
    name_en = forms.CharField(label=_("Name (English)"), max_length=200, required=False)
    manifestation_zh = text_field(_("How it shows (Chinese)"), required=False, rows=3)
    manifestation_en = text_field(_("How it shows (English)"), required=False, rows=3)
    consequence_zh = text_field(_("What the law provides for (Chinese)"), required=False, rows=2)
    consequence_en = text_field(_("What the law provides for (English)"), required=False, rows=2)
    basis = forms.CharField(label=_("Legal basis"), max_length=200, required=False)
    season_months = forms.TypedMultipleChoiceField(
        label=_("Months of high season"),
        choices=Month.choices,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Leave all empty when it occurs all year."),
    )
    industries = forms.MultipleChoiceField(
        label=_("Industries it concerns"),
        choices=Industry.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    region = forms.ModelChoiceField(
        label=_("Region"),
        queryset=Region.objects.order_by("code"),
        required=False,
        empty_label=_("the whole city"),
    )
    kinds = forms.MultipleChoiceField(
        label=_("Kinds of counterparts it concerns"),
        choices=CounterpartKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Leave all empty when it concerns every kind."),
    )
    licences = LinesField(
        label=_("Licences it concerns"),
        required=False,
        help_text=_("One name a line, as the registry has it; whoever holds one of them is meant."),
    )
    ways = forms.MultipleChoiceField(
        label=_("Suggested ways of guidance"),
        choices=Way.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class DraftForm(DescriptionForm):
    code = forms.RegexField(
        r"[A-Za-z0-9-]{2,20}\Z", label=_("Code"), max_length=20, help_text=_("Such as FX-SJ-04.")
    )
    field = forms.ModelChoiceField(label=_("Field"), queryset=Field.objects.none())
    level = open_choice(_("Risk level"), Level.choices, empty=BY_RULE)
    level_reason = text_field(
        _("Why this level"),
        required=False,
        rows=2,
        help_text=_("Needed when the level is set by hand: form, harm and probability."),
    )
    field_order = ["code", "field", "matter", "name_zh", "name_en"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("field", fields_of(self.actor.organ_id))

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"].upper()
        if RiskPoint.objects.filter(code=code).exists():
            raise forms.ValidationError(_("This code is taken already."), code="taken")
        return code


def fields_of(organ_id: int | None) -> Any:
    """The fields in which an organ has duties."""
    return Field.objects.filter(organs=organ_id).order_by("code")


class LevelForm(ActForm):
    level = forms.ChoiceField(label=_("Risk level"), choices=Level.choices)
    level_reason = text_field(
        _("Why this level"), rows=3, help_text=_("Form, harm and probability of the violation.")
    )


DRAFT_POINT = Act(
    "draft",
    points.draft_point,
    DraftForm,
    label=_("New risk point"),
    intro=_("Sort out one violation that counterparts run into. Causes and measures are added afterwards."),
    permission=EDIT,
)
EDIT_POINT = Act("edit", points.edit_point, DescriptionForm, label=_("Edit"), permission=EDIT)

POINT_ACTS = {
    **PUBLISHING_ACTS,
    "edit": EDIT_POINT,
    "set_level": Act("set_level", levels.set_level, LevelForm, label=_("Set the level"), permission=EDIT),
    "follow_rule": Act(
        "follow_rule", levels.follow_rule, label=_("Leave the level to the rule"), permission=EDIT
    ),
    **PART_ACTS,
}
