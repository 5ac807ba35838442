"""What is typed into acts on a return visit; nothing here asks about officers' conduct."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.moments import moment_field
from enforcement.forms.texts import yes_or_no
from enforcement.models import Officer
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from guidance.services import visits
from guidance.services.visits.assigning import candidates
from guidance.vocabulary import Recheck, VisitMode


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%d", **kwargs)


class AssignForm(ActForm):
    visitors = forms.ModelMultipleChoiceField(
        label=_("Two visitors"),
        queryset=Officer.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Only certified officers who had no part in the case, the least busy first."),
    )

    planned_for = moment_field(
        _("Agreed for"),
        required=False,
        help_text=_("When the party expects the visitors, where it was agreed."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            self.offer("visitors", candidates(self.thing, at=self.at))

    def clean_visitors(self) -> list[Officer]:
        chosen = list(self.cleaned_data["visitors"])
        if len(chosen) != 2:
            raise forms.ValidationError(_("Choose exactly two officers."), code="two")
        return chosen


class HoldForm(ActForm):
    mode = forms.ChoiceField(label=_("How"), choices=VisitMode.choices)
    held_on = forms.DateField(label=_("Held on"), widget=DayInput())
    held_time = forms.TimeField(
        label=_("At what time"),
        required=False,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
    )
    rectified = forms.ChoiceField(label=_("Rectification"), choices=Recheck.choices)
    recurred = yes_or_no(_("Violated again"))
    difficulties = forms.CharField(
        label=_("Difficulties of the party"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    guidance_wanted = forms.CharField(
        label=_("Guidance that is wanted"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    opinions = forms.CharField(
        label=_("Opinions and suggestions"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("About the matter only. What concerns officers' conduct goes to the supervisors."),
    )
    satisfaction = forms.TypedChoiceField(
        label=_("Satisfaction"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", _("not answered")), *((n, str(n)) for n in range(5, 0, -1))],
    )


class NoteForm(ActForm):
    note = forms.CharField(label=_("What happened"), widget=forms.Textarea(attrs={"rows": 3}))


class CloseForm(ActForm):
    feedback = forms.CharField(
        label=_("Feedback given to the party"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class CancelForm(ActForm):
    reason = forms.CharField(label=_("Why the visit is cancelled"), widget=forms.Textarea(attrs={"rows": 2}))


VISIT_ACTS = {
    "assign": Act("assign", visits.assign_visitors, AssignForm),
    "hold": Act("hold", visits.hold_visit, HoldForm, primary=True),
    "refuse": Act("refuse", visits.refuse_visit, NoteForm),
    "give_up": Act("give_up", visits.give_up),
    "close": Act("close", visits.close_visit, CloseForm, primary=True),
    "cancel": Act("cancel", visits.cancel_visit, CancelForm),
    "record_attempt": Act(
        "record_attempt",
        visits.record_attempt,
        NoteForm,
        label=_("Record an attempt"),
        permission=Permission.VISIT_HOLD,
    ),
}
