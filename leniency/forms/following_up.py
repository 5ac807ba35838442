"""What is typed about education, second looks and promises (Art. 10 para. 1; Penalty Law, Art. 28, 33)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import text_field
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from leniency import services
from leniency.vocabulary import Acknowledged, CheckResult, EducationMeans

HANDLE = Permission.CASE_HANDLE


class _TodayForm(ActForm):
    """A form whose day is today, until another one is typed."""

    starts_empty = True
    day = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[self.day].initial = timezone.localdate(self.at)


class EducateForm(_TodayForm):
    day = "given_on"
    given_on = day_field(_("Held on"))
    means = forms.ChoiceField(label=_("How"), choices=EducationMeans.choices)
    said = text_field(
        _("What was said"),
        rows=4,
        longest=4000,
        help_text=_("Which provision, why it matters, what to do from now on."),
    )
    acknowledged = forms.ChoiceField(
        label=_("What the party confirmed"), choices=Acknowledged.choices, widget=forms.RadioSelect
    )


class PlanCheckForm(ActForm):
    starts_empty = True
    due_on = day_field(
        _("To be looked at by"),
        required=False,
        help_text=_("Leave it empty for the day that the city has set after an order to correct."),
    )


class RecordCheckForm(_TodayForm):
    day = "checked_on"
    checked_on = day_field(_("Looked at on"))
    result = forms.ChoiceField(
        label=_("What was found"), choices=CheckResult.choices, widget=forms.RadioSelect
    )
    evidence = text_field(_("On what evidence"), rows=3, longest=2000)
    corrected_on = day_field(
        _("Corrected on"), required=False, help_text=_("If it is known; else the day of the look.")
    )
    next_on = day_field(_("Looked at again by"), required=False, help_text=_("Where not all is corrected."))
    promise_broken = forms.BooleanField(
        label=_("The party did not keep what it promised in its letter"),
        required=False,
        help_text=_("It is noted and told to you; nothing follows from it by itself."),
    )


class DraftPromiseForm(ActForm):
    correct_by = day_field(_("To be corrected by"), required=False)
    text = text_field(
        _("What is promised"),
        required=False,
        rows=6,
        longest=4000,
        help_text=_("Leave it empty for the wording of the house, filled from the case. A promise is free."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ordered = self.initial.get("correct_by")
        if ordered is not None and ordered < timezone.localdate(self.at):
            del self.initial["correct_by"]

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        """The day of the order, unless it is over."""
        return {"correct_by": thing.circumstances.correct_by}


class ReceivePromiseForm(_TodayForm):
    day = "received_on"
    received_on = day_field(_("Received on"))
    signed_by = forms.CharField(label=_("Signed by"), max_length=80)


FOLLOW_UP_ACTS = {
    act.name: act
    for act in (
        Act(
            "educate",
            services.educate,
            EducateForm,
            _("Record the education"),
            done=_("The education is recorded."),
            permission=HANDLE,
        ),
        Act(
            "plan_check",
            services.plan_check,
            PlanCheckForm,
            _("Plan the second look"),
            done=_("The second look is planned; you are reminded on its day."),
            permission=HANDLE,
        ),
        Act(
            "record_check",
            services.record_check,
            RecordCheckForm,
            _("Record the second look"),
            done=_("The second look is recorded."),
            permission=HANDLE,
        ),
        Act(
            "draft_promise",
            services.draft_promise,
            DraftPromiseForm,
            _("Draft a commitment letter"),
            _("The party may promise to correct. Nobody must, and nothing is worse for who does not."),
            _("The letter is drafted. Record it when the party has signed it."),
            permission=HANDLE,
        ),
        Act(
            "receive_promise",
            services.receive_promise,
            ReceivePromiseForm,
            _("Record the signed letter"),
            done=_("The signed letter is recorded."),
            permission=HANDLE,
        ),
    )
}
