"""Deciding on the spot (Penalty Law, Art. 51-52)."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.case_intake import HandlersForm
from enforcement.forms.days import day_field
from enforcement.forms.texts import open_choice, text_field
from enforcement.services import cases
from enforcement.vocabulary import PENALISING, Outcome, PenaltyKind, Tier
from foundation.acts import Act, ActForm
from foundation.permissions import Permission

_KINDS = [(k.value, k.label) for k in (PenaltyKind.WARNING, PenaltyKind.FINE)]
_OUTCOMES = [(o.value, o.label) for o in PENALISING]


class SpotForm(HandlersForm):
    """One page on the spot: facts, kind, amount, and that the party was heard."""

    facts_found = text_field(_("Facts found"), rows=4)
    is_certain = forms.BooleanField(
        label=_("The facts are clear and certain and the law provides the penalty"), required=False
    )
    was_heard = forms.BooleanField(
        label=_("The party was told facts, reasons, basis and rights, and was heard"), required=False
    )
    certificates_shown_on = day_field(_("Certificates shown on"))
    outcome = forms.ChoiceField(
        label=_("Outcome"),
        choices=_OUTCOMES,
        required=False,
        help_text=_("Lighter or mitigated where the circumstances of the case oblige to it or allow it."),
    )
    penalty_kind = forms.ChoiceField(label=_("Kind of penalty"), choices=_KINDS, widget=forms.RadioSelect)
    fine = forms.DecimalField(
        label=_("Fine (yuan)"),
        required=False,
        min_value=0,
        max_value=10**6,
        decimal_places=2,
        help_text=_("At most 200 for a citizen, 3,000 for others."),
    )
    tier = open_choice(_("Tier of the benchmark"), Tier.choices, empty=_("none"))
    correction_order = text_field(_("Order to correct"), rows=2, required=False)
    field_order = [
        "facts_found", "is_certain", "outcome", "penalty_kind", "fine", "tier", "correction_order", "was_heard",
        "certificates_shown_on", "handlers",
    ]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["certificates_shown_on"].initial = timezone.localdate(self.at)
        if self.thing is not None:
            tiers = {band.tier for band in self.thing.matter.bands.all()}
            field = cast("forms.ChoiceField", self.fields["tier"])
            field.choices = [("", _("none")), *((v, label) for v, label in Tier.choices if v in tiers)]

    def clean_outcome(self) -> str:
        return self.cleaned_data["outcome"] or Outcome.PENALTY

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        return {**super().initial_for(thing), "facts_found": thing.facts_found}


class HandInForm(ActForm):
    starts_empty = True
    handed_in_on = day_field(_("Filed with the organ on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["handed_in_on"].initial = timezone.localdate(self.at)


HAND_IN = Act(
    "hand_in",
    cases.hand_in,
    HandInForm,
    _("Record the filing with the organ"),
    _("A decision taken on the spot is filed with the organ in the days that the rules of the field name."),
    _("The filing is recorded."),
    permission=Permission.CASE_HANDLE,
)

DECIDE_ON_SPOT = Act(
    "decide_on_spot",
    cases.decide_on_spot,
    SpotForm,
    intro=_(
        "For clear facts and a warning or a small fine. The decision is handed over at once and filed with the organ."
    ),
    done=_("The case is decided on the spot; hand the decision over."),
)
