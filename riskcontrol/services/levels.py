"""The level of a risk point: by the rule from cases, or by a person with a reason (Art. 9)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from foundation.actors import Actor
from foundation.articles import Article
from foundation.obstacles import Obstacle, Refused
from foundation.permissions import Permission
from foundation.record import audited
from riskcontrol.models import PointEdition, PointFigures, RiskPoint
from riskcontrol.reports.occurrences import NEVER, occurrences_of_matters
from riskcontrol.rules.facts import Occurrences
from riskcontrol.rules.levels import level_by_rule, reason_by_rule
from riskcontrol.services.base import working_on
from riskcontrol.services.editions import reissue_edition
from riskcontrol.vocabulary import LevelSource


def apply_rule(*, by: Actor, at: datetime) -> int:
    """Count all matters anew and move the risk points that follow the rule; returns how many moved."""
    by.require(Permission.RISK_EDIT)
    seen = occurrences_of_matters(timezone.localdate(at))
    with transaction.atomic():
        points = list(RiskPoint.objects.exclude(matter=None).order_by("pk"))
        _store_figures({point.pk: seen.get(point.matter_id, NEVER) for point in points}, at)
    moved = [p for p in points if p.follows_rule and p.level != level_by_rule(seen.get(p.matter_id, NEVER))]
    for point in moved:
        _move(point.pk, seen.get(point.matter_id, NEVER), by=by, at=at)
    for edition in _behind(seen):
        _reissue(edition, seen.get(edition.matter_id or 0, NEVER), by=by, at=at)
    return len(moved)


def _behind(seen: dict[int, Occurrences]) -> list[PointEdition]:
    """Editions in force that follow the rule, and whose level it draws otherwise today."""
    standing = PointEdition.objects.standing().filter(level_source=LevelSource.RULE).exclude(matter=None)
    rows = standing.select_related("point").order_by("pk")
    return [e for e in rows if e.level != level_by_rule(seen.get(e.matter_id or 0, NEVER))]


def set_level(
    point_id: int, *, by: Actor, at: datetime, level: str, level_reason: str, expected: int | None = None
) -> RiskPoint:
    """Set the level by hand, whatever the rule says; raises Refused without a reason, or when it is published."""
    with working_on(point_id, "set_level", by=by, at=at, expected=expected, why=level_reason) as point:
        place_level(point, level, level_reason, at=at)
        point.save()
        return point


def follow_rule(point_id: int, *, by: Actor, at: datetime, expected: int | None = None) -> RiskPoint:
    """Let the rule decide the level again; raises Refused when no matter gives it cases to count."""
    with working_on(point_id, "follow_rule", by=by, at=at, expected=expected) as point:
        place_level(point, "", "", at=at)
        point.save()
        return point


def place_level(point: RiskPoint, level: str, reason: str, *, at: datetime) -> None:
    """Set ``level`` with its reason, or by the rule when it is empty; does not save."""
    if level:
        if not reason.strip():
            raise Refused([_needs_reason()])
        point.level, point.level_reason, point.level_source = level, reason, LevelSource.PERSON
        return
    if point.matter_id is None:
        raise Refused([_nothing_to_count()])
    seen = occurrences_of_matters(timezone.localdate(at)).get(point.matter_id, NEVER)
    point.level, point.level_reason, point.level_source = level_by_rule(seen), "", LevelSource.RULE


def _move(point_id: int, seen: Occurrences, *, by: Actor, at: datetime) -> None:
    reason = str(reason_by_rule(seen))
    with audited("risk_point:follow_cases", by=by, at=at, under=Article(9), why=reason):
        point = RiskPoint.objects.locked(point_id)
        if point.follows_rule:
            point.level = level_by_rule(seen)
            point.save()


def _reissue(edition: PointEdition, seen: Occurrences, *, by: Actor, at: datetime) -> None:
    reason = str(reason_by_rule(seen))
    with audited("risk_point:reissue", by=by, at=at, under=Article(9), why=reason):
        point = RiskPoint.objects.locked(edition.point_id)
        made = reissue_edition(edition, level=level_by_rule(seen), on=timezone.localdate(at))
        point.edition = made.number
        point.save()


def _store_figures(seen: dict[int, Occurrences], at: datetime) -> None:
    rows = [
        PointFigures(
            point_id=point_id,
            in_two_years=found.in_two_years,
            in_quarter=found.in_quarter,
            mild=found.mild,
            grave=found.grave,
            is_among_most_frequent=found.is_among_most_frequent,
            level=level_by_rule(found),
            counted_at=at,
        )
        for point_id, found in seen.items()
    ]
    names = [f.name for f in PointFigures._meta.concrete_fields if not f.primary_key]
    PointFigures.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["point"], update_fields=names, batch_size=500
    )


def _needs_reason() -> Obstacle:
    return Obstacle(
        code="RSK-6",
        message=_("Say why the level differs from the rule."),
        article=Article(9),
        field="level_reason",
        next_step=_("Name form, harm and probability of the violation."),
    )


def _nothing_to_count() -> Obstacle:
    return Obstacle(
        code="RSK-7",
        message=_("Without a matter the rule has no cases to count."),
        article=Article(9),
        field="level",
        next_step=_("Name the matter, or set the level with a reason."),
    )
