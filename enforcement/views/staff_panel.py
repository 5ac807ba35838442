"""A part of the pages of heads: hours that are missing, certificates that end (Art. 7; Penalty Law, Art. 42)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from enforcement.lists.certificates import certificate_text, certificate_tone
from enforcement.reports.training import OfficerHours, hours_of_organ
from enforcement.rules.training import missing_hours
from enforcement.services.training import target_of
from enforcement.vocabulary import CertificateState
from foundation.pages import Page
from foundation.permissions import Permission
from foundation.vocabulary import Tone


class StaffPanel(Page):
    """How many officers of one's organ have the hours of the year, and whose certificate needs care."""

    permission = Permission.TRAINING_READ
    template_name = "enforcement/_staff.html"
    http_method_names = ["get", "head", "options"]

    def get(self, _request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
        today = timezone.localdate(self.now)
        lines = hours_of_organ(self.actor.organ_id, year=today.year)
        target = target_of(lines[0].officer.organ) if lines else Decimal(60)
        return self.show(
            {
                "officers": len(lines),
                "target": target,
                "year": today.year,
                "short": sum(bool(missing_hours(line.had.hours, target)) for line in lines),
                "certificates": [found for line in lines if (found := _in_need_of_care(line, today))],
            }
        )


def _in_need_of_care(line: OfficerHours, today: Any) -> dict[str, Any] | None:
    """A certificate that hinders its holder, or soon will."""
    officer = line.officer
    given = {"state": officer.certificate_state, "until": officer.certificate_until, "today": today}
    tone = certificate_tone(**given)
    if tone == Tone.NEUTRAL and officer.certificate_state == CertificateState.VALID:
        return None
    return {"officer": officer, "tone": tone, "text": certificate_text(**given)}
