"""When a penalty must be lighter or mitigated (Art. 10 para. 1; Penalty Law, Art. 30, 32)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.facts import CaseFacts
from enforcement.rules.limitation import AGE_OF_RESPONSIBILITY
from enforcement.vocabulary import MilderGround, Outcome
from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity

FULL_AGE = 18


def obstacles_to_full_penalty(facts: CaseFacts) -> Iterator[Obstacle]:
    """A penalty that is neither lighter nor mitigated, where the law obliges to one that is."""
    if facts.outcome != Outcome.PENALTY:
        return
    if facts.party_age is not None and AGE_OF_RESPONSIBILITY <= facts.party_age < FULL_AGE:
        yield _milder(
            "LEN-2", _("Who is 14 or older and under 18 gets a lighter or mitigated penalty."), "30"
        )
    if facts.milder_grounds:
        grounds = _("; ").join(str(MilderGround(ground).label) for ground in facts.milder_grounds)
        yield _milder(
            "LEN-4",
            _("The law obliges to a lighter or mitigated penalty. The party: %(grounds)s.")
            % {"grounds": grounds},
            "32",
        )


def _milder(code: str, message: Any, provision: str) -> Obstacle:
    return Obstacle(
        code=code,
        message=message,
        article=Article(10, "1"),
        citation=Citation(PENALTY, provision),
        severity=Severity.REQUIRE,
        field="outcome",
        next_step=_("Choose a lighter or mitigated penalty; correct the circumstances where they are wrong."),
    )
