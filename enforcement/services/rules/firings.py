"""The log of rules that fired: overrides in the act itself, refusals after it was undone (Art. 6)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from enforcement.models import Case, OrganScoped, RuleFiring
from enforcement.services.rules.telling import plan_to_tell
from enforcement.vocabulary import FiringOutcome
from foundation.articles import Article
from foundation.firing import Firing, when_overridden, when_refused
from foundation.obstacles import Obstacle, Severity
from foundation.record import audited

RULE_CODE = re.compile(r"[A-Z]{3}-[0-9]{1,2}")


@when_overridden
def log_overrides(firing: Firing) -> None:
    """Log warnings that were passed over, inside the act that passed them over; the heads read of it."""
    _log(firing)
    place = place_of(firing.thing)
    if (
        place is not None
        and firing.by.officer_id is not None
        and any(True for _o in rules_among(firing.obstacles))
    ):
        plan_to_tell(place.organ_id, at=firing.at)


@when_refused
def log_refusal(firing: Firing) -> None:
    """Log the rules that refused an act; nothing else of the attempt is left by then."""
    if place_of(firing.thing) is not None and any(True for _o in rules_among(firing.obstacles)):
        with audited("rule:refuse", by=firing.by, at=firing.at, under=Article(6)):
            _log(firing)


def rules_among(obstacles: Iterable[Obstacle]) -> Iterable[Obstacle]:
    """The obstacles that come from rules of law, each rule once; a form filled in wrongly is none."""
    return {o.code: o for o in obstacles if RULE_CODE.fullmatch(o.code)}.values()


def place_of(thing: Any) -> OrganScoped | None:
    """The row under whose organ, and in whose file, the firing belongs; none for what no organ works on."""
    case = thing if isinstance(thing, Case) else getattr(thing, "case", None)
    if isinstance(case, Case) and case.pk:
        return case
    return thing if isinstance(thing, OrganScoped) and thing.organ_id else None


def _log(firing: Firing) -> None:
    place = place_of(firing.thing)
    if place is None:
        return
    attempt = uuid4()
    for obstacle in rules_among(firing.obstacles):
        reason = firing.reasons.get(obstacle.code)
        row = RuleFiring(
            case=place if isinstance(place, Case) else None,
            attempt=attempt,
            act=firing.action,
            rule_code=obstacle.code,
            severity=obstacle.severity.value,
            outcome=_outcome_of(obstacle, is_answered=reason is not None),
            reason=reason.code if reason else "",
            text=str(reason or ""),
            facts=dict(firing.facts),
            officer_id=firing.by.officer_id,
            fired_at=firing.at,
        )
        row.organ_id, row.line_id = place.organ_id, place.line_id
        row.branch_id, row.district_id = place.branch_id, place.district_id
        row.save()


def _outcome_of(obstacle: Obstacle, *, is_answered: bool) -> FiringOutcome:
    if is_answered:
        return FiringOutcome.OVERRIDDEN
    return FiringOutcome.WARNED if obstacle.severity is Severity.WARN else FiringOutcome.REFUSED
