"""Editions of a risk point: one is issued, the one before it ends; nothing published is edited (Art. 9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Max
from django.utils import timezone

from foundation.actors import Actor
from foundation.permissions import Permission
from foundation.record import audited
from riskcontrol.models import PointEdition, PublishedCause, PublishedMeasure, RiskPoint
from riskcontrol.models.content import content_of
from riskcontrol.services.base import ARTICLE
from riskcontrol.vocabulary import EditionCause

CARRIED = ("code", "field", "matter", "checked_by", "opinion")
CAUSE, MEASURE = ("kind", "text_zh", "text_en"), ("side", "level", "text_zh", "text_en")


def issue_edition(point: RiskPoint, *, approver: int | None, on: date) -> PointEdition:
    """Publish ``point`` as it stands, inside the act that approves it; the edition before it ends that day."""
    end_edition(point, on=on)
    made = PointEdition(
        point=point,
        number=next_number(point),
        cause=EditionCause.APPROVED,
        published_on=on,
        approved_by_id=approver,
        **content_of(point),
        **{name: getattr(point, name) for name in CARRIED},
    )
    made.save()
    _write_parts(made, point.causes.all(), point.measures.all())
    return made


def reissue_edition(edition: PointEdition, *, level: str, on: date) -> PointEdition:
    """Publish the edition in force once more at the level that the rule draws now; its words stay."""
    edition.ended_on = on
    edition.save()
    made = PointEdition(
        point=edition.point,
        number=edition.number + 1,
        cause=EditionCause.BY_RULE,
        published_on=on,
        approved_by_id=edition.approved_by_id,
        **{**content_of(edition), "level": level},
        **{name: getattr(edition, name) for name in CARRIED},
    )
    made.save()
    _write_parts(made, edition.causes.all(), edition.measures.all())
    return made


def end_edition(point: RiskPoint, *, on: date) -> None:
    """End the edition in force, if there is one."""
    for edition in point.editions.filter(ended_on=None):
        edition.ended_on = on
        edition.save()


def next_number(point: RiskPoint) -> int:
    """The number of the next edition; a point published before editions were kept counts on."""
    last = point.editions.aggregate(Max("number"))["number__max"]
    return last + 1 if last else max(point.edition, 1)


def issue_missing_editions(*, by: Actor, at: datetime) -> int:
    """Keep as editions what was published before editions were kept; returns how many were missing."""
    by.require(Permission.RISK_EDIT)
    bare = list(RiskPoint.objects.published().filter(editions=None).order_by("pk"))
    for point in bare:
        with audited("risk_point:keep_edition", by=by, at=at, under=ARTICLE):
            day = point.published_on or timezone.localdate(at)
            issue_edition(point, approver=by.officer_id, on=day)
    return len(bare)


def _write_parts(edition: PointEdition, causes: Iterable[Any], measures: Iterable[Any]) -> None:
    PublishedCause.objects.record_bulk_create([_copy(PublishedCause, edition, c, CAUSE) for c in causes])
    PublishedMeasure.objects.record_bulk_create(
        [_copy(PublishedMeasure, edition, m, MEASURE) for m in measures]
    )


def _copy(kind: Any, edition: PointEdition, part: Any, columns: Iterable[str]) -> Any:
    return kind(edition=edition, **{name: getattr(part, name) for name in columns})
