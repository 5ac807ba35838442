"""The link by which a counterpart reads its guidance and answers it, without an account (Art. 8)."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self

from django.core.signing import BadSignature, Signer
from django.db import models
from django.urls import reverse
from django.utils.http import int_to_base36
from django.utils.translation import gettext_lazy as _

from enforcement.models import Officer
from enforcement.scope import ScopedQuerySet
from foundation.record import DerivedModel, RecordedModel
from guidance.models.actions import GuidanceAction
from guidance.ways import WAYS

SALT = "guidance.counterpart-link"
Q = models.Q


class LinkQuerySet(ScopedQuerySet):
    scope_path = "action__"
    case_path = "action__case_id"

    def standing(self) -> Self:
        """Links that nobody took back; they may have expired."""
        return self.filter(revoked_at=None)

    def live(self, at: datetime) -> Self:
        """Links that open the door at ``at``."""
        return self.standing().filter(expires_at__gt=at)

    def with_guidance(self) -> Self:
        """With what the page of the counterpart shows of the guidance itself."""
        parts = ("counterpart", "organ", "case", *(page.related_name for page in WAYS.values()))
        return self.select_related("action", *(f"action__{part}" for part in parts))


class CounterpartLink(RecordedModel):
    """``nonce`` opens nothing by itself: the address is signed from it with the key of this installation."""

    action = models.ForeignKey(
        GuidanceAction,
        verbose_name=_("guidance"),
        on_delete=models.PROTECT,
        related_name="links",
        db_index=False,
    )
    nonce = models.CharField(max_length=32, unique=True, editable=False)
    issued_at = models.DateTimeField(_("made at"))
    issued_by = models.ForeignKey(
        Officer, verbose_name=_("made by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    expires_at = models.DateTimeField(_("valid until"))
    revoked_at = models.DateTimeField(_("taken back at"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        Officer,
        verbose_name=_("taken back by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    revoke_reason = models.CharField(_("why it was taken back"), max_length=500, blank=True)

    objects = LinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link of the counterpart")
        verbose_name_plural = _("links of counterparts")
        ordering = ["-id"]
        indexes = [models.Index(fields=["action", "-id"], name="guidance_link_action_idx")]
        constraints = [
            models.UniqueConstraint(
                fields=["action"],
                condition=Q(revoked_at=None),
                name="guidance_link_one_standing",
                violation_error_message=_("This guidance has a link already."),
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None) | ~Q(revoke_reason=""),
                name="guidance_link_revoked_for_a_reason",
                violation_error_message=_("A link is taken back for a reason."),
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=models.F("issued_at")),
                name="guidance_link_expires_later",
                violation_error_message=_("A link ends after it was made."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.action)

    def get_absolute_url(self) -> str:
        return reverse("guidance:link", args=[self.token])

    def audit_subjects(self) -> tuple[models.Model, ...]:
        return (self.action,)

    @property
    def token(self) -> str:
        """What stands in the address: which row, and the seal that only this installation can make."""
        return f"{int_to_base36(self.pk)}.{_signer().signature(self._sealed)}"

    @property
    def _sealed(self) -> str:
        return f"{self.pk}:{self.nonce}"

    def is_sealed_by(self, seal: str) -> bool:
        """Whether ``seal`` was made for this row, with the present key or one that is being replaced."""
        try:
            _signer().unsign(f"{self._sealed}.{seal}")
        except BadSignature:
            return False
        return True

    def is_live(self, at: datetime) -> bool:
        return self.revoked_at is None and self.expires_at > at


def _signer() -> Any:
    return Signer(salt=SALT, sep=".")


class LinkOpening(DerivedModel):
    """When a link was opened; the first time also stands in the record, and opens no conclusion (Art. 8)."""

    link = models.OneToOneField(CounterpartLink, on_delete=models.PROTECT, related_name="opening")
    first_at = models.DateTimeField(_("first opened at"))
    last_at = models.DateTimeField(_("last opened at"))

    class Meta:
        verbose_name = _("opening of a link")
        verbose_name_plural = _("openings of links")
        ordering = ["-last_at", "-id"]

    def __str__(self) -> str:
        return str(self.last_at)
