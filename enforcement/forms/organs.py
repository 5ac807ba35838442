"""Forms of organs (Art. 4)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.models import Field, Officer, Organ, Region
from enforcement.services.organs import edit_organ, name_first_responsible
from foundation.acts import Act, ActForm
from foundation.permissions import Permission


class OrganForm(ActForm):
    """What its administrator changes: name, place in the line, fields."""

    name_zh = forms.CharField(label=_("Name (Chinese)"), max_length=200)
    name_en = forms.CharField(label=_("Name (English)"), max_length=200, required=False)
    sign = forms.CharField(
        label=_("Sign in document numbers"),
        help_text=_("It stands in every number given from now on."),
        max_length=12,
    )
    region: forms.ModelChoiceField[Any] = forms.ModelChoiceField(label=_("Region"), queryset=None)
    parent: forms.ModelChoiceField[Any] = forms.ModelChoiceField(
        label=_("Superior in the line"),
        help_text=_("Moved elsewhere, the organ takes its subordinates, cases and counterparts with it."),
        queryset=None,
        required=False,
    )
    fields_of_enforcement: forms.ModelMultipleChoiceField[Any] = forms.ModelMultipleChoiceField(
        label=_("Fields of enforcement"), queryset=None, required=False, widget=forms.CheckboxSelectMultiple
    )
    phone = forms.CharField(label=_("Public telephone"), max_length=30, required=False)
    is_active = forms.BooleanField(label=_("Qualified and active"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: dict[str, Any] = {
            "region": Region.objects.visible_to(self.actor).order_by("code"),
            "parent": Organ.objects.visible_to(self.actor).filter(is_active=True).order_by("code"),
            "fields_of_enforcement": Field.objects.order_by("code"),
        }
        for name, rows in choices.items():
            self.offer(name, rows)

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        return {**super().initial_for(thing), "fields_of_enforcement": [f.pk for f in thing.fields.all()]}

    def service_data(self) -> dict[str, Any]:
        data = super().service_data()
        return {**data, "fields": list(data.pop("fields_of_enforcement"))}


class FirstResponsibleForm(ActForm):
    officer: forms.ModelChoiceField[Any] = forms.ModelChoiceField(
        label=_("First responsible person"),
        help_text=_("The principal head of the organ answers first for its enforcement (Article 4)."),
        queryset=None,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        staff = Officer.objects.active().filter(organ=self.thing).order_by("name_pinyin", "id")
        self.offer("officer", staff)


ORGAN_ACTS = {
    "name_first_responsible": Act(
        "name_first_responsible",
        name_first_responsible,
        FirstResponsibleForm,
        label=_("Name the first responsible person"),
        permission=Permission.ORGAN_EDIT,
    ),
    "edit": Act("edit", edit_organ, OrganForm, label=_("Edit"), permission=Permission.ORGAN_EDIT),
}
