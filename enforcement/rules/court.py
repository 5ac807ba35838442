"""A written demand, and the window in which the court is asked to execute (Coercion Law, Art. 53-55; EXE-4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from enforcement.rules.dates import future_days, not_before
from enforcement.rules.hardship import obstacles_to_passing_over_hardship
from foundation.articles import COERCION, Article, Citation
from foundation.obstacles import Obstacle, Severity
from foundation.wording import day_text


@dataclass(frozen=True, slots=True)
class CourtFacts:
    """What stands behind a demand or an application."""

    today: date
    is_owed: bool
    served_on: date | None = None
    due_on: date | None = None
    remedies_end_on: date | None = None
    apply_by: date | None = None
    has_remedy_pending: bool = False
    demand_until: date | None = None
    is_hardship_waiting: bool = False
    is_taken_over: bool = False


def obstacles_to_demanding(facts: CourtFacts, *, served_on: date) -> Iterator[Obstacle]:
    """EXE-4: what is demanded is owed and overdue."""
    yield from future_days(facts.today, served_on=served_on)
    yield from _obstacles_to_any_step(facts)
    if facts.due_on is not None:
        yield from not_before(
            "served_on", served_on, facts.due_on, _("The party still has time to perform by itself.")
        )


def obstacles_to_asking_court(facts: CourtFacts) -> Iterator[Obstacle]:
    """EXE-4: after the remedies and the demand, and within three months."""
    yield from _obstacles_to_any_step(facts)
    if facts.is_taken_over:
        yield _exe_4(
            _("A ruling took the place of the decision: the court is not asked to execute the decision."),
            _("Read in the ruling what is to be carried out, and by whom."),
        )
    if facts.has_remedy_pending or (facts.remedies_end_on and facts.today <= facts.remedies_end_on):
        yield _exe_4(
            _("The party can still seek remedies, or has sought them."),
            _("Wait until the time for remedies, or the remedy itself, has ended."),
        )
    if facts.apply_by is not None and facts.today > facts.apply_by:
        yield _exe_4(
            _("The three months to ask the court ended on %(day)s.") % {"day": day_text(facts.apply_by)},
            _("Record why it was missed; the head decides what is to follow."),
        )
    if facts.demand_until is None:
        yield _exe_4(
            _("Performance has not been demanded in writing."),
            _("Serve the demand letter and wait ten working days."),
            Severity.REQUIRE,
        )
    elif facts.today <= facts.demand_until:
        yield _exe_4(
            _("The ten working days after the demand run until %(day)s.")
            % {"day": day_text(facts.demand_until)},
            _("Ask the court once they are over."),
        )


def _obstacles_to_any_step(facts: CourtFacts) -> Iterator[Obstacle]:
    yield from obstacles_to_passing_over_hardship(is_waiting=facts.is_hardship_waiting)
    if facts.served_on is None:
        yield _exe_4(_("The decision has not been served."), _("Serve it first."), Severity.REQUIRE)
    elif not facts.is_owed:
        yield _exe_4(_("Nothing is owed any more."), _("Record the execution."))
    elif facts.due_on is not None and facts.today <= facts.due_on:
        yield _exe_4(
            _("The party still has time to perform by itself."), _("Wait until the last day has passed.")
        )


def _exe_4(message: Any, next_step: Any, severity: Severity = Severity.BLOCK) -> Obstacle:
    return Obstacle(
        code="EXE-4",
        message=message,
        article=Article(6),
        citation=Citation(COERCION, "53, 54"),
        severity=severity,
        next_step=next_step,
    )
