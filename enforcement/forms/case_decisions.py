"""Review, decision, service and execution (Art. 5, 6, 10; Penalty Law, Art. 57-61, 66)."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import open_choice, text_field
from enforcement.vocabulary import PENALISING, Outcome, PenaltyKind, ReviewOpinion, Tier
from foundation.acts import ActForm

_MOST_YUAN = 10**11

PERFORMANCE = _("Within fifteen days after this decision was received, at the bank or by electronic payment.")
REMEDIES = _(
    "Reconsideration may be applied for within sixty days after this decision was received, or a suit be brought "
    "at the people's court within six months."
)


class ReviewForm(ActForm):
    opinion = forms.ChoiceField(label=_("Opinion"), choices=ReviewOpinion.choices, widget=forms.RadioSelect)
    text = text_field(
        _("Reasons"), help_text=_("Competence, facts and evidence, law applied, procedure, discretion.")
    )


class DecideForm(ActForm):
    """One decision a case; the range of the matter and its benchmark stand beside the form."""

    asked_when = {
        **dict.fromkeys(("penalty_kind", "fine", "tier", "performance", "remedies"), ("outcome", PENALISING)),
        "correction_order": ("outcome", (*PENALISING, Outcome.NO_PENALTY)),
        "correct_by": ("outcome", (*PENALISING, Outcome.NO_PENALTY)),
        **dict.fromkeys(("education", "educate_by"), ("outcome", (Outcome.NO_PENALTY,))),
        "transferred_to": ("outcome", (Outcome.TRANSFERRED,)),
    }

    outcome = forms.ChoiceField(label=_("Outcome"), choices=Outcome.choices, widget=forms.RadioSelect)
    penalty_kind = open_choice(
        _("Kind of penalty"),
        PenaltyKind.choices,
        empty=_("no penalty"),
        help_text=_("For a penalty, also a lighter or mitigated one."),
    )
    fine = forms.DecimalField(
        label=_("Fine (yuan)"), required=False, min_value=0, max_value=_MOST_YUAN, decimal_places=2
    )
    tier = open_choice(
        _("Tier of the benchmark"),
        Tier.choices,
        empty=_("none"),
        help_text=_("Where the matter has a benchmark."),
    )
    reasons = text_field(  # type: ignore[assignment]  # fields are kept apart from the methods of a form
        _("Facts, evidence and reasons"),
        rows=8,
        help_text=_("Also how the benchmark and the leniency lists were applied."),
    )
    correction_order = text_field(
        _("Order to correct"), required=False, rows=3, help_text=_("What must be corrected, and by when.")
    )
    correct_by = day_field(
        _("To be corrected by"),
        required=False,
        help_text=_("Left empty, a day that was ordered before and still runs."),
    )
    education = text_field(
        _("Education given"), required=False, rows=3, help_text=_("Needed when there is no penalty.")
    )
    educate_by = day_field(
        _("Party to be educated by"),
        required=False,
        help_text=_(
            "Empty when the education is recorded already; who handles the case is reminded on that day."
        ),
    )
    performance = text_field(
        _("How and by when it is performed"), required=False, rows=2, help_text=_("Needed for a penalty.")
    )
    remedies = text_field(
        _("Remedies of the party"), required=False, rows=2, help_text=_("Needed for a penalty.")
    )
    transferred_to = forms.CharField(
        label=_("Transferred to"),
        max_length=200,
        required=False,
        help_text=_("When the case goes to another body."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing is not None:
            tiers = {band.tier for band in self.thing.matter.bands.all()}
            field = cast("forms.ChoiceField", self.fields["tier"])
            field.choices = [("", _("none")), *((v, label) for v, label in Tier.choices if v in tiers)]

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        return {"performance": PERFORMANCE, "remedies": REMEDIES}


class CarryOutForm(ActForm):
    starts_empty = True
    carried_out_on = day_field(_("Carried out on"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["carried_out_on"].initial = timezone.localdate(self.at)
