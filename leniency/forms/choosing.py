"""What is typed into the choice of an entry, and into the answer to a departure (Art. 10 para. 1; LEN-9)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.texts import open_choice, text_field
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from foundation.reasons import reasons_against
from leniency import services
from leniency.models import LeniencyAssessment, LeniencyEntry

AGREES = _("the choice follows the assessment")


class ChooseForm(ActForm):
    entry = forms.ModelChoiceField(
        label=_("Entry to be applied"),
        queryset=LeniencyEntry.objects.none(),
        required=False,
        empty_label=_("None"),
    )
    cause = open_choice(_("Ground of the departure"), [], empty=AGREES)
    reason = text_field(
        _("Reason"),
        required=False,
        rows=4,
        longest=2000,
        help_text=_("Needed when the choice departs from the assessment; a head answers it."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        grounds = [(reason.value, reason.label) for reason in reasons_against("LEN-9")]
        self.fields["cause"].choices = [("", AGREES), *grounds]  # type: ignore[attr-defined]  # a choice
        latest = LeniencyAssessment.objects.latest_of(self.thing.pk) if self.thing else None
        if latest is not None:
            self.offer("entry", LeniencyEntry.objects.filter(results__assessment=latest))
            self.fields["entry"].initial = latest.chosen_entry_id


class AnswerChoiceForm(ActForm):
    starts_empty = True
    answer = text_field(_("Approval in writing"), rows=4, longest=2000)


class RefuseChoiceForm(ActForm):
    starts_empty = True
    answer = text_field(_("Why not"), rows=3, longest=2000)


CHOOSE = Act(
    "choose",
    services.choose_entry,
    ChooseForm,
    _("Choose the entry"),
    _(
        "The assessment proposes the most favourable entry that applies. Another choice takes effect when a head who "
        "does not handle the case approves it."
    ),
    _("The choice is recorded. If it departs from the assessment, it waits for a head."),
    permission=Permission.CASE_HANDLE,
)
CHOICE_ACTS = {
    "approve": Act(
        "approve",
        services.approve_choice,
        AnswerChoiceForm,
        intro=_("The choice then takes effect, and is counted among the departures from the lists."),
        done=_("Approved."),
        primary=True,
    ),
    "refuse": Act("refuse", services.refuse_choice, RefuseChoiceForm, done=_("Refused.")),
}
