"""What a city may not do to a rule: the law is not set by those whom it binds (Art. 5, 6)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from django.utils.translation import gettext_lazy as _

from enforcement.vocabulary import RuleKind
from foundation.articles import Article
from foundation.obstacles import Obstacle

LARGEST_VALUE = 10_000_000
_BINDING = frozenset({RuleKind.BLOCK, RuleKind.REQUIRE})


def obstacles_to_laying_down(*, is_local: bool, kinds: Collection[RuleKind]) -> Iterator[Obstacle]:
    """Only a warning that the city gave itself can be laid down."""
    if not is_local:
        yield Obstacle(
            code="rule:binding",
            message=_("This rule binds by law or by order of a superior: nobody here lays it down."),
            article=Article(6),
            next_step=_("Against a warning, give a reason in the single case."),
        )
    elif _BINDING & set(kinds):
        yield Obstacle(
            code="rule:protects",
            message=_("A rule that forbids or asks for a step is not laid down; only a warning is."),
            article=Article(6),
            next_step=_("Take the step that the rule asks for."),
        )


def obstacles_to_setting(*, is_local: bool, value: int) -> Iterator[Obstacle]:
    """Numbers of the law stand as they are; those of the city are sensible ones."""
    if not is_local:
        yield Obstacle(
            code="rule:fixed_by_law",
            message=_("This number is fixed by the source of the rule."),
            article=Article(5),
            next_step=_("Only numbers marked as local settings are set here."),
            field="value",
        )
    elif not 0 < value <= LARGEST_VALUE:
        yield Obstacle(
            code="rule:value",
            message=_("The number must be at least 1."),
            article=Article(5),
            next_step=_("Enter a whole number."),
            field="value",
        )
