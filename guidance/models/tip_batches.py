"""Tips to a group: one text with places, who is meant, and what came of it for each (Art. 8 (3))."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from enforcement.models import Counterpart, Field, Licence, Matter, Officer, OrganScoped, Region
from enforcement.rules.facts import OfficerFacts
from enforcement.scope import through
from enforcement.vocabulary import CounterpartKind, Industry, LicenceState, RegionLevel
from foundation.actors import Actor
from foundation.record import RecordedModel
from guidance.models.actions import GuidanceAction
from guidance.models.deliveries import Delivery
from guidance.rules.facts import GuidanceFacts
from guidance.rules.tip_batches import BatchFacts
from guidance.vocabulary import GROUP_OCCASIONS, BatchState, Channel, Formality, Trigger, Way

Q = models.Q


Narrower = Callable[["TipBatch", Any], Any]
_narrowers: list[Narrower] = []


def narrow_recipients(narrower: Narrower) -> Narrower:
    """Let an app above leave out, of some groups, whom their tips have nothing to say to."""
    if narrower not in _narrowers:
        _narrowers.append(narrower)
    return narrower


class TipBatch(OrganScoped):
    """``reached`` is the last counterpart, by key, whose tip is issued: sending goes on behind it."""

    title = models.CharField(_("title"), max_length=200)
    neglected = models.CharField(_("what is easily overlooked"), max_length=200)
    content = models.TextField(_("text of the tip"))
    reasons = models.TextField(_("purpose and reasons"))
    basis = models.TextField(_("legal or policy basis"))
    contact = models.CharField(_("contact person and telephone"), max_length=120, blank=True)
    due_on = models.DateField(_("to be done by"), null=True, blank=True)
    field = models.ForeignKey(
        Field, verbose_name=_("field of enforcement"), on_delete=models.PROTECT, related_name="+"
    )
    matter = models.ForeignKey(
        Matter, verbose_name=_("matter"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    occasion = models.CharField(_("occasion"), max_length=12, choices=GROUP_OCCASIONS, default=Trigger.SEASON)
    formality = models.CharField(
        _("formality"), max_length=8, choices=Formality.choices, default=Formality.SIMPLE
    )
    kind = models.CharField(
        _("kind of counterpart"), max_length=14, choices=CounterpartKind.choices, blank=True
    )
    industry = models.CharField(_("industry"), max_length=2, choices=Industry.choices, blank=True)
    region = models.ForeignKey(
        Region, verbose_name=_("region"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    licence_name = models.CharField(_("licence called"), max_length=120, blank=True)
    expires_from = models.DateField(_("licence expires from"), null=True, blank=True)
    expires_to = models.DateField(_("licence expires until"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=16, choices=BatchState.choices, default=BatchState.DRAFT)
    drafted_by = models.ForeignKey(
        Officer, verbose_name=_("drafted by"), on_delete=models.PROTECT, related_name="+"
    )
    approved_by = models.ForeignKey(
        Officer, verbose_name=_("approved by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(_("approved at"), null=True)
    started_at = models.DateTimeField(_("begun at"), null=True)
    finished_at = models.DateTimeField(_("finished at"), null=True)
    total = models.PositiveIntegerField(_("recipients"), default=0)
    served = models.PositiveIntegerField(_("issued"), default=0)
    on_paper = models.PositiveIntegerField(_("to be printed"), default=0)
    reached = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = _("tips to a group")
        verbose_name_plural = _("tips to groups")
        ordering = ["-created_at", "-id"]
        indexes = [
            models.Index(fields=["organ", "-created_at", "-id"], name="tip_batch_organ_idx"),
            models.Index(fields=["branch", "-created_at", "-id"], name="tip_batch_branch_idx"),
            models.Index(fields=["line", "-created_at", "-id"], name="tip_batch_line_idx"),
            models.Index(fields=["district", "-created_at", "-id"], name="tip_batch_district_idx"),
            models.Index(fields=["-created_at", "-id"], name="tip_batch_created_idx"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=models.F("drafted_by")),
                name="tip_batch_approved_by_another",
                violation_error_message=_("Who drafted guidance does not approve it."),
            ),
            models.CheckConstraint(
                condition=Q(started_at=None) | Q(formality=Formality.SIMPLE) | Q(approved_at__isnull=False),
                name="tip_batch_sent_is_approved",
                violation_error_message=_("General and major guidance is approved before it is issued."),
            ),
            models.CheckConstraint(
                condition=~Q(formality=Formality.MAJOR),
                name="tip_batch_is_not_major",
                violation_error_message=_("Tips are simple or general guidance."),
            ),
            models.CheckConstraint(
                condition=Q(expires_from=None)
                | Q(expires_to=None)
                | Q(expires_to__gte=models.F("expires_from")),
                name="tip_batch_days_in_order",
                violation_error_message=_("The last day lies before the first."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("guidance:tips_detail", args=[self.pk])

    @property
    def is_about_licences(self) -> bool:
        return bool(self.licence_name or self.expires_from or self.expires_to)

    @property
    def is_editable(self) -> bool:
        return self.state == BatchState.DRAFT

    def licences(self) -> QuerySet[Any]:
        """The valid licences that the group is chosen by, those that end first in front."""
        rows = Licence.objects.filter(state=LicenceState.VALID, expires_on__isnull=False)
        if self.licence_name:
            rows = rows.filter(name__icontains=self.licence_name)
        if self.expires_from:
            rows = rows.filter(expires_on__gte=self.expires_from)
        if self.expires_to:
            rows = rows.filter(expires_on__lte=self.expires_to)
        return rows.order_by("expires_on", "id")

    def recipients(self, actor: Actor) -> QuerySet[Any]:
        """The counterparts in the actor's reach that fit; with ``licence_id`` where licences choose them."""
        rows = Counterpart.objects.visible_to(actor)
        chosen = {"kind": self.kind, "industry": self.industry}
        rows = rows.filter(**{name: value for name, value in chosen.items() if value})
        if self.region is not None and self.region.level != RegionLevel.CITY:
            below = "district" if self.region.level == RegionLevel.COUNTY else "region"
            rows = rows.filter(**{below: self.region})
        for narrower in _narrowers:
            rows = narrower(self, rows)
        if not self.is_about_licences:
            return rows
        own = self.licences().filter(counterpart=OuterRef("pk"))
        return rows.filter(Exists(own)).annotate(licence_id=Subquery(own.values("pk")[:1]))

    def facts(self, *, by: Actor, at: datetime) -> BatchFacts:
        today, officer = timezone.localdate(at), self.drafted_by
        one = GuidanceFacts(
            actor_id=by.officer_id,
            drafter_id=self.drafted_by_id,
            way=Way.TIP,
            formality=self.formality,
            channel=Channel.MESSAGE,
            is_public=False,
            organ_is_active=self.organ.is_active,
            field_in_duties=any(duty.field_id == self.field_id for duty in self.organ.organ_fields.all()),
            matter_in_field=self.matter is None or self.matter.field_id == self.field_id,
            is_explained=all(text.strip() for text in (self.content, self.reasons, self.basis)),
            is_approved=self.approved_at is not None,
            reply_day_passed=False,
            voluntariness_shown=True,
            implementers=(
                OfficerFacts(
                    officer.pk,
                    officer.name_zh,
                    officer.is_certified(today),
                    officer.organ_id == self.organ_id,
                ),
            ),
            needs_two_officers=False,
            handlers=frozenset(),
            prong="",
            is_recorded=False,
            open_items=0,
            is_corrected=False,
            case_number="",
            case_undecided=False,
            effect="",
        )
        passed = self.due_on is not None and self.due_on < today
        return BatchFacts(one, has_recipients=self.recipients(by).exists(), due_on_passed=passed)


class TipRecipient(RecordedModel):
    """One counterpart of a group, with the one tip and the one delivery that it got."""

    batch = models.ForeignKey(
        TipBatch, verbose_name=_("tips to a group"), on_delete=models.PROTECT, related_name="tips",
        db_index=False,
    )  # fmt: skip
    counterpart = models.ForeignKey(
        Counterpart, verbose_name=_("counterpart"), on_delete=models.PROTECT, related_name="+", db_index=False
    )
    action = models.OneToOneField(
        GuidanceAction, verbose_name=_("guidance"), on_delete=models.PROTECT, related_name="batch_row"
    )
    delivery = models.OneToOneField(
        Delivery, verbose_name=_("delivery"), on_delete=models.PROTECT, related_name="batch_row"
    )

    objects = through("batch").as_manager()

    class Meta:
        verbose_name = _("recipient of a tip")
        verbose_name_plural = _("recipients of tips")
        ordering = ["id"]
        indexes = [models.Index(fields=["batch", "id"], name="tip_recipient_batch_idx")]
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "counterpart"],
                name="tip_recipient_once",
                violation_error_message=_("This counterpart has the tip of this group already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.counterpart)

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return ()
