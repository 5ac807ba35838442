"""Risk points as they are worked on; what is published of them stands in their editions (Art. 9)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from enforcement.models import CityWide, Field, Matter, Officer, OrganField
from enforcement.scope import CityWideQuerySet
from foundation.actors import Actor
from riskcontrol.models.content import PointContent
from riskcontrol.rules.facts import PointFacts
from riskcontrol.vocabulary import LevelSource, PointState


class RiskPointQuerySet(CityWideQuerySet):
    def published(self) -> Any:
        """Points of which an edition is in force, also while they are under revision."""
        return self.exclude(state=PointState.WITHDRAWN).exclude(published_on=None)


class RiskPoint(PointContent, CityWide):
    """A violation that counterparts run into: how it shows, what follows, how it is prevented."""

    code = models.CharField(_("code"), max_length=20, unique=True)
    field = models.ForeignKey(
        Field, verbose_name=_("field"), on_delete=models.PROTECT, related_name="risk_points"
    )
    matter = models.ForeignKey(
        Matter,
        verbose_name=_("matter"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="risk_points",
    )
    level_reason = models.TextField(_("why this level"), blank=True)
    state = models.CharField(_("state"), max_length=9, choices=PointState.choices, default=PointState.DRAFT)
    edition = models.PositiveSmallIntegerField(_("edition"), default=1)
    edited_by = models.ForeignKey(
        Officer, verbose_name=_("last worked on by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    checked_by = models.ForeignKey(
        Officer, verbose_name=_("legality checked by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    opinion = models.TextField(_("opinion on legality"), blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    reviewed_on = models.DateField(_("last reviewed on"), null=True, blank=True)
    review_due_on = models.DateField(_("to be reviewed by"), null=True, blank=True)

    objects = RiskPointQuerySet.as_manager()
    confirmed: frozenset[int] = frozenset()
    """Measures that whoever approves vouches for, in this very act; kept in the edition that comes of it."""

    class Meta:
        verbose_name = _("risk point")
        verbose_name_plural = _("risk points")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(level_source=LevelSource.RULE) | ~Q(level_reason=""),
                name="risk_level_of_a_person_has_reason",
                violation_error_message=_("Say why the level differs from the rule."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[PointState.PUBLISHED, PointState.REVISING])
                | Q(published_on__isnull=False),
                name="published_risk_point_has_date",
                violation_error_message=_("A published risk point has a date of publication."),
            ),
            models.CheckConstraint(
                condition=~Q(state=PointState.CHECKED) | ~Q(opinion=""),
                name="checked_risk_point_has_opinion",
                violation_error_message=_("A check of legality ends with an opinion."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("riskcontrol:point_detail", args=[self.pk])

    @property
    def follows_rule(self) -> bool:
        return self.level_source == LevelSource.RULE and self.matter_id is not None

    @property
    def is_published(self) -> bool:
        return self.published_on is not None and self.state != PointState.WITHDRAWN

    @cached_property
    def _organs_of_field(self) -> frozenset[int]:
        """The organs with duties in its field; asked once, however many acts are weighed."""
        found = OrganField.objects.filter(field_id=self.field_id).values_list("organ_id", flat=True)
        return frozenset(found)

    def facts(self, *, by: Actor, at: datetime) -> PointFacts:
        """What the rules need to know about this risk point now."""
        measures = list(self.measures.all())
        return PointFacts(
            field_in_duties=by.organ_id is None or by.organ_id in self._organs_of_field,
            cause_kinds=frozenset(cause.kind for cause in self.causes.all()),
            measure_sides=frozenset(measure.side for measure in measures),
            has_basis=bool(self.basis.strip()),
            was_published=self.is_published,
            has_opinion=bool(self.opinion.strip()),
            actor_id=by.officer_id,
            editor_id=self.edited_by_id,
            checker_id=self.checked_by_id,
            unconfirmed=tuple(m.text for m in measures if m.pk not in self.confirmed),
        )
