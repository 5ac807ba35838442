"""What hangs on coercion: seized things, testing times, and what executions wait for (Coercion Law, Art. 24-52)."""

from __future__ import annotations

from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models.coercion import CoerciveMeasure
from enforcement.models.procedure import Evidence
from enforcement.rules.coercion_facts import ExecutionFacts, ItemFacts
from enforcement.scope import through
from enforcement.vocabulary.coercion import ItemFate, SuspensionGround
from foundation.record import RecordedModel

Q = models.Q
ThroughMeasure = through("measure")


class CoercionPart(RecordedModel):
    """A row that belongs to one measure and shares its scope and timeline."""

    objects = ThroughMeasure.as_manager()

    class Meta:
        abstract = True

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.measure, self.measure.case)  # type: ignore[attr-defined]


class SeizedItem(CoercionPart):
    """One thing of the inventory, until it was given back or dealt with by law."""

    measure = models.ForeignKey(CoerciveMeasure, on_delete=models.PROTECT, related_name="items")
    name = models.CharField(_("name"), max_length=200)
    mark = models.CharField(_("serial number or mark"), max_length=100, blank=True)
    quantity = models.DecimalField(_("amount"), max_digits=12, decimal_places=2)
    unit = models.CharField(_("unit"), max_length=20)
    condition = models.CharField(_("condition"), max_length=300, blank=True)
    photo = models.ForeignKey(
        Evidence,
        verbose_name=_("photograph among the evidence"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    kept_at = models.CharField(_("kept where, by whom"), max_length=200, blank=True)
    is_related = models.BooleanField(_("has to do with the violation"), default=True)
    is_necessity = models.BooleanField(_("daily necessity of a citizen or the family"), default=False)
    held_by_other = models.CharField(_("sealed already by another organ"), max_length=200, blank=True)
    fate = models.CharField(
        _("what became of it"), max_length=12, choices=ItemFate.choices, default=ItemFate.KEPT
    )
    dealt_on = models.DateField(_("on"), null=True, blank=True)
    receipt = models.CharField(_("receipt"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("seized thing")
        verbose_name_plural = _("seized things")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(quantity__gt=0),
                name="seized_item_has_amount",
                violation_error_message=_("A thing of the inventory has an amount."),
            ),
            models.CheckConstraint(
                condition=Q(fate=ItemFate.KEPT, dealt_on=None)
                | ~Q(fate=ItemFate.KEPT) & Q(dealt_on__isnull=False),
                name="seized_item_dealt_on_a_day",
                violation_error_message=_("What was returned or dealt with has a day."),
            ),
            models.CheckConstraint(
                condition=~Q(fate=ItemFate.RETURNED) | ~Q(receipt=""),
                name="seized_item_returned_for_receipt",
                violation_error_message=_("Things are given back against a receipt."),
            ),
        ]
        indexes = [
            models.Index(
                fields=["mark"], condition=~Q(mark="") & Q(fate=ItemFate.KEPT), name="seized_item_mark_idx"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.shown_quantity} {self.unit}"

    @property
    def shown_quantity(self) -> str:
        """Without zeros that say nothing."""
        number = Decimal(self.quantity)
        return f"{number.quantize(Decimal(1))}" if number == number.to_integral_value() else f"{number:f}"

    def facts(self) -> ItemFacts:
        return ItemFacts(
            self.name, self.is_related, self.is_necessity, self.held_by_other, self.fate == ItemFate.KEPT
        )


class TestingTime(CoercionPart):
    """Days of testing or appraisal: told to the party, and left out of the term (Art. 25)."""

    __test__ = False

    measure = models.ForeignKey(CoerciveMeasure, on_delete=models.PROTECT, related_name="testings")
    what = models.CharField(_("what is tested"), max_length=200)
    started_on = models.DateField(_("from"))
    ended_on = models.DateField(_("until"))
    told_on = models.DateField(_("told to the party on"))

    class Meta:
        verbose_name = _("testing time")
        verbose_name_plural = _("testing times")
        ordering = ["started_on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__gte=models.F("started_on")),
                name="testing_ends_after_it_began",
                violation_error_message=_("Testing cannot end before it began."),
            ),
        ]

    def __str__(self) -> str:
        return self.what


class CoerciveExecution(CoercionPart):
    """What an execution has beside what every coercion has: one row for each execution."""

    measure = models.OneToOneField(CoerciveMeasure, on_delete=models.PROTECT, related_name="execution")
    demand_served_on = models.DateField(_("demand served on"), null=True, blank=True)
    demand_until = models.DateField(_("to be performed by"), null=True, blank=True)
    demand = models.TextField(_("what was demanded"), blank=True)
    defence = models.TextField(_("defence against the demand"), blank=True)
    defence_answer = models.TextField(_("review of the defence"), blank=True)
    hides_assets = models.TextField(_("evidence that assets are moved or hidden"), blank=True)
    clears_at_once = models.TextField(_("why it must be cleared at once"), blank=True)
    announced_on = models.DateField(_("announced on"), null=True, blank=True)
    remedies_until = models.DateField(_("time for remedies ends on"), null=True, blank=True)
    remedy_pending = models.BooleanField(_("reconsideration or suit is pending"), default=False)
    supervisor = models.CharField(_("supervised on the spot by"), max_length=100, blank=True)
    budget = models.DecimalField(
        _("estimated cost (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    cost = models.DecimalField(_("cost (yuan)"), max_digits=14, decimal_places=2, null=True, blank=True)
    agreed_on = models.DateField(_("agreed on"), null=True, blank=True)
    agreement = models.TextField(_("what was agreed"), blank=True)
    waives_surcharge = models.BooleanField(_("surcharge waived"), default=False)
    suspended_on = models.DateField(_("suspended on"), null=True, blank=True)
    suspension_ground = models.CharField(
        _("ground of suspension"), max_length=12, choices=SuspensionGround.choices, blank=True
    )
    no_evident_harm = models.BooleanField(_("no evident harm to the public"), default=False)

    class Meta:
        verbose_name = _("coercive execution")
        verbose_name_plural = _("coercive executions")
        constraints = [
            models.CheckConstraint(
                condition=Q(demand_until=None) | Q(demand_until__gt=models.F("demand_served_on")),
                name="demand_leaves_time",
                violation_error_message=_("A demand leaves time to perform."),
            ),
            models.CheckConstraint(
                condition=Q(agreed_on=None) | ~Q(agreement=""),
                name="agreement_says_what",
                violation_error_message=_("An execution agreement says what was agreed."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.measure)

    def facts(self, *, is_decided: bool, owed: Decimal | None) -> ExecutionFacts:
        """What the rules need to know of the execution now."""
        return ExecutionFacts(
            is_decided=is_decided,
            demand_served_on=self.demand_served_on,
            demand_until=self.demand_until,
            defence=self.defence,
            defence_answer=self.defence_answer,
            hides_assets=self.hides_assets,
            announced_on=self.announced_on,
            remedies_until=self.remedies_until,
            remedy_pending=self.remedy_pending,
            clears_at_once=self.clears_at_once,
            supervisor=self.supervisor,
            budget=self.budget,
            cost=self.cost,
            surcharge_base=owed,
            suspension_ground=self.suspension_ground,
            no_evident_harm=self.no_evident_harm,
            suspended_on=self.suspended_on,
        )
