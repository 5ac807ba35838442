"""What is typed into stops and extensions of the time to decide (Penalty Law, Art. 60)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import text_field
from enforcement.services import intervals
from enforcement.vocabulary import StopKind
from foundation.acts import Act, ActForm
from foundation.permissions import Permission

HANDLE = Permission.CASE_HANDLE
_STOPS = [(value, label) for value, label in StopKind.choices if value != StopKind.HEARING]


class ExtensionForm(ActForm):
    starts_empty = True
    days = forms.IntegerField(label=_("More days"), min_value=1, max_value=1000, initial=30)
    reason = text_field(_("Why the time does not suffice"), rows=3, longest=2000)


class StopForm(ActForm):
    starts_empty = True
    kind = forms.ChoiceField(label=_("What it is"), choices=_STOPS)
    begins_on = day_field(_("First day"), help_text=_("The first day that is not counted."))
    ends_on = day_field(_("Last day"), required=False, help_text=_("Leave it open while it goes on."))
    reason = text_field(_("Reason"), rows=3, longest=2000)


class ApproveForm(ActForm):
    starts_empty = True
    answer = text_field(
        _("Minute, document or remark"),
        required=False,
        rows=2,
        longest=2000,
        help_text=_("A collective decision names its minute and day."),
    )


class RefuseForm(ActForm):
    starts_empty = True
    answer = text_field(_("Why not"), rows=2, longest=2000)


class EndForm(ActForm):
    starts_empty = True
    ends_on = day_field(_("Last day"), help_text=_("The last day that is not counted."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ends_on"].initial = timezone.localdate(self.at)


ASKING_ACTS = (
    Act(
        "ask_extension",
        intervals.ask_extension,
        ExtensionForm,
        _("Ask for more time"),
        _("Who grants it, and how many days at most, is laid down for the field."),
        _("The request waits for its answer."),
        permission=HANDLE,
    ),
    Act(
        "stop_clock",
        intervals.stop_clock,
        StopForm,
        _("Record time not counted"),
        _("Announcement and testing count at once, a hearing by itself; a suspension waits for the head."),
        _("The time to decide is reckoned anew."),
        permission=HANDLE,
    ),
)

INTERVAL_ACTS = {
    "approve": Act("approve", intervals.approve_interval, ApproveForm, primary=True, done=_("Approved.")),
    "refuse": Act("refuse", intervals.refuse_interval, RefuseForm, done=_("Refused.")),
    "end": Act("end", intervals.end_interval, EndForm, primary=True, done=_("The time runs again.")),
}
