"""What a party corrected of its own accord, told before anybody else knew (Penalty Law, Art. 32(1), 33(1))."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class OwnCorrection:
    """``told_on`` is the day on which the party told of the correction, ``source`` what it told it in."""

    matter_id: int
    found_on: date
    corrected_on: date
    told_on: date
    source: str


def own_correction_of(
    known: Iterable[OwnCorrection], *, matter_id: int, occurred_on: date, discovered_on: date | None
) -> OwnCorrection | None:
    """The first one that is about this violation: of its matter, after it, and told before it was discovered.

    While the day of discovery is not known nothing shows that the party was first.
    """
    if discovered_on is None:
        return None
    fitting = (
        one
        for one in known
        if one.matter_id == matter_id and one.corrected_on >= occurred_on and one.told_on < discovered_on
    )
    return min(fitting, key=lambda one: (one.corrected_on, one.told_on), default=None)
