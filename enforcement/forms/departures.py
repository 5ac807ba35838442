"""What is typed into a departure from the benchmark and its answer (Art. 5; Penalty Law, Art. 34)."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.texts import text_field
from enforcement.services import departures
from enforcement.vocabulary import Approver, DepartureGround, Tier
from foundation.acts import Act, ActForm
from foundation.permissions import Permission

_MOST_YUAN = 10**11


class AskDepartureForm(ActForm):
    tier = forms.ChoiceField(
        label=_("Tier that is left"),
        choices=Tier.choices,
        help_text=_("The tier that the circumstances of the case fall under."),
    )
    fine = forms.DecimalField(
        label=_("Intended fine (yuan)"),
        min_value=0,
        max_value=_MOST_YUAN,
        decimal_places=2,
        help_text=_("Outside the tier, but within the statute. What is approved may not be exceeded."),
    )
    ground = forms.ChoiceField(label=_("Ground"), choices=DepartureGround.choices)
    reason = text_field(_("Why this case differs"), rows=5, longest=2000)
    approver = forms.ChoiceField(
        label=_("To be approved by"),
        choices=Approver.choices,
        initial=Approver.HEAD,
        required=False,
        help_text=_("A benchmark of the superior organ is left only with its approval."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            tiers = {band.tier for band in self.thing.matter.bands.all()}
            field = cast("forms.ChoiceField", self.fields["tier"])
            field.choices = [(value, label) for value, label in Tier.choices if value in tiers]

    def clean_approver(self) -> str:
        return self.cleaned_data["approver"] or Approver.HEAD

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        notice = getattr(thing, "notice", None)
        return {"fine": notice.intended_fine} if notice and notice.intended_fine else {}


class AnswerDepartureForm(ActForm):
    starts_empty = True
    answer = text_field(_("Approval in writing"), rows=4, longest=2000)


class RefuseDepartureForm(ActForm):
    starts_empty = True
    answer = text_field(_("Why not"), rows=3, longest=2000)


ASK_DEPARTURE = Act(
    "ask_departure",
    departures.ask_departure,
    AskDepartureForm,
    _("Ask to leave the benchmark"),
    _(
        "A fine outside the tier needs a reason, and an approval in writing by a head who does not handle the case."
    ),
    _("The request waits for its answer."),
    permission=Permission.CASE_HANDLE,
)

DEPARTURE_ACTS = {
    "approve": Act(
        "approve",
        departures.approve_departure,
        AnswerDepartureForm,
        intro=_("The case may then be decided as far outside the tier as is asked for, and no farther."),
        done=_("Approved."),
        primary=True,
    ),
    "refuse": Act("refuse", departures.refuse_departure, RefuseDepartureForm, done=_("Refused.")),
}
