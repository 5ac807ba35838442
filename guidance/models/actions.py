"""A guidance action: what all ways share, under the organ that gives it (Art. 8)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from enforcement.models import (
    Case,
    Counterpart,
    Document,
    Field,
    FoundText,
    Matter,
    Officer,
    OrganScoped,
    indexes_of_open,
)
from enforcement.rules.facts import OfficerFacts
from enforcement.scope import ScopedQuerySet, through
from enforcement.vocabulary import CaseRole, CaseState
from foundation.actors import Actor
from foundation.record import RecordedModel
from guidance.models.public_facts import public_facts_of
from guidance.rules.facts import GuidanceFacts
from guidance.vocabulary import (
    LIVE_STATES,
    OPEN_TO_COMMENT,
    UNISSUED_STATES,
    Channel,
    Effect,
    Formality,
    GuidanceState,
    Nature,
    PublicEnd,
    Recheck,
    Response,
    Trigger,
    Way,
)
from guidance.ways import WAYS, WayDetail, WayPage

UNDECIDED = (CaseState.INVESTIGATED, CaseState.ASSESSED, CaseState.NOTIFIED)
PUBLISHED_STATES = (
    GuidanceState.ISSUED,
    GuidanceState.IN_FORCE,
    GuidanceState.EXPIRED,
    GuidanceState.CONCLUDED,
)
ENDED_STATES = (GuidanceState.STOPPED, GuidanceState.EXPIRED, GuidanceState.CONCLUDED)
PUBLIC_LINKS = ("public_life", "public_life__reviewed_by")
DETAIL_LINKS = ("demo__exemplar", "revisit__visit__case", "tip__licence")
Q = models.Q


class GuidanceQuerySet(ScopedQuerySet):
    def issued(self) -> Any:
        return self.exclude(issued_at=None)

    def live(self) -> Any:
        return self.filter(state__in=LIVE_STATES)

    def published(self) -> Any:
        """What the public may read: guides that were published, and models that agreed to be named."""
        told = self.filter(state__in=PUBLISHED_STATES, issued_at__isnull=False)
        guides = Q(way=Way.GUIDE, guide__published_on__isnull=False)
        models_named = Q(way=Way.DEMO) & (Q(demo__exemplar=None) | Q(demo__has_consent=True))
        return told.filter(guides | models_named)

    def open_to_comment(self) -> Any:
        """Drafts and candidates that the public may comment on."""
        return self.filter(state__in=OPEN_TO_COMMENT, public_life__shown_until__isnull=False)

    def taken_back(self) -> Any:
        """What everybody could read and was withdrawn, with the public reason."""
        ends = [PublicEnd.WITHDRAWN, PublicEnd.REPLACED, PublicEnd.LEFT]
        gone = self.filter(state=GuidanceState.WITHDRAWN, issued_at__isnull=False)
        was_public = ~Q(way=Way.GUIDE) | Q(guide__published_on__isnull=False)
        return gone.filter(was_public, public_life__ended_how__in=ends)

    def of_officer(self, officer_id: int) -> Any:
        return self.filter(officers__officer_id=officer_id)

    def with_everything(self) -> Any:
        """With all that the page of an action shows and its rules ask, in a handful of queries."""
        parts = ("organ", "field", "matter", "case", "counterpart", "drafted_by", "approved_by", "supersedes")
        details = (*(page.related_name for page in WAYS.values()), *DETAIL_LINKS, *PUBLIC_LINKS)
        found = self.select_related(*parts, *details)
        officers = models.Prefetch("officers", GuidanceOfficer.objects.select_related("officer"))
        return found.prefetch_related(officers, "organ__organ_fields", "successors")


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
        constraints = [
            models.UniqueConstraint(
                fields=["number"],
                condition=~Q(number=""),
                name="guidance_number_once",
                violation_error_message=_("This number has been given already."),
            ),
            models.UniqueConstraint(
                fields=["supersedes"],
                condition=~Q(supersedes=None) & ~Q(state=GuidanceState.WITHDRAWN),
                name="guidance_replaced_once",
                violation_error_message=_("A new version of this guidance exists already."),
            ),
            models.CheckConstraint(
                condition=~Q(counterpart=None) | ~Q(audience=""),
                name="guidance_has_addressee",
                violation_error_message=_("Name the counterpart, or the audience of public guidance."),
            ),
            models.CheckConstraint(
                condition=Q(issued_at=None, number="") | Q(issued_at__isnull=False) & ~Q(number=""),
                name="guidance_issued_has_number",
                violation_error_message=_("Issued guidance has a number, a draft has none."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[*LIVE_STATES, *ENDED_STATES]) | Q(issued_at__isnull=False),
                name="guidance_live_is_issued",
                violation_error_message=_("Only issued guidance is answered and concluded."),
            ),
            models.CheckConstraint(
                condition=Q(issued_at=None) | Q(voluntariness_shown__isnull=False, voluntariness_shown=True),
                name="guidance_issued_as_voluntary",
                violation_error_message=_("Nothing is issued before it was shown that it is voluntary."),
            ),
            models.CheckConstraint(
                condition=Q(issued_at=None) | Q(formality=Formality.SIMPLE) | Q(approved_at__isnull=False),
                name="guidance_issued_is_approved",
                violation_error_message=_("General and major guidance is approved before it is issued."),
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=models.F("drafted_by")),
                name="guidance_approved_by_another",
                violation_error_message=_("Who drafted guidance does not approve it."),
            ),
            models.CheckConstraint(
                condition=Q(answer_by=None) | Q(applied_on__isnull=False),
                name="guidance_answers_an_application",
                violation_error_message=_("Only what was applied for is to be answered by a day."),
            ),
            models.CheckConstraint(
                condition=~Q(state=GuidanceState.CONCLUDED) | ~Q(effect="") & Q(concluded_on__isnull=False),
                name="guidance_concluded_has_effect",
                violation_error_message=_("Concluded guidance says what it achieved."),
            ),
        ]

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
        detail, today = self.detail, timezone.localdate(at)
        officers = [row.officer for row in self.officers.all()]
        return GuidanceFacts(
            actor_id=by.officer_id,
            drafter_id=self.drafted_by_id,
            way=self.way,
            formality=self.formality,
            channel=self.channel,
            is_public=self.page.is_public,
            organ_is_active=self.organ.is_active,
            field_in_duties=any(duty.field_id == self.field_id for duty in self.organ.organ_fields.all()),
            matter_in_field=self.matter is None or self.matter.field_id == self.field_id,
            is_explained=all(text.strip() for text in (self.content, self.reasons, self.basis)),
            is_approved=self.approved_at is not None,
            reply_day_passed=self.reply_by is not None and self.reply_by < today,
            voluntariness_shown=self.voluntariness_shown,
            implementers=tuple(
                OfficerFacts(o.pk, o.name_zh, o.is_certified(today), o.organ_id == self.organ_id)
                for o in officers
            ),
            needs_two_officers=self.needs_two_officers,
            handlers=self.handlers if self.way == Way.REVISIT else frozenset(),
            prong=getattr(detail, "prong", ""),
            is_recorded=getattr(detail, "held_at", None) is not None,
            open_items=self.open_items,
            is_corrected=getattr(detail, "recheck_result", "") == Recheck.CORRECTED,
            case_number=str(self.case or self.undecided_case or ""),
            case_undecided=self.undecided_case is not None,
            shows_violation=self.shows_violation,
            open_questions=self.open_questions,
            effect=self.effect,
            owes_document=self.owes_document,
            public=public_facts_of(self, today),
        )


class GuidanceSearch(FoundText):
    """Guidance by its number, its title and its audience."""

    FULL_TEXT = "guidance_action_fts"

    action = models.OneToOneField(
        GuidanceAction, on_delete=models.CASCADE, primary_key=True, related_name="search_row"
    )


class GuidanceOfficer(RecordedModel):
    """An officer who implements a guidance action and is named on its document."""

    action = models.ForeignKey(
        GuidanceAction, on_delete=models.PROTECT, related_name="officers", db_index=False
    )
    officer = models.ForeignKey(
        Officer, verbose_name=_("officer"), on_delete=models.PROTECT, related_name="guidance_duties"
    )

    objects = through("action", case="action__case_id").as_manager()

    class Meta:
        verbose_name = _("implementer")
        verbose_name_plural = _("implementers")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["action", "officer"],
                name="guidance_officer_once",
                violation_error_message=_("This officer is named already."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.officer)

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.action,)
