"""How an enforcement certificate stands, in words and tone (Penalty Law, Art. 42)."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from enforcement.vocabulary import CertificateState
from foundation.vocabulary import Tone
from foundation.wording import day_text

SOON = 90


def certificate_text(state: str, until: date | None, *, today: date) -> str:
    """Valid until, expired on, suspended, revoked, or none."""
    if state != CertificateState.VALID or until is None:
        return str(CertificateState(state).label)
    word = _("valid until %(day)s") if until >= today else _("expired on %(day)s")
    return word % {"day": day_text(until)}


def certificate_tone(state: str, until: date | None, *, today: date) -> str:
    """Only what hinders the officer, or soon will, takes a colour."""
    if state in (CertificateState.SUSPENDED, CertificateState.REVOKED):
        return Tone.BAD
    if state == CertificateState.NONE or until is None:
        return Tone.NEUTRAL
    left = (until - today).days
    if left < 0:
        return Tone.BAD
    return Tone.WATCH if left <= SOON else Tone.NEUTRAL
