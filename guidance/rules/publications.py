"""How publications are prepared, and how models are shown before they are named (Art. 8 (1), (2))."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity
from guidance.rules.facts import GuidanceFacts, PublicFacts

NOBODY = PublicFacts()


def obstacles_to_preparing(facts: GuidanceFacts) -> Iterator[Obstacle]:
    """Only what touches everybody is prepared before everybody's eyes."""
    if not _public(facts).needs_preparation:
        yield Obstacle(
            code="GUI-31",
            message=_("Only major guidance to the public is prepared in public."),
            article=Article(8, "1"),
            severity=Severity.REQUIRE,
            next_step=_("Submit it for approval, or issue it where it is simple."),
        )


def obstacles_to_reviewing(facts: GuidanceFacts) -> Iterator[Obstacle]:
    if facts.actor_id is not None and facts.actor_id == facts.drafter_id:
        yield Obstacle(
            code="GUI-32",
            message=_("Who drafted guidance does not review whether it is lawful."),
            article=Article(8, "1"),
            next_step=_("Another reviewer of the organ reviews it."),
        )


def obstacles_to_prepared(facts: GuidanceFacts) -> Iterator[Obstacle]:
    """Before a head is asked: found lawful, commented on, every comment answered, experts heard."""
    public = _public(facts)
    if not public.needs_preparation:
        return
    if not public.is_reviewed:
        yield _lacks(
            "GUI-33", _("No legal reviewer has found it lawful."), _("Hand it to the legal reviewer.")
        )
    if not public.comments_over:
        yield _lacks(
            "GUI-34",
            _("The public has not had its time to comment."),
            _("Open it to comments, or wait until the period is over; in urgency a head approves at once."),
        )
    yield from _obstacles_of_comments(public)
    if not public.has_expert:
        yield _lacks("GUI-36", _("No opinion of experts is recorded."), _("Record what the experts said."))


def obstacles_to_approving_at_once(facts: GuidanceFacts) -> Iterator[Obstacle]:
    if not _public(facts).is_urgent:
        yield _lacks(
            "GUI-37",
            _("Only urgency with a reason replaces the public preparation."),
            _("Choose the reason and say what would happen meanwhile."),
            field="urgent_reason",
        )


def obstacles_to_publicising(facts: GuidanceFacts) -> Iterator[Obstacle]:
    """A candidate has agreed, and was weighed by criteria."""
    public = _public(facts)
    if not public.names_model:
        yield _lacks(
            "GUI-38",
            _("Nobody is named as a model here."),
            _("Issue it directly, or name the model in the draft."),
        )
        return
    if not public.has_consent:
        yield _lacks(
            "GUI-39",
            _("The model has not agreed to be shown."),
            _("Ask it, and note in the draft who agreed and when."),
        )
    if not public.scores:
        yield _lacks("GUI-40", _("No criterion has been scored."), _("Record what the reviewers scored."))


def obstacles_to_naming(facts: GuidanceFacts) -> Iterator[Obstacle]:
    """A model is named after it agreed, was scored, and stood before the public."""
    public = _public(facts)
    if not public.names_model:
        return
    yield from obstacles_to_publicising(facts)
    if not public.candidacy_over:
        yield _lacks(
            "GUI-41",
            _("The candidate has not been shown to the public for its whole time."),
            _("Show the candidate, and wait until the last day is over."),
        )
    yield from _obstacles_of_comments(public)


def obstacles_to_taking_effect(facts: GuidanceFacts) -> Iterator[Obstacle]:
    if not _public(facts).has_begun:
        yield _lacks(
            "GUI-42", _("It is not published, or its first day has not come."), _("Wait for its first day.")
        )


def obstacles_to_expiring(facts: GuidanceFacts) -> Iterator[Obstacle]:
    if not _public(facts).has_ended:
        yield _lacks("GUI-43", _("Its last day is not over."), _("Withdraw it, with a public reason."))


def obstacles_to_leaving(facts: GuidanceFacts) -> Iterator[Obstacle]:
    if not _public(facts).names_model:
        yield _lacks("GUI-38", _("Nobody is named as a model here."), _("Withdraw it instead."))


def obstacles_to_stopping(facts: GuidanceFacts) -> Iterator[Obstacle]:
    if facts.is_public:
        yield Obstacle(
            code="GUI-16",
            message=_("This is addressed to the public; nobody in particular stops it."),
            article=Article(8),
            next_step=_("Withdraw it, with a public reason."),
        )


def _obstacles_of_comments(public: PublicFacts) -> Iterator[Obstacle]:
    if public.unanswered:
        yield _lacks(
            "GUI-35",
            _("%(count)s comments of the public have no answer.") % {"count": public.unanswered},
            _("Answer each: taken up, in part or not, with the reason."),
        )


def _lacks(code: str, message: object, next_step: object, *, field: str | None = None) -> Obstacle:
    return Obstacle(
        code=code,
        message=message,
        article=Article(8),
        severity=Severity.REQUIRE,
        field=field,
        next_step=next_step,
    )


def _public(facts: GuidanceFacts) -> PublicFacts:
    return facts.public or NOBODY
