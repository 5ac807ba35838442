"""Acts on mediations, for browser and API (Art. 7)."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from enforcement.forms.counterpart_picker import CounterpartField
from enforcement.forms.days import day_field
from enforcement.forms.documents import issuing
from enforcement.forms.texts import text_field
from enforcement.models import Case, Field, Officer
from enforcement.services import mediations
from enforcement.vocabulary import DisputeKind, PartyRole
from foundation.acts import Act, ActForm
from foundation.permissions import Permission, Role

HANDLE = Permission.MEDIATION_HANDLE


def _reach(form: ActForm, name: str) -> None:
    """Among very many counterparts one is looked up while one types; what was typed stays chosen."""
    given = form.data.get(name) if form.is_bound else form.initial.get(name)
    cast("CounterpartField", form.fields[name]).reach(form.actor, given)


class DisputeForm(ActForm):
    title = forms.CharField(label=_("Title"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind of dispute"), choices=DisputeKind.choices)
    dispute = text_field(_("What the dispute is about"))


class NewMediationForm(DisputeForm):
    field = forms.ModelChoiceField(Field.objects.all(), label=_("Field of enforcement"))
    applicant = CounterpartField(
        label=_("Who applies"), help_text=_("Register the party first, if it is new.")
    )
    applied_on = day_field(_("Applied for on"))
    case = forms.ModelChoiceField(
        Case.objects.none(),
        label=_("Case"),
        required=False,
        empty_label=_("no case"),
        widget=forms.HiddenInput,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reach(self, "applicant")
        self.offer("case", Case.objects.visible_to(self.actor))


class PartyForm(ActForm):
    starts_empty = True
    role = forms.ChoiceField(label=_("Role"), choices=PartyRole.choices, initial=PartyRole.RESPONDENT)
    counterpart = CounterpartField(
        label=_("Registered counterpart"),
        required=False,
        help_text=_("Type two signs of the name, pinyin initials, or the credit code."),
    )
    name = forms.CharField(label=_("Or the name of a person"), max_length=200, required=False)
    consented_on = day_field(
        _("Agreed to be mediated on"),
        required=False,
        help_text=_("Mediation is voluntary: leave it open until then."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reach(self, "counterpart")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if bool(values.get("counterpart")) is bool(values.get("name")):
            raise ValidationError(_("Name either a counterpart or a person."), code="one")
        return values


class MediatorsForm(ActForm):
    officers = forms.ModelMultipleChoiceField(
        label=_("Mediators"),
        queryset=Officer.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Nobody who has a duty in the case that the dispute is about."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            staff = Officer.objects.active().filter(organ_id=self.thing.organ_id)
            offered = staff.filter(grants__role__in=[Role.OFFICER, Role.HEAD]).distinct()
            self.offer("officers", offered)

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        return {"officers": [mediator.officer_id for mediator in thing.mediators.all()]}

    def clean_officers(self) -> list[Officer]:
        return list(self.cleaned_data["officers"])


class SessionForm(ActForm):
    starts_empty = True
    held_on = day_field(_("Held on"))
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    minutes = text_field(_("What was said"))


class AgreementForm(ActForm):
    agreement = text_field(
        _("Agreement"), help_text=_("Who does what until when, in the parties' own words.")
    )
    perform_by = day_field(_("To be performed by"), required=False)


class WhyForm(ActForm):
    reason = text_field(_("Reason"), rows=3, longest=2_000)


class PerformedForm(ActForm):
    performed_on = day_field(_("Looked at on"))
    note = text_field(_("How it was performed"), required=False, rows=3, longest=2_000)


class UnperformedForm(ActForm):
    performed_on = day_field(_("Looked at on"))
    note = text_field(_("What is missing, and what the other party was told"), rows=3, longest=2_000)


REGISTER_MEDIATION = Act(
    "register", mediations.register_mediation, NewMediationForm, _("Enter an application"),
    done=_("The application is entered. Name the other party and a mediator."), permission=HANDLE,
)  # fmt: skip
MEDIATION_ACTS: dict[str, Any] = {
    act.name: act
    for act in (
        Act("accept", mediations.begin_mediation, primary=True, done=_("The mediation has begun.")),
        Act("agree", mediations.record_agreement, AgreementForm, primary=True),
        Act("agree_partly", mediations.record_part_agreement, AgreementForm),
        Act(
            "fail", mediations.end_without_agreement, WhyForm,
            intro=_("Tell the parties that arbitration and the courts stay open to them."),
        ),
        Act("withdraw", mediations.withdraw_mediation, WhyForm),
        Act("note_performed", mediations.note_performed, PerformedForm, primary=True),
        Act("note_unperformed", mediations.note_unperformed, UnperformedForm),
        Act("edit", mediations.edit_mediation, DisputeForm, _("Correct"), permission=HANDLE),
        Act("add_party", mediations.add_party, PartyForm, _("Name a party"), permission=HANDLE),
        Act("name_mediators", mediations.name_mediators, MediatorsForm, _("Name mediators"), permission=HANDLE),
        Act("hold_session", mediations.hold_session, SessionForm, _("Record a session"), permission=HANDLE),
        issuing("mediation", HANDLE),
    )
}  # fmt: skip
WHILE_OPEN = frozenset({"edit", "add_party", "name_mediators", "hold_session"})
