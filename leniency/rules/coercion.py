"""What the lists of no coercion mean for a measure that is proposed (Art. 10; Coercion Law, Art. 5, 16)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from foundation.articles import COERCION, Article, Citation
from foundation.obstacles import Obstacle, Severity
from leniency.rules.deciding import LeniencyFacts
from leniency.vocabulary import ListType

ARTICLE = Article(10, "2")
NO_COERCION = Citation(COERCION, "5, 16")


def obstacles_to_unlisted_coercion(facts: LeniencyFacts) -> Iterator[Obstacle]:
    """The lists are asked before a measure is proposed; where one speaks against it, a reason is owed."""
    if not facts.is_made or not facts.is_current:
        yield Obstacle(
            code="COE-1",
            message=_("The case has not been held against the lists of no coercion as it stands."),
            article=ARTICLE,
            citation=NO_COERCION,
            severity=Severity.REQUIRE,
            next_step=_("Press “Assess leniency” in the leniency panel of the case."),
        )
        return
    for matched in facts.matched:
        if matched.type == ListType.NO_COERCION:
            yield Obstacle(
                code="COE-1",
                message=_("Entry %(code)s of a list of no coercion applies.") % {"code": matched.code},
                article=ARTICLE,
                citation=NO_COERCION,
                severity=Severity.WARN,
                next_step=_("Do without coercion, or say why this case is another one."),
            )
