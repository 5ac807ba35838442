"""What leniency turns on in a case, asked in groups (Art. 10 para. 1; Penalty Law, Art. 28-36)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import UNKNOWN, open_choice, yes_or_no
from enforcement.vocabulary import Capacity, Correction, Fault, Gravity, Harm
from foundation.acts import ActForm

_MOST_YUAN = 10**11
GROUPS: tuple[tuple[Any, Any, tuple[str, ...]], ...] = (
    (
        _("The conduct and what came of it"),
        _("Leniency turns on these first."),
        ("gravity", "harm", "fault", "no_fault_proven"),
    ),
    (
        _("Correction"),
        "",
        ("correct_by", "corrected_on", "corrected_when", "refuses_correction", "found_by_self"),
    ),
    (
        _("What obliges to a milder penalty"),
        "",
        ("removed_harm", "was_coerced", "confessed", "has_merit", "other_ground"),
    ),
    (
        _("Money and measure"),
        _("As far as a list asks for it."),
        ("amount", "goods_value", "unlawful_gain", "refunded", "area", "quantity", "days_late"),
    ),
    (
        _("What speaks against leniency"),
        "",
        (
            "endangers_safety", "life_health_or_finance", "endangered_minors", "exploited_emergency",
            "obstructed", "forged_evidence", "continuing",
        ),
    ),
    (_("The party"), _("Citizens only."), ("party_age", "capacity")),
)  # fmt: skip


def _yuan(label: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=False, min_value=0, max_value=_MOST_YUAN, decimal_places=2
    )


class CircumstancesForm(ActForm):
    """What leniency turns on; what is not known stays open and is never read as no."""

    gravity = open_choice(_("Gravity of the conduct"), Gravity.choices, empty=UNKNOWN)
    harm = open_choice(_("Harmful consequence"), Harm.choices, empty=UNKNOWN)
    fault = open_choice(_("Subjective fault"), Fault.choices, empty=UNKNOWN)
    no_fault_proven = yes_or_no(_("The party has proven that it was not at fault"))
    correct_by = day_field(_("To be corrected by"), required=False)
    corrected_on = day_field(_("Corrected on"), required=False)
    corrected_when = open_choice(_("When it was put right"), Correction.choices, empty=UNKNOWN)
    refuses_correction = yes_or_no(_("Refuses to correct"))
    found_by_self = yes_or_no(_("Found and reported by the party"))
    endangers_safety = yes_or_no(_("Endangers life, health or public safety"))
    life_health_or_finance = yes_or_no(
        _("Touches life, health or financial safety"),
        help_text=_("With harm done it can be punished for five years instead of two."),
    )
    continuing = yes_or_no(_("The act still goes on"))
    obstructed = yes_or_no(_("Obstructed the officers"))
    exploited_emergency = yes_or_no(_("Exploited an emergency"))
    endangered_minors = yes_or_no(_("Endangered minors"))
    forged_evidence = yes_or_no(_("Forged, hid or destroyed evidence"))
    amount = _yuan(_("Amount involved (yuan)"))
    goods_value = _yuan(_("Value of the goods (yuan)"))
    unlawful_gain = _yuan(_("Unlawful gain (yuan)"))
    refunded = _yuan(_("Paid back of it (yuan)"))
    area = forms.DecimalField(
        label=_("Area (m²)"), required=False, min_value=0, max_value=10**7, decimal_places=2
    )
    quantity = forms.IntegerField(label=_("Quantity"), required=False, min_value=0, max_value=10**9)
    days_late = forms.IntegerField(label=_("Days late"), required=False, min_value=0, max_value=100_000)
    party_age = forms.IntegerField(
        label=_("Age of the party"), required=False, min_value=0, max_value=150, help_text=_("Citizens only.")
    )
    capacity = open_choice(
        _("Whether the party could recognise and control its conduct"), Capacity.choices, empty=UNKNOWN
    )
    removed_harm = yes_or_no(_("Removed or reduced the harm of its own accord"))
    was_coerced = yes_or_no(_("Was forced or deceived by others"))
    confessed = yes_or_no(_("Confessed violations that the organ did not know of"))
    has_merit = yes_or_no(_("Helped the organ to clear up violations"))
    other_ground = forms.CharField(
        label=_("Other ground for a milder penalty, with its provision"), max_length=200, required=False
    )

    @classmethod
    def initial_for(cls, thing: Any) -> dict[str, Any]:
        return super().initial_for(thing.circumstances)

    def service_data(self) -> dict[str, Any]:
        """Only what was sent: a client that names one circumstance leaves the others as they are."""
        return {name: value for name, value in super().service_data().items() if name in self.data}

    def groups(self) -> Iterator[dict[str, Any]]:
        """The questions in their order; beyond correction only a group in which something is known is open."""
        for number, (title, hint, names) in enumerate(GROUPS):
            fields = [self[name] for name in names]
            told = any(field.errors or field.value() not in (None, "", "unknown") for field in fields)
            yield {"title": title, "hint": hint, "fields": fields, "folds": number > 1, "is_open": told}

    def answers(self) -> list[Any]:
        """Fields that were added for reasons against warnings."""
        known = {name for _title, _hint, names in GROUPS for name in names}
        return [field for field in self.visible_fields() if field.name not in known]
