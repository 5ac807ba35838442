"""What counterparts answered, and what shows an effect, lies on the disk as it came (Art. 8)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from enforcement.reports.invariants.files import altered
from foundation.invariants import invariant
from guidance.models import EffectFile, ReplyFile


@invariant("reply:as_received")
def altered_answers(_at: datetime) -> Iterator[str]:
    """Every file that came with an answer is there, with the size and digest that were noted."""
    yield from altered(ReplyFile, "the file of answer")


@invariant("guidance:effect_as_shown")
def altered_proofs(_at: datetime) -> Iterator[str]:
    """Every file that shows an effect is there, with the size and digest that were noted."""
    yield from altered(EffectFile, "the file of effect")
