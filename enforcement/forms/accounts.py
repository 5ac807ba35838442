"""Forms of the entrance and of one's own account."""

from __future__ import annotations

import unicodedata
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _

from enforcement.services.officers import choose_language, revoke_token
from foundation.acts import Act, ActForm, NoInput

LONGEST_PASSWORD = 128


def plain_username(text: str) -> str:
    """One spelling a person, so that failed attempts are counted together."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


class SignInForm(AuthenticationForm):
    error_messages = dict.fromkeys(
        ("invalid_login", "inactive"), _("User name and password do not fit together.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("User name")
        self.fields["password"].label = _("Password")
        self.fields["password"].max_length = LONGEST_PASSWORD  # type: ignore[attr-defined]

    def clean_username(self) -> str:
        return plain_username(self.cleaned_data["username"])


class PasswordForm(ActForm):
    old_password = forms.CharField(
        label=_("Present password"),
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    new_password = forms.CharField(
        label=_("New password"),
        help_text=_("At least 10 signs, not only digits, and nothing that everybody uses."),
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    repeated = forms.CharField(
        label=_("New password again"),
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("new_password") != values.get("repeated"):
            self.add_error("repeated", _("The two new passwords differ."))
        return values

    def service_data(self) -> dict[str, Any]:
        return {n: v for n, v in super().service_data().items() if n != "repeated"}


class CodeForm(ActForm):
    """The code of a device, or a recovery code."""

    code = forms.CharField(
        label=_("Code"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "text", "autocapitalize": "characters"}
        ),
    )


class FirstCodeForm(ActForm):
    """The first code of a device that is being bound."""

    code = forms.CharField(
        label=_("Code of six digits that the app shows"),
        max_length=10,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class OwnFirstCodeForm(FirstCodeForm):
    """In an open session the password is asked again: an unattended screen binds no device."""

    password = forms.CharField(
        label=_("Present password"),
        max_length=LONGEST_PASSWORD,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class LanguageForm(ActForm):
    language = forms.ChoiceField(label=_("Language of the pages"), choices=settings.LANGUAGES)


CHOOSE_LANGUAGE = Act(
    "choose_language", choose_language, LanguageForm, label=_("Choose the language"), done=_("Language kept.")
)
REVOKE_OWN_TOKEN = Act("revoke", revoke_token, NoInput, label=_("Revoke"), done=_("The token is revoked."))
