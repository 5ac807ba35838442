"""When a counterpart is offered a self-check, and what it can submit and correct by its link (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from foundation.articles import Article
from foundation.obstacles import Obstacle, Severity
from riskcontrol.vocabulary import CheckAnswer

MOST_PHOTOS = 3
"""Of one point; local setting."""


@dataclass(frozen=True, slots=True)
class AskFacts:
    field_in_duties: bool
    has_points: bool
    is_open: bool
    due_on: date
    today: date


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered to one point; ``code`` is how the page calls it."""

    edition: int
    code: str
    answer: str = ""
    note: str = ""
    found_on: date | None = None
    corrected_on: date | None = None
    wants_help: bool = False


@dataclass(frozen=True, slots=True)
class DoorFacts:
    """Who stands at the door of a self-check, and whether it is open."""

    is_officer: bool
    link_is_live: bool
    is_withdrawn: bool
    is_submitted: bool


def obstacles_to_asking(facts: AskFacts) -> Iterator[Obstacle]:
    if not facts.field_in_duties:
        yield _obstacle(
            "check:duty",
            _("This field is no duty of your organ."),
            _("Ask the organ whose field it is."),
            "field",
        )
    elif not facts.has_points:
        yield _obstacle(
            "check:no_points",
            _("No published risk point of this field concerns this counterpart."),
            _("Choose another field, or publish risk points that name its industry first."),
            "field",
        )
    if facts.is_open:
        yield _obstacle(
            "check:open",
            _("This counterpart was offered a self-check of this field already, and its day has not come."),
            _("Wait for it, or send its link once more."),
        )
    if facts.due_on <= facts.today:
        yield _obstacle(
            "check:day", _("The day lies in the past, or is today."), _("Choose a later day."), "due_on"
        )


def obstacles_to_entering(facts: DoorFacts) -> Iterator[Obstacle]:
    """Only the holder of the link writes, while the link and the offer stand."""
    if facts.is_officer:
        yield _obstacle("check:officer", _("Officers do not answer for counterparts."), _("Sign out first."))
    if not facts.link_is_live:
        yield _obstacle("check:link_over", _("This link has ended."), _("Call the organ for a new one."))
    if facts.is_withdrawn:
        yield _obstacle(
            "check:withdrawn",
            _("This self-check was withdrawn; nothing is left to answer."),
            _("You need not do anything."),
        )


def obstacles_to_filling_in(facts: DoorFacts) -> Iterator[Obstacle]:
    """After submission nothing changes any more."""
    yield from obstacles_to_entering(facts)
    if facts.is_submitted:
        yield _obstacle(
            "check:submitted",
            _("This self-check was submitted; what was answered stays as it is."),
            _("Say below when something that was found is corrected."),
        )


def obstacles_to_submitting(
    facts: DoorFacts, given: tuple[Given, ...], *, truth: bool, today: date
) -> Iterator[Obstacle]:
    """Every point has an answer, every find its day, and somebody stands for all of it."""
    yield from obstacles_to_filling_in(facts)
    open_points = [one for one in given if not one.answer]
    if open_points:
        yield _needed(
            "check:unanswered",
            _("Not answered yet: %(codes)s.") % {"codes": ", ".join(one.code for one in open_points)},
            _("Choose “does not concern us” where a point has nothing to do with you."),
            f"answer_{open_points[0].edition}",
        )
    if not truth:
        yield _needed(
            "check:truth",
            _("Nobody has confirmed that the answers are true."),
            _("Set the mark below."),
            "truth",
        )
    for one in given:
        yield from obstacles_to_days(one, today)


def obstacles_to_days(one: Given, today: date) -> Iterator[Obstacle]:
    if one.answer != CheckAnswer.NO:
        return
    if one.found_on is None:
        yield _needed(
            "check:found_on",
            _("The day on which it was found is missing."),
            _("Enter it."),
            f"found_on_{one.edition}",
        )
    elif one.found_on > today:
        yield _needed(
            "check:future",
            _("This day has not come yet."),
            _("Enter the day on which it was."),
            f"found_on_{one.edition}",
        )
    if one.corrected_on is not None:
        yield from _obstacles_to_correction_day(one, one.corrected_on, today)


def _obstacles_to_correction_day(one: Given, day: date, today: date) -> Iterator[Obstacle]:
    where = f"corrected_on_{one.edition}"
    if day > today:
        yield _needed(
            "check:future", _("This day has not come yet."), _("Enter the day on which it was."), where
        )
    elif one.found_on is not None and day < one.found_on:
        yield _needed(
            "check:order",
            _("Nothing is corrected before it was found."),
            _("Look at both days again."),
            where,
        )


def obstacles_to_correcting(
    facts: DoorFacts, *, is_open: bool, found_on: date | None, corrected_on: date, today: date
) -> Iterator[Obstacle]:
    """A find that is still open is told as corrected, once."""
    yield from obstacles_to_entering(facts)
    if not is_open:
        yield _obstacle(
            "check:not_open",
            _("Nothing is open at this point."),
            _("Nothing is left to do."),
        )
        return
    found = Given(0, "", CheckAnswer.NO, found_on=found_on, corrected_on=corrected_on)
    for one in obstacles_to_days(found, today):
        yield _needed(one.code, one.message, one.next_step, "corrected_on")


def obstacles_to_photos(facts: DoorFacts, *, known: int, new: int) -> Iterator[Obstacle]:
    yield from obstacles_to_entering(facts)
    if new and known + new > MOST_PHOTOS:
        yield _obstacle(
            "check:photos",
            _("At most %(most)s photos belong to one point.") % {"most": MOST_PHOTOS},
            _("Show the others when somebody visits you, or send them by post."),
        )


def _needed(code: str, message: Any, next_step: Any, field: str) -> Obstacle:
    return Obstacle(
        code=code,
        message=message,
        article=Article(9),
        severity=Severity.REQUIRE,
        next_step=next_step,
        field=field,
    )


def _obstacle(code: str, message: Any, next_step: Any, field: str | None = None) -> Obstacle:
    return Obstacle(code=code, message=message, article=Article(9), next_step=next_step, field=field)
