"""What is typed when an organ defines a way of its own (Art. 8, last paragraph)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.texts import text_field
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from guidance.models import OtherField
from guidance.models.other_ways import KEY
from guidance.services import other_ways
from guidance.vocabulary import FieldKind, FieldStage

DEFINE = Permission.GUIDANCE_DEFINE


class WayForm(ActForm):
    name_zh = forms.CharField(label=_("Name (Chinese)"), max_length=80)
    name_en = forms.CharField(label=_("Name (English)"), max_length=80, required=False)
    description = text_field(
        _("How it works"),
        rows=4,
        longest=4000,
        help_text=_("It is as voluntary as the eight ways of the article."),
    )


class FieldForm(ActForm):
    starts_empty = True
    key = forms.CharField(
        label=_("Key"),
        max_length=31,
        validators=[KEY],
        help_text=_("For programs: small letters, such as number_of_shops."),
    )
    label_zh = forms.CharField(label=_("Label (Chinese)"), max_length=80)
    label_en = forms.CharField(label=_("Label (English)"), max_length=80, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=FieldKind.choices)
    choices = text_field(_("Choices, one a line"), required=False, rows=3, longest=2000)
    stage = forms.ChoiceField(label=_("Asked"), choices=FieldStage.choices)
    is_required = forms.BooleanField(label=_("Must be filled in"), required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("kind") == FieldKind.CHOICE and not cleaned.get("choices", "").strip():
            self.add_error("choices", forms.ValidationError(_("Name at least one choice."), "required"))
        return cleaned


class RemoveFieldForm(ActForm):
    starts_empty = True
    field = forms.ModelChoiceField(
        label=_("Field"), queryset=OtherField.objects.none(), empty_label=_("choose")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            self.offer("field", OtherField.objects.visible_to(self.actor).filter(way=self.thing))


DEFINE_WAY = Act(
    "define",
    other_ways.define_way,
    WayForm,
    _("Define a way"),
    _("A way that is effective here. Its fields come next; nothing is used before you put it in use."),
    _("The draft is kept. Add its fields, then put it in use."),
    permission=DEFINE,
)
OTHER_WAY_ACTS: dict[str, Act] = {
    act.name: act
    for act in (
        Act("use", other_ways.use_way, done=_("In use: officers find it among the ways."), primary=True),
        Act("edit", other_ways.edit_way, WayForm),
        Act("add_field", other_ways.add_field, FieldForm, _("Add a field"), permission=DEFINE),
        Act(
            "remove_field", other_ways.remove_field, RemoveFieldForm, _("Take a field out"), permission=DEFINE
        ),
        Act(
            "revise",
            other_ways.revise_way,
            label=_("Draft the next edition"),
            done=_("This is the next edition. The old one stays in use until you put this in use."),
            permission=DEFINE,
        ),
        Act("retire", other_ways.retire_way, done=_("Retired. What was given in it keeps it.")),
    )
}
