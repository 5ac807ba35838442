"""Forms of officers: work, certificate, roles, account (Art. 4, 7)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.models import Organ
from enforcement.services.officers import (
    deactivate_officer,
    edit_officer,
    enrol_officer,
    grant_role,
    lift_lock,
    move_officer,
    reactivate_officer,
    record_certificate,
    reset_password,
    reset_second_factor,
    revoke_role,
)
from enforcement.vocabulary import CertificateState
from foundation.acts import Act, ActForm
from foundation.permissions import Permission, Role

EDIT, GRANT = Permission.OFFICER_EDIT, Permission.ROLE_GRANT
_WHY = _("The reason stands in the audit record.")


class OwnOrgansMixin:
    """Offers the organs that the actor keeps."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = Organ.objects.workable_by(self.actor).active().order_by("code")  # type: ignore[attr-defined]
        self.fields["organ"].queryset = kept  # type: ignore[attr-defined]


class PersonForm(ActForm):
    name_zh = forms.CharField(label=_("Name (Chinese)"), max_length=60)
    name_en = forms.CharField(label=_("Name (Latin letters)"), max_length=80, required=False)
    post = forms.CharField(label=_("Post"), max_length=80, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False)
    has_legal_qualification = forms.BooleanField(label=_("National legal qualification"), required=False)


class EnrolForm(OwnOrgansMixin, PersonForm):
    username = forms.RegexField(
        label=_("User name"),
        help_text=_("Small letters, digits, dot, hyphen and underscore."),
        regex=r"^[a-z0-9._-]{3,64}$",
        error_messages={"invalid": _("Use 3 to 64 small letters, digits, dots, hyphens or underscores.")},
    )
    organ: forms.ModelChoiceField[Any] = forms.ModelChoiceField(label=_("Organ"), queryset=None)
    field_order = ["username", "organ"]


class CertificateForm(ActForm):
    certificate_number = forms.CharField(label=_("Certificate number"), max_length=32, required=False)
    certificate_state = forms.ChoiceField(label=_("State"), choices=CertificateState.choices)
    certificate_until = forms.DateField(
        label=_("Valid until"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("certificate_state") == CertificateState.VALID and not values.get("certificate_number"):
            self.add_error("certificate_number", _("A valid certificate has a number."))
        return values


class MoveForm(OwnOrgansMixin, ActForm):
    organ: forms.ModelChoiceField[Any] = forms.ModelChoiceField(label=_("Organ"), queryset=None)
    post = forms.CharField(label=_("Post"), max_length=80, required=False)


class WhyForm(ActForm):
    why = forms.CharField(label=_("Reason"), help_text=_WHY, max_length=300, min_length=2)


class GrantForm(WhyForm):
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    field_order = ["role"]


class RevokeForm(WhyForm):
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    field_order = ["role"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = [(g.role, g.get_role_display()) for g in self.thing.grants.all()] if self.thing else []
        self.fields["role"].choices = held  # type: ignore[attr-defined]


ENROL = Act("enrol", enrol_officer, EnrolForm, label=_("Enrol an officer"), permission=EDIT)
OFFICER_ACTS = {
    "edit": Act("edit", edit_officer, PersonForm, label=_("Edit"), permission=EDIT),
    "certificate": Act(
        "certificate", record_certificate, CertificateForm, label=_("Record the certificate"), permission=EDIT
    ),
    "move": Act("move", move_officer, MoveForm, label=_("Move to another organ"), permission=EDIT),
    "deactivate": Act(
        "deactivate", deactivate_officer, WhyForm, label=_("Close the account"), permission=EDIT
    ),
    "reactivate": Act(
        "reactivate", reactivate_officer, WhyForm, label=_("Open the account again"), permission=EDIT
    ),
    "grant_role": Act("grant_role", grant_role, GrantForm, label=_("Grant a role"), permission=GRANT),
    "revoke_role": Act("revoke_role", revoke_role, RevokeForm, label=_("Revoke a role"), permission=GRANT),
    "lift_lock": Act("lift_lock", lift_lock, WhyForm, label=_("Lift the sign-in lock"), permission=GRANT),
    "reset_second_factor": Act(
        "reset_second_factor",
        reset_second_factor,
        WhyForm,
        label=_("Reset the second factor"),
        intro=_(
            "For a lost device. See the person: the next sign-in binds a new device by the password alone."
        ),
        done=_("The second factor is reset; the officer was told."),
        permission=GRANT,
    ),
}
RESET_PASSWORD = Act(
    "reset_password",
    reset_password,
    WhyForm,
    label=_("Give a new password"),
    intro=_("A random password is shown once. Hand it over in person; the old one ends at once."),
    done=_("A new password is given."),
    permission=GRANT,
)
