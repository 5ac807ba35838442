"""What would lower a score, named from its own inputs (Art. 9: prevent, avoid, check, correct)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from riskcontrol.rules.scoring import WEIGHTS


@dataclass(frozen=True, slots=True)
class Relief:
    """A step of the counterpart, and by how many points each such step lowers the sum."""

    text: Any
    points: int


_STEPS = (
    ("uncorrected", _("Correct what was ordered, and have the correction recorded.")),
    ("self_check:open", _("Correct what the self-check found, and add the day.")),
    ("licence:expired", _("Renew the expired licence, or hand it in.")),
    ("licence:near", _("Apply for renewal before the licence expires.")),
)
_GROWING_OLD = _("Decisions weigh less after 6 and 12 months, and nothing after 24 months.")
_SELF = _("Find and correct problems oneself, before they are found.")


def reliefs(codes: Iterable[str], weights: Mapping[str, int] = WEIGHTS) -> Iterator[Relief]:
    """Steps that fit the inputs called ``codes``, by the ``weights`` of the score; the strongest first."""
    present = set(codes)
    for code, text in _STEPS:
        if code in present:
            yield Relief(text, weights.get(code, 0))
    if any(code.startswith("violation:") for code in present):
        yield Relief(_SELF, -weights.get("self_corrected", 0))
        yield Relief(_GROWING_OLD, 0)
