"""What a counterpart can say by its link, and what an officer can do with it (Art. 8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity
from guidance.vocabulary import ReplyKind

MOST_AHEAD = timedelta(days=60)
MOST_FILES = 30
WHILE_IT_RUNS = (
    ReplyKind.ACKNOWLEDGE,
    ReplyKind.ACCEPT,
    ReplyKind.DECLINE,
    ReplyKind.WRITTEN,
    ReplyKind.TIME,
)


@dataclass(frozen=True, slots=True)
class ReplyFacts:
    """What was answered before is not among them: nobody is bound by an answer (Art. 8)."""

    kind: str
    is_officer: bool
    is_withdrawn: bool
    is_live: bool
    at: datetime
    has_appointment: bool = False
    time_waits: bool = False
    proposed_for: datetime | None = None
    hour_is_free: bool = True
    files: int = 0
    link_is_live: bool = True


@dataclass(frozen=True, slots=True)
class AnswerFacts:
    """What decides whether an officer can see a reply, or accept or refuse a proposed time."""

    kind: str
    is_answered: bool
    is_live: bool
    is_held: bool
    proposed_for: datetime | None
    at: datetime


def obstacles_to_replying(facts: ReplyFacts) -> Iterator[Obstacle]:
    """Anything can be said while the guidance stands; answers to it, until it is concluded."""
    if facts.is_officer:
        yield _obstacle("reply:officer", _("Officers do not answer for counterparts."), _("Sign out first."))
    if not facts.link_is_live:
        yield _obstacle("reply:link_over", _("This link has ended."), _("Call the organ for a new one."))
    if facts.is_withdrawn:
        yield _obstacle(
            "reply:withdrawn",
            _("This guidance was withdrawn; nothing is left to answer."),
            _("Read the new version, or call the organ."),
        )
    elif facts.kind in WHILE_IT_RUNS and not facts.is_live:
        yield _obstacle(
            "reply:concluded",
            _("This guidance was concluded."),
            _("Write a message, or ask for counselling; both are still possible."),
        )
    if facts.kind == ReplyKind.TIME:
        yield from _obstacles_to_proposing(facts)
    if facts.files > MOST_FILES:
        yield _obstacle(
            "reply:full",
            _("So many files have come to this guidance that no more are taken here."),
            _("Bring the others, or send them by post."),
            field="attachments",
        )


def _obstacles_to_proposing(facts: ReplyFacts) -> Iterator[Obstacle]:
    if not facts.has_appointment:
        yield _obstacle(
            "reply:no_appointment",
            _("There is no appointment that could be moved."),
            _("Write a message instead."),
        )
    elif facts.time_waits:
        yield _obstacle(
            "reply:time_waits",
            _("A time that you proposed waits for its answer."),
            _("You are answered here; call if it is urgent."),
        )
    elif facts.proposed_for is not None:
        yield from _obstacles_to_hour(facts, facts.proposed_for)


def _obstacles_to_hour(facts: ReplyFacts, wanted: datetime) -> Iterator[Obstacle]:
    if not facts.at < wanted <= facts.at + MOST_AHEAD:
        yield _obstacle(
            "reply:time",
            _("The time lies in the past, or more than sixty days ahead."),
            _("Choose a time within the next weeks."),
            field="proposed_for",
        )
    elif not facts.hour_is_free:
        yield _obstacle(
            "reply:hour",
            _("At that time no interviews are held."),
            _("Choose an hour of a working day, outside rest and holidays."),
            field="proposed_for",
        )


def obstacles_to_seeing(facts: AnswerFacts) -> Iterator[Obstacle]:
    if facts.is_answered:
        yield _obstacle("reply:seen", _("This answer was seen already."), _("Nothing is left to do."))
    elif facts.kind == ReplyKind.TIME:
        yield _obstacle(
            "reply:asks_for_time",
            _("The counterpart waits for a word on the time."),
            _("Accept the time, or refuse it with a reason."),
            severity=Severity.REQUIRE,
        )


def obstacles_to_answering_time(facts: AnswerFacts) -> Iterator[Obstacle]:
    """A proposed time is answered once."""
    if facts.kind != ReplyKind.TIME:
        yield _obstacle("reply:no_time", _("No time was proposed."), _("Note that you have seen it."))
    elif facts.is_answered:
        yield _obstacle("reply:answered", _("This was answered already."), _("Nothing is left to do."))


def obstacles_to_accepting_time(facts: AnswerFacts) -> Iterator[Obstacle]:
    yield from obstacles_to_answering_time(facts)
    if not facts.is_live or facts.is_held:
        yield _obstacle(
            "reply:no_appointment",
            _("There is no appointment that could be moved."),
            _("Refuse it, and say how things stand."),
        )
    elif facts.proposed_for is not None and facts.proposed_for <= facts.at:
        yield _obstacle(
            "reply:time_passed",
            _("The time that was proposed has passed."),
            _("Refuse it, and offer another by telephone."),
        )


def _obstacle(
    code: str,
    message: Any,
    next_step: Any,
    *,
    field: str | None = None,
    severity: Severity = Severity.BLOCK,
) -> Obstacle:
    return Obstacle(
        code=code, message=message, article=Article(8), field=field, severity=severity, next_step=next_step
    )
