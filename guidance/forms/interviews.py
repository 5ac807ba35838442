"""What is typed about the appointment of an interview, and about who came (Art. 8 (7))."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.moments import moment_field
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from guidance.forms.joint_organs import offer_joint_organs, organ_field
from guidance.services import interviews
from guidance.vocabulary import Signature

HANDLE = Permission.GUIDANCE_HANDLE


class BriefNoteForm(ActForm):
    starts_empty = True
    note = forms.CharField(label=_("Note"), max_length=300, required=False)


class MoveForm(ActForm):
    invited_for = moment_field(_("Appointed for"))
    place = forms.CharField(label=_("Place"), max_length=200)
    reason = forms.CharField(label=_("Why it is moved"), max_length=300)

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        return {"place": getattr(thing.detail, "place", "")}


class AttendanceForm(ActForm):
    starts_empty = True
    name = forms.CharField(
        label=_("Name"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    capacity = forms.CharField(label=_("In what capacity"), max_length=120)
    signature = forms.ChoiceField(label=_("Signature"), choices=Signature.choices)
    note = forms.CharField(label=_("Why there is no signature"), max_length=300, required=False)
    organ = organ_field(_("For the organ"), _("who was interviewed"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_joint_organs(self)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("signature") == Signature.REFUSED and not cleaned.get("note"):
            self.add_error("note", forms.ValidationError(_("Note why somebody did not sign."), "required"))
        return cleaned


INTERVIEW_ACTS: dict[str, Act] = {
    act.name: act
    for act in (
        Act(
            "confirm_interview",
            interviews.confirm_appointment,
            BriefNoteForm,
            _("They will come"),
            permission=HANDLE,
        ),
        Act(
            "move_interview",
            interviews.move_interview,
            MoveForm,
            _("Appoint another hour"),
            permission=HANDLE,
        ),
        Act("note_absence", interviews.note_absence, BriefNoteForm, _("Nobody came"), permission=HANDLE),
        Act(
            "add_attendance",
            interviews.add_attendance,
            AttendanceForm,
            _("Record who came"),
            permission=HANDLE,
        ),
    )
}
