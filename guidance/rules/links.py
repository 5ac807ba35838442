"""When a counterpart gets a link to its guidance, and when it is taken back (Art. 8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity


@dataclass(frozen=True, slots=True)
class LinkFacts:
    is_issued: bool
    is_withdrawn: bool
    has_addressee: bool
    has_link: bool


def obstacles_to_linking(facts: LinkFacts) -> Iterator[Obstacle]:
    """Whoever is addressed by name, and only about what was issued and stands."""
    if not facts.has_addressee:
        yield Obstacle(
            code="link:nobody",
            message=_("This is addressed to the public; nobody in particular gets a link."),
            article=Article(8),
            next_step=_("Publish it; everybody may read it then."),
        )
    elif not facts.is_issued:
        yield Obstacle(
            code="link:draft",
            message=_("There is nothing to read yet: this was not issued."),
            article=Article(8),
            severity=Severity.REQUIRE,
            next_step=_("Issue it; its link is made in the same act."),
        )
    elif facts.is_withdrawn:
        yield Obstacle(
            code="link:withdrawn",
            message=_("This was withdrawn; nobody is asked about it any more."),
            article=Article(8),
            next_step=_("Give the new version to the counterpart, where there is one."),
        )


def obstacles_to_revoking_link(facts: LinkFacts) -> Iterator[Obstacle]:
    if not facts.has_link:
        yield Obstacle(
            code="link:none",
            message=_("There is no link to take back."),
            article=Article(8),
            next_step=_("Nothing is left to do."),
        )
