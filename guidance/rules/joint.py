"""Interviews that several organs hold together: who is invited, who answers, who stands in the notice (Art. 8 (7))."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity

JOINT = Article(8, "7")


@dataclass(frozen=True, slots=True)
class InvitingFacts:
    """What is known when an organ is to be invited."""

    is_draft: bool
    is_lead: bool
    is_active: bool
    is_invited: bool


@dataclass(frozen=True, slots=True)
class InvitationFacts:
    """What is known when an invited organ answers; ``comes_from_it`` is whether the officer belongs to it."""

    is_under_way: bool
    is_held: bool
    comes_from_it: bool = True
    is_certified: bool = True
    name: str = ""


def obstacles_to_inviting(facts: InvitingFacts) -> Iterator[Obstacle]:
    if not facts.is_draft:
        yield Obstacle(
            code="GUI-62",
            message=_(
                "Other organs are invited while the interview is a draft, so that the notice names them."
            ),
            article=JOINT,
            next_step=_("Send the draft back first, or write a corrected version."),
        )
    if facts.is_lead or facts.is_invited:
        yield Obstacle(
            code="GUI-63",
            message=_("This organ leads the interview, or is invited already."),
            article=JOINT,
            field="organ",
            next_step=_("Choose another organ."),
        )
    if not facts.is_active:
        yield Obstacle(
            code="SUB-1",
            message=_("The organ is not qualified to enforce at present."),
            article=Article(6),
            field="organ",
            next_step=_("Choose another organ."),
        )


def obstacles_to_answering_invitation(facts: InvitationFacts) -> Iterator[Obstacle]:
    if not facts.is_under_way or facts.is_held:
        yield Obstacle(
            code="GUI-64",
            message=_("The interview was held, or will not be held."),
            article=JOINT,
            next_step=_("Nothing is left to answer; ask the leading organ how it ended."),
        )


def obstacles_to_coming(facts: InvitationFacts) -> Iterator[Obstacle]:
    yield from obstacles_to_answering_invitation(facts)
    if not facts.comes_from_it or not facts.is_certified:
        yield Obstacle(
            code="SUB-3",
            message=_("%(name)s holds no valid certificate of this organ.") % {"name": facts.name},
            article=Article(6),
            field="officer",
            next_step=_("Send another officer."),
        )


def obstacles_to_unanswered_invitations(names: tuple[str, ...]) -> Iterator[Obstacle]:
    """The notice names who takes part: nobody is named who has not agreed."""
    if names:
        yield Obstacle(
            code="GUI-65",
            message=_("Not answered yet by: %(organs)s.") % {"organs": _(", ").join(names)},
            article=JOINT,
            severity=Severity.REQUIRE,
            next_step=_("Wait for the answer, or take the invitation back."),
        )
