"""Files that show what guidance achieved: a photograph, a certificate, a report (Art. 8)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from enforcement.scope import through
from foundation.record.triggers import keep_as_written
from guidance.models.actions import GuidanceAction
from guidance.models.written_once import WrittenOnce


class EffectFile(WrittenOnce):
    """One file beside the words in which the effect is told: typed by its content, outside the web's reach."""

    action = models.ForeignKey(GuidanceAction, on_delete=models.PROTECT, related_name="effect_files")
    file = models.CharField(_("file"), max_length=120, unique=True, editable=False)
    original_name = models.CharField(_("name"), max_length=200)
    content_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField(_("size (bytes)"))
    sha256 = models.CharField(max_length=64)

    objects = through("action", case="action__case_id").as_manager()

    class Meta:
        verbose_name = _("file that shows an effect")
        verbose_name_plural = _("files that show an effect")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(size__gt=0),
                name="effect_file_not_empty",
                violation_error_message=_("The file is empty."),
            ),
        ]

    def __str__(self) -> str:
        return self.original_name

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.action,)


keep_as_written(EffectFile._meta.db_table)
