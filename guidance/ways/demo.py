"""Demonstration: conduct and models worth following (Art. 8 (2))."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.models import Counterpart
from foundation.articles import Article
from guidance.vocabulary import Channel, Formality, ModelKind, Nature, Way
from guidance.ways.base import WayDetail, WayPage


class Demo(WayDetail):
    exemplar = models.ForeignKey(
        Counterpart,
        verbose_name=_("model recommended"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="demonstrations",
        help_text=_("Leave empty when the organ itself sets the example."),
    )
    model_kind = models.CharField(_("what is shown"), max_length=11, choices=ModelKind.choices, blank=True)
    criteria = models.TextField(_("what makes it exemplary"))
    has_consent = models.BooleanField(_("the model has agreed to be named"), default=False)
    consent_by = models.CharField(_("who agreed, and in what capacity"), max_length=120, blank=True)
    consent_on = models.DateField(_("agreed on"), null=True, blank=True)
    valid_to = models.DateField(_("named until"), null=True, blank=True)
    showings = models.PositiveIntegerField(_("showings held"), null=True, blank=True)
    followers = models.PositiveIntegerField(_("counterparts that followed the model"), null=True, blank=True)

    class Meta:
        verbose_name = _("demonstration")
        verbose_name_plural = _("demonstrations")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(exemplar=None) | models.Q(has_consent=True),
                name="demo_model_consents",
                violation_error_message=_("Nobody is named as a model without having agreed."),
            ),
        ]


PAGE = WayPage(
    way=Way.DEMO,
    article=Article(8, "2"),
    description=_("An example set by the organ, or a model that agreed to be shown, for others to follow."),
    use_when=_("One counterpart does well what others find hard."),
    icon="star",
    detail=Demo,
    drafted=("model_kind", "exemplar", "has_consent", "consent_by", "consent_on", "criteria", "valid_to"),
    recorded=("showings", "followers"),
    record_label=_("Record the showings"),
    required=frozenset({"criteria"}),
    is_public=True,
    documents=(_("notice of naming"), _("nomination"), _("review sheet")),
    formality=Formality.GENERAL,
    nature=Nature.COOPERATIVE,
    channel=Channel.PUBLICATION,
)
