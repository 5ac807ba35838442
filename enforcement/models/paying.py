"""What was paid, and what a party in hardship asked for and was granted (Penalty Law, Art. 66-70)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models.cases import Case
from enforcement.models.officers import Officer
from enforcement.models.procedure import CasePart
from enforcement.rules.surcharge import Due, Paid
from enforcement.scope import through
from enforcement.vocabulary import HardshipState, HardshipWish, PaymentMeans, SpotGround
from foundation.record import RecordedModel


class Payment(CasePart):
    """Money that came in, with the number of its receipt."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="payments")
    amount = models.DecimalField(_("amount paid (yuan)"), max_digits=14, decimal_places=2)
    paid_on = models.DateField(_("paid on"))
    means = models.CharField(_("means of payment"), max_length=10, choices=PaymentMeans.choices)
    receipt_number = models.CharField(_("receipt number"), max_length=60)
    ground = models.CharField(_("why on the spot"), max_length=10, choices=SpotGround.choices, blank=True)
    recorded_by = models.ForeignKey(
        Officer, verbose_name=_("recorded by"), on_delete=models.PROTECT, related_name="+"
    )
    ashore_on = models.DateField(_("shore reached on"), null=True, blank=True)
    hand_in_by = models.DateField(_("to be handed in to the organ by"), null=True, blank=True)
    handed_in_on = models.DateField(_("handed in to the organ on"), null=True, blank=True)
    hand_in_receipt = models.CharField(_("receipt of the organ"), max_length=60, blank=True)
    bank_by = models.DateField(_("to be paid to the bank by"), null=True, blank=True)
    banked_on = models.DateField(_("paid to the bank on"), null=True, blank=True)
    bank_receipt = models.CharField(_("receipt of the bank"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("payment")
        verbose_name_plural = _("payments")
        ordering = ["paid_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount__gt=0),
                name="payment_is_of_something",
                violation_error_message=_("A payment is of more than nothing."),
            ),
            models.CheckConstraint(
                condition=~models.Q(means=PaymentMeans.ON_SPOT) | ~models.Q(ground=""),
                name="collected_on_a_ground",
                violation_error_message=_("An officer collects on the spot only on one of three grounds."),
            ),
            models.CheckConstraint(
                condition=models.Q(means=PaymentMeans.ON_SPOT)
                | models.Q(ashore_on=None, hand_in_by=None, handed_in_on=None, bank_by=None, banked_on=None),
                name="only_collected_money_is_handed_in",
                violation_error_message=_("Only money that was collected on the spot is handed in."),
            ),
            models.CheckConstraint(
                condition=models.Q(banked_on=None)
                | models.Q(handed_in_on__isnull=False, banked_on__gte=models.F("handed_in_on"))
                & ~models.Q(bank_receipt=""),
                name="banked_after_handed_in",
                violation_error_message=_("Money goes to the organ first, then to the bank, with a receipt."),
            ),
            models.UniqueConstraint(
                fields=["case", "receipt_number"],
                name="payment_receipt_once",
                violation_error_message=_("A payment with this receipt is recorded already."),
            ),
        ]

    def __str__(self) -> str:
        return self.receipt_number

    @property
    def is_held(self) -> bool:
        """Whether its money has not reached the bank: an officer or the organ holds it (Penalty Law, Art. 71)."""
        return self.means == PaymentMeans.ON_SPOT and self.banked_on is None

    def as_paid(self) -> Paid:
        return Paid(self.paid_on, self.amount)


class Hardship(CasePart):
    """An application to pay later or in parts, with its answer."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="hardships")
    wish = models.CharField(_("what is applied for"), max_length=12, choices=HardshipWish.choices)
    reason = models.TextField(_("hardship as the party tells it"))
    applied_on = models.DateField(_("applied on"))
    state = models.CharField(
        _("state"), max_length=8, choices=HardshipState.choices, default=HardshipState.ASKED
    )
    recorded_by = models.ForeignKey(
        Officer, verbose_name=_("recorded by"), on_delete=models.PROTECT, related_name="+"
    )
    answered_by = models.ForeignKey(
        Officer, verbose_name=_("answered by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_on = models.DateField(_("answered on"), null=True, blank=True)
    answer = models.TextField(_("reasons of the answer"), blank=True)

    class Meta:
        verbose_name = _("application for hardship")
        verbose_name_plural = _("applications for hardship")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(state=HardshipState.ASKED),
                name="hardship_waits_once",
                violation_error_message=_("An application has not been answered yet."),
            ),
            models.CheckConstraint(
                condition=models.Q(state=HardshipState.ASKED)
                | models.Q(answered_by__isnull=False) & ~models.Q(answer=""),
                name="hardship_answer_has_reasons",
                violation_error_message=_("An answer has its author and its reasons."),
            ),
            models.CheckConstraint(
                condition=models.Q(answered_by=None) | ~models.Q(answered_by=models.F("recorded_by")),
                name="hardship_answered_by_another",
                violation_error_message=_("Who handles the case does not answer it."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_wish_display()} {self.applied_on}"


class Instalment(RecordedModel):
    """A part of the fine and the day by which it is paid; a fine that was put off has one."""

    hardship = models.ForeignKey(Hardship, on_delete=models.PROTECT, related_name="instalments")
    number = models.PositiveSmallIntegerField(_("part"))
    due_on = models.DateField(_("to be paid by"))
    amount = models.DecimalField(_("amount (yuan)"), max_digits=14, decimal_places=2)

    objects = through("hardship__case").as_manager()

    class Meta:
        verbose_name = _("instalment")
        verbose_name_plural = _("instalments")
        ordering = ["number", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["hardship", "number"],
                name="instalment_once",
                violation_error_message=_("This part is in the plan already."),
            ),
            models.CheckConstraint(
                condition=models.Q(amount__gt=0),
                name="instalment_is_of_something",
                violation_error_message=_("A part is of more than nothing."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.due_on}"

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.hardship.case,)

    def as_due(self) -> Due:
        return Due(self.due_on, self.amount)
