"""Why a job came to nothing, in words, and what to do next."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

FAULTS: dict[str, Any] = {
    "attempts": _("The worker broke off three times. Repeat it later, or ask for less."),
    "broken": _("It failed; the operator finds the reason in the log. Repeat it, or tell the administrator."),
    "rights": _("Your account no longer has the rights that this takes. Repeat it with those of today."),
}


def fault_text(fault: dict[str, Any]) -> str:
    """One fault of a job as its owner reads it; faults of rows bring their own words."""
    return str(FAULTS.get(fault.get("code", ""), fault.get("message", "")))
