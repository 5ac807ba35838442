"""What a question to the lists may tell: the matter, two days, and whatever is known (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.texts import UNKNOWN, open_choice, yes_or_no
from enforcement.models import Matter
from enforcement.vocabulary import Correction, Gravity
from foundation.acts import Act, ActForm
from foundation.permissions import Permission
from leniency import services
from leniency.forms.asked_parts import FindingsField, MatterField, PriorField
from leniency.forms.contradictions import contradictions_in
from leniency.vocabulary import PartyKind
from leniency.vocabulary.questions import (
    CAPACITY_OF,
    FAULT_OF,
    HARM_OF,
    KEPT_AS,
    AskedCapacity,
    AskedFault,
    AskedHarm,
)

_MOST_YUAN = 10**11
HEADING = ("matter", "act_on", "decide_on")
GROUPS: tuple[tuple[Any, Any, tuple[str, ...]], ...] = (
    (
        _("The matter and the days"),
        _("The lists of both days are asked; the more favourable counts."),
        HEADING,
    ),
    (
        _("The conduct and what came of it"),
        _("Leave open what is not known: it is never taken for no."),
        ("circumstances", "harm", "first_time"),
    ),
    (
        _("Correction"),
        "",
        ("corrected_in_time", "corrected_when", "corrected_on", "correction_due_on", "refused_correction"),
    ),
    (_("The party"), "", ("counterpart_kind", "age", "capacity", "fault", "no_fault_proven")),
    (
        _("What obliges to a milder penalty"),
        "",
        ("removed_harm", "coerced_or_deceived", "confessed_unknown", "meritorious"),
    ),
    (
        _("Money and measure"),
        "",
        ("amount", "goods_value", "unlawful_gain", "refunded", "area", "quantity", "quantity_unit", "days_late"),
    ),
    (
        _("What speaks against leniency"),
        "",
        (
            "obstructed", "exploited_emergency", "endangered_minors", "forged_evidence", "endangers_safety",
            "found_by_self",
        ),
    ),
    (
        _("When it was discovered"),
        "",
        ("discovered_on", "act_ended_on", "continuing", "life_health_or_finance"),
    ),
)  # fmt: skip


def _yuan(label: Any) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, required=False, min_value=0, max_value=_MOST_YUAN, decimal_places=2
    )


class AskForm(ActForm):
    """Facts by the names of the contract; each may be left open."""

    matter = MatterField(label=_("Matter"), queryset=Matter.objects.order_by("code"))
    act_on = day_field(_("Day of the act"))
    decide_on = day_field(_("Day of the decision"), required=False, help_text=_("Empty: today."))
    counterpart_kind = open_choice(
        _("Kind of party"), PartyKind.choices, empty=UNKNOWN,
        help_text=_("Age and capacity mean nothing for an organisation."),
    )  # fmt: skip
    age = forms.IntegerField(label=_("Age at the act"), required=False, min_value=0, max_value=150)
    capacity = open_choice(
        _("Whether the party could recognise and control its conduct"), AskedCapacity.choices, empty=UNKNOWN
    )
    first_time = yes_or_no(_("First violation of the kind"))
    prior = PriorField(label=_("Earlier decisions"), required=False)
    circumstances = open_choice(_("Gravity of the conduct"), Gravity.choices, empty=UNKNOWN)
    harm = open_choice(_("Harmful consequence"), AskedHarm.choices, empty=UNKNOWN)
    corrected_in_time = yes_or_no(_("Corrected in time"))
    corrected_on = day_field(_("Corrected on"), required=False)
    correction_due_on = day_field(_("To be corrected by"), required=False)
    corrected_when = open_choice(_("When it was put right"), Correction.choices, empty=UNKNOWN)
    refused_correction = yes_or_no(_("Refuses to correct"))
    fault = open_choice(_("Subjective fault"), AskedFault.choices, empty=UNKNOWN)
    no_fault_proven = yes_or_no(_("The party has proven that it was not at fault"))
    amount = _yuan(_("Amount involved (yuan)"))
    goods_value = _yuan(_("Value of the goods (yuan)"))
    unlawful_gain = _yuan(_("Unlawful gain (yuan)"))
    refunded = _yuan(_("Paid back of it (yuan)"))
    area = forms.DecimalField(
        label=_("Area (m²)"), required=False, min_value=0, max_value=10**7, decimal_places=2
    )
    quantity = forms.DecimalField(
        label=_("Quantity"), required=False, min_value=0, max_value=10**9, decimal_places=2
    )
    quantity_unit = forms.CharField(label=_("Unit of the quantity"), required=False, max_length=20)
    days_late = forms.IntegerField(label=_("Days late"), required=False, min_value=0, max_value=100_000)
    removed_harm = yes_or_no(_("Removed or reduced the harm of its own accord"))
    coerced_or_deceived = yes_or_no(_("Was forced or deceived by others"))
    confessed_unknown = yes_or_no(_("Confessed violations that the organ did not know of"))
    meritorious = yes_or_no(_("Helped the organ to clear up violations"))
    obstructed = yes_or_no(_("Obstructed the officers"))
    exploited_emergency = yes_or_no(_("Exploited an emergency"))
    endangered_minors = yes_or_no(_("Endangered minors"))
    forged_evidence = yes_or_no(_("Forged, hid or destroyed evidence"))
    endangers_safety = yes_or_no(_("Endangers life, health or public safety"))
    found_by_self = yes_or_no(_("Found and reported by the party"))
    act_ended_on = day_field(_("The act ended on"), required=False)
    discovered_on = day_field(_("Discovered on"), required=False)
    continuing = yes_or_no(_("The act still goes on"))
    life_health_or_finance = yes_or_no(_("Touches life, health or financial safety"))
    findings = FindingsField(label=_("Facts that an officer finds"), required=False)

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or {}
        today = timezone.localdate(self.at)
        for name, message in contradictions_in(
            found, today=today, look_back=settings.LENIENCY_LOOK_BACK_MONTHS
        ):
            if name not in self.errors:
                self.add_error(name, forms.ValidationError(message, code="impossible"))
        return found

    def service_data(self) -> dict[str, Any]:
        """The facts as the rules name them."""
        found = super().service_data()
        found["capacity"] = CAPACITY_OF.get(found["capacity"], "")
        found["harm"] = HARM_OF.get(found["harm"], "")
        found["fault"] = FAULT_OF.get(found["fault"], "")
        return {KEPT_AS.get(name, name): value for name, value in found.items()}

    def groups(self) -> Iterator[dict[str, Any]]:
        """The questions as the page asks them: the first are always needed, of the others what is known."""
        for title, hint, names in GROUPS:
            fields = [self[name] for name in names]
            told = any(field.value() not in (None, "", "unknown") for field in fields)
            yield {"title": title, "hint": hint, "fields": fields, "is_open": told}


FACTS = tuple(
    name for name in AskForm.base_fields if name not in (*HEADING, "expected_version", "submission_key")
)
ASK = Act(
    "ask",
    services.evaluate_facts,
    AskForm,
    _("Ask the lists"),
    _("Nothing is stored. What is left out is not known, and never taken for no."),
    permission=Permission.LENIENCY_READ,
)
