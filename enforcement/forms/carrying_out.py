"""What is typed into service, payment, hardship and the way to the court (Penalty Law, Art. 61-72)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.forms.days import day_field
from enforcement.forms.deliberation import Fresh
from enforcement.forms.evidence import OfTheCase
from enforcement.forms.texts import open_choice, text_field
from enforcement.models import Evidence, Payment
from enforcement.vocabulary import (
    CourtState,
    HardshipState,
    HardshipWish,
    PaymentMeans,
    Receipt,
    ServedPaper,
    ServiceMeans,
    SpotGround,
)
from foundation.acts import ActForm

MOST_YUAN = 10**11
MOST_PARTS = 36
LATE_MEANS = (ServiceMeans.IN_PERSON, ServiceMeans.POST, ServiceMeans.ENTRUSTED)
_OTHER_PAPERS = [c for c in ServedPaper.choices if c[0] != ServedPaper.DECISION]
_COURT_ANSWERS = [c for c in CourtState.choices if c[0] != CourtState.ASKED]


class LeftOpen(ActForm):
    """What is left open is left to the service."""

    def service_data(self) -> dict[str, Any]:
        return {name: value for name, value in super().service_data().items() if value not in (None, "")}


class ServiceForm(LeftOpen, OfTheCase):
    """How it was done and what proves it; the rules say which of it is needed."""

    means = forms.ChoiceField(
        label=_("Means of service"),
        choices=ServiceMeans.choices,
        initial=ServiceMeans.IN_PERSON,
        required=False,
    )
    served_on = day_field(
        _("Served on"),
        required=False,
        help_text=_("The day on the receipt. For an announcement it is counted."),
    )
    begun_on = day_field(_("Sent or announced on"), required=False)
    recipient = forms.CharField(
        label=_("Recipient"), max_length=120, required=False, help_text=_("Empty means the party itself.")
    )
    receipt = forms.ChoiceField(
        label=_("Receipt"), choices=Receipt.choices, initial=Receipt.SIGNED, required=False
    )
    witness = forms.CharField(
        label=_("Witness"), max_length=120, required=False, help_text=_("Needed for a refusal and when left.")
    )
    consent_on = day_field(
        _("Electronic service confirmed on"),
        required=False,
        help_text=_("The day on which the party signed the confirmation."),
    )
    trace = forms.CharField(
        label=_("Address, post number or place of publication"), max_length=200, required=False
    )
    why = text_field(
        _("Why by this means"),
        required=False,
        rows=2,
        longest=2000,
        help_text=_("Needed when it was left or announced."),
    )
    receipt_file: Any = forms.ModelChoiceField(
        label=_("File of the receipt"),
        queryset=Evidence.objects.none(),
        required=False,
        empty_label=_("none"),
        help_text=_("Add the scanned receipt to the evidence first."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["served_on"].initial = timezone.localdate(self.at)

    def rows(self) -> dict[str, Any]:
        return {"receipt_file": Evidence.objects.workable_by(self.actor).filter(case=self.thing)}


class ServePaperForm(ServiceForm):
    paper = forms.ChoiceField(label=_("Paper"), choices=_OTHER_PAPERS)
    field_order = ("paper", "means")


class ArchiveForm(LeftOpen):
    """Asks for the receipt of the decision where the file has none, and for nothing else."""

    starts_empty = True
    served_on = day_field(
        _("Decision served on"), required=False, help_text=_("The file has no receipt of its service.")
    )
    means = forms.ChoiceField(
        label=_("Means of service"),
        choices=[c for c in ServiceMeans.choices if c[0] in LATE_MEANS],
        initial=ServiceMeans.IN_PERSON,
        required=False,
    )
    receipt = forms.ChoiceField(
        label=_("Receipt"), choices=Receipt.choices, initial=Receipt.SIGNED, required=False
    )
    witness = forms.CharField(label=_("Witness"), max_length=120, required=False)
    trace = forms.CharField(
        label=_("Address, post number or place of publication"), max_length=200, required=False
    )


class PaymentForm(Fresh):
    amount = forms.DecimalField(
        label=_("Amount (yuan)"), min_value=0.01, max_value=MOST_YUAN, decimal_places=2
    )
    paid_on = day_field(_("Paid on"))
    means = forms.ChoiceField(
        label=_("Means of payment"), choices=PaymentMeans.choices, initial=PaymentMeans.BANK
    )
    receipt_number = forms.CharField(
        label=_("Receipt number"),
        max_length=60,
        help_text=_("On the spot the special receipt of the finance department."),
    )
    ground = open_choice(_("Why on the spot"), SpotGround.choices, empty=_("not collected on the spot"))
    ashore_on = day_field(
        _("Shore reached on"), required=False, help_text=_("Only for money that was collected on the water.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ashore_on"].initial = None


class OnePayment(OfTheCase):
    """One payment whose money is still on its way."""

    payment: Any = forms.ModelChoiceField(
        label=_("Payment"), queryset=Payment.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if name.endswith("_on"):
                field.initial = timezone.localdate(self.at)

    def held(self) -> Any:
        rows = Payment.objects.workable_by(self.actor).filter(case=self.thing)
        return rows.filter(means=PaymentMeans.ON_SPOT, banked_on=None)

    def rows(self) -> dict[str, Any]:
        return {"payment": self.held().filter(handed_in_on=None)}


class HandInMoneyForm(OnePayment):
    handed_in_on = day_field(_("Handed in on"))
    hand_in_receipt = forms.CharField(label=_("Receipt of the organ"), max_length=60)


class BankMoneyForm(OnePayment):
    banked_on = day_field(_("Paid to the bank on"))
    bank_receipt = forms.CharField(label=_("Receipt of the bank"), max_length=60)

    def rows(self) -> dict[str, Any]:
        return {"payment": self.held().filter(handed_in_on__isnull=False)}


class HardshipForm(Fresh):
    wish = forms.ChoiceField(
        label=_("What is applied for"), choices=HardshipWish.choices, widget=forms.RadioSelect
    )
    reason = text_field(_("Hardship as the party tells it"), rows=3, longest=4000)
    applied_on = day_field(_("Applied on"))


class HardshipAnswerForm(ActForm):
    starts_empty = True
    grants = forms.TypedChoiceField(
        label=_("Answer"),
        choices=[("yes", HardshipState.GRANTED.label), ("no", HardshipState.REFUSED.label)],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    answer = text_field(_("Reasons"), rows=3, longest=4000, help_text=_("The party reads them."))
    pay_by = day_field(
        _("New day to pay"),
        required=False,
        help_text=_("For parts, the day of the first; one follows each month."),
    )
    parts = forms.IntegerField(
        label=_("In how many parts"), required=False, min_value=2, max_value=MOST_PARTS
    )


class DemandForm(Fresh):
    served_on = day_field(_("Demand served on"))
    demanded = text_field(
        _("What is demanded, by when and how"),
        rows=3,
        longest=4000,
        help_text=_("Sum, account and last day."),
    )
    statement = text_field(_("What the party stated"), rows=2, longest=4000, required=False)


class CourtForm(Fresh):
    court = forms.CharField(label=_("Court"), max_length=200)
    reference = forms.CharField(label=_("Number at the court"), max_length=80, required=False)


class CourtAnswerForm(Fresh):
    answer = forms.ChoiceField(label=_("Answer"), choices=_COURT_ANSWERS, widget=forms.RadioSelect)
    answered_on = day_field(_("Answered on"))
    reference = forms.CharField(label=_("Number at the court"), max_length=80, required=False)
    note = text_field(_("What was answered"), rows=2, longest=4000, required=False)


class CrimeReceiptForm(Fresh):
    received_on = day_field(_("Received on"))
    receipt_number = forms.CharField(label=_("Number of the receipt"), max_length=80)
