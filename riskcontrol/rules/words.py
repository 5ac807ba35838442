"""The inputs of a score in words, and where each comes from (Art. 9)."""

from __future__ import annotations

from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary import Outcome

_AGES = {
    "6": _("in the last 6 months"),
    "12": _("6 to 12 months ago"),
    "24": _("12 to 24 months ago"),
}
_DECIDED = _("{outcome}, decided {age}")

_LABELS: dict[str, Any] = {
    "uncorrected": _("ordered correction not recorded in time"),
    "complaint": _("complaint that proved right, in the last 24 months"),
    "self_check:open": _("problem found in a self-check and not corrected yet"),
    "self_check:corrected": _("problem found in a self-check and corrected"),
    "industry:high": _("industry with a published high risk"),
    "industry:medium": _("industry with a published medium risk"),
    "industry:low": _("industry with a published low risk"),
    "licence:expired": _("licence expired and not renewed"),
    "licence:near": _("licence expires within 30 days"),
    "self_corrected": _("corrected in time or by itself"),
    "demonstration": _("demonstration model"),
}
_SOURCES: dict[str, Any] = {
    "violation": _("decisions of all organs"),
    "uncorrected": _("circumstances of decided cases"),
    "complaint": _("decided cases that began with a complaint"),
    "self_corrected": _("circumstances of decided cases"),
    "self_check": _("latest self-check of each field"),
    "industry": _("published risk points"),
    "licence": _("licences in the registry"),
    "demonstration": _("registry of counterparts"),
}


def label_of(code: str) -> Any:
    """What one input means; raises KeyError for a code that is none."""
    kind, _colon, rest = code.partition(":")
    if kind == "violation":
        outcome, _colon, age = rest.partition(":")
        return format_lazy(_DECIDED, outcome=Outcome(outcome).label, age=_AGES[age])
    return _LABELS[code]


def source_of(code: str) -> Any:
    """Which record an input was counted in."""
    return _SOURCES[code.partition(":")[0]]
