"""What weights of the score may be: a closed list of inputs, and never a reward for more risk (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary import Outcome
from foundation.articles import Article
from foundation.obstacles import Obstacle
from riskcontrol.rules.formulas import HIGHEST
from riskcontrol.rules.scoring import AGES, CREDITS, ORDER, VIOLATION
from riskcontrol.rules.words import label_of
from riskcontrol.vocabulary import Level

MOST = 50
MILDER_FIRST = (Outcome.NO_PENALTY, Outcome.MITIGATED, Outcome.LIGHTER, Outcome.PENALTY)
RISING = (
    *(tuple(f"violation:{outcome.value}:{age}" for outcome in MILDER_FIRST) for age in AGES),
    *(tuple(f"violation:{outcome}:{age}" for age in reversed(AGES)) for outcome in VIOLATION),
    tuple(f"industry:{level.value}" for level in (Level.LOW, Level.MEDIUM, Level.HIGH)),
    ("licence:near", "licence:expired"),
)
"""Inputs of one kind, the lighter first: none may weigh more than the one behind it."""
LIGHTEST_VIOLATION = f"violation:{Outcome.NO_PENALTY.value}:{max(AGES)}"


@dataclass(frozen=True, slots=True)
class WeightFacts:
    """A set of weights, and who decides on it when."""

    weights: Mapping[str, int]
    from_medium: int
    from_high: int
    begins_on: date
    today: date
    last_begins_on: date | None = None
    actor_id: int | None = None
    editor_id: int | None = None
    serves_city: bool = False


def obstacles_to_weighing(facts: WeightFacts) -> Iterator[Obstacle]:
    """The content of a set: each known input once, with its sign, in its order."""
    if set(facts.weights) != set(ORDER):
        yield _wrong(
            "RSK-40",
            _("The inputs of the score are a closed list: none is left out, and no other can be added."),
            _("How somebody answered guidance is never an input: declining it costs nothing."),
        )
        return
    yield from _wrong_signs(facts.weights)
    yield from _wrong_order(facts.weights)
    if -facts.weights["self_corrected"] > facts.weights[LIGHTEST_VIOLATION]:
        yield _wrong(
            "RSK-43",
            _("Correcting must not earn more than the lightest violation weighs."),
            _("Otherwise violating and correcting would pay: lower the credit."),
            field="self_corrected",
        )
    if not 0 < facts.from_medium < facts.from_high <= HIGHEST:
        yield _wrong(
            "RSK-44",
            _("Medium begins above 0 and below high, and high begins at 100 at most."),
            _("Correct the two limits."),
            field="from_high",
        )


def obstacles_to_approving_weights(facts: WeightFacts) -> Iterator[Obstacle]:
    """Another person approves them, in an organ of the city, for a day to come."""
    yield from obstacles_to_weighing(facts)
    if facts.begins_on <= facts.today:
        yield _wrong(
            "RSK-45",
            _("New weights begin tomorrow at the earliest: no score moves under a reader's eyes."),
            _("Set a later day in the draft."),
        )
    elif facts.last_begins_on is not None and facts.begins_on <= facts.last_begins_on:
        yield _wrong(
            "RSK-48",
            _("Weights that begin on that day or later have been approved already."),
            _("Set a later day, or discard those first."),
        )
    if facts.actor_id is not None and facts.actor_id == facts.editor_id:
        yield _wrong(
            "RSK-46",
            _("Who wrote the weights does not approve them."),
            _("Another head of an organ of the city approves them."),
        )
    if not facts.serves_city:
        yield _for_the_city()


def obstacles_to_taking_back(facts: WeightFacts) -> Iterator[Obstacle]:
    """What has begun to count is replaced by a new version, never taken away behind the scores."""
    if facts.begins_on <= facts.today:
        yield _wrong(
            "RSK-49",
            _("Scores are computed by these weights already."),
            _("Draft a new version that replaces them."),
        )
    if not facts.serves_city:
        yield _for_the_city()


def name_of(code: str) -> str:
    """The name under which the weight of an input is typed and sent."""
    return code.replace(":", "_")


def _for_the_city() -> Obstacle:
    return _wrong(
        "RSK-47",
        _("The weights count for the whole city: an organ of the city decides on them."),
        _("A head of an organ of the city finds them in the same list."),
    )


def _wrong_signs(weights: Mapping[str, int]) -> Iterator[Obstacle]:
    for code, points in weights.items():
        if code in CREDITS and not -MOST <= points <= 0:
            message, step = _("“%(input)s” is a credit."), _("Enter 0, or a number below it down to -50.")
        elif code not in CREDITS and not 0 <= points <= MOST:
            message, step = _("“%(input)s” is a burden."), _("Enter 0, or a number above it up to 50.")
        else:
            continue
        yield _wrong("RSK-41", message % {"input": label_of(code)}, step, field=name_of(code))


def _wrong_order(weights: Mapping[str, int]) -> Iterator[Obstacle]:
    for chain in RISING:
        for lighter, graver in pairwise(chain):
            if weights[lighter] > weights[graver]:
                named = {"lighter": label_of(lighter), "graver": label_of(graver)}
                yield _wrong(
                    "RSK-42",
                    _("“%(lighter)s” must not weigh more than “%(graver)s”.") % named,
                    _("What is graver or more recent weighs at least as much."),
                    field=name_of(lighter),
                )


def _wrong(code: str, message: object, next_step: object, *, field: str | None = None) -> Obstacle:
    return Obstacle(code=code, message=message, article=Article(9), next_step=next_step, field=field)
