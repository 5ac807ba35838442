"""Who may review the legality of a case, and how many reviewers an organ needs (Penalty Law, Art. 58)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from foundation.articles import PENALTY, Article, Citation
from foundation.obstacles import Obstacle, Severity

LEAST_SHARE = 20  # one reviewer for twenty officers: five in a hundred


def obstacles_to_reviewing(name: str, *, is_qualified: bool, has_reviewed_before: bool) -> Iterator[Obstacle]:
    """Who takes up legal review for the first time has passed the national legal examination."""
    if not is_qualified and not has_reviewed_before:
        yield Obstacle(
            code="SUB-7",
            message=_("%(name)s takes up legal review without the national legal qualification.")
            % {"name": name},
            article=Article(6),
            citation=Citation(PENALTY, "58"),
            next_step=_("Have a qualified reviewer give the opinion."),
        )


def obstacles_to_reviewer_share(*, reviewers: int, officers: int) -> Iterator[Obstacle]:
    """An organ has at least five legal reviewers for a hundred enforcement officers."""
    if officers and reviewers * LEAST_SHARE < officers:
        yield Obstacle(
            code="SUB-8",
            message=_("%(reviewers)s of %(officers)s officers review legality: fewer than five in a hundred.")
            % {"reviewers": reviewers, "officers": officers},
            article=Article(4),
            citation="国办发〔2018〕118号 (十一)",
            severity=Severity.WARN,
            next_step=_("Train and name more legal reviewers."),
        )
