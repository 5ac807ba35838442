"""Forms of the registry of counterparts: the same for browser and API (Art. 8)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from enforcement.forms.same_party import SAY_SAME
from enforcement.lists.regions import regions_of
from enforcement.models import Licence
from enforcement.rules.counterparts import obstacles_to_identifier
from enforcement.services.counterparts import (
    add_contact,
    add_licence,
    edit_contact,
    edit_counterpart,
    edit_licence,
    register_counterpart,
    remove_contact,
    reveal,
)
from enforcement.vocabulary import CounterpartKind, Industry, LicenceState
from foundation.acts import Act, ActForm, NoInput
from foundation.permissions import Permission

EDIT = Permission.COUNTERPART_EDIT
PRIVATE = {"autocomplete": "off"}


def _day(label: Any, *, required: bool = True) -> forms.DateField:
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, required=required, widget=widget)


class CounterpartForm(ActForm):
    asked_when = {
        "industry": ("kind", tuple(k for k in CounterpartKind if k != CounterpartKind.CITIZEN)),
        "legal_representative": ("kind", tuple(k for k in CounterpartKind if k != CounterpartKind.CITIZEN)),
    }

    kind = forms.ChoiceField(
        label=_("Kind"), choices=CounterpartKind.choices, initial=CounterpartKind.LEGAL_PERSON
    )
    name = forms.CharField(label=_("Name of the person or firm"), max_length=200)
    identifier = forms.CharField(
        label=_("Credit code or identity number"),
        help_text=_("18 signs: an identity number for a citizen, else the unified social credit code."),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs=PRIVATE),
    )
    industry = forms.ChoiceField(label=_("Industry"), choices=Industry.choices, initial=Industry.NONE)
    region: forms.ModelChoiceField[Any] = forms.ModelChoiceField(label=_("Region"), queryset=None)
    address = forms.CharField(
        label=_("Address"), max_length=300, required=False, widget=forms.TextInput(attrs=PRIVATE)
    )
    legal_representative = forms.CharField(
        label=_("Legal representative or person in charge"), max_length=80, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["industry"].required = self.data.get("kind") != CounterpartKind.CITIZEN
        self.offer("region", regions_of(self.actor))
        self.fields["region"].initial = self.actor.district_id

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("industry") == "":
            values["industry"] = Industry.NONE
        for obstacle in obstacles_to_identifier(
            kind=values.get("kind", ""), identifier=values.get("identifier", "")
        ):
            text = f"{obstacle.message} {obstacle.next_step}"
            self.add_error("identifier", ValidationError(text, code="check_digit"))
        if values.get("industry") == Industry.NONE and values.get("kind") != CounterpartKind.CITIZEN:
            self.add_error("industry", ValidationError(_("Choose the industry."), code="required"))
        return values


class EditForm(CounterpartForm):
    """Stored personal data is not sent to the browser: an empty field leaves it as it is."""

    is_demonstration = forms.BooleanField(
        label=_("Demonstration model"),
        help_text=_("Others may be shown this one as a good example (Article 8 (2))."),
        required=False,
    )
    kept = ("identifier", "address")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["identifier"].help_text = _("Leave it empty to keep what is stored.")
        self.fields["address"].help_text = _("Leave it empty to keep what is stored.")

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        return {n: v for n, v in super().initial_for(thing).items() if n not in cls.kept}

    def service_data(self) -> dict[str, Any]:
        data = super().service_data()
        return {n: v for n, v in data.items() if n not in self.kept or v}


class ContactForm(ActForm):
    starts_empty = True
    name = forms.CharField(label=_("Name"), max_length=80)
    post = forms.CharField(label=_("Post"), max_length=80, required=False)
    phone = forms.RegexField(
        label=_("Telephone"),
        regex=r"^[0-9+()\- ]{5,24}$",
        required=False,
        widget=forms.TextInput(attrs={**PRIVATE, "inputmode": "tel"}),
        error_messages={"invalid": _("A telephone number has digits, blanks and + ( ) - only.")},
    )
    email = forms.EmailField(label=_("E-mail"), required=False, widget=forms.EmailInput(attrs=PRIVATE))


class EditContactForm(ContactForm):
    """As with the counterpart, what is stored stays unless something is typed."""

    kept = ("phone", "email")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.kept:
            self.fields[name].help_text = _("Leave it empty to keep what is stored.")

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        return {"name": thing.name, "post": thing.post}

    def service_data(self) -> dict[str, Any]:
        return {n: v for n, v in super().service_data().items() if n not in self.kept or v}


class LicenceForm(ActForm):
    name = forms.CharField(label=_("Licence"), max_length=120)
    number = forms.CharField(label=_("Number"), max_length=60)
    issued_on = _day(_("Issued on"))
    expires_on = _day(_("Expires on"), required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        issued, expires = values.get("issued_on"), values.get("expires_on")
        if issued and expires and expires < issued:
            constraint = Licence._meta.constraints[0]
            self.add_error("expires_on", str(constraint.get_violation_error_message()))
        return values


class AddLicenceForm(LicenceForm):
    starts_empty = True


class EditLicenceForm(LicenceForm):
    state = forms.ChoiceField(label=_("State"), choices=LicenceState.choices)


class RevealForm(ActForm):
    why = forms.CharField(
        label=_("Why do you need to see it?"),
        help_text=_("Name the case or the purpose. The look is recorded with your name and this reason."),
        max_length=300,
        min_length=2,
    )


REGISTER = Act(
    "register",
    register_counterpart,
    CounterpartForm,
    label=_("Register a counterpart"),
    done=_("Registered."),
    permission=EDIT,
)
COUNTERPART_ACTS = {
    "edit": Act("edit", edit_counterpart, EditForm, label=_("Edit"), permission=EDIT),
    "add_contact": Act("add_contact", add_contact, ContactForm, label=_("Add a contact"), permission=EDIT),
    "add_licence": Act("add_licence", add_licence, AddLicenceForm, label=_("Add a licence"), permission=EDIT),
    SAY_SAME.name: SAY_SAME,
}
REVEAL = Act(
    "reveal", reveal, RevealForm, label=_("Show personal data"), permission=Permission.COUNTERPART_REVEAL
)
CONTACT_ACTS = {
    "edit": Act("edit", edit_contact, EditContactForm, label=_("Edit the contact"), permission=EDIT),
    "remove": Act("remove", remove_contact, NoInput, label=_("Remove the contact"), permission=EDIT),
}
LICENCE_ACTS = {
    "edit": Act("edit", edit_licence, EditLicenceForm, label=_("Edit the licence"), permission=EDIT),
}
