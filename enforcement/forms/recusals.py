"""Asking for the recusal of an officer, and deciding on it (Penalty Law, Art. 43)."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.texts import text_field
from enforcement.models import Officer, Recusal
from enforcement.vocabulary import RecusalApplicant, RecusalBody, RecusalGround, RecusalState
from foundation.acts import ActForm


class RecusalForm(ActForm):
    starts_empty = True
    officer: forms.ModelChoiceField[Officer] = forms.ModelChoiceField(
        label=_("Officer"), queryset=Officer.objects.none(), empty_label=_("Choose one")
    )
    applicant = forms.ChoiceField(
        label=_("Applied for by"), choices=RecusalApplicant.choices, widget=forms.RadioSelect
    )
    ground = forms.ChoiceField(label=_("Ground"), choices=RecusalGround.choices, widget=forms.RadioSelect)
    reason = text_field(_("What the ground rests on"), rows=3, longest=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        of_the_organ = Officer.objects.active().filter(organ_id=self.actor.organ_id)
        cast("Any", self.fields["officer"]).queryset = of_the_organ


class RecusalChoice(forms.ModelChoiceField):
    """One open application, named by the officer and the ground."""

    def label_from_instance(self, recusal: Recusal) -> str:
        return f"{recusal.officer.name} – {recusal.get_ground_display()}"


class RecusalDecisionForm(ActForm):
    recusal = RecusalChoice(label=_("Application"), queryset=Recusal.objects.none(), empty_label=None)
    is_granted = forms.TypedChoiceField(
        label=_("Decision"),
        choices=[
            ("true", _("granted: the officer leaves the case")),
            ("false", _("refused: the officer stays")),
        ],
        coerce=lambda value: value == "true",
        widget=forms.RadioSelect,
    )
    body = forms.ChoiceField(
        label=_("Decided by"),
        choices=RecusalBody.choices,
        widget=forms.RadioSelect,
        help_text=_("On the recusal of a head, the superior or the heads together decide."),
    )
    answer = text_field(_("Reasons"), rows=3, longest=2000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            field = cast("Any", self.fields["recusal"])
            field.queryset = (
                Recusal.objects.workable_by(self.actor)
                .filter(case=self.thing, state=RecusalState.APPLIED)
                .select_related("officer")
            )

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        return {"body": RecusalBody.HEAD}
