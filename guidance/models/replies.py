"""What a counterpart said by its link: written once and never changed; what officers did stands beside it (Art. 8)."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from enforcement.models import Officer
from enforcement.scope import ScopedQuerySet, through
from foundation.record import DerivedModel
from foundation.record.triggers import keep_as_written
from guidance.models.actions import GuidanceAction
from guidance.models.links import CounterpartLink
from guidance.models.written_once import WrittenOnce
from guidance.vocabulary import ReplyKind, ReplyOutcome

Q = models.Q


class ReplyQuerySet(ScopedQuerySet):
    scope_path = "action__"
    case_path = "action__case_id"

    def unanswered(self) -> Self:
        """What no officer has seen or answered yet."""
        return self.filter(answer=None)

    def waiting_for(self, officer_id: int) -> Self:
        return self.filter(waiting__officer_id=officer_id)

    def with_everything(self) -> Self:
        """With all that the page of a reply shows and its rules ask."""
        parts = ("action__counterpart", "action__organ", "action__case", "action__interview")
        found = self.select_related(*parts, "answer__by", "answer__new_version", "application")
        return found.prefetch_related("files")


class CounterpartReply(WrittenOnce):
    action = models.ForeignKey(
        GuidanceAction,
        verbose_name=_("guidance"),
        on_delete=models.PROTECT,
        related_name="replies",
        db_index=False,
    )
    link = models.ForeignKey(CounterpartLink, on_delete=models.PROTECT, related_name="replies")
    kind = models.CharField(_("what was said"), max_length=12, choices=ReplyKind.choices)
    text = models.TextField(_("in words"), blank=True)
    proposed_for = models.DateTimeField(_("proposed time"), null=True, blank=True)
    application = models.ForeignKey(
        GuidanceAction,
        verbose_name=_("application"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="asked_for_by",
    )
    at = models.DateTimeField(_("at"))

    objects = ReplyQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer by the link")
        verbose_name_plural = _("answers by the link")
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["action", "-at", "-id"], name="guidance_reply_action_idx"),
            models.Index(fields=["-at", "-id"], name="guidance_reply_at_idx"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=ReplyKind.TIME, proposed_for__isnull=False)
                | ~Q(kind=ReplyKind.TIME) & Q(proposed_for=None),
                name="guidance_reply_time_is_proposed",
                violation_error_message=_("Who proposes another time names it."),
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=[ReplyKind.MESSAGE, ReplyKind.COUNSEL]) | ~Q(text=""),
                name="guidance_reply_says_something",
                violation_error_message=_("Write what you want to say."),
            ),
            models.CheckConstraint(
                condition=~Q(kind=ReplyKind.DECLINE) | Q(text=""),
                name="guidance_reply_declines_without_reason",
                violation_error_message=_("Nobody says why guidance is not wanted."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} · {self.get_kind_display()}"

    def get_absolute_url(self) -> str:
        return reverse("guidance:reply_detail", args=[self.pk])

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.action, *self.action.audit_subjects())

    @property
    def outcome(self) -> str:
        """What an officer did with it; empty while nobody has seen it."""
        answer = getattr(self, "answer", None)
        return str(answer.outcome) if answer else ""

    @property
    def letter(self) -> CounterpartLink | None:
        """The link of the letter that answered an application; nothing before it was issued."""
        links = [] if self.application is None else self.application.links.all()
        return next((link for link in links if link.revoked_at is None), None)

    @property
    def awaits_time(self) -> bool:
        return self.kind == ReplyKind.TIME and not self.outcome


class ReplyFile(WrittenOnce):
    """A file that came with an answer: typed by its content, outside the web's reach."""

    reply = models.ForeignKey(CounterpartReply, on_delete=models.PROTECT, related_name="files")
    file = models.CharField(_("file"), max_length=120, unique=True, editable=False)
    original_name = models.CharField(_("name"), max_length=200)
    content_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField(_("size (bytes)"))
    sha256 = models.CharField(max_length=64)

    objects = through("reply__action", case="reply__action__case_id").as_manager()

    class Meta:
        verbose_name = _("file of an answer")
        verbose_name_plural = _("files of answers")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(size__gt=0),
                name="guidance_reply_file_not_empty",
                violation_error_message=_("The file is empty."),
            ),
        ]

    def __str__(self) -> str:
        return self.original_name

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.reply.action,)


class ReplyAnswer(WrittenOnce):
    """That an officer saw an answer, or what became of the time that was proposed.

    ``new_version`` is told by answers from when an accepted time still made a new notice.
    """

    reply = models.OneToOneField(CounterpartReply, on_delete=models.PROTECT, related_name="answer")
    outcome = models.CharField(_("what became of it"), max_length=8, choices=ReplyOutcome.choices)
    reason = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(Officer, verbose_name=_("by"), on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("at"))
    new_version = models.ForeignKey(
        GuidanceAction,
        verbose_name=_("new version"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    objects = through("reply__action", case="reply__action__case_id").as_manager()

    class Meta:
        verbose_name = _("what became of an answer")
        verbose_name_plural = _("what became of answers")
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome=ReplyOutcome.REFUSED) | ~Q(reason=""),
                name="guidance_reply_refused_with_reason",
                violation_error_message=_("Say why the time is not possible."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_outcome_display())

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.reply.action,)


class ReplyWaiting(DerivedModel):
    """For whom an answer waits to be seen; gone once somebody has seen it."""

    reply = models.ForeignKey(CounterpartReply, on_delete=models.PROTECT, related_name="waiting")
    officer = models.ForeignKey(Officer, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("answer to be seen")
        verbose_name_plural = _("answers to be seen")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["reply", "officer"], name="guidance_reply_waits_once"),
        ]

    def __str__(self) -> str:
        return str(self.reply_id)


keep_as_written(*(model._meta.db_table for model in (CounterpartReply, ReplyFile, ReplyAnswer)))
