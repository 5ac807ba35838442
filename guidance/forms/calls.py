"""What is typed after a call (Art. 8 (3))."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.texts import text_field
from foundation.acts import Act, ActForm
from guidance.services.expiry import record_call
from guidance.vocabulary import CallOutcome


class CallForm(ActForm):
    outcome = forms.ChoiceField(label=_("Outcome"), choices=CallOutcome.choices)
    note = text_field(_("Note"), rows=3, longest=2000, required=False)


CALL_ACTS: dict[str, Act] = {
    "record": Act("record", record_call, CallForm, done=_("The call is recorded."), primary=True)
}
