"""A guidance action: what all ways share, under the organ that gives it (Art. 8)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from enforcement.models import (
    Case,
    Counterpart,
    Document,
    Field,
    Matter,
    Officer,
    OrganScoped,
    indexes_of_open,
)
from enforcement.vocabulary import CaseRole, CaseState
from foundation.actors import Actor
from guidance.models.action_constraints import CONSTRAINTS
from guidance.models.action_facts import facts_of
from guidance.models.action_queries import GuidanceQuerySet
from guidance.models.action_search import GuidanceSearch
from guidance.rules.facts import GuidanceFacts
from guidance.vocabulary import (
    LIVE_STATES,
    UNISSUED_STATES,
    Channel,
    Effect,
    Formality,
    GuidanceState,
    Nature,
    Recheck,
    Response,
    Trigger,
    Way,
)
from guidance.ways import WAYS, WayDetail, WayPage

UNDECIDED = (CaseState.INVESTIGATED, CaseState.ASSESSED, CaseState.NOTIFIED)
Q = models.Q


class GuidanceAction(OrganScoped):
    number = models.CharField(_("number"), max_length=40, blank=True)
    way = models.CharField(_("way"), max_length=10, choices=Way.choices)
    formality = models.CharField(
        _("formality"), max_length=8, choices=Formality.choices, default=Formality.SIMPLE
    )
    nature = models.CharField(_("nature"), max_length=12, choices=Nature.choices, default=Nature.ASSISTING)
    state = models.CharField(
        _("state"), max_length=16, choices=GuidanceState.choices, default=GuidanceState.DRAFT
    )
    field = models.ForeignKey(
        Field, verbose_name=_("field of enforcement"), on_delete=models.PROTECT, related_name="+"
    )
    matter = models.ForeignKey(
        Matter, verbose_name=_("matter"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    case = models.ForeignKey(
        Case,
        verbose_name=_("case"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="guidance_actions",
    )
    counterpart = models.ForeignKey(
        Counterpart,
        verbose_name=_("counterpart"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="guidance_actions",
        db_index=False,
    )
    audience = models.CharField(_("audience"), max_length=200, blank=True)
    trigger = models.CharField(_("occasion"), max_length=12, choices=Trigger.choices)
    applied_on = models.DateField(_("applied for on"), null=True, blank=True)
    answer_by = models.DateField(_("application to be answered by"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=200)
    content = models.TextField(_("content"))
    reasons = models.TextField(_("purpose and reasons"), blank=True)
    basis = models.TextField(_("legal or policy basis"), blank=True)
    contact = models.CharField(_("contact person and telephone"), max_length=120, blank=True)
    reply_by = models.DateField(_("reply invited by"), null=True, blank=True)
    channel = models.CharField(_("channel"), max_length=12, choices=Channel.choices, default=Channel.WRITTEN)
    drafted_by = models.ForeignKey(
        Officer, verbose_name=_("drafted by"), on_delete=models.PROTECT, related_name="+"
    )
    drafted_at = models.DateTimeField(_("drafted at"))
    approved_by = models.ForeignKey(
        Officer,
        verbose_name=_("approved by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)
    voluntariness_shown = models.BooleanField(_("told that guidance is voluntary"), null=True, blank=True)
    issued_at = models.DateTimeField(_("issued at"), null=True, blank=True)
    written_asked_on = models.DateField(_("asked for in writing on"), null=True, blank=True)
    change_asked_on = models.DateField(_("a change was asked for on"), null=True, blank=True)
    change_wish = models.TextField(_("what the counterpart wants changed"), blank=True)
    stopped_on = models.DateField(_("stopped on"), null=True, blank=True)
    response = models.CharField(_("response"), max_length=12, choices=Response.choices, blank=True)
    response_note = models.TextField(_("what the counterpart said"), blank=True)
    responded_on = models.DateField(_("responded on"), null=True, blank=True)
    effect = models.CharField(_("effect"), max_length=12, choices=Effect.choices, blank=True)
    effect_note = models.TextField(_("what it achieved"), blank=True)
    effect_document = models.ForeignKey(
        Document,
        verbose_name=_("document that shows it"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_index=False,
    )
    concluded_on = models.DateField(_("concluded on"), null=True, blank=True)
    shows_violation = models.BooleanField(_("a violation came to light"), default=False)
    supersedes = models.ForeignKey(
        "self",
        verbose_name=_("replaces"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="successors",
    )

    objects = GuidanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("guidance action")
        verbose_name_plural = _("guidance actions")
        ordering = ["-drafted_at", "-id"]
        indexes = [
            models.Index(fields=["organ", "-drafted_at", "-id"], name="guidance_organ_idx"),
            models.Index(fields=["branch", "-drafted_at", "-id"], name="guidance_branch_idx"),
            models.Index(fields=["line", "-drafted_at", "-id"], name="guidance_line_idx"),
            models.Index(fields=["district", "-drafted_at", "-id"], name="guidance_district_idx"),
            models.Index(fields=["-drafted_at", "-id"], name="guidance_drafted_idx"),
            models.Index(fields=["counterpart", "-drafted_at", "-id"], name="guidance_counterpart_idx"),
            models.Index(fields=["organ", "way", "issued_at"], name="guidance_way_idx"),
            *indexes_of_open("guidance", ["drafted_at", "id"], Q(state__in=[*UNISSUED_STATES, *LIVE_STATES])),
        ]
        constraints = CONSTRAINTS

    def __str__(self) -> str:
        return self.number or self.title

    def get_absolute_url(self) -> str:
        return reverse("guidance:guidance_detail", args=[self.pk])

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return tuple(thing for thing in (self.case, self.counterpart) if thing is not None)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row, and by which texts it is found."""
        is_new = self._state.adding
        super().save(*args, **kwargs)
        GuidanceSearch.keep(self.pk, self.number, self.title, self.audience, is_new=is_new)

    @property
    def page(self) -> WayPage:
        """The page of the action's way."""
        return WAYS[self.way]

    @property
    def detail(self) -> WayDetail:
        """The one row with the columns of the way."""
        return getattr(self, self.page.related_name)

    @property
    def is_live(self) -> bool:
        return self.state in LIVE_STATES

    @property
    def is_application(self) -> bool:
        """Whether the counterpart applied for it; a new version of old guidance answers no application."""
        return self.answer_by is not None

    @property
    def is_unissued(self) -> bool:
        return self.state in UNISSUED_STATES

    @property
    def addressee(self) -> str:
        return str(self.counterpart) if self.counterpart else self.audience

    @property
    def needs_two_officers(self) -> bool:
        return self.page.always_two_officers or (self.way == Way.EXHORT and self.channel == Channel.ON_SITE)

    @property
    def open_items(self) -> int:
        """How many things that were to be put right have not been found corrected."""
        if not self.page.has_rectification:
            return 0
        items = self.rectification_items.all()
        return sum(item.recheck_result != Recheck.CORRECTED for item in items)

    @cached_property
    def joint_organs(self) -> list[Any]:
        """The invitations of an interview that stand, the first first; of other ways none."""
        if self.way != Way.INTERVIEW:
            return []
        found: Any = self.invitations.all()
        return list(found.standing().select_related("organ", "officer").order_by("asked_at", "pk"))

    @property
    def was_heard(self) -> bool:
        """Whether the counterpart took part in any way, though it gave no answer in so many words."""
        asked = self.written_asked_on is not None or self.change_asked_on is not None
        told = any(getattr(self.detail, name) not in (None, "") for name in self.page.heard_by)
        return asked or told or self.replies.exists()

    @cached_property
    def undecided_case(self) -> Case | None:
        """A case that awaits its decision on an established violation: the linked one, or of the same matter."""
        if self.case is not None and self.case.state in UNDECIDED:
            return self.case
        if self.counterpart_id is None or self.matter_id is None or self.page.is_public:
            return None
        same = Case.objects.filter(
            organ=self.organ_id, counterpart=self.counterpart_id, matter=self.matter_id, state__in=UNDECIDED
        )
        found: Case | None = same.order_by("pk").first()
        return found

    @cached_property
    def points(self) -> list[Any]:
        """The questions of counselling or the single suggestions, from issuing on; one query."""
        if self.issued_at is None:
            return []
        if self.way == Way.COUNSEL:
            offered = models.Exists(self.faq_entries.filter(asked=models.OuterRef("pk")))
            return list(self.questions.annotate(offered=offered))
        return list(self.suggestion_items.all()) if self.way == Way.SUGGEST else []

    @property
    def open_questions(self) -> int:
        """How many questions of counselling have no answer yet."""
        return sum(not point.answer for point in self.points) if self.way == Way.COUNSEL else 0

    @property
    def names_model(self) -> bool:
        """Whether it shows somebody as a model, who is then named before everybody."""
        return self.way == Way.DEMO and self.demo.exemplar_id is not None

    @property
    def owes_document(self) -> bool:
        """Whether the counterpart asked for it in writing and no document was made."""
        if self.written_asked_on is None:
            return False
        return not Document.objects.about("guidance", self.pk).current().exists()

    @property
    def handlers(self) -> frozenset[int]:
        """Who holds a duty in the case other than to visit."""
        if self.case is None:
            return frozenset()
        people = self.case.people.exclude(role=CaseRole.VISITOR)
        return frozenset(people.values_list("officer_id", flat=True))

    def facts(self, *, by: Actor, at: datetime) -> GuidanceFacts:
        """What the rules need to know about this action now."""
        return facts_of(self, by=by, at=at)
