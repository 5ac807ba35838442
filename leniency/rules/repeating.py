"""Conditions of one entry hold together: two about the same thing help nobody (Art. 10 para. 1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle
from leniency.vocabulary import ConditionKind

Said = tuple[str, str, str]


def said_by(*, kind: str, sameness: str = "", text_zh: str = "", **_rest: object) -> Said:
    """What a condition is about: earlier violations by what counts, facts and quantities by their words."""
    return kind, sameness, text_zh


def said_twice(conditions: Iterable[Said]) -> Iterator[Said]:
    """What is said a second time."""
    seen: set[Said] = set()
    for one in conditions:
        if one in seen:
            yield one
        seen.add(one)


def obstacles_to_repeating(conditions: Iterable[Said]) -> Iterator[Obstacle]:
    """A kind of condition stands once in an entry."""
    for kind, _sameness, _text in said_twice(conditions):
        yield Obstacle(
            code="leniency:twice",
            message=_("The entry has a condition of the kind “%(kind)s” already.")
            % {"kind": ConditionKind(kind).label},
            article=Article(10, "1"),
            field="kind",
            next_step=_("Change that condition instead: all conditions of an entry have to be met together."),
        )
