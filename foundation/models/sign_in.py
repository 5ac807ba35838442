"""How people enter: the second factor of an officer, its recovery codes, and the open sessions (等保 2.0)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from foundation.secrecy import EncryptedTextField


class SecondFactor(models.Model):
    """The secret that an officer's device shares with us. ``last_step`` makes a code good once only."""

    officer_id = models.BigIntegerField(_("officer number"), primary_key=True)
    secret = EncryptedTextField(_("secret"))
    enrolled_at = models.DateTimeField(_("enrolled at"))
    last_step = models.BigIntegerField(_("step of the last code"))
    failures = models.PositiveSmallIntegerField(_("wrong codes since the last right one"), default=0)
    blocked_until = models.DateTimeField(_("blocked until"), null=True)

    class Meta:
        verbose_name = _("second factor")
        verbose_name_plural = _("second factors")

    def __str__(self) -> str:
        return str(self.officer_id)


class RecoveryCode(models.Model):
    """A code for the day when the device is lost: kept as a keyed digest, good once."""

    officer_id = models.BigIntegerField(_("officer number"))
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(_("used at"), null=True)

    class Meta:
        verbose_name = _("recovery code")
        verbose_name_plural = _("recovery codes")
        constraints = [models.UniqueConstraint(fields=["officer_id", "digest"], name="recovery_code_once")]

    def __str__(self) -> str:
        return str(self.officer_id)


class OpenSession(models.Model):
    """One signed-in browser of an officer, so that it can be ended from another."""

    officer_id = models.BigIntegerField(_("officer number"))
    session_key = models.CharField(max_length=40, unique=True)
    started_at = models.DateTimeField(_("signed in at"))
    address = models.CharField(_("address"), max_length=45, blank=True)
    device = models.CharField(_("device"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("open session")
        verbose_name_plural = _("open sessions")
        ordering = ["-started_at", "-id"]
        indexes = [models.Index(fields=["officer_id", "-started_at"], name="open_session_officer_idx")]

    def __str__(self) -> str:
        return f"{self.officer_id} {self.started_at}"
