"""What a party said of itself: written once, with later corrections and photos beside it (Art. 9)."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.scope import through
from foundation.record.triggers import keep_as_written
from guidance.models.written_once import WrittenOnce
from riskcontrol.models.editions import PointEdition
from riskcontrol.models.self_checks import SelfCheck
from riskcontrol.vocabulary import CheckAnswer

Q = models.Q


class SelfCheckAnswer(WrittenOnce):
    self_check = models.ForeignKey(
        SelfCheck, on_delete=models.PROTECT, related_name="answers", db_index=False
    )
    edition = models.ForeignKey(
        PointEdition, verbose_name=_("edition"), on_delete=models.PROTECT, related_name="+"
    )
    answer = models.CharField(_("answer"), max_length=3, choices=CheckAnswer.choices)
    note = models.TextField(_("in words"), blank=True)
    found_on = models.DateField(_("found on"), null=True, blank=True)
    corrected_on = models.DateField(_("corrected on"), null=True, blank=True)
    wants_help = models.BooleanField(_("counselling wanted"), default=False)

    objects = through("self_check").as_manager()

    class Meta:
        verbose_name = _("answer of a self-check")
        verbose_name_plural = _("answers of self-checks")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["self_check", "edition"],
                name="self_check_answers_once",
                violation_error_message=_("This point was answered already."),
            ),
            models.CheckConstraint(
                condition=Q(answer=CheckAnswer.NO, found_on__isnull=False)
                | ~Q(answer=CheckAnswer.NO) & Q(found_on=None, corrected_on=None),
                name="self_check_found_has_day",
                violation_error_message=_(
                    "What was found has the day on which it was found; nothing else has one."
                ),
            ),
            models.CheckConstraint(
                condition=Q(corrected_on=None) | Q(corrected_on__gte=models.F("found_on")),
                name="self_check_corrected_after_found",
                violation_error_message=_("Nothing is corrected before it was found."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_answer_display())

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.self_check,)

    @property
    def settled_on(self) -> date | None:
        """The day of the correction, told at once or later."""
        later = getattr(self, "correction", None)
        return self.corrected_on or (later.corrected_on if later else None)

    @property
    def is_open(self) -> bool:
        return self.answer == CheckAnswer.NO and self.settled_on is None


class SelfCheckCorrection(WrittenOnce):
    """That what was found is now corrected; said after the self-check was submitted."""

    answer = models.OneToOneField(SelfCheckAnswer, on_delete=models.PROTECT, related_name="correction")
    corrected_on = models.DateField(_("corrected on"))
    note = models.TextField(_("in words"), blank=True)
    at = models.DateTimeField(_("at"))

    objects = through("answer__self_check").as_manager()

    class Meta:
        verbose_name = _("correction after a self-check")
        verbose_name_plural = _("corrections after self-checks")
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.corrected_on)

    def audit_subjects(self) -> tuple[models.Model, ...]:
        check = self.answer.self_check
        return (check, check.counterpart)


class SelfCheckPhoto(WrittenOnce):
    """A photo that belongs to a point: typed by its content, outside the web's reach."""

    self_check = models.ForeignKey(SelfCheck, on_delete=models.PROTECT, related_name="photos")
    edition = models.ForeignKey(
        PointEdition, verbose_name=_("edition"), on_delete=models.PROTECT, related_name="+"
    )
    file = models.CharField(_("file"), max_length=120, unique=True, editable=False)
    original_name = models.CharField(_("name"), max_length=200)
    content_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField(_("size (bytes)"))
    sha256 = models.CharField(max_length=64)

    objects = through("self_check").as_manager()

    class Meta:
        verbose_name = _("photo of a self-check")
        verbose_name_plural = _("photos of self-checks")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(size__gt=0),
                name="self_check_photo_not_empty",
                violation_error_message=_("The file is empty."),
            ),
        ]

    def __str__(self) -> str:
        return self.original_name

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.self_check,)


keep_as_written(*(m._meta.db_table for m in (SelfCheckAnswer, SelfCheckCorrection, SelfCheckPhoto)))
