"""The rules of law that the program holds people to, and the log of their firing (Art. 5, 6)."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models.base import CityWide, OrganScoped, in_words, indexes_in_order
from enforcement.models.cases import Case
from enforcement.models.officers import Officer
from enforcement.vocabulary import FiringOutcome, RuleArea, RuleBasis, RuleKind, RuleMark, RuleUnit
from foundation.articles import Article
from foundation.obstacles import Severity
from foundation.vocabulary import OverrideReason


class Rule(CityWide):
    """A rule in words; what it does stands in the rule functions, which name its code."""

    code = models.CharField(_("code"), max_length=12, unique=True, editable=False)
    position = models.PositiveSmallIntegerField(_("position"), editable=False)
    area = models.CharField(_("area"), max_length=12, choices=RuleArea.choices, editable=False)
    kind = models.CharField(_("effect"), max_length=8, choices=RuleKind.choices, editable=False)
    second_kind = models.CharField(
        _("second effect"), max_length=8, choices=RuleKind.choices, blank=True, editable=False
    )
    article = models.CharField(_("article of the Measures"), max_length=8, editable=False)
    basis = models.CharField(_("binding force"), max_length=10, choices=RuleBasis.choices, editable=False)
    mark = models.CharField(_("source"), max_length=1, choices=RuleMark.choices, editable=False)
    title_zh = models.CharField(_("title (Chinese)"), max_length=80, editable=False)
    title_en = models.CharField(_("title (English)"), max_length=120, editable=False)
    condition_zh = models.TextField(_("when it fires (Chinese)"), editable=False)
    condition_en = models.TextField(_("when it fires (English)"), editable=False)
    consequence_zh = models.TextField(_("what follows (Chinese)"), editable=False)
    consequence_en = models.TextField(_("what follows (English)"), editable=False)
    citation_zh = models.CharField(_("citation (Chinese)"), max_length=300, editable=False)
    citation_en = models.CharField(_("citation (English)"), max_length=400, editable=False)
    effective_from = models.DateField(_("in force from"), null=True, editable=False)
    note_zh = models.TextField(_("local note (Chinese)"), blank=True)
    note_en = models.TextField(_("local note (English)"), blank=True)
    laid_down_on = models.DateField(_("laid down on"), null=True, blank=True, editable=False)
    laid_down_why = models.TextField(_("why it was laid down"), blank=True, editable=False)

    class Meta:
        verbose_name = _("rule")
        verbose_name_plural = _("rules")
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(laid_down_on=None)
                | models.Q(basis=RuleBasis.LOCAL)
                & ~models.Q(kind=RuleKind.BLOCK)
                & ~models.Q(laid_down_why=""),
                name="rule_of_law_is_never_laid_down",
                violation_error_message=_("Only a local setting can be laid down, and with a reason."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("enforcement:rule_detail", args=[self.pk])

    @property
    def title(self) -> str:
        return in_words(self.title_zh, self.title_en)

    @property
    def condition(self) -> str:
        return in_words(self.condition_zh, self.condition_en)

    @property
    def consequence(self) -> str:
        return in_words(self.consequence_zh, self.consequence_en)

    @property
    def citation(self) -> str:
        return in_words(self.citation_zh, self.citation_en)

    @property
    def note(self) -> str:
        return in_words(self.note_zh, self.note_en)

    @property
    def article_text(self) -> str:
        return str(Article.parse(self.article))

    @property
    def kinds(self) -> list[RuleKind]:
        return [RuleKind(kind) for kind in (self.kind, self.second_kind) if kind]

    @property
    def is_local(self) -> bool:
        return self.basis == RuleBasis.LOCAL


class RuleParameter(CityWide):
    """A number that a rule turns on: fixed by its source, or set by the city."""

    rule = models.ForeignKey(Rule, on_delete=models.PROTECT, related_name="parameters")
    name = models.SlugField(_("name"), max_length=40, editable=False)
    label_zh = models.CharField(_("meaning (Chinese)"), max_length=120, editable=False)
    label_en = models.CharField(_("meaning (English)"), max_length=160, editable=False)
    value = models.PositiveIntegerField(_("value"))
    unit = models.CharField(_("unit"), max_length=12, choices=RuleUnit.choices, editable=False)
    is_local = models.BooleanField(_("local setting"), default=False, editable=False)

    class Meta:
        verbose_name = _("parameter of a rule")
        verbose_name_plural = _("parameters of a rule")
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["rule", "name"], name="rule_parameter_once")]

    def __str__(self) -> str:
        return f"{self.label}: {self.value} {self.get_unit_display()}"

    @property
    def label(self) -> str:
        return in_words(self.label_zh, self.label_en)

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.rule,)


class RuleFiring(OrganScoped):
    """One rule that fired in one attempt: what it met, and whether it was obeyed."""

    case = models.ForeignKey(
        Case, verbose_name=_("case"), null=True, on_delete=models.PROTECT, related_name="firings"
    )
    attempt = models.UUIDField(_("attempt"))
    act = models.CharField(_("act"), max_length=64)
    rule_code = models.CharField(_("rule"), max_length=12)
    severity = models.CharField(_("effect"), max_length=8, choices=[(s.value, s.value) for s in Severity])
    outcome = models.CharField(_("what came of it"), max_length=10, choices=FiringOutcome.choices)
    reason = models.CharField(_("reason"), max_length=16, choices=OverrideReason.choices, blank=True)
    text = models.TextField(_("the reason in words"), blank=True)
    facts = models.JSONField(_("facts at that moment"), default=dict)
    officer = models.ForeignKey(
        Officer, verbose_name=_("officer"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    fired_at = models.DateTimeField(_("fired at"))

    class Meta:
        verbose_name = _("firing of a rule")
        verbose_name_plural = _("firings of rules")
        ordering = ["-fired_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["attempt", "rule_code"], name="rule_fires_once_an_attempt"),
            models.CheckConstraint(
                condition=models.Q(outcome=FiringOutcome.OVERRIDDEN, severity=Severity.WARN.value)
                & ~models.Q(reason="")
                & ~models.Q(text="")
                | ~models.Q(outcome=FiringOutcome.OVERRIDDEN) & models.Q(reason="", text=""),
                name="only_a_warning_is_passed_over_with_a_reason",
                violation_error_message=_("Only a warning can be passed over, and with a reason."),
            ),
        ]
        indexes = [
            *indexes_in_order("firing", ["fired_at", "id"]),
            models.Index(fields=["rule_code", "fired_at"], name="firing_rule_idx"),
        ]

    def __str__(self) -> str:
        return f"{self.rule_code} {self.act} {self.outcome}"

    def get_absolute_url(self) -> str:
        return self.case.get_absolute_url() if self.case else reverse("enforcement:rule_firings")

    @property
    def told_facts(self) -> list[tuple[str, Any]]:
        """The facts that were known at that moment, without those that were empty."""
        return [(name, value) for name, value in self.facts.items() if value not in (None, "", [], False)]
